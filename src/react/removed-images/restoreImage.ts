import type { Mutation, MutationOptions } from '@tanstack/react-query'
import type { ImageEvent } from '../../core/adapter.ts'
import { AvatarKitError, isAvatarKitError } from '../../core/errors.ts'
import type { ActivityMessages } from '../../core/messages.ts'
import { viewOf } from '../../core/toUser.ts'
import type { User } from '../../core/user.ts'
import { newKey } from '../../core/wire.ts'
import type { SendContext } from '../../optimistic/op.ts'
import type { AvatarKit } from '../kit.ts'

/** Key of the restorations among a client's mutations, for `useIsMutating`, `useMutationState` and devtools. */
export const restoreUserProfileImageKey = ['avatarkit', 'restoreUserProfileImage'] as const

/** What the mutation of a restoration is given. */
export interface RestoreUserProfileImageVariables {
  userId: string
}

export interface RestoreOptions {
  /** How notices call the person. */
  name: string
  words: ActivityMessages
  onRestored: (user: User) => void
  /** Not when a later change replaced this one. */
  onError: (error: AvatarKitError, message: string) => void
}

/** Shows the picture on every copy again, and asks the server for it; where it refuses the picture goes again. */
export function restoreImage(
  kit: AvatarKit,
  { userId, imageUrl }: ImageEvent,
  { name, words, onRestored, onError }: RestoreOptions,
): void {
  let waits = false
  const [change] = kit.ledger.submit([
    {
      userId,
      change: { kind: 'set', imageUrl: imageUrl ?? '' },
      // Without an address there is nothing to show before the server tells of it.
      optimistic: Boolean(imageUrl),
      send: (context) =>
        send(kit, userId, {
          ...context,
          onPaused: (paused) => {
            if (paused && !waits) kit.notify({ type: 'waiting', userId, title: words.restoreWaiting })
            waits = paused
            context.onPaused(paused)
          },
        }),
    },
  ])
  void change!.outcome.then((outcome) => {
    if (outcome.status === 'done') {
      kit.notify({ type: 'undone', userId, title: words.restored(name) })
      onRestored(viewOf(kit.adapter.fields, outcome.user as object))
    } else if (outcome.status === 'failed') {
      const { error } = outcome
      // To everyone else the ledger's failure is a removal's, who would offer to try *that* again: this one is told here.
      kit.ledger.dismiss(userId)
      const describe = words.restoreErrors[error.code] ?? kit.locale.messages.errors[error.code]
      const message = describe({
        name,
        seconds: error.retryAfter === undefined ? undefined : Math.ceil(error.retryAfter),
      })
      kit.notify({ type: 'failed', userId, title: words.notRestored, description: message, error })
      onError(error, message)
    }
  })
}

/** A genuine react-query mutation, which waits while there is no connection. */
async function send(
  { queryClient: client, adapter }: AvatarKit,
  userId: string,
  { onVerifying, onPaused }: SendContext,
): Promise<unknown> {
  const cache = client.getMutationCache()
  const idempotencyKey = newKey()
  const options: MutationOptions<unknown, AvatarKitError, RestoreUserProfileImageVariables> = {
    mutationKey: restoreUserProfileImageKey,
    retry: false,
    mutationFn: async () => {
      try {
        return await adapter.restoreUserProfileImage!(userId, { idempotencyKey, onVerifying })
      } catch (error) {
        throw isAvatarKitError(error) ? error : new AvatarKitError('unexpected', { userId, cause: error })
      }
    },
  }
  const mutation = cache.build(client, client.defaultMutationOptions(options))
  const unsubscribe = cache.subscribe((event) => {
    if (event.mutation === (mutation as unknown as Mutation)) onPaused(mutation.state.isPaused)
  })
  try {
    return await mutation.execute({ userId })
  } finally {
    unsubscribe()
  }
}
