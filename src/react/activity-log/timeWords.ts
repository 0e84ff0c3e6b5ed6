import { relativeTime } from '../relativeTime.ts'

const DAY_MS = 86_400_000

// Made once for each language: making one takes longer than drawing a row.
const formats = new Map<string, Intl.DateTimeFormat>()

function kept(key: string, make: () => Intl.DateTimeFormat): Intl.DateTimeFormat {
  const format = formats.get(key) ?? make()
  formats.set(key, format)
  return format
}

/** "3 hours ago", "yesterday", "now"; never in the future: clocks differ a little. Unix ms. */
export function agoOf(at: number, now: number, code: string): string {
  return relativeTime(Math.min(at, now), code, now)
}

/** The exact time, where the reader is; without `now`, as on servers, in UTC. */
export function momentOf(at: number, now: number | undefined, code: string): string {
  const options: Intl.DateTimeFormatOptions =
    now === undefined
      ? {
          year: 'numeric',
          month: 'short',
          day: 'numeric',
          hour: 'numeric',
          minute: '2-digit',
          timeZone: 'UTC',
          timeZoneName: 'short',
        }
      : { dateStyle: 'medium', timeStyle: 'short' }
  return kept(`moment ${code} ${now === undefined}`, () => new Intl.DateTimeFormat(code, options)).format(at)
}

/** The day, where the reader is; without `now`, as on servers, in UTC. */
export function dayOf(
  at: number,
  now: number | undefined,
  { code, today, yesterday }: { code: string; today: string; yesterday: string },
): string {
  const timeZone = now === undefined ? 'UTC' : undefined
  const format = kept(`day ${code} ${timeZone}`, () => new Intl.DateTimeFormat(code, { dateStyle: 'full', timeZone }))
  const day = format.format(at)
  if (now === undefined) return day
  // What comes from a clock that is a little ahead is of today too.
  if (day === format.format(now) || at > now) return today
  return day === format.format(new Date(now).setDate(new Date(now).getDate() - 1)) ? yesterday : day
}

/** How long is left, in whole days, hours, or minutes; `undefined` where nothing is. */
export function leftOf(until: number, now: number): { value: number; unit: 'day' | 'hour' | 'minute' } | undefined {
  const ms = until - now
  if (ms <= 0) return undefined
  if (ms >= DAY_MS) return { value: Math.floor(ms / DAY_MS), unit: 'day' }
  return ms >= 3_600_000
    ? { value: Math.floor(ms / 3_600_000), unit: 'hour' }
    : { value: Math.ceil(ms / 60_000), unit: 'minute' }
}
