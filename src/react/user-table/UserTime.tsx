import type { ReactElement } from 'react'
import type { BaseLocale } from '../../core/messages.ts'
import { exactTime, relativeTime } from '../relativeTime.ts'

/** A time as people say it; exactly in its tooltip. What a server rendered a moment ago may say it otherwise. */
export function UserTime({
  at,
  locale,
  never,
}: {
  at: number | null
  locale: BaseLocale
  never: string
}): ReactElement {
  if (at === null) return <span data-slot="user-table-nothing">{never}</span>
  return (
    <time
      data-slot="user-table-time"
      dir={locale.direction}
      dateTime={new Date(at).toISOString()}
      title={exactTime(at, locale.code)}
      suppressHydrationWarning
    >
      {relativeTime(at, locale.code)}
    </time>
  )
}
