import type { LedgerClock } from './clock.ts'

/** The time in which a change can still be undone. It runs on its own, and stands still while somebody looks. */
export class Hold {
  readonly #clock: LedgerClock
  #until: number
  #left: number | undefined

  constructor(clock: LedgerClock, ms: number) {
    this.#clock = clock
    this.#until = clock.now() + ms
  }

  /** When it ends; never while it stands still. */
  get due(): number {
    return this.#left === undefined ? this.#until : Number.POSITIVE_INFINITY
  }

  /** Milliseconds. */
  get left(): number {
    return this.#left ?? Math.max(this.#until - this.#clock.now(), 0)
  }

  pause(): void {
    this.#left ??= this.left
  }

  resume(): void {
    if (this.#left === undefined) return
    this.#until = this.#clock.now() + this.#left
    this.#left = undefined
  }

  end(): void {
    this.#left = undefined
    this.#until = this.#clock.now()
  }
}
