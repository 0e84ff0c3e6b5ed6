/** Time, so that tests can hold it. */
export interface LedgerClock {
  /** Milliseconds. */
  now(): number
  setTimeout(run: () => void, ms: number): unknown
  clearTimeout(handle: unknown): void
}

export const realClock: LedgerClock = {
  now: () => Date.now(),
  setTimeout: (run, ms) => setTimeout(run, ms),
  clearTimeout: (handle) => clearTimeout(handle as ReturnType<typeof setTimeout>),
}

/** One timer for everything that is due: many timers of one user would be exponentially many. */
export class Alarm {
  readonly #clock: LedgerClock
  readonly #ring: () => void
  #timer: unknown

  constructor(clock: LedgerClock, ring: () => void) {
    this.#clock = clock
    this.#ring = ring
  }

  /** In place of the last one. `Infinity` for never. */
  set(at: number): void {
    if (this.#timer !== undefined) this.#clock.clearTimeout(this.#timer)
    this.#timer = undefined
    if (!Number.isFinite(at)) return
    this.#timer = this.#clock.setTimeout(
      () => {
        this.#timer = undefined
        this.#ring()
      },
      Math.max(at - this.#clock.now(), 0),
    )
  }
}
