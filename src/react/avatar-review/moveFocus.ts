import { focusFirst } from '../user-avatar-manager/focus.ts'
import type { ReviewSession } from './ReviewSession.ts'

/** Where a page ends: what leads on, in the order in which it is wanted. */
const ENDS = ['next', 'finished', 'go-to-undecided', 'retry', 'pager'].map(
  (slot) => `[data-slot="avatar-review-${slot}"]`,
)

/**
 * Moves the focus where the last action wants it, after it is drawn; and where what had the focus is gone, to the
 * nearest place in the review, never to the body. `inside`: the focus was in the review.
 */
export function moveFocus(root: HTMLElement, session: ReviewSession, inside: boolean): void {
  const { activeElement, body } = root.ownerDocument
  const wish = session.takeFocusWish(inside && (activeElement === body || activeElement === null))
  // What leads on may come later than the focus.
  const waits = activeElement?.matches('[data-slot="avatar-review-pager"]') && root.contains(activeElement)
  if (!wish && !waits) return
  const card = root.querySelector<HTMLElement>(
    '[data-slot="avatar-review-card"][data-current] [data-slot="avatar-review-cell"]',
  )
  const ends = ENDS.map((selector) => root.querySelector<HTMLElement>(selector))
  if (wish?.to === 'item' && card) card.focus({ preventScroll: !wish.scroll })
  else focusFirst([...ends, card, root])
}
