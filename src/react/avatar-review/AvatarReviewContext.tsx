'use client'

import { type ComponentPropsWithoutRef, type ForwardRefExoticComponent, forwardRef, type RefAttributes } from 'react'
import { displayName } from '../../core/user.ts'
import { PreviousPictures } from './PreviousPictures.tsx'
import { ReviewFacts } from './ReviewFacts.tsx'
import { useReview } from './review.ts'

export interface AvatarReviewContextProps extends ComponentPropsWithoutRef<'aside'> {}

/**
 * Who the person in front is: name, e-mail address, status, when they joined and were last active, what the host
 * adds, and earlier pictures where the adapter keeps them. Renders an `<aside>`.
 */
export const AvatarReviewContext: ForwardRefExoticComponent<AvatarReviewContextProps & RefAttributes<HTMLElement>> =
  forwardRef<HTMLElement, AvatarReviewContextProps>(function AvatarReviewContext({ children, ...props }, ref) {
    const { words, current, page } = useReview('AvatarReviewContext')
    if (page.length === 0) return null
    return (
      <aside data-slot="avatar-review-context" aria-label={words.context} {...props} ref={ref}>
        {current ? (
          <>
            <p data-slot="avatar-review-context-name" dir="auto">
              {displayName(current.user)}
            </p>
            <ReviewFacts user={current.user} />
            <PreviousPictures key={current.key} user={current.user} />
          </>
        ) : null}
        {children}
      </aside>
    )
  })
