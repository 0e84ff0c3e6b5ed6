'use client'

import { type ComponentPropsWithoutRef, type ForwardRefExoticComponent, forwardRef, type RefAttributes } from 'react'
import { BulkAnnouncements } from './BulkAnnouncements.tsx'
import { BulkRemovalRun } from './BulkRemovalRun.tsx'
import { useBulkRemovals } from './useBulkRemovals.ts'

export interface BulkRemovalRunsProps extends Omit<ComponentPropsWithoutRef<'div'>, 'children'> {}

/**
 * Every removal of many images in this panel that was not closed, wherever it was started, and after a reload what
 * was left unfinished. Speaks of the progress now and then. Renders a `<div>`.
 */
export const BulkRemovalRuns: ForwardRefExoticComponent<BulkRemovalRunsProps & RefAttributes<HTMLDivElement>> =
  forwardRef<HTMLDivElement, BulkRemovalRunsProps>(function BulkRemovalRuns(props, ref) {
    const list = useBulkRemovals()
    return (
      <div data-slot="bulk-removal-runs" {...props} ref={ref}>
        {list.map((run) => (
          <BulkRemovalRun key={run.id} run={run} />
        ))}
        <BulkAnnouncements list={list} />
      </div>
    )
  })
