'use client'

import { type ComponentPropsWithoutRef, type ForwardRefExoticComponent, forwardRef, type RefAttributes } from 'react'
import type { BulkMessages } from '../../core/messages.ts'
import { describeError } from '../deleteUserProfileImageOptions.ts'
import { BulkButton } from './BulkButton.tsx'
import { BulkCountdown } from './BulkCountdown.tsx'
import { BulkCounts } from './BulkCounts.tsx'
import { type BulkRun, isBusy } from './BulkRun.ts'
import { useRun } from './bulk.ts'
import { useBulkRuns } from './useBulkRemovals.ts'

export interface BulkRemovalProgressProps extends Omit<ComponentPropsWithoutRef<'div'>, 'children'> {}

function titleOf(run: BulkRun, words: BulkMessages): string {
  if (run.status === 'interrupted') return words.interrupted({ left: run.total - run.done, total: run.total })
  return run.status === 'ended' ? words.ended(run) : words.running(run.total)
}

/**
 * How far a run is: a bar, the counts, why it waits, and what stops it or lets it go on. Seen, not announced:
 * `BulkRemovalRuns` speaks now and then. Renders a `<div>`.
 */
export const BulkRemovalProgress: ForwardRefExoticComponent<BulkRemovalProgressProps & RefAttributes<HTMLDivElement>> =
  forwardRef<HTMLDivElement, BulkRemovalProgressProps>(function BulkRemovalProgress(props, ref) {
    const { run, titleId } = useRun('BulkRemovalProgress')
    const { kit, words } = useBulkRuns()
    const { status, total, done, failed, notSent, stoppedBy, pausedUntil } = run
    const busy = isBusy(run)
    const stopping = status === 'stopping'
    return (
      <div data-slot="bulk-removal-progress" data-status={status} aria-busy={busy || undefined} {...props} ref={ref}>
        <p data-slot="bulk-removal-title" id={titleId}>
          {titleOf(run, words)}
        </p>
        {status === 'ended' ? null : (
          <progress
            data-slot="bulk-removal-bar"
            aria-label={words.progress}
            value={done + failed + notSent}
            max={total}
          />
        )}
        {status === 'ended' ? null : <BulkCounts run={run} words={words} />}
        {status === 'paused' && pausedUntil !== undefined ? <BulkCountdown until={pausedUntil} words={words} /> : null}
        {status === 'offline' ? <p data-slot="bulk-removal-sentence">{words.offline}</p> : null}
        {stopping ? <p data-slot="bulk-removal-sentence">{words.stopping}</p> : null}
        {status === 'elsewhere' ? <p data-slot="bulk-removal-sentence">{words.elsewhere}</p> : null}
        {status === 'interrupted' ? <p data-slot="bulk-removal-sentence">{words.interruptedHint}</p> : null}
        {stoppedBy && status === 'ended' ? (
          <p data-slot="bulk-removal-stopped">{describeError(kit, stoppedBy, '')}</p>
        ) : null}
        {busy ? (
          <div data-slot="bulk-removal-actions">
            <BulkButton
              data-slot="bulk-removal-stop"
              aria-disabled={stopping || undefined}
              onClick={() => run.cancel()}
            >
              {words.stop}
            </BulkButton>
          </div>
        ) : null}
        {status === 'interrupted' ? (
          <div data-slot="bulk-removal-actions">
            <BulkButton data-slot="bulk-removal-go-on" onClick={() => run.resume()}>
              {words.goOn}
            </BulkButton>
            <BulkButton data-slot="bulk-removal-give-up" onClick={() => run.dismiss()}>
              {words.giveUp}
            </BulkButton>
          </div>
        ) : null}
      </div>
    )
  })
