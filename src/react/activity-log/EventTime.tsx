'use client'

import type { ReactElement } from 'react'
import { useAvatarKit } from '../kit.ts'
import { agoOf, momentOf } from './timeWords.ts'
import { useNow } from './useNow.ts'

/** How long ago something was; exactly in its tooltip. On servers the exact time, in UTC. */
export function EventTime({ at }: { at: number }): ReactElement {
  const { code } = useAvatarKit().locale
  const now = useNow()
  const moment = momentOf(at, now, code)
  return (
    <time data-slot="activity-item-time" dateTime={new Date(at).toISOString()} title={moment} suppressHydrationWarning>
      {now === undefined ? moment : agoOf(at, now, code)}
    </time>
  )
}
