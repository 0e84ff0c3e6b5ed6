'use client'

import { type ForwardRefExoticComponent, forwardRef, type RefAttributes } from 'react'
import { BulkRemovalDialog } from './BulkRemovalDialog.tsx'
import { BulkRemovalRoot, type BulkRemovalRootProps } from './BulkRemovalRoot.tsx'
import { BulkRemovalRuns } from './BulkRemovalRuns.tsx'
import { BulkRemovalTrigger } from './BulkRemovalTrigger.tsx'

export interface BulkRemovalProps extends Omit<BulkRemovalRootProps, 'children' | 'asChild'> {
  /** Class names for the parts. */
  classNames?: Partial<Record<'trigger' | 'dialog' | 'runs', string>>
}

/**
 * Removes the images of many users: the parts in their usual order. For other layouts, such as a trigger in a
 * table's toolbar and the progress in the shell, put the parts (`BulkRemovalRoot`, `…Trigger`, `…Dialog`, `…Runs`,
 * `…Tray`) together yourself. Renders a `<div>`.
 *
 * @throws AvatarKitError `misconfigured` without a provider, or where one of `users` has no id
 */
export const BulkRemoval: ForwardRefExoticComponent<BulkRemovalProps & RefAttributes<HTMLDivElement>> = forwardRef<
  HTMLDivElement,
  BulkRemovalProps
>(function BulkRemoval({ classNames = {}, ...props }, ref) {
  return (
    <BulkRemovalRoot {...props} ref={ref}>
      <BulkRemovalTrigger className={classNames.trigger} />
      <BulkRemovalDialog className={classNames.dialog} />
      <BulkRemovalRuns className={classNames.runs} />
    </BulkRemovalRoot>
  )
})
