import type { BulkResult, CallContext } from './adapter.ts'
import { pause } from './deadline.ts'
import { isAvatarKitError } from './errors.ts'
import { backoff } from './patience.ts'
import { type ActionContext, newKey, resultOf } from './wire.ts'

const MAX_RESUMES = 4
const RESUME_MS = 1000

/** Asks the server: the lines it answers with, as they come. */
export type Ask = (context: ActionContext & { stop: boolean; signal?: AbortSignal }) => AsyncIterable<unknown>

/**
 * Many removals over a wire that may break. A lost connection is taken up again under the same key, so that nothing
 * is done twice; where the signal aborts, the server is told to send no more, and what became of those under way is
 * still told.
 *
 * @throws AvatarKitError where the server refuses
 */
export async function* resumed(
  userIds: readonly string[],
  context: CallContext,
  ask: Ask,
  toUser: (user: object) => any,
): AsyncGenerator<BulkResult<any>, void, undefined> {
  const { signal, reason, note, tellUser, onPaused, idempotencyKey = newKey() } = context
  const missing = new Set(userIds)
  for (let tries = 0; missing.size > 0; tries++) {
    const stop = signal?.aborted ?? false
    try {
      for await (const line of ask({
        idempotencyKey,
        reason,
        note,
        tellUser,
        stop,
        signal: stop ? undefined : signal,
      })) {
        const result = resultOf(line)
        if (!result) throw new Error('A line of the reply is no result.')
        tries = 0
        if ('retryAfter' in result) onPaused?.(result.retryAfter)
        else if (missing.delete(result.userId))
          yield result.status === 'done' ? { ...result, user: toUser(result.user) } : result
      }
    } catch (error) {
      // What the server says is its word; anything else is a connection that was lost.
      if (isAvatarKitError(error) && error.code !== 'unknown-outcome') throw error
    }
    if (stop || tries >= MAX_RESUMES) return
    if (!signal?.aborted && missing.size > 0) await pause(backoff(RESUME_MS, tries), signal, undefined).catch(() => {})
  }
}
