'use client'

import { Slot } from 'radix-ui'
import {
  type ComponentPropsWithoutRef,
  type ForwardRefExoticComponent,
  forwardRef,
  type RefAttributes,
  useId,
  useMemo,
} from 'react'
import { useAvatarKit } from '../kit.ts'
import { BulkRemovalProgress } from './BulkRemovalProgress.tsx'
import { BulkRemovalReport } from './BulkRemovalReport.tsx'
import type { BulkRun } from './BulkRun.ts'
import { RunContext } from './bulk.ts'

export interface BulkRemovalRunProps extends ComponentPropsWithoutRef<'section'> {
  /** As `useBulkRemovals` lists it. */
  run: BulkRun
  asChild?: boolean
}

/** One removal of many: by default its progress and its report. Renders a `<section>` named by its heading. */
export const BulkRemovalRun: ForwardRefExoticComponent<BulkRemovalRunProps & RefAttributes<HTMLElement>> = forwardRef<
  HTMLElement,
  BulkRemovalRunProps
>(function BulkRemovalRun({ run, asChild, children, ...props }, ref) {
  const { locale } = useAvatarKit()
  const titleId = useId()
  const parts = useMemo(() => ({ run, titleId }), [run, titleId])
  const Element = asChild ? Slot.Root : 'section'
  return (
    <RunContext.Provider value={parts}>
      <Element
        data-slot="bulk-removal-run"
        data-status={run.status}
        aria-labelledby={titleId}
        dir={locale.direction}
        lang={locale.code}
        tabIndex={-1}
        {...props}
        ref={ref}
      >
        {children ?? (
          <>
            <BulkRemovalProgress />
            <BulkRemovalReport />
          </>
        )}
      </Element>
    </RunContext.Provider>
  )
})
