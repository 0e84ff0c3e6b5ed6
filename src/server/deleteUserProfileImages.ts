import type { BulkResult, CallContext } from '../core/adapter.ts'
import { AvatarKitError, isAvatarKitError, meaningOf } from '../core/errors.ts'
import { isSentAgain, secondsToWait } from '../core/patience.ts'
import { type Budget, memoryBudget } from './budget.ts'

/** The provider asks for patience: nothing is sent for so many seconds. */
export interface BulkPause {
  retryAfter: number
}

export interface DeleteUserProfileImagesOptions<TUser> {
  /**
   * Removes one user's image and does not try again by itself: `guardAdapter(adapter, { retries: 0 }).deleteUserProfileImage`.
   * `again`: it failed before under the same key, and nobody may know how.
   */
  remove: (userId: string, context: Pick<CallContext, 'onVerifying'> & { again: boolean }) => Promise<TUser>
  /** What may be asked of the provider. Default: as much as it takes. */
  budget?: Budget
  /** Requests under way at once. Default 4. */
  concurrency?: number
  /** Ends the sending: what was sent ends, the rest is `not-sent`. */
  signal?: AbortSignal
  /** Runs each removal once, as an `IdempotencyStore` does. */
  once?: (userId: string, call: (again: boolean) => Promise<TUser>) => Promise<TUser>
}

/**
 * Removes many users' profile images: evenly, within the provider's budget, waiting where it asks for patience. A
 * plain function that knows no request, so that a worker behind a queue can run it as well as a server. It begins
 * when the first result is asked for, and goes on whether or not anybody listens: only `signal` ends it.
 */
export async function* deleteUserProfileImages<TUser>(
  userIds: readonly string[],
  {
    remove,
    budget = memoryBudget(),
    concurrency = 4,
    signal,
    once = (_, call) => call(false),
  }: DeleteUserProfileImagesOptions<TUser>,
): AsyncGenerator<BulkResult<TUser> | BulkPause, void, undefined> {
  const lines: (BulkResult<TUser> | BulkPause)[] = []
  let wake = () => {}
  const tell = (line: BulkResult<TUser> | BulkPause) => {
    lines.push(line)
    wake()
  }
  let stopped: AvatarKitError | undefined

  const send = async (userId: string, again: boolean): Promise<TUser> => {
    for (let tries = 1; ; tries++) {
      await budget.take(signal)
      if (stopped) throw new AvatarKitError('aborted', { userId })
      try {
        const user = await remove(userId, { again, onVerifying: () => budget.spend() })
        budget.accepted()
        return user
      } catch (error) {
        const seconds = patience(error, tries)
        if (seconds === undefined) throw error
        if (budget.close(seconds)) tell({ retryAfter: seconds })
      }
    }
  }

  const one = async (userId: string): Promise<BulkResult<TUser>> => {
    if (signal?.aborted) stopped ??= new AvatarKitError('aborted')
    if (stopped) return { userId, status: 'not-sent', error: stopped }
    try {
      return { userId, status: 'done', user: await once(userId, (again) => send(userId, again)) }
    } catch (cause) {
      const error = isAvatarKitError(cause) ? cause : new AvatarKitError('unexpected', { userId, cause })
      if (meaningOf(error.code).endsBatch) stopped ??= error
      if (error.code === 'aborted') return { userId, status: 'not-sent', error: stopped ?? error }
      return { userId, status: error.code === 'rate-limited' ? 'not-sent' : 'failed', error }
    }
  }

  const waiting = new Set(userIds).values()
  const work = async () => {
    for (const userId of waiting) tell(await one(userId))
  }
  let ended = false
  void Promise.all(Array.from({ length: concurrency }, work)).finally(() => {
    ended = true
    wake()
  })
  while (true) {
    for (let line = lines.shift(); line; line = lines.shift()) yield line
    if (ended) return
    await new Promise<void>((resolve) => (wake = resolve))
  }
}

/** Seconds to wait before the same is sent again; `undefined` where it is not. */
function patience(error: unknown, tries: number): number | undefined {
  if (!isAvatarKitError(error) || error.code !== 'rate-limited') return undefined
  const seconds = secondsToWait(error.retryAfter, tries)
  return isSentAgain(seconds, tries) ? seconds : undefined
}
