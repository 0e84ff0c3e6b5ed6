// oxlint-disable no-restricted-properties -- the clock is a fake one in all of these tests
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { memoryBudget } from '../../src/server/budget.ts'

describe('memoryBudget', () => {
  let start: number
  beforeEach(() => {
    vi.useFakeTimers()
    start = Date.now()
  })
  afterEach(() => void vi.useRealTimers())

  /** When each of so many requests, all wanted at once, may go: ms from the start. */
  const times = async (budget: ReturnType<typeof memoryBudget>, count: number) => {
    const went: number[] = []
    const all = Promise.all(
      Array.from({ length: count }, () => budget.take().then(() => went.push(Date.now() - start))),
    )
    await vi.runAllTimersAsync()
    await all
    return went
  }

  test.each([
    ['half of it where nothing is said', { max: 100, windowMs: 10_000 }, 200],
    ['all of it', { max: 100, windowMs: 10_000, share: 1 }, 100],
    ['a tenth of production’s', { max: 1000, windowMs: 10_000, share: 0.1 }, 100],
    ['as fast as it goes without a limit', {}, 0],
  ])('lets requests through evenly: %s', async (_, options, interval) => {
    expect(await times(memoryBudget(options), 5)).toEqual([0, 1, 2, 3, 4].map((turn) => turn * interval))
  })

  test('never lets more than the share through in any window', async () => {
    const went = await times(memoryBudget({ max: 100, windowMs: 10_000 }), 200)
    for (const from of went)
      expect(went.filter((at) => at >= from && at < from + 10_000).length).toBeLessThanOrEqual(50)
  })

  test('a refusal holds everybody back, and afterwards they go at half the pace', async () => {
    const budget = memoryBudget({ max: 100, windowMs: 10_000 })
    await times(budget, 1)
    // Four were under way together: one refusal, told once.
    expect([budget.close(7), budget.close(7), budget.close(7.5)]).toEqual([true, false, false])
    expect(await times(budget, 3)).toEqual([7500, 7900, 8300])
  })

  test('a longer wait is news', () => {
    const budget = memoryBudget()
    expect([budget.close(5), budget.close(4), budget.close(30)]).toEqual([true, false, true])
  })

  test('what is accepted brings the pace back', async () => {
    const budget = memoryBudget({ max: 100, windowMs: 10_000 })
    budget.close(0)
    for (let turn = 0; turn < 30; turn++) budget.accepted()
    expect(await times(budget, 2)).toEqual([0, 200])
  })

  test('a look-up that nobody waited for counts too', async () => {
    const budget = memoryBudget({ max: 100, windowMs: 10_000 })
    budget.spend()
    expect(await times(budget, 2)).toEqual([200, 400])
  })

  test('who gives up lets the others through', async () => {
    const budget = memoryBudget({ max: 100, windowMs: 10_000 })
    const controller = new AbortController()
    await budget.take()
    const gone = budget.take(controller.signal)
    const refused = expect(gone).rejects.toMatchObject({ code: 'aborted' })
    controller.abort()
    await refused
    await expect(budget.take(AbortSignal.abort())).rejects.toMatchObject({ code: 'aborted' })
    expect(await times(budget, 2)).toEqual([200, 400])
  })
})
