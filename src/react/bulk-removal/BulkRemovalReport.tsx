'use client'

import { type ComponentPropsWithoutRef, type ForwardRefExoticComponent, forwardRef, type RefAttributes } from 'react'
import { BulkButton } from './BulkButton.tsx'
import { BulkFailures } from './BulkFailures.tsx'
import { type BulkReportOptions, canRetry } from './BulkRun.ts'
import { useRun } from './bulk.ts'
import { downloadFile } from './downloadFile.ts'
import { useBulkRuns } from './useBulkRemovals.ts'

export interface BulkRemovalReportProps
  extends Omit<ComponentPropsWithoutRef<'div'>, 'children'>,
    Pick<BulkReportOptions, 'separator'> {}

/**
 * What came of a run: what failed, each with its reason and a way to try again, and files with all of them.
 * Renders a `<div>`, or nothing while nothing has failed and it has not ended.
 */
export const BulkRemovalReport: ForwardRefExoticComponent<BulkRemovalReportProps & RefAttributes<HTMLDivElement>> =
  forwardRef<HTMLDivElement, BulkRemovalReportProps>(function BulkRemovalReport({ separator, ...props }, ref) {
    const { run } = useRun('BulkRemovalReport')
    const { kit, words } = useBulkRuns()
    const { failures, status, notSent } = run
    const ended = status === 'ended'
    const again = failures.filter(canRetry).length
    if (!ended && failures.length === 0) return null
    const download = (format: 'csv' | 'json') =>
      downloadFile(
        `${words.reportFile}-${new Date(run.startedAt).toISOString().slice(0, 10)}`,
        format,
        run.report({ format, separator }),
      )
    return (
      <div data-slot="bulk-removal-report" {...props} ref={ref}>
        {ended ? (
          <div data-slot="bulk-removal-actions">
            {again > 1 ? (
              <BulkButton data-slot="bulk-removal-retry-all" onClick={() => run.retry()}>
                {words.retryFailed(again)}
              </BulkButton>
            ) : null}
            {notSent > 0 ? (
              <BulkButton data-slot="bulk-removal-send-rest" onClick={() => run.sendRest()}>
                {words.sendRest(notSent)}
              </BulkButton>
            ) : null}
            <BulkButton data-slot="bulk-removal-download" onClick={() => download('csv')}>
              {words.downloadReport}
            </BulkButton>
            <BulkButton data-slot="bulk-removal-download-json" onClick={() => download('json')}>
              {words.downloadJson}
            </BulkButton>
            <BulkButton data-slot="bulk-removal-close" onClick={() => run.dismiss()}>
              {words.dismiss}
            </BulkButton>
          </div>
        ) : null}
        {failures.length > 0 ? <BulkFailures run={run} kit={kit} words={words} /> : null}
      </div>
    )
  })
