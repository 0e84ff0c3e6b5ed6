'use client'

import {
  type ComponentPropsWithoutRef,
  type ForwardRefExoticComponent,
  forwardRef,
  type RefAttributes,
  useId,
  useMemo,
  useRef,
} from 'react'
import { commonFields } from '../../core/commonFields.ts'
import type { AvatarKitError } from '../../core/errors.ts'
import type { ImageStatus } from '../../core/status.ts'
import { toUser } from '../../core/toUser.ts'
import { displayName, type User } from '../../core/user.ts'
import { enActivity } from '../../locales/en/activity.ts'
import { type ActivityItemProps, labelIn } from '../activity-log/ActivityItem.tsx'
import { EventTime } from '../activity-log/EventTime.tsx'
import { type FormerPlace, passFocusTo } from '../activity-log/passFocusTo.ts'
import { RemovedPicture } from '../activity-log/RemovedPicture.tsx'
import { leftOf, momentOf } from '../activity-log/timeWords.ts'
import { useNow } from '../activity-log/useNow.ts'
import { useAvatarKit, useWords } from '../kit.ts'
import { useBrowserLayoutEffect } from '../useBrowserLayoutEffect.ts'
import { composeRefs } from '../user-avatar-manager/composeRefs.ts'
import { ignoreHeldKeys } from '../user-avatar-manager/ignoreHeldKeys.ts'
import { UserAvatarManagerConfirmDialog } from '../user-avatar-manager/UserAvatarManagerConfirmDialog.tsx'
import { type UserAvatarManagerRootProps, useManagerElement } from '../user-avatar-manager/UserAvatarManagerRoot.tsx'
import { useLedgerEntry } from '../useUserImage.ts'
import { RestoredImage } from './RestoredImage.tsx'
import { restoreImage } from './restoreImage.ts'

export interface RemovedImageProps
  extends Omit<ComponentPropsWithoutRef<'li'>, 'children' | 'onError'>,
    Pick<ActivityItemProps, 'event' | 'renderName' | 'reasons'>,
    Pick<UserAvatarManagerRootProps, 'mode' | 'confirm'> {
  /** Why the last try failed, in words. */
  failure?: string
  /** The user since the picture was restored here: the row then says so, and offers to remove the picture again. */
  restored?: User
  onRestore?: () => void
  onRestored?: (user: User) => void
  /** Called once when the server removed the picture again. */
  onRemoved?: (user: User) => void
  /** Called once when it was not restored. */
  onError?: (error: AvatarKitError, message: string) => void
}

const SOON_MS = 86_400_000
const AGAIN = '[data-slot="user-avatar-manager-remove-trigger"]'
const unseen = { visibility: 'hidden' } as const
/** A row of a list is no group. */
const asRow = { 'data-has-image': undefined, role: undefined, 'aria-labelledby': undefined }
/** On its way back. */
const coming = new Set<ImageStatus>(['waiting', 'uploading', 'verifying'])

/** What the row that takes the place of one that goes offers, or the row itself. */
function neighbourOf({ list, at }: FormerPlace): HTMLElement | undefined {
  const next = list?.isConnected ? (list.children[at] ?? list.lastElementChild) : undefined
  const row = next instanceof HTMLElement ? next : undefined
  const button = `${AGAIN}, :scope:not([data-restored]) > [data-slot="removed-image-restore"]`
  return row?.querySelector<HTMLElement>(button) ?? row
}

/** A picture that was removed and can still be brought back: whose, by whom, why, and for how long. Renders an `<li>`. */
export const RemovedImage: ForwardRefExoticComponent<RemovedImageProps & RefAttributes<HTMLLIElement>> = forwardRef<
  HTMLLIElement,
  RemovedImageProps
