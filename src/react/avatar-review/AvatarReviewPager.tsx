'use client'

import { type ComponentPropsWithoutRef, type ForwardRefExoticComponent, forwardRef, type RefAttributes } from 'react'
import { isRepeated } from '../repeatedClicks.ts'
import { ReviewFinished } from './ReviewFinished.tsx'
import { useReview } from './review.ts'
import { onUndoKey } from './reviewKeyDown.ts'

export interface AvatarReviewPagerProps extends Omit<ComponentPropsWithoutRef<'div'>, 'children'> {}

/**
 * What is after the pictures: the way to the next page and back, and how loading goes; at the end, that all is done.
 * Renders a `<div role="group">`.
 */
export const AvatarReviewPager: ForwardRefExoticComponent<AvatarReviewPagerProps & RefAttributes<HTMLDivElement>> =
  forwardRef<HTMLDivElement, AvatarReviewPagerProps>(function AvatarReviewPager({ onKeyDown, ...props }, ref) {
    const review = useReview('AvatarReviewPager')
    const { kit, words, state, page, session, source, finished } = review
    const { pageSize } = session.queue
    const nextLoaded = state.items.length > state.start + pageSize
    const leftBehind = state.items.filter((item) => !item.decision && !page.includes(item)).length
    const pageDone = session.queue.pageDone
    const { error } = source
    const reason = error && words.loadErrors[error.code]
    return (
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- it hears what is pressed on its buttons
      <div
        role="group"
        data-slot="avatar-review-pager"
        aria-label={words.pages}
        data-page-done={pageDone && page.length > 0 ? '' : undefined}
        tabIndex={-1}
        {...props}
        onKeyDown={(event) => {
          onKeyDown?.(event)
          onUndoKey(event, review)
        }}
        ref={ref}
      >
        {error && !nextLoaded ? (
          <div data-slot="avatar-review-failure">
            <p data-slot="avatar-review-failure-text" dir={kit.locale.direction}>
              <strong>{words.loadFailed}</strong> {reason}
            </p>
            <button type="button" data-slot="avatar-review-retry" onClick={source.retry}>
              {kit.locale.messages.tryAgain}
            </button>
          </div>
        ) : null}
        {source.loading && !nextLoaded && (pageDone || source.waiting) ? (
          <p
            data-slot="avatar-review-loading"
            dir={kit.locale.direction}
            data-waiting={source.waiting ? '' : undefined}
          >
            {source.waiting ? words.offline : words.loading}
          </p>
        ) : null}
        {finished ? <ReviewFinished /> : null}
        <div data-slot="avatar-review-pages">
          {state.start > 0 ? (
            <button
              type="button"
              data-slot="avatar-review-previous"
              onClick={(event) => !isRepeated(event) && session.turn(-1)}
            >
              {words.previousPage}
            </button>
          ) : null}
          {nextLoaded ? (
            <button
              type="button"
              data-slot="avatar-review-next"
              onClick={(event) => !isRepeated(event) && session.turn(1)}
            >
              {words.nextPage}
            </button>
          ) : source.done && leftBehind > 0 ? (
            <button type="button" data-slot="avatar-review-go-to-undecided" onClick={() => session.turnToUndecided()}>
              {words.goToUndecided({ count: leftBehind })}
            </button>
          ) : null}
        </div>
      </div>
    )
  })
