import { onTestFinished, vi } from 'vitest'
import { realClock } from '../../src/optimistic/clock.ts'

/**
 * Stops the ledger's time for a test: what can be undone waits until the test lets its time pass, however slow the
 * machine is.
 */
export function stopClock(): { pass(ms: number): void } {
  let now = realClock.now()
  const due = new Map<number, { at: number; run: () => void }>()
  let last = 0
  const spies = [
    vi.spyOn(realClock, 'now').mockImplementation(() => now),
    vi.spyOn(realClock, 'setTimeout').mockImplementation((run, ms) => {
      due.set(++last, { at: now + ms, run })
      return last
    }),
    vi.spyOn(realClock, 'clearTimeout').mockImplementation((handle) => void due.delete(handle as number)),
  ]
  onTestFinished(() => spies.forEach((spy) => spy.mockRestore()))
  return {
    pass(ms) {
      const end = now + ms
      for (;;) {
        const [next] = [...due].filter(([, { at }]) => at <= end).toSorted(([, a], [, b]) => a.at - b.at)
        if (!next) break
        due.delete(next[0])
        now = Math.max(now, next[1].at)
        next[1].run()
      }
      now = end
    },
  }
}
