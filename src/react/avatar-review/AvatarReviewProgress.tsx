'use client'

import {
  type ComponentPropsWithoutRef,
  type ForwardRefExoticComponent,
  forwardRef,
  type RefAttributes,
  useSyncExternalStore,
} from 'react'
import { useReview } from './review.ts'

export interface AvatarReviewProgressProps extends Omit<ComponentPropsWithoutRef<'p'>, 'children'> {}

const none = () => 0

/** How many are left and how many are done. No speed: nobody is to be hurried. Renders a `<p>`. */
export const AvatarReviewProgress: ForwardRefExoticComponent<
  AvatarReviewProgressProps & RefAttributes<HTMLParagraphElement>
> = forwardRef<HTMLParagraphElement, AvatarReviewProgressProps>(function AvatarReviewProgress(props, ref) {
  const { words, state, source, session } = useReview('AvatarReviewProgress')
  const { removals } = session
  const waiting = useSyncExternalStore(removals.subscribe, () => removals.waiting, none)
  const done = state.items.filter(({ decision }) => decision).length
  const left = state.items.length - done + source.remaining
  // Its place is there before.
  const known = state.items.length > 0 || source.done
  return (
    <p data-slot="avatar-review-progress" {...props} ref={ref}>
      {known ? (
        <>
          <bdi data-slot="avatar-review-left">{words.left({ count: left })}</bdi>
          <bdi data-slot="avatar-review-done">{words.done({ count: done })}</bdi>
        </>
      ) : null}
      {waiting > 0 ? <bdi data-slot="avatar-review-waiting">{words.waiting({ count: waiting })}</bdi> : null}
    </p>
  )
})
