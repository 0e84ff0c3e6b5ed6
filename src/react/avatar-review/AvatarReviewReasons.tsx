'use client'

import {
  type ComponentPropsWithoutRef,
  type ForwardRefExoticComponent,
  forwardRef,
  type RefAttributes,
  useId,
} from 'react'
import { useReview } from './review.ts'

export interface AvatarReviewReasonsProps extends Omit<ComponentPropsWithoutRef<'div'>, 'children'> {}

/**
 * With which reason the next pictures are removed: chosen before, by a digit or here, and kept until another is.
 * Renders a `<div role="group">` of toggle buttons, or nothing without `reasons`.
 */
export const AvatarReviewReasons: ForwardRefExoticComponent<AvatarReviewReasonsProps & RefAttributes<HTMLDivElement>> =
  forwardRef<HTMLDivElement, AvatarReviewReasonsProps>(function AvatarReviewReasons(props, ref) {
    const { words, reasons, reason, setReason, keysOn } = useReview('AvatarReviewReasons')
    const id = useId()
    if (reasons.length === 0) return null
    return (
      <div role="group" data-slot="avatar-review-reasons" aria-labelledby={id} {...props} ref={ref}>
        <span id={id} data-slot="avatar-review-reasons-label">
          {words.reason}
        </span>
        {reasons.map(({ code, label, description }, at) => (
          <button
            key={code}
            type="button"
            data-slot="avatar-review-reason"
            aria-pressed={code === reason}
            title={description}
            aria-keyshortcuts={keysOn && at < 9 ? String(at + 1) : undefined}
            onClick={() => setReason(code === reason ? undefined : code)}
          >
            {keysOn && at < 9 ? (
              <kbd data-slot="avatar-review-key" aria-hidden="true">
                {at + 1}
              </kbd>
            ) : null}
            {label}
          </button>
        ))}
      </div>
    )
  })
