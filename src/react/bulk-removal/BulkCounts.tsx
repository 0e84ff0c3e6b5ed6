import type { ReactElement } from 'react'
import type { BulkMessages } from '../../core/messages.ts'
import type { BulkRun } from './BulkRun.ts'

/** How many ended how. What is none is left out, but for those that are done. Renders a `<ul>`. */
export function BulkCounts({ run, words }: { run: BulkRun; words: BulkMessages }): ReactElement {
  const counts = [
    { outcome: 'done', count: run.done, text: words.done },
    { outcome: 'failed', count: run.failed, text: words.failed },
    { outcome: 'waiting', count: run.waiting, text: words.waiting },
    { outcome: 'not-sent', count: run.notSent, text: words.notSent },
  ]
  return (
    <ul data-slot="bulk-removal-counts">
      {counts.map(({ outcome, count, text }) =>
        count > 0 || outcome === 'done' ? (
          <li key={outcome} data-slot="bulk-removal-count" data-outcome={outcome}>
            {text(count)}
          </li>
        ) : null,
      )}
    </ul>
  )
}
