import type { RateLimit } from '../core/adapter.ts'
import { pause } from '../core/deadline.ts'

/** What batches may ask of the provider, whose limit they share with everything else that uses its key. */
export interface Budget {
  /** Resolves when the next request may go. @throws AvatarKitError `aborted` where the signal ends the wait */
  take(signal?: AbortSignal): Promise<void>
  /** One more request went out that nobody waited for, such as a look-up. */
  spend(): void
  /** The provider took one. */
  accepted(): void
  /** The provider refused one: nothing goes out for so many seconds, and afterwards less often. Whether that is longer than was known. */
  close(seconds: number): boolean
}

export interface MemoryBudgetOptions extends Partial<RateLimit> {
  /** The part of the limit that batches may use, more than 0 and at most 1. Default 0.5. */
  share?: number
  now?: () => number
}

/** How much less often at most, where the provider goes on refusing. */
const MAX_SLOWNESS = 16
/** What each accepted request gives back of it: some 25 halve it. */
const RECOVERY = 0.97

/**
 * Counts in this process: requests go out evenly, one each `windowMs / (max * share)`. Where others use the same key
 * more than was thought, the provider refuses, and the pace is halved each time until it accepts again.
 * Without `max` nothing but a refusal holds a request back.
 */
export function memoryBudget({ max, windowMs = 0, share = 0.5, now = Date.now }: MemoryBudgetOptions = {}): Budget {
  const interval = max === undefined ? 0 : windowMs / Math.max(max * share, Number.MIN_VALUE)
  let slowness = 1
  let nextAt = Number.NEGATIVE_INFINITY
  let closedUntil = Number.NEGATIVE_INFINITY
  let turn = Promise.resolve()

  const wait = async (signal: AbortSignal | undefined) => {
    // The time may have become longer meanwhile.
    for (let left = 0; (left = Math.max(nextAt, closedUntil) - now()) > 0; ) await pause(left, signal, undefined)
    if (signal?.aborted) await pause(0, signal, undefined)
    nextAt = now() + interval * slowness
  }
  return {
    take(signal) {
      const mine = turn.then(() => wait(signal))
      turn = mine.catch(() => {})
      return mine
    },
    spend() {
      nextAt = Math.max(nextAt, now()) + interval * slowness
    },
    accepted() {
      slowness = Math.max(1, slowness * RECOVERY)
    },
    close(seconds) {
      const until = now() + seconds * 1000
      // Those that were under way together are refused together: that is one refusal.
      const open = now() >= closedUntil
      if (open) slowness = Math.min(slowness * 2, MAX_SLOWNESS)
      const longer = open || until > closedUntil + 1000
      closedUntil = Math.max(closedUntil, until)
      return longer
    },
  }
}
