'use client'

import {
  type KeyboardEvent,
  type MouseEvent,
  memo,
  type NamedExoticComponent,
  type ReactElement,
  useState,
} from 'react'
import { displayName } from '../../core/user.ts'
import { describeError } from '../deleteUserProfileImageOptions.ts'
import { isCommand } from '../ownKey.ts'
import { useImageOf } from '../useUserImage.ts'
import { ReviewButtons } from './ReviewButtons.tsx'
import { ReviewIcon } from './ReviewIcon.tsx'
import { ReviewMark } from './ReviewMark.tsx'
import { ReviewPicture } from './ReviewPicture.tsx'
import type { ReviewItem } from './ReviewQueue.ts'
import type { Review } from './review.ts'
import { useHold } from './useHold.ts'

export interface ReviewCardProps
  extends Pick<
    Review,
    | 'kit'
    | 'session'
    | 'words'
    | 'keys'
    | 'keysOn'
    | 'reasons'
    | 'preferences'
    | 'setRevealed'
    | 'enlargeable'
    | 'setEnlarged'
  > {
  item: ReviewItem
  current: boolean
  revealed: boolean
}

const nobody = { imageUrl: null, hasImage: false }

/** One picture to judge. Drawn again only when something about it changes. Renders a row with two cells: what is judged, and the buttons. */
export const ReviewCard: NamedExoticComponent<ReviewCardProps> = memo(function ReviewCard(
  props: ReviewCardProps,
): ReactElement {
  const { kit, session, words, reasons, preferences, item, current, revealed, setRevealed, enlargeable, setEnlarged } =
    props
  const { key, user, decision, final } = item
  const now = useImageOf(kit, user)
  const image = decision === 'remove' ? nobody : now
  const hold = useHold()
  const [pointed, setPointed] = useState(false)
  const name = displayName(user)
  const error = !decision && now.imageStatus === 'failed' ? now.error : undefined
  const active = current || pointed
  const shown = revealed || hold.held
  /** It is to be decided here. */
  const open = !decision && (active || error !== undefined)
  const { messages } = kit.locale
  return (
    <div
      role="row"
      data-slot="avatar-review-card"
      data-current={current ? '' : undefined}
      data-decision={decision}
      data-status={now.imageStatus}
      onFocus={() => session.queue.select(key)}
      onPointerDown={() => session.queue.select(key)}
      onPointerEnter={({ pointerType }) => pointerType === 'mouse' && setPointed(true)}
      onPointerLeave={() => setPointed(false)}
    >
      <div
        role="gridcell"
        data-slot="avatar-review-cell"
        data-key={key}
        tabIndex={current ? 0 : -1}
        onBlur={hold.letGo}
        // A second click where a button was is not for this.
        onDoubleClick={() => enlargeable && !decision && setEnlarged(true)}
        onKeyDown={(event: KeyboardEvent) => {
          if ((event.key !== ' ' && event.key !== 'Enter') || !isCommand(event)) return
          event.preventDefault()
          if (event.repeat) return
          if (event.key === ' ') hold.hold()
          else if (enlargeable) setEnlarged(true)
        }}
        onKeyUp={(event: KeyboardEvent) => event.key === ' ' && hold.letGo()}
      >
        <ReviewPicture
          kit={kit}
          words={words}
          user={user}
          image={image}
          preferences={preferences}
          shown={shown}
          {...hold.pointer}
        >
          {error ? (
            <span data-slot="avatar-review-error" dir={kit.locale.direction}>
              <strong>{messages.notRemoved}</strong> {describeError(kit, error, name)}
            </span>
          ) : null}
        </ReviewPicture>
        <span data-slot="avatar-review-name" dir="auto" title={name}>
          {name}
        </span>
        <span data-slot="avatar-review-foot">
          {decision ? (
            <ReviewMark item={item} words={words} reasons={reasons} />
          ) : open ? null : (
            <Email address={user.emailAddress} />
          )}
        </span>
      </div>
      {open || active ? (
        <div role="gridcell" data-slot="avatar-review-card-actions">
          {active && decision !== 'remove' ? (
            <button
              type="button"
              data-slot="avatar-review-tool"
              aria-label={words.reveal}
              title={words.reveal}
              aria-pressed={revealed}
              tabIndex={current ? undefined : -1}
              onClick={() => setRevealed(revealed ? undefined : item)}
            >
              <ReviewIcon name={revealed ? 'hide' : 'reveal'} />
            </button>
          ) : null}
          {active && enlargeable ? (
            <button
              type="button"
              data-slot="avatar-review-tool"
              aria-label={words.enlarge}
              title={words.enlarge}
              tabIndex={current ? undefined : -1}
              onClick={() => setEnlarged(true)}
            >
              <ReviewIcon name="enlarge" />
            </button>
          ) : null}
          {open ? <ReviewButtons {...props} failed={error !== undefined} tryAgain={messages.tryAgain} /> : null}
          {active && decision && !final ? (
            <button
              type="button"
              data-slot="avatar-review-undo-one"
              aria-label={words.undoOne(name)}
              title={words.undo}
              tabIndex={current ? undefined : -1}
              onClick={(event: MouseEvent) => session.undo(item, { scroll: event.detail === 0 })}
            >
              <ReviewIcon name="undo" />
            </button>
          ) : null}
        </div>
      ) : null}
    </div>
  )
})

/** In full where one points to it. */
function Email({ address }: { address: string | null }): ReactElement {
  return (
    <bdi data-slot="avatar-review-email" title={address ?? undefined}>
      {address}
    </bdi>
  )
}
