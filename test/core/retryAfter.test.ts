import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseRetryAfter } from '../../src/core/retryAfter.ts'

const NOW = Date.UTC(2026, 0, 1)
const date = (seconds: number) => new Date(NOW + seconds * 1000).toUTCString()
const wholeSeconds = fc.integer({ min: -1_000_000_000, max: 1_000_000_000 })

describe('parseRetryAfter', () => {
  it.each<[string | null | undefined, number | undefined]>([
    ['5', 5],
    [' 5 ', 5],
    ['1.5', 1.5],
    ['0', 0],
    ['-1', 0],
    ['99999999999', 99_999_999_999],
    ['', undefined],
    [null, undefined],
    [undefined, undefined],
    ['NaN', undefined],
    ['1e9', undefined],
    ['Infinity', undefined],
    ['9'.repeat(400), undefined],
    ['0x10', undefined],
    ['soon', undefined],
    ['Mon', undefined],
    ['2026-01-01', undefined],
    ['5, 10', undefined],
  ])('%j: %s', (value, seconds) => {
    expect(parseRetryAfter(value, null, NOW)).toBe(seconds)
  })

  it('measures a date against the response’s own Date, whatever the clock here says', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100_000 }), wholeSeconds, wholeSeconds, (wait, skew, here) => {
        expect(parseRetryAfter(date(skew + wait), date(skew), NOW + here * 1000)).toBe(wait)
      }),
    )
  })

  it('measures a date against the clock here where the response has no Date of use', () => {
    for (const none of [undefined, null, '', 'yesterday']) expect(parseRetryAfter(date(30), none, NOW)).toBe(30)
  })

  it('rounds up, so that nobody is early', () => {
    expect(parseRetryAfter(date(30), undefined, NOW + 1)).toBe(30)
  })

  it('gives nothing or a finite number of at least 0, whatever it is given', () => {
    const header = fc.oneof(fc.string(), fc.double().map(String), fc.date().map(String), wholeSeconds.map(date))
    fc.assert(
      fc.property(header, fc.option(header), (value, sent) => {
        const seconds = parseRetryAfter(value, sent, NOW)
        expect(seconds === undefined || (Number.isFinite(seconds) && seconds >= 0)).toBe(true)
      }),
    )
  })
})
