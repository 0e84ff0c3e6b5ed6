/**
 * Seconds that a `Retry-After` header asks for: a number, or a date measured against the response's own
 * `Date`, so that a wrong clock here does no harm. At least 0; `undefined` where it says nothing usable.
 * What is longer than a minute is kept: nobody waits that long, and the person is told the time.
 */
export function parseRetryAfter(
  value: string | null | undefined,
  date: string | null | undefined,
  now: number = Date.now(),
): number | undefined {
  const text = value?.trim()
  if (!text) return undefined
  if (/^-?\d+(\.\d+)?$/.test(text)) return atLeastZero(Number(text))
  // A weekday at least: `Date.parse` makes a year of any stray number.
  if (!/^[A-Za-z]{3}/.test(text)) return undefined
  const sent = Date.parse(date ?? '')
  return atLeastZero(Math.ceil((Date.parse(text) - (Number.isNaN(sent) ? now : sent)) / 1000))
}

function atLeastZero(seconds: number): number | undefined {
  return Number.isFinite(seconds) ? Math.max(seconds, 0) : undefined
}
