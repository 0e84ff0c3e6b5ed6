const units: readonly [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 31_557_600_000],
  ['month', 2_629_800_000],
  ['week', 604_800_000],
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
]

/** Made once for each language: making one takes longer than a whole row. */
function once<T>(make: (code: string) => T): (code: string) => T {
  const made = new Map<string, T>()
  return (code) => {
    let one = made.get(code)
    if (one === undefined) made.set(code, (one = make(code)))
    return one
  }
}

const relative = once((code) => new Intl.RelativeTimeFormat(code, { numeric: 'auto' }))
const exact = once((code) => new Intl.DateTimeFormat(code, { dateStyle: 'medium', timeStyle: 'short' }))

/** "Nov 24, 2026, 8:59 PM". `at` in Unix ms. */
export function exactTime(at: number, code: string): string {
  return exact(code).format(at)
}

/** "3 hours ago", "yesterday", "now". `at` and `now` in Unix ms. */
export function relativeTime(at: number, code: string, now: number = Date.now()): string {
  const distance = at - now
  const [unit, ms] = units.find(([, size]) => Math.abs(distance) >= size) ?? ['second', Number.POSITIVE_INFINITY]
  return relative(code).format(Math.trunc(distance / ms) + 0, unit)
}
