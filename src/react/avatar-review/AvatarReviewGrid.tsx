'use client'

import {
  type ComponentPropsWithoutRef,
  type ForwardRefExoticComponent,
  forwardRef,
  type KeyboardEvent,
  type RefAttributes,
} from 'react'
import { ReviewCard } from './ReviewCard.tsx'
import { useReview } from './review.ts'
import { moveOverCards, onReviewKeyDown } from './reviewKeyDown.ts'

export interface AvatarReviewGridProps extends Omit<ComponentPropsWithoutRef<'div'>, 'children'> {}

/** Boxes where the first pictures will be. */
const BOXES = Array.from({ length: 12 }, (_, at) => at)

/**
 * The page of pictures: one of them has the focus, arrows go over them as they are laid out, single keys decide.
 * Renders a `<div role="grid">`; empty boxes while the first page comes; nothing where there is no picture.
 */
export const AvatarReviewGrid: ForwardRefExoticComponent<AvatarReviewGridProps & RefAttributes<HTMLDivElement>> =
  forwardRef<HTMLDivElement, AvatarReviewGridProps>(function AvatarReviewGrid({ onKeyDown, ...props }, ref) {
    const review = useReview('AvatarReviewGrid')
    const { page, state, source, words, revealed, revealAll } = review
    const { kit, session, keys, keysOn, reasons, preferences, setRevealed, enlargeable, setEnlarged } = review
    if (page.length === 0) {
      if (!source.loading) return null
      return (
        <div data-slot="avatar-review-skeleton" data-waiting={source.waiting ? '' : undefined} aria-hidden="true">
          {BOXES.map((at) => (
            <span key={at} data-slot="avatar-review-box" />
          ))}
        </div>
      )
    }
    return (
      // oxlint-disable-next-line jsx-a11y/interactive-supports-focus -- its cells are, one of them by Tab
      <div
        role="grid"
        data-slot="avatar-review-grid"
        aria-label={words.grid}
        {...props}
        onKeyDown={(event: KeyboardEvent<HTMLDivElement>) => {
          onKeyDown?.(event)
          if (!moveOverCards(event, event.currentTarget)) onReviewKeyDown(event, review)
        }}
        ref={ref}
      >
        {page.map((item) => (
          <ReviewCard
            key={item.key}
            {...{
              kit,
              session,
              words,
              keys,
              keysOn,
              reasons,
              preferences,
              setRevealed,
              enlargeable,
              setEnlarged,
              item,
            }}
            current={item.key === state.currentKey}
            revealed={revealed?.key === item.key || (revealAll && !item.decision)}
          />
        ))}
      </div>
    )
  })
