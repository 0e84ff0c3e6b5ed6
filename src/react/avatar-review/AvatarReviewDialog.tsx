'use client'

import { Dialog } from 'radix-ui'
import {
  type ComponentPropsWithoutRef,
  type ForwardRefExoticComponent,
  forwardRef,
  type KeyboardEvent,
  type ReactElement,
  type RefAttributes,
  useEffect,
  useState,
} from 'react'
import { displayName } from '../../core/user.ts'
import { DialogOverlay } from '../DialogOverlay.tsx'
import { describeError } from '../deleteUserProfileImageOptions.ts'
import { isCommand } from '../ownKey.ts'
import { isOver, useOwnModal } from '../ownModal.ts'
import { useImageOf } from '../useUserImage.ts'
import { PreviousPictures } from './PreviousPictures.tsx'
import { ReviewButtons } from './ReviewButtons.tsx'
import { ReviewFacts } from './ReviewFacts.tsx'
import { ReviewIcon } from './ReviewIcon.tsx'
import { ReviewMark } from './ReviewMark.tsx'
import { ReviewPicture } from './ReviewPicture.tsx'
import type { ReviewItem } from './ReviewQueue.ts'
import { type Review, useReview } from './review.ts'
import { onReviewKeyDown, selectBeside, toggleReveal } from './reviewKeyDown.ts'
import { useHold } from './useHold.ts'

export interface AvatarReviewDialogProps extends Omit<ComponentPropsWithoutRef<'div'>, 'children'> {}

/**
 * The picture in front, large and still covered, with its person beside it; the same keys decide, and it goes on to
 * the next. Mounted when it is first opened. Renders Radix's `Dialog.Content` in a portal.
 */
export const AvatarReviewDialog: ForwardRefExoticComponent<AvatarReviewDialogProps & RefAttributes<HTMLDivElement>> =
  forwardRef<HTMLDivElement, AvatarReviewDialogProps>(function AvatarReviewDialog(props, ref) {
    const review = useReview('AvatarReviewDialog')
    const { enlarged, current, registerDialog } = review
    useEffect(() => registerDialog(), [registerDialog])
    const [wasOpen, setWasOpen] = useState(false)
    if (enlarged && !wasOpen) setWasOpen(true)
    return wasOpen && current ? <Enlarged {...props} review={review} item={current} ref={ref} /> : null
  })

const nobody = { imageUrl: null, hasImage: false }

const Enlarged = forwardRef<HTMLDivElement, AvatarReviewDialogProps & { review: Review; item: ReviewItem }>(
  function Enlarged({ review, item, ...props }, ref) {
    const { kit, words, session, enlarged, setEnlarged, reasons, reason } = review
    const hold = useHold()
    const name = displayName(item.user)
    const close = () => setEnlarged(false)
    /** What was decided here may have been the last of the page. */
    const closeAtEnd = () => session.atEnd && close()
    const modal = useOwnModal(ref, props, close)
    const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
      props.onKeyDown?.(event)
      if (!isCommand(event)) return
      const onButton = (event.target as Element).closest('button, a, input, summary') !== null
      if (event.key === ' ' && !onButton) {
        event.preventDefault()
        if (!event.repeat) hold.hold()
      } else if (!selectBeside(event, review)) {
        onReviewKeyDown(event, review)
      }
      closeAtEnd()
    }
    const chosen = reasons.find(({ code }) => code === reason)
    return (
      <Dialog.Root open={enlarged} onOpenChange={(open) => !open && close()}>
        <Dialog.Portal container={kit.container}>
          <DialogOverlay data-slot="avatar-review-overlay" open={enlarged} />
          <Dialog.Content
            data-slot="avatar-review-dialog"
            dir={kit.locale.direction}
            lang={kit.locale.code}
            aria-describedby={undefined}
            {...props}
            {...modal}
            onKeyDown={onKeyDown}
            onKeyUp={(event) => {
              props.onKeyUp?.(event)
              if (event.key === ' ') hold.letGo()
            }}
            onInteractOutside={(event) => isOver(event.target) && event.preventDefault()}
            onOpenAutoFocus={(event) => {
              // On the dialog itself: keys are heard there, and Space holds.
              event.preventDefault()
              session.enlarge()
              ;(event.target as HTMLElement).focus()
            }}
            onCloseAutoFocus={(event) => {
              event.preventDefault()
              session.shrunk()
            }}
          >
            <div data-slot="avatar-review-dialog-head">
              <Dialog.Title data-slot="avatar-review-dialog-title" dir="auto">
                {name}
              </Dialog.Title>
              <Dialog.Close data-slot="avatar-review-close" aria-label={kit.locale.messages.close}>
                <ReviewIcon name="close" />
              </Dialog.Close>
            </div>
            <DialogPicture key={item.key} review={review} item={item} held={hold.held} pointer={hold.pointer} />
            <div data-slot="avatar-review-dialog-side">
              <ReviewFacts user={item.user} />
              <PreviousPictures key={item.key} user={item.user} />
            </div>
            {/* A click decides too, before this hears of it. */}
            <div data-slot="avatar-review-dialog-actions" role="presentation" onClick={closeAtEnd}>
              {chosen && !item.decision ? (
                <p data-slot="avatar-review-dialog-reason">
                  {words.reason} <strong>{chosen.label}</strong>
                </p>
              ) : null}
              <DialogDecisions review={review} item={item} />
            </div>
          </Dialog.Content>
        </Dialog.Portal>
      </Dialog.Root>
    )
  },
)

interface DialogPartProps {
  review: Review
  item: ReviewItem
}

function DialogPicture({
  review,
  item,
  held,
  pointer,
}: DialogPartProps & { held: boolean; pointer: object }): ReactElement {
  const { kit, words, preferences, revealAll } = review
  const now = useImageOf(kit, item.user)
  const revealed = review.revealed?.key === item.key || (revealAll && !item.decision)
  return (
    <div data-slot="avatar-review-dialog-picture">
      <ReviewPicture
        kit={kit}
        words={words}
        user={item.user}
        image={item.decision === 'remove' ? nobody : now}
        preferences={preferences}
        shown={revealed || held}
        {...pointer}
      />
      {item.decision === 'remove' ? null : (
        <button
          type="button"
          data-slot="avatar-review-dialog-reveal"
          aria-pressed={revealed}
          onClick={() => toggleReveal(review, item)}
        >
          <ReviewIcon name={revealed ? 'hide' : 'reveal'} />
          {words.reveal}
        </button>
      )}
    </div>
  )
}

function DialogDecisions({ review, item }: DialogPartProps): ReactElement {
  const { kit, words, session, keys, keysOn, reasons } = review
  const { imageStatus, error } = useImageOf(kit, item.user)
  const failure = !item.decision && imageStatus === 'failed' ? error : undefined
  const { messages } = kit.locale
  if (item.decision) return <ReviewMark item={item} words={words} reasons={reasons} />
  return (
    <>
      {failure ? (
        <p data-slot="avatar-review-dialog-error">
          <strong>{messages.notRemoved}</strong> {describeError(kit, failure, displayName(item.user))}
        </p>
      ) : null}
      <ReviewButtons
        {...{ kit, session, words, keys, keysOn, item }}
        failed={failure !== undefined}
        tryAgain={messages.tryAgain}
        current
        wide
      />
    </>
  )
}
