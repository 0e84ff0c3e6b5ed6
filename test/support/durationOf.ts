import { vi } from 'vitest'

/** How many milliseconds of fake time pass until a call has ended, in success or not. Real time plays no part. */
export async function durationOf(call: () => Promise<unknown>): Promise<number> {
  vi.useFakeTimers()
  try {
    // oxlint-disable no-restricted-properties -- the clock is a fake one
    const began = Date.now()
    let ended: number | undefined
    const end = () => void (ended = Date.now())
    // oxlint-enable no-restricted-properties
    call().then(end, end)
    for (let timer = 0; ended === undefined && timer < 10_000; timer++) await vi.advanceTimersToNextTimerAsync()
    if (ended === undefined) throw new Error('It did not end.')
    return ended - began
  } finally {
    vi.useRealTimers()
  }
}
