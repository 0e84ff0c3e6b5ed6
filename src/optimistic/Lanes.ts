import { AvatarKitError, isAvatarKitError } from '../core/errors.ts'
import { isSentAgain, MAX_WAIT_S, secondsToWait } from '../core/patience.ts'
import type { LedgerClock } from './clock.ts'
import type { Op, Outcome } from './op.ts'
import type { PendingUser } from './PendingUser.ts'

export interface LanesOptions {
  users: ReadonlyMap<string, PendingUser>
  clock: LedgerClock
  concurrency: number
  /** A change was sent, or its outcome is being looked up, or it waits for the connection. */
  onProgress: (op: Op) => void
  onEnd: (user: PendingUser, op: Op, outcome: Outcome) => void
  /** Only time holds the next change back; see `due`. */
  onWait: () => void
}

/** Sends the changes: one at a time for each user, so many in all, and none while the server asks for patience. */
export class Lanes {
  readonly #options: LanesOptions
  /** Users whose next change may be due, in the order in which it became so. */
  readonly #waiting = new Set<string>()
  #running = 0
  #closedUntil = Number.NEGATIVE_INFINITY

  /** @throws AvatarKitError `misconfigured` where `concurrency` is not a whole number of at least 1 */
  constructor(options: LanesOptions) {
    if (!Number.isInteger(options.concurrency) || options.concurrency < 1) {
      throw new AvatarKitError('misconfigured', {
        message: 'avatarkit: `concurrency` must be a whole number of at least 1.',
      })
    }
    this.#options = options
  }

  /** Unix ms until which nothing is sent; `undefined` where something may be now. */
  get closedUntil(): number | undefined {
    return this.#closedUntil > this.#options.clock.now() ? this.#closedUntil : undefined
  }

  /** When the next change may go, where only time holds it back. */
  get due(): number {
    return this.#waiting.size > 0 && this.#running < this.#options.concurrency
      ? this.#closedUntil
      : Number.POSITIVE_INFINITY
  }

  /** These users' next changes may be due: sends what may go. */
  advance(ids: Iterable<string> = []): void {
    for (const id of ids) if (this.#ready(id)) this.#waiting.add(id)
    for (const id of this.#waiting) {
      if (this.#running >= this.#options.concurrency) return
      if (this.closedUntil !== undefined) return this.#options.onWait()
      this.#waiting.delete(id)
      const op = this.#ready(id)
      if (op) void this.#send(this.#options.users.get(id)!, op)
    }
  }

  #ready(userId: string): Op | undefined {
    const op = this.#options.users.get(userId)?.ops[0]
    return op?.state === 'unsent' && !op.hold && op.send ? op : undefined
  }

  async #send(user: PendingUser, op: Op): Promise<void> {
    const { onProgress, onEnd } = this.#options
    op.state = 'sent'
    op.tries++
    op.paused = false
    this.#running++
    onProgress(op)
    let outcome: Outcome
    try {
      const reply = await op.send!({
        onVerifying: () => op.verify() && onProgress(op),
        onPaused: (paused) => op.pause(paused) && onProgress(op),
      })
      outcome = { status: 'done', user: reply }
    } catch (error) {
      outcome = {
        status: 'failed',
        error: isAvatarKitError(error) ? error : new AvatarKitError('unexpected', { userId: user.id, cause: error }),
      }
    }
    this.#running--
    if (outcome.status === 'failed' && this.#mustWait(op, outcome.error)) {
      // It was refused for now and nothing was done: it is as if it had not been sent.
      op.state = 'unsent'
      if (user.ops.length > 1) onEnd(user, op, { status: 'superseded' })
      else this.#waiting.add(user.id)
    } else {
      onEnd(user, op, outcome)
    }
    this.advance()
  }

  /** Too many requests: nothing goes out until the server said. Whether this change goes out then too. */
  #mustWait(op: Op, { code, retryAfter }: AvatarKitError): boolean {
    if (code !== 'rate-limited') return false
    const seconds = secondsToWait(retryAfter, op.tries)
    this.#closedUntil = Math.max(this.#closedUntil, this.#options.clock.now() + Math.min(seconds, MAX_WAIT_S) * 1000)
    return op.batch !== undefined && isSentAgain(seconds, op.tries)
  }
}
