'use client'

import {
  type ComponentPropsWithoutRef,
  type ForwardRefExoticComponent,
  forwardRef,
  type ReactNode,
  type RefAttributes,
} from 'react'
import type { ImageEvent } from '../../core/adapter.ts'
import { toUser } from '../../core/toUser.ts'
import { displayName, type User } from '../../core/user.ts'
import { enActivity } from '../../locales/en/activity.ts'
import { useAvatarKit, useWords } from '../kit.ts'
import { reasonsOf } from '../reason/checkAnswers.ts'
import type { RemovalReason } from '../reason/RemovalQuestions.ts'
import { UserAvatar } from '../user-avatar/UserAvatar.tsx'
import { useImageOf } from '../useUserImage.ts'
import { EventTime } from './EventTime.tsx'
import { RemovedPicture } from './RemovedPicture.tsx'

export interface ActivityItemProps extends Omit<ComponentPropsWithoutRef<'li'>, 'children'> {
  /** What happened. */
  event: ImageEvent
  /** Whether it says to whom. Default true. */
  showUser?: boolean
  /** Shows a name in another way, such as in a link to the user’s page. Default: as it is. */
  renderName?: (name: string, user: User) => ReactNode
  /** The reasons of this panel, for their labels. Default: the language’s own. */
  reasons?: readonly RemovalReason[]
}

const asItIs = (user: object) => user as User

/** One thing that was done to a user’s image: to whom, what, by whom, when, and why. Renders an `<li>`. */
export const ActivityItem: ForwardRefExoticComponent<ActivityItemProps & RefAttributes<HTMLLIElement>> = forwardRef<
  HTMLLIElement,
  ActivityItemProps
>(function ActivityItem({ event, showUser = true, renderName, reasons, ...props }, ref) {
  const kit = useAvatarKit()
  const words = useWords('activity', enActivity)
  const user = toUser(event.user ?? { id: event.userId })
  const image = useImageOf(kit, user)
  const name = displayName(user)
  const { type, at, actor, reason, note, toldUser, imageUrl } = event
  return (
    <li data-slot="activity-item" data-type={type} {...props} ref={ref}>
      {showUser ? (
        <UserAvatar
          user={user}
          read={asItIs}
          image={image}
          size="md"
          decorative
          allowHttpImages={kit.allowHttpImages}
        />
      ) : (
        <span data-slot="activity-item-mark" aria-hidden="true" />
      )}
      <div data-slot="activity-item-body">
        {showUser ? (
          <span data-slot="activity-item-name" dir="auto">
            {renderName && event.user ? renderName(name, user) : name}
          </span>
        ) : null}
        <span data-slot="activity-item-line" dir={kit.locale.direction}>
          <span data-slot="activity-item-what">{words.did[type](actor.name ?? actor.id)}</span> <EventTime at={at} />
        </span>
        {reason || toldUser ? (
          <span data-slot="activity-item-facts">
            {reason ? (
              <span data-slot="activity-item-reason" dir="auto">
                {labelIn(reasons, reason, words)}
              </span>
            ) : null}
            {toldUser ? <span data-slot="activity-item-told">{words.told}</span> : null}
          </span>
        ) : null}
        {note ? (
          <blockquote data-slot="activity-item-note" dir="auto">
            {note}
          </blockquote>
        ) : null}
      </div>
      {type === 'removed' ? <RemovedPicture imageUrl={imageUrl} name={name} /> : null}
    </li>
  )
})

/** A reason as people read it, the panel’s own words first. */
export function labelIn(
  reasons: readonly RemovalReason[] | undefined,
  code: string,
  words: Parameters<typeof reasonsOf>[1],
): string {
  const known = reasonsOf(reasons, words).find((reason) => reason.code === code)
  return known?.label ?? reasonsOf([code], words)[0]!.label
}
