'use client'

import type { MouseEvent, ReactElement } from 'react'
import { isRepeated } from '../repeatedClicks.ts'
import { ReviewIcon } from './ReviewIcon.tsx'
import type { ReviewDecision, ReviewItem } from './ReviewQueue.ts'
import type { Review } from './review.ts'

export interface ReviewButtonsProps extends Pick<Review, 'kit' | 'session' | 'words' | 'keys' | 'keysOn'> {
  item: ReviewItem
  /** The last removal failed. */
  failed: boolean
  tryAgain: string
  /** The picture in front: its buttons are reached by Tab, and keys are about it. */
  current: boolean
  /** With their words, where there is room. */
  wide?: boolean
}

/** Keep, remove, skip: for one picture. */
export function ReviewButtons({
  kit,
  session,
  words,
  keys,
  keysOn,
  item,
  failed,
  tryAgain,
  current,
  wide = false,
}: ReviewButtonsProps): ReactElement {
  const button = (decision: ReviewDecision, name: string, icon: 'keep' | 'remove' | 'skip' | 'retry') => {
    const key = keysOn && current ? keys[decision][0] : undefined
    return (
      <button
        type="button"
        data-slot="avatar-review-decide"
        data-decision={decision}
        aria-label={wide ? undefined : name}
        aria-keyshortcuts={key ? keys[decision].map(letterOf).join(' ') : undefined}
        title={wide ? undefined : name}
        tabIndex={current ? undefined : -1}
        // By pointer nothing scrolls away under it; the second click of a double one is not another decision.
        onClick={(event: MouseEvent) =>
          !isRepeated(event) && session.decide(item, decision, { scroll: event.detail === 0 })
        }
      >
        <ReviewIcon name={icon} />
        {wide ? name : null}
        {key ? (
          <kbd data-slot="avatar-review-key" aria-hidden="true">
            {nameOfKey(key, words)}
          </kbd>
        ) : null}
      </button>
    )
  }
  return (
    <span data-slot="avatar-review-actions">
      {button('keep', words.keep, 'keep')}
      {kit.can('deleteUserProfileImage', item.user)
        ? button('remove', failed ? tryAgain : words.remove, failed ? 'retry' : 'remove')
        : null}
      {button('skip', words.skip, 'skip')}
    </span>
  )
}

/** As it is printed on the key. */
export function nameOfKey(key: string, { keyNames }: Pick<Review['words'], 'keyNames'>): string {
  return keyNames[key] ?? letterOf(key)
}

const letterOf = (key: string) => (key.length === 1 ? key.toUpperCase() : key)
