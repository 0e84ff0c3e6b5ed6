'use client'

import {
  type ComponentPropsWithoutRef,
  type ForwardRefExoticComponent,
  forwardRef,
  type RefAttributes,
  useState,
} from 'react'
import { BulkRemovalRuns } from './BulkRemovalRuns.tsx'
import { useBulkRemovals, useBulkRuns } from './useBulkRemovals.ts'

export interface BulkRemovalTrayProps extends Omit<ComponentPropsWithoutRef<'div'>, 'children'> {}

/**
 * The panel's removals of many images in a corner of the page: for the shell around the pages, so that a run stays
 * in sight while the admin goes elsewhere. Put `BulkRemovalRuns` or a tray on a page, not both. Renders a
 * `<div role="region">`, which is empty and not seen while there is no run.
 */
export const BulkRemovalTray: ForwardRefExoticComponent<BulkRemovalTrayProps & RefAttributes<HTMLDivElement>> =
  forwardRef<HTMLDivElement, BulkRemovalTrayProps>(function BulkRemovalTray(props, ref) {
    const { kit, words } = useBulkRuns()
    const [small, setSmall] = useState(false)
    const empty = useBulkRemovals().length === 0
    const { direction, code } = kit.locale
    return (
      <div
        data-slot="bulk-removal-tray"
        data-empty={empty ? '' : undefined}
        data-small={small ? '' : undefined}
        role={empty ? undefined : 'region'}
        aria-label={empty ? undefined : words.runs}
        dir={direction}
        lang={code}
        {...props}
        ref={ref}
      >
        {empty ? null : (
          <div data-slot="bulk-removal-tray-header">
            <span data-slot="bulk-removal-tray-title">{words.runs}</span>
            <button
              type="button"
              data-slot="bulk-removal-tray-toggle"
              aria-expanded={!small}
              onClick={() => setSmall(!small)}
            >
              {small ? words.restore : words.minimise}
            </button>
          </div>
        )}
        <BulkRemovalRuns />
      </div>
    )
  })
