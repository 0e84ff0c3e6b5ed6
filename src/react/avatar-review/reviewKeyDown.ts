import type { KeyboardEvent } from 'react'
import { isCommand } from '../ownKey.ts'
import { moveIn, shapeOf } from './gridMoves.ts'
import type { ReviewItem } from './ReviewQueue.ts'
import type { Review } from './review.ts'
import { commandOf, digitOf } from './reviewKeys.ts'

const CARD = '[data-slot="avatar-review-card"]'

/**
 * Single keys, for the grid and for the dialog: only what has the focus in it hears them, and nobody decides by what is
 * typed in a field or in what the host opened over it. Held keys decide nothing more.
 */
export function onReviewKeyDown(event: KeyboardEvent<HTMLElement>, review: Review): void {
  const { session, keys, keysOn } = review
  if (!isCommand(event)) return
  const command = keysOn ? commandOf(event, keys) : undefined
  if (command) {
    event.preventDefault()
    if (event.repeat) return
    if (command === 'undo') return session.undo()
    // Asked of the queue, which is never a render behind.
    const item = session.queue.current
    if (!item) return
    if (command === 'reveal') return toggleReveal(review, item)
    return session.decide(item, command)
  }
  const digit = keysOn ? digitOf(event) : undefined
  if (digit === undefined || review.reasons.length === 0 || digit > review.reasons.length) return
  event.preventDefault()
  review.setReason(review.reasons[digit - 1]?.code)
}

/** Uncovers a picture until it is asked again, decided or left. */
export function toggleReveal({ revealed, setRevealed }: Review, item: ReviewItem): void {
  setRevealed(revealed?.key === item.key ? undefined : item)
}

/** What the whole review hears: undo, also where a page ends. */
export function onUndoKey(event: KeyboardEvent<HTMLElement>, { session, keys, keysOn }: Review): void {
  if (!keysOn || commandOf(event, keys) !== 'undo' || !isCommand(event)) return
  event.preventDefault()
  if (!event.repeat) session.undo()
}

/** Arrows, Home and End over the cards as they are laid out; whether it was one of them. */
export function moveOverCards(event: KeyboardEvent<HTMLElement>, grid: HTMLElement): boolean {
  if (event.altKey || event.metaKey || event.shiftKey || !isCommand(event)) return false
  const cards = [...grid.querySelectorAll<HTMLElement>(CARD)]
  const at = cards.findIndex((card) => card.contains(event.target as Node))
  if (at < 0) return false
  const to = moveIn(shapeOf(cards), at, event)
  if (to === undefined) return false
  event.preventDefault()
  cards[to]?.querySelector<HTMLElement>('[data-slot="avatar-review-cell"]')?.focus()
  return true
}

/** In the dialog, arrows lead to the pictures before and after; whether it was one of them. */
export function selectBeside(event: KeyboardEvent<HTMLElement>, { session, kit }: Review): boolean {
  const { key, altKey, ctrlKey, metaKey } = event
  if (altKey || ctrlKey || metaKey || (key !== 'ArrowLeft' && key !== 'ArrowRight') || !isCommand(event)) return false
  const { queue } = session
  const onward = (key === 'ArrowRight') === (kit.locale.direction === 'ltr')
  const at = queue.page.findIndex((item) => item.key === queue.get().currentKey)
  const beside = queue.page[at + (onward ? 1 : -1)]
  if (beside) queue.select(beside.key)
  return true
}
