'use client'

import { type ReactElement, useEffect, useRef, useState } from 'react'
import { type BulkRun, isBusy } from './BulkRun.ts'
import { useBulkRuns } from './useBulkRemovals.ts'

/** How often the progress is spoken at most. */
const PACE_MS = 5000

/**
 * Speaks of the progress, every five seconds at most and only where there is news. The end is told by the
 * provider's notices, wherever the admin is by then. Of several on a page one speaks. Renders a live region, which
 * is there before anything is to be said.
 */
export function BulkAnnouncements({ list }: { list: readonly BulkRun[] }): ReactElement {
  const { words, runs } = useBulkRuns()
  const [said, setSaid] = useState<string[]>([])
  const latest = useRef({ list, words })
  useEffect(() => {
    latest.current = { list, words }
  })
  const busy = list.some(isBusy)
  useEffect(() => {
    if (!busy) return
    const leave = runs.speak(() => {
      const now = latest.current
      setSaid(now.list.filter(isBusy).map((run) => sentenceOf(run, now.words)))
    }, PACE_MS)
    return () => {
      leave()
      setSaid([])
    }
  }, [busy, runs])
  return (
    <div data-slot="bulk-removal-live-region" role="status" aria-live="polite" aria-atomic="true">
      {said.map((sentence, at) => (
        // In their order, as they are heard.
        // oxlint-disable-next-line react/no-array-index-key
        <div key={at}>{sentence}</div>
      ))}
    </div>
  )
}

function sentenceOf(run: BulkRun, words: ReturnType<typeof useBulkRuns>['words']): string {
  if (run.status === 'offline') return words.offline
  if (run.pausedUntil !== undefined) return words.paused(Math.max(Math.ceil((run.pausedUntil - Date.now()) / 1000), 1))
  return words.soFar(run)
}
