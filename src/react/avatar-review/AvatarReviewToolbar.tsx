'use client'

import {
  type ComponentPropsWithoutRef,
  type ForwardRefExoticComponent,
  forwardRef,
  type RefAttributes,
  useId,
} from 'react'
import { isRepeated } from '../repeatedClicks.ts'
import { reviewBlurs } from './preferences.ts'
import { nameOfKey } from './ReviewButtons.tsx'
import { ReviewIcon } from './ReviewIcon.tsx'
import { useReview } from './review.ts'

export interface AvatarReviewToolbarProps extends ComponentPropsWithoutRef<'div'> {}

/** Undo, and how pictures are covered. What is put inside follows. Renders a `<div role="group">`. */
export const AvatarReviewToolbar: ForwardRefExoticComponent<AvatarReviewToolbarProps & RefAttributes<HTMLDivElement>> =
  forwardRef<HTMLDivElement, AvatarReviewToolbarProps>(function AvatarReviewToolbar({ children, ...props }, ref) {
    const { words, session, state, keys, keysOn, preferences, setPreferences, revealAll, setRevealAll } =
      useReview('AvatarReviewToolbar')
    const id = useId()
    const undoable = state.history.length > 0
    const undoKey = keysOn ? keys.undo[0] : undefined
    return (
      <div role="group" data-slot="avatar-review-toolbar" aria-label={words.toolbar} {...props} ref={ref}>
        <button
          type="button"
          data-slot="avatar-review-undo"
          aria-disabled={undoable ? undefined : true}
          // The focus stays: several may be undone one after another, but not two persons' by a double click.
          onClick={(event) => !isRepeated(event) && session.undo(undefined, { focus: false })}
        >
          <ReviewIcon name="undo" />
          {words.undo}
          {undoKey ? (
            <kbd data-slot="avatar-review-key" aria-hidden="true">
              {nameOfKey(undoKey, words)}
            </kbd>
          ) : null}
        </button>
        <button
          type="button"
          data-slot="avatar-review-reveal-all"
          aria-pressed={revealAll}
          onClick={() => setRevealAll(!revealAll)}
        >
          <ReviewIcon name={revealAll ? 'hide' : 'reveal'} />
          {words.revealAll}
        </button>
        <label data-slot="avatar-review-blur" htmlFor={id}>
          {words.blur}
          <select
            id={id}
            data-slot="avatar-review-blur-select"
            value={preferences.blur}
            onChange={({ currentTarget }) =>
              setPreferences({ blur: reviewBlurs.find((blur) => blur === currentTarget.value) })
            }
          >
            {reviewBlurs.map((blur) => (
              <option key={blur} value={blur}>
                {words.blurs[blur]}
              </option>
            ))}
          </select>
        </label>
        <label data-slot="avatar-review-choice">
          <input
            type="checkbox"
            data-slot="avatar-review-checkbox"
            checked={preferences.grey}
            onChange={({ currentTarget }) => setPreferences({ grey: currentTarget.checked })}
          />
          {words.grey}
        </label>
        {children}
      </div>
    )
  })
