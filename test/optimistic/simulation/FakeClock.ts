import type { LedgerClock } from '../../../src/optimistic/clock.ts'

/** Time that moves only when told to. */
export class FakeClock implements LedgerClock {
  #now: number
  #timers = new Map<number, { at: number; run: () => void }>()
  #id = 0

  constructor(now = 1_000_000) {
    this.#now = now
  }

  now = () => this.#now

  setTimeout = (run: () => void, ms: number) => {
    this.#timers.set(++this.#id, { at: this.#now + ms, run })
    return this.#id
  }

  clearTimeout = (handle: unknown) => {
    this.#timers.delete(handle as number)
  }

  get timers() {
    return this.#timers.size
  }

  advance(ms: number) {
    const end = this.#now + ms
    for (;;) {
      const next = [...this.#timers]
        .filter(([, timer]) => timer.at <= end)
        .sort((a, b) => a[1].at - b[1].at || a[0] - b[0])[0]
      if (!next) break
      this.#timers.delete(next[0])
      this.#now = Math.max(this.#now, next[1].at)
      next[1].run()
    }
    this.#now = end
  }
}