>(function RemovedImage(
  { event, renderName, reasons, mode, confirm, failure, restored, onRestore, onRestored, onRemoved, onError, ...props },
  ref,
) {
  const kit = useAvatarKit()
  const words = useWords('activity', enActivity)
  const nameId = useId()
  const now = useNow()
  const { direction } = kit.locale
  const entry = useLedgerEntry(kit, event.userId)
  const user = toUser(event.user ?? { id: event.userId })
  const name = displayName(user)
  const status = entry?.imageStatus ?? 'idle'
  const busy = status !== 'idle' && status !== 'failed'
  const until = event.restorableUntil
  const left = until !== undefined && now !== undefined ? leftOf(until, now) : undefined
  // Somebody who is gone has no place for a picture.
  const allowed =
    kit.adapter.restoreUserProfileImage !== undefined &&
    event.user !== undefined &&
    kit.can('restoreUserProfileImage', user)
  const row = useRef<HTMLLIElement>(null)
  const allRefs = useMemo(() => composeRefs(row, passFocusTo(neighbourOf), ref), [ref])
  const button = useRef<HTMLButtonElement>(null)
  const isRestored = restored !== undefined
  const hadFocus = useRef(false)
  useBrowserLayoutEffect(() => {
    // The focus stays in the row, whichever of its two buttons is there.
    if (isRestored && button.current?.matches(':focus'))
      (row.current?.querySelector<HTMLElement>(AGAIN) ?? row.current)?.focus()
    else if (!isRestored && hadFocus.current) button.current?.focus()
    hadFocus.current = false
  }, [isRestored])
  // The users of events are the kit's own views, whatever the host's `fields` are.
  const viewKit = useMemo(() => ({ ...kit, fields: commonFields }), [kit])
  // A manager that is a row: what is asked here gives the focus back to this row, and to nobody else's.
  return useManagerElement(
    viewKit,
    {
      user: restored ?? user,
      mode,
      confirm,
      onRemoved: (after) => {
        const root = row.current?.getRootNode() as Document | ShadowRoot | undefined
        hadFocus.current = row.current?.contains(root?.activeElement ?? null) ?? false
        onRemoved?.(after)
      },
      asChild: true,
      children: (
        <li
          data-slot="removed-image"
          data-status={status}
          data-restored={isRestored ? '' : undefined}
          {...asRow}
          {...props}
          ref={allRefs}
        >
          <RemovedPicture imageUrl={event.imageUrl} name={name} />
          <div data-slot="removed-image-body">
            <span data-slot="removed-image-name" id={nameId} dir="auto">
              {renderName && event.user ? renderName(name, user) : name}
            </span>
            <span data-slot="activity-item-line" dir={direction}>
              <span data-slot="activity-item-what">{words.did.removed(event.actor.name ?? event.actor.id)}</span>{' '}
              <EventTime at={event.at} />
            </span>
            {event.reason ? (
              <span data-slot="activity-item-facts">
                <span data-slot="activity-item-reason" dir="auto">
                  {labelIn(reasons, event.reason, words)}
                </span>
              </span>
            ) : null}
            {restored ? (
              <RestoredImage kit={kit} words={words} user={restored} nameId={nameId} />
            ) : until !== undefined ? (
              <span
                data-slot="removed-image-kept"
                dir={direction}
                data-soon={now !== undefined && until - now < SOON_MS ? '' : undefined}
              >
                {left ? <span data-slot="removed-image-left">{words.left(left)}</span> : null}{' '}
                <time data-slot="removed-image-until" dateTime={new Date(until).toISOString()} suppressHydrationWarning>
                  {words.keptUntil(momentOf(until, now, kit.locale.code))}
                </time>
              </span>
            ) : null}
            {coming.has(status) && !restored ? (
              <p data-slot="removed-image-progress" dir={direction}>
                {status === 'waiting' ? words.restoreWaiting : words.restoring}
              </p>
            ) : null}
            {failure && !busy && !restored ? (
              <p data-slot="removed-image-failure" dir={direction}>
                <strong>{words.notRestored}</strong> {failure}
              </p>
            ) : null}
          </div>
          {allowed ? (
            <button
              type="button"
              data-slot="removed-image-restore"
              aria-describedby={nameId}
              aria-disabled={busy || undefined}
              // It keeps its room: what is beneath does not move under the pointer.
              style={restored && unseen}
              ref={button}
              onKeyDown={ignoreHeldKeys}
              onClick={() => {
                // At once, and not with the next render: a double click is one restoration.
                const pending = kit.ledger.get(event.userId)?.imageStatus ?? 'idle'
                if (pending !== 'idle' && pending !== 'failed') return
                onRestore?.()
                restoreImage(kit, event, {
                  name,
                  words,
                  onRestored: (after) => onRestored?.(after),
                  onError: (error, message) => onError?.(error, message),
                })
              }}
            >
              {failure && !busy ? kit.locale.messages.tryAgain : words.restore}
            </button>
          ) : null}
          <UserAvatarManagerConfirmDialog />
        </li>
      ),
    },
    undefined,
    null,
  )
})
