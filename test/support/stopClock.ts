import { onTestFinished, vi } from 'vitest'
import { realClock } from '../../src/optimistic/clock.ts'
import { FakeClock } from '../optimistic/simulation/FakeClock.ts'

/**
 * Stops the ledger's time for the rest of a test: the time to undo a removal is over when the test says so, however
 * slow the machine is.
 */
export function stopClock(): FakeClock {
  const clock = new FakeClock(realClock.now())
  const spies = (['now', 'setTimeout', 'clearTimeout'] as const).map((name) =>
    vi.spyOn(realClock, name).mockImplementation(clock[name] as () => never),
  )
  onTestFinished(() => spies.forEach((spy) => spy.mockRestore()))
  return clock
}
