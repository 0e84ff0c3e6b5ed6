'use client'

import type { ReactElement } from 'react'
import { useReview } from './review.ts'

/** That nothing is left, and what can be done then. */
export function ReviewFinished(): ReactElement {
  const { kit, words, state, session, source } = useReview('AvatarReviewPager')
  const skipped = state.items.filter(({ decision }) => decision === 'skip').length
  const empty = state.items.length === 0
  return (
    <div data-slot="avatar-review-finished" tabIndex={-1}>
      <p dir={kit.locale.direction} data-slot="avatar-review-finished-title">
        {empty ? words.nothing : words.allDone}
      </p>
      <p dir={kit.locale.direction} data-slot="avatar-review-finished-text">
        {empty ? words.nothingText : words.allDoneText({ count: state.items.length })}
      </p>
      <div data-slot="avatar-review-finished-actions">
        {skipped > 0 ? (
          <button type="button" data-slot="avatar-review-revisit" onClick={() => session.revisitSkipped()}>
            {words.revisitSkipped({ count: skipped })}
          </button>
        ) : null}
        {source.restart ? (
          <button type="button" data-slot="avatar-review-restart" onClick={source.restart}>
            {words.lookAgain}
          </button>
        ) : null}
      </div>
    </div>
  )
}
