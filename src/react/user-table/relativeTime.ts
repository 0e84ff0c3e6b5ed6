const units: readonly [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 31_557_600_000],
  ['month', 2_629_800_000],
  ['week', 604_800_000],
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
]

// Made once for each language: making one takes longer than a whole row.
const formats = new Map<string, Intl.RelativeTimeFormat>()

/** "3 hours ago", "yesterday", "now". `at` and `now` in Unix ms. */
export function relativeTime(at: number, code: string, now: number = Date.now()): string {
  let format = formats.get(code)
  if (!format) formats.set(code, (format = new Intl.RelativeTimeFormat(code, { numeric: 'auto' })))
  const distance = at - now
  const [unit, ms] = units.find(([, size]) => Math.abs(distance) >= size) ?? ['second', Number.POSITIVE_INFINITY]
  return format.format(Math.trunc(distance / ms) + 0, unit)
}
