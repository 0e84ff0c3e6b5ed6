import type { Mutation, MutationOptions } from '@tanstack/react-query'
import { AvatarKitError, isAvatarKitError } from '../../core/errors.ts'
import type { UploadMessages } from '../../core/messages.ts'
import { viewOf } from '../../core/toUser.ts'
import { imageKey, type User, type UserFields } from '../../core/user.ts'
import { newKey } from '../../core/wire.ts'
import type { AvatarKit } from '../kit.ts'
import { createObjectUrl, revokeObjectUrl } from '../objectUrl.ts'
import { preloadImage } from './preloadImage.ts'

/** Key of the replacements among a client's mutations, for `useIsMutating`, `useMutationState` and devtools. */
export const updateUserProfileImageKey = ['avatarkit', 'updateUserProfileImage'] as const

/** A plain object; the file is not in it, so that no cache ever persists it. */
export interface UpdateUserProfileImageVariables {
  userId: string
}

/** Where a replacement is: behind an earlier change, waiting for the connection, or on its way. */
export type ReplacementPhase = 'queued' | 'waiting' | 'sending'

export interface ReplacementOptions {
  file: Blob
  /** How notices call the person. */
  name: string
  words: UploadMessages
  /** `undefined` when it has ended. */
  onPhase: (phase: ReplacementPhase | undefined) => void
  onReplaced: (user: User) => void
  /** Not when a later change replaced this one, or it was cancelled. */
  onError: (error: AvatarKitError) => void
}

/** Until nothing that is being drawn asks for it any more. */
const REVOKE_MS = 1000

/**
 * Shows the new image on every copy, and sends it when the user's lane is free.
 *
 * @returns takes it back: true only while it was not sent; then it never is
 */
export function sendReplacement(
  kit: AvatarKit,
  user: User,
  { file, name, words, onPhase, onReplaced, onError }: ReplacementOptions,
): () => boolean {
  const userId = user.id
  const url = createObjectUrl(file)
  let stop: (() => boolean) | undefined
  let done: User | undefined
  let readable = true
  onPhase('queued')
  kit.ledger.noteImage(userId, user)
  const [change] = kit.ledger.submit([
    {
      userId,
      change: { kind: 'set', imageUrl: url },
      send: async () => {
        let before: ReplacementPhase | undefined
        const { outcome, cancel } = mutate(kit, userId, file, (phase) => {
          if (phase === before) return
          before = phase
          onPhase(phase)
          if (phase === 'waiting') kit.notify({ type: 'waiting', userId, title: words.waiting })
        })
        stop = cancel
        const reply = await outcome
        done = viewOf(kit.adapter.fields, reply)
        // It takes the place of ours when it can be drawn at once. Referred to until then, so that it stays decoded.
        const image = await preloadImage(done.imageUrl, kit.allowHttpImages)
        setTimeout(() => image?.remove(), REVOKE_MS)
        const told = readableReply(kit.fields, done, reply)
        readable = told !== undefined
        return told ?? done
      },
    },
  ])
  let cancelled = false
  void change!.outcome.then((outcome) => {
    onPhase(undefined)
    if (readable) setTimeout(() => revokeObjectUrl(url), REVOKE_MS)
    if (cancelled) {
      kit.ledger.dismiss(userId)
      kit.notify({ type: 'undone', userId, title: words.cancelled })
    } else if (outcome.status === 'done') {
      kit.notify({ type: 'replaced', userId, title: words.replaced })
      onReplaced(done!)
    } else if (outcome.status === 'failed') {
      // The ledger's failure is a removal's to everyone else, who would offer to try *that* again; this one is told here.
      kit.ledger.dismiss(userId)
      kit.notify({
        type: 'failed',
        userId,
        title: words.notReplaced,
        description: describeReplacement(kit, words, outcome.error, name),
        error: outcome.error,
      })
      onError(outcome.error)
    }
  })
  return () => {
    if (cancelled) return false
    cancelled = true
    if (change!.cancel() || stop?.()) return true
    cancelled = false
    return false
  }
}

/** A genuine react-query mutation, and how to take it back while it waits for the connection. */
function mutate(
  kit: AvatarKit,
  userId: string,
  file: Blob,
  onPhase: ReplacementOptions['onPhase'],
): { outcome: Promise<object>; cancel: () => boolean } {
  const { queryClient: client, adapter } = kit
  const cache = client.getMutationCache()
  const idempotencyKey = newKey()
  let reply: object | undefined
  const options: MutationOptions<User, AvatarKitError, UpdateUserProfileImageVariables> = {
    mutationKey: updateUserProfileImageKey,
    retry: false,
    mutationFn: async () => {
      try {
        reply = (await adapter.updateUserProfileImage!(userId, { file }, { idempotencyKey })) as object
        return viewOf(adapter.fields, reply)
      } catch (error) {
        throw isAvatarKitError(error) ? error : new AvatarKitError('unexpected', { userId, cause: error })
      }
    },
  }
  const mutation = cache.build(client, client.defaultMutationOptions(options))
  const unsubscribe = cache.subscribe((event) => {
    if (event.mutation === (mutation as unknown as Mutation) && mutation.state.status === 'pending')
      onPhase(mutation.state.isPaused ? 'waiting' : 'sending')
  })
  let refuse: (error: AvatarKitError) => void = () => {}
  const refused = new Promise<never>((_, reject) => {
    refuse = reject
  })
  const outcome = Promise.race([mutation.execute({ userId }), refused])
    .then(() => reply!)
    .finally(unsubscribe)
  const cancel = () => {
    if (!mutation.state.isPaused) return false
    cache.remove(mutation as unknown as Mutation)
    refuse(new AvatarKitError('aborted', { userId }))
    return true
  }
  return { outcome, cancel }
}

/**
 * What came back, in a shape that the host's `fields` can read: the provider's users and those in the panel's
 * cache need not look alike. `undefined` where there is none.
 */
function readableReply(fields: UserFields, view: User, reply: object): object | undefined {
  const written = (value: object) => ({ ...value, ...fields.write(view, value) })
  for (const make of [() => reply, () => view, () => written(reply), () => written(view)]) {
    try {
      const value = make()
      if (imageKey(fields.image(fields.read(value))) === imageKey(view)) return value
    } catch {
      // Made for other objects.
    }
  }
  return undefined
}

/** What happened and what to do, in the kit's language. */
export function describeReplacement(
  kit: AvatarKit,
  words: UploadMessages,
  error: AvatarKitError,
  name: string,
): string {
  const sentence = words.errors[error.code] ?? kit.locale.messages.errors[error.code]
  return sentence({ name, seconds: error.retryAfter === undefined ? undefined : Math.ceil(error.retryAfter) })
}
