'use client'

import { type ForwardRefExoticComponent, forwardRef, type RefAttributes } from 'react'
import { AvatarReviewContext } from './AvatarReviewContext.tsx'
import { AvatarReviewDialog } from './AvatarReviewDialog.tsx'
import { AvatarReviewGrid } from './AvatarReviewGrid.tsx'
import { AvatarReviewLegend } from './AvatarReviewLegend.tsx'
import { AvatarReviewPager } from './AvatarReviewPager.tsx'
import { AvatarReviewProgress } from './AvatarReviewProgress.tsx'
import { AvatarReviewReasons } from './AvatarReviewReasons.tsx'
import { AvatarReviewRoot, type AvatarReviewRootProps } from './AvatarReviewRoot.tsx'
import { AvatarReviewStatus } from './AvatarReviewStatus.tsx'
import { AvatarReviewToolbar } from './AvatarReviewToolbar.tsx'

export interface AvatarReviewProps extends Omit<AvatarReviewRootProps, 'children' | 'asChild'> {
  /** Class names for the parts. */
  classNames?: Partial<
    Record<'progress' | 'toolbar' | 'reasons' | 'grid' | 'context' | 'pager' | 'legend' | 'dialog', string>
  >
}

/**
 * A page of users’ pictures to judge fast: covered until somebody asks, with one key for each decision. The parts in
 * their usual order; for other layouts put them together yourself. Renders a `<section>`.
 *
 * @throws AvatarKitError `misconfigured` without a provider
 */
export const AvatarReview: ForwardRefExoticComponent<AvatarReviewProps & RefAttributes<HTMLElement>> = forwardRef<
  HTMLElement,
  AvatarReviewProps
>(function AvatarReview({ classNames = {}, ...props }, ref) {
  return (
    <AvatarReviewRoot {...props} ref={ref}>
      <div data-slot="avatar-review-head">
        <AvatarReviewProgress className={classNames.progress} />
        <AvatarReviewToolbar className={classNames.toolbar} />
      </div>
      <AvatarReviewReasons className={classNames.reasons} />
      <div data-slot="avatar-review-body">
        <div data-slot="avatar-review-main">
          <AvatarReviewGrid className={classNames.grid} />
          <AvatarReviewPager className={classNames.pager} />
        </div>
        <AvatarReviewContext className={classNames.context} />
      </div>
      <AvatarReviewLegend className={classNames.legend} />
      <AvatarReviewStatus />
      <AvatarReviewDialog className={classNames.dialog} />
    </AvatarReviewRoot>
  )
})
