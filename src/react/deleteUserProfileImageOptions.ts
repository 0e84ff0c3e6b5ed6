import type { UseMutationOptions } from '@tanstack/react-query'
import { AvatarKitError, isAvatarKitError, meaningOf } from '../core/errors.ts'
import type { Messages } from '../core/messages.ts'
import { viewOf } from '../core/toUser.ts'
import { hasProfileImage, type User } from '../core/user.ts'
import { newKey } from '../core/wire.ts'
import {
  type DeleteUserProfileImageVariables,
  deleteUserProfileImageKey,
  PESSIMISTIC_META,
} from '../optimistic/mutations.ts'
import type { AvatarKit } from './kit.ts'

/** `optimistic`: gone at the click, back if the server refuses. `pessimistic`: gone when the server agrees. */
export type RemovalMode = 'optimistic' | 'pessimistic'

/** Also `undoable`: gone at the click, sent when the time to undo it is over. */
export type ManagerMode = RemovalMode | 'undoable'

export interface RemovalOptions {
  /** Default `optimistic`. */
  mode?: RemovalMode
  /** Told once when the server removed the image, also after the component is gone. */
  onRemoved?: (user: User) => void
  /** Told once when it did not; not when a later change replaced this one. */
  onError?: (error: AvatarKitError) => void
  /** How notices call the person. Default: the user id. */
  name?: string
}

/**
 * Options of the removal as a react-query mutation, for `useMutation` or a `MutationObserver` of your own.
 * Resolves with the user as the kit sees it; rejects with `AvatarKitError`.
 */
export function deleteUserProfileImageOptions(
  kit: AvatarKit,
  options: RemovalOptions = {},
): UseMutationOptions<User, AvatarKitError, DeleteUserProfileImageVariables> {
  const { mode = 'optimistic', onRemoved, onError, name } = options
  return {
    mutationKey: deleteUserProfileImageKey,
    retry: false,
    throwOnError: false,
    meta: mode === 'pessimistic' ? PESSIMISTIC_META : {},
    // Called while there is no connection, too, when nothing else is until it is back.
    onMutate: ({ userId }) => {
      if (kit.ledger.get(userId)?.imageStatus === 'waiting')
        kit.notify({ type: 'waiting', userId, title: kit.locale.messages.waiting })
    },
    mutationFn: async (variables) => {
      const { userId, reason, note, tellUser } = variables
      // Two mutations may share one change; the one that sends it speaks of it.
      let sent = false
      // However often this is sent, it is done once.
      const idempotencyKey = newKey()
      try {
        const reply = await kit.mutations.run(variables, mode === 'optimistic', ({ onVerifying, interrupted }) => {
          sent = true
          if (!interrupted)
            return kit.adapter.deleteUserProfileImage(userId, { reason, note, tellUser, onVerifying, idempotencyKey })
          onVerifying()
          return whatBecameOf(kit, userId)
        })
        const user = viewOf(kit.adapter.fields, reply as object)
        if (sent) kit.notify({ type: 'removed', userId, title: kit.locale.messages.removed })
        return user
      } catch (error) {
        const failure = isAvatarKitError(error) ? error : new AvatarKitError('unexpected', { userId, cause: error })
        if (sent && !meaningOf(failure.code).quiet) {
          kit.notify({
            type: 'failed',
            userId,
            title: kit.locale.messages.notRemoved,
            description: describeError(kit, failure, name ?? userId),
            error: failure,
          })
        }
        throw failure
      }
    },
    onSuccess: (user) => onRemoved?.(user),
    onError: (error) => {
      if (!meaningOf(error.code).quiet) onError?.(error)
    },
  }
}

/** Of a removal that was sent by a page that is gone: looked up and not sent again. */
async function whatBecameOf({ adapter }: AvatarKit, userId: string): Promise<object> {
  const user = await adapter.getUser?.(userId).catch((cause: unknown) => {
    throw isAvatarKitError(cause) && cause.code === 'user-not-found'
      ? cause
      : new AvatarKitError('unknown-outcome', { userId, cause })
  })
  if (user && !hasProfileImage(viewOf(adapter.fields, user as object))) return user
  throw new AvatarKitError(user ? 'unavailable' : 'unknown-outcome', { userId })
}

/**
 * What happened and what to do, in the kit's language.
 *
 * @param own the words of something else than a removal, where they differ
 */
export function describeError(
  kit: AvatarKit,
  error: AvatarKitError,
  name: string,
  own: Partial<Messages['errors']> = {},
): string {
  const describe = own[error.code] ?? kit.locale.messages.errors[error.code]
  return describe({ name, seconds: error.retryAfter === undefined ? undefined : Math.ceil(error.retryAfter) })
}
