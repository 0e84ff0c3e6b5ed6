'use client'

import {
  type ComponentPropsWithoutRef,
  type ForwardRefExoticComponent,
  forwardRef,
  type RefAttributes,
  useSyncExternalStore,
} from 'react'
import { useReview } from './review.ts'

export interface AvatarReviewStatusProps extends Omit<ComponentPropsWithoutRef<'div'>, 'children'> {}

const nothing = () => ''

/**
 * Says the last decision to screen readers, at most once in three seconds, and failures. Keep it in any layout.
 * Renders a `<div role="status">`, not seen with the stylesheet.
 */
export const AvatarReviewStatus: ForwardRefExoticComponent<AvatarReviewStatusProps & RefAttributes<HTMLDivElement>> =
  forwardRef<HTMLDivElement, AvatarReviewStatusProps>(function AvatarReviewStatus(props, ref) {
    const { session, finished, words, source } = useReview('AvatarReviewStatus')
    const { announcer } = session
    const said = useSyncExternalStore(announcer.subscribe, announcer.get, nothing)
    const text = source.loading && said === '' ? words.loading : said
    return (
      <div data-slot="avatar-review-status" role="status" aria-live="polite" aria-atomic="true" {...props} ref={ref}>
        {text ? <div>{text}</div> : null}
        {finished && text ? <div>{words.allDone}</div> : null}
      </div>
    )
  })
