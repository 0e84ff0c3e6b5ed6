'use client'

import { type ReactElement, useEffect, useState } from 'react'
import type { BulkMessages } from '../../core/messages.ts'

const secondsTo = (until: number) => Math.max(Math.ceil((until - Date.now()) / 1000), 1)

/** For how long the server asked for patience, counted down. */
export function BulkCountdown({ until, words }: { until: number; words: BulkMessages }): ReactElement {
  const [seconds, setSeconds] = useState(() => secondsTo(until))
  useEffect(() => {
    const tick = () => setSeconds(secondsTo(until))
    tick()
    const timer = setInterval(tick, 500)
    return () => clearInterval(timer)
  }, [until])
  return <p data-slot="bulk-removal-paused">{words.paused(seconds)}</p>
}
