import { describe, expect, it } from 'vitest'
import { agoOf, dayOf, leftOf, momentOf } from '../../src/react/activity-log/timeWords.ts'

const [MINUTE, HOUR, DAY] = [60_000, 3_600_000, 86_400_000]
const now = new Date(2026, 10, 24, 12, 0).getTime()

describe('how long ago', () => {
  it.each([
    [now, 'now'],
    [now + 5000, 'now'],
    [now - 59_000, 'now'],
    [now - MINUTE, '1 minute ago'],
    [now - 3 * HOUR, '3 hours ago'],
    [now - DAY, 'yesterday'],
    [now - 15 * DAY, '2 weeks ago'],
    [now - 800 * DAY, '2 years ago'],
  ])('%s', (at, words) => {
    expect(agoOf(at, now, 'en')).toBe(words)
  })

  it('in other languages', () => {
    expect(agoOf(now - 2 * HOUR, now, 'de')).toBe('vor 2 Stunden')
  })
})

describe('days', () => {
  const words = { code: 'en', today: 'Today', yesterday: 'Yesterday' }
  it.each([
    [new Date(2026, 10, 24, 0, 0), 'Today'],
    [new Date(2026, 10, 25, 0, 1), 'Today'],
    [new Date(2026, 10, 23, 23, 59), 'Yesterday'],
    [new Date(2026, 10, 22, 23, 59), 'Sunday, November 22, 2026'],
  ])('%s', (at, day) => {
    expect(dayOf(at.getTime(), now, words)).toBe(day)
  })

  it('the first of a month has a day before it', () => {
    expect(dayOf(new Date(2026, 9, 31, 8).getTime(), new Date(2026, 10, 1, 8).getTime(), words)).toBe('Yesterday')
  })

  it('where nobody knows the reader’s clock they are UTC’s', () => {
    const at = Date.UTC(2026, 10, 24, 23, 30)
    expect(dayOf(at, undefined, words)).toBe('Tuesday, November 24, 2026')
    expect(momentOf(at, undefined, 'en')).toMatch(/^Nov 24, 2026, 11:30\sPM UTC$/)
  })
})

describe('what is left', () => {
  it.each([
    [6 * DAY + 23 * HOUR, { value: 6, unit: 'day' }],
    [DAY, { value: 1, unit: 'day' }],
    [DAY - 1, { value: 23, unit: 'hour' }],
    [HOUR - 1, { value: 60, unit: 'minute' }],
    [1, { value: 1, unit: 'minute' }],
    [0, undefined],
    [-5, undefined],
  ])('%s ms', (ms, left) => {
    expect(leftOf(now + ms, now)).toEqual(left)
  })
})
