const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium' })
const moment = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' })

/** Unix milliseconds or ISO text as a day, such as "30 Apr 2026". */
export function dateOf(time: number | string | null): string {
  return time === null ? '–' : day.format(new Date(time))
}

export function timeOf(time: number | null): string {
  return time === null ? '–' : moment.format(time)
}
