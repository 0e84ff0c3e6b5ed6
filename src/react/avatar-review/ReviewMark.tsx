import type { ReactElement } from 'react'
import type { ReviewMessages } from '../../core/messages.ts'
import type { Reason } from '../reason/checkAnswers.ts'
import { ReviewIcon } from './ReviewIcon.tsx'
import type { ReviewItem } from './ReviewQueue.ts'

/** What was decided, in words. */
function markOf(
  { decision, reason, final }: ReviewItem,
  words: ReviewMessages,
  reasons: readonly Reason[],
): string | undefined {
  if (decision === 'keep') return words.kept
  if (decision === 'skip') return words.skipped
  if (decision !== 'remove') return undefined
  if (final) return words.removedForGood
  const label = reasons.find(({ code }) => code === reason)?.label ?? reason
  return label === undefined ? words.removed : words.removedFor(label)
}

/** What was decided. Renders a `<span>`. */
export function ReviewMark({
  item,
  words,
  reasons,
}: {
  item: ReviewItem
  words: ReviewMessages
  reasons: readonly Reason[]
}): ReactElement | null {
  const text = markOf(item, words, reasons)
  if (!item.decision || !text) return null
  return (
    <span data-slot="avatar-review-mark" data-decision={item.decision}>
      <ReviewIcon name={item.decision} />
      <span data-slot="avatar-review-mark-text" title={text}>
        {text}
      </span>
    </span>
  )
}
