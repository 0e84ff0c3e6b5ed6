import type { ReactElement } from 'react'
import { relativeTime } from './relativeTime.ts'

/** A time as people say it; exactly in its tooltip. What a server rendered a moment ago may say it otherwise. */
export function UserTime({ at, code, never }: { at: number | null; code: string; never: string }): ReactElement {
  if (at === null) return <span data-slot="user-table-nothing">{never}</span>
  const date = new Date(at)
  return (
    <time data-slot="user-table-time" dateTime={date.toISOString()} title={date.toLocaleString(code, { dateStyle: 'medium', timeStyle: 'short' })} suppressHydrationWarning>
      {relativeTime(at, code)}
    </time>
  )
}
