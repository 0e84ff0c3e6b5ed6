'use client'

import {
  type ComponentPropsWithoutRef,
  type ForwardRefExoticComponent,
  forwardRef,
  type RefAttributes,
  useMemo,
  useRef,
  useState,
} from 'react'
import type { ImageEvent } from '../../core/adapter.ts'
import type { AvatarKitError } from '../../core/errors.ts'
import { toUser } from '../../core/toUser.ts'
import { displayName, type User } from '../../core/user.ts'
import { enActivity } from '../../locales/en/activity.ts'
import type { ActivityItemProps } from '../activity-log/ActivityItem.tsx'
import { ListState } from '../activity-log/ListState.tsx'
import { ShowMore } from '../activity-log/ShowMore.tsx'
import { useImageEvents } from '../activity-log/useImageEvents.ts'
import { useNow } from '../activity-log/useNow.ts'
import { describeError } from '../deleteUserProfileImageOptions.ts'
import { useAvatarKit, useWords } from '../kit.ts'
import { composeRefs } from '../user-avatar-manager/composeRefs.ts'
import { type Place, placesOf } from './placesOf.ts'
import { RemovedImage, type RemovedImageProps } from './RemovedImage.tsx'

export interface RemovedImagesProps
  extends Omit<ComponentPropsWithoutRef<'section'>, 'children' | 'onError'>,
    Pick<ActivityItemProps, 'renderName' | 'reasons'>,
    Pick<RemovedImageProps, 'mode' | 'confirm' | 'onRemoved'> {
  /** Of one user. Default: of all. */
  userId?: string
  /** How many are read at a time, 1 to 500. Default 20. */
  limit?: number
  /** Told once when the server brought a picture back. */
  onRestored?: (user: User) => void
  /** Told once when it did not. */
  onError?: (error: AvatarKitError) => void
}

/**
 * Pictures that were removed and can still be brought back, and until when. Restoring shows the picture on every
 * copy at once. The row stays in its place until the list is left, with a way to remove the picture again. Renders a
 * `<section>`; nothing if the adapter has no `getImageEvents` or no `restoreUserProfileImage`, or `can` denies seeing
 * them.
 *
 * @throws AvatarKitError `misconfigured` without a provider
 */
export const RemovedImages: ForwardRefExoticComponent<RemovedImagesProps & RefAttributes<HTMLElement>> = forwardRef<
  HTMLElement,
  RemovedImagesProps
>(function RemovedImages(props, ref) {
  const { adapter, can } = useAvatarKit()
  const allowed =
    adapter.getImageEvents !== undefined &&
    adapter.restoreUserProfileImage !== undefined &&
    can('getImageEvents', toUser({ id: props.userId ?? '' }))
  // Another user's is another list.
  return allowed ? <Tray {...props} key={props.userId} ref={ref} /> : null
})

const Tray = forwardRef<HTMLElement, RemovedImagesProps>(function Tray(
  { userId, limit = 20, renderName, reasons, mode, confirm, onRemoved, onRestored, onError, ...props },
  ref,
) {
  const kit = useAvatarKit()
  const words = useWords('activity', enActivity)
  const now = useNow()
  const query = useImageEvents({ userId, restorable: true, limit })
  const root = useRef<HTMLElement>(null)
  const bothRefs = useMemo(() => composeRefs(root, ref), [ref])
  /** Why the last try failed, by event. */
  const [failures, setFailures] = useState<ReadonlyMap<string, AvatarKitError>>(new Map())
  /** Restored here, by event: the user as the server then had them. `undefined`: removed again. */
  const [restored, setRestored] = useState<ReadonlyMap<string, { userId: string; user: User | undefined }>>(new Map())
  const [before, setBefore] = useState<readonly Place[]>([])
  const setFailure = (id: string, failure: AvatarKitError | undefined) =>
    setFailures((old) => new Map([...old].filter(([other]) => other !== id).concat(failure ? [[id, failure]] : [])))
  const kept = query.data?.events.filter(
    ({ restorableUntil }) => now === undefined || restorableUntil === undefined || restorableUntil > now,
  )
  const places = kept && placesOf(kept, before, new Set([...restored.values()].map((one) => one.userId)))
  const failureOf = ({ id, user, userId: whose }: ImageEvent) => {
    const error = failures.get(id)
    return error && describeError(kit, error, displayName(toUser(user ?? { id: whose })), words.restoreErrors)
  }
  return (
    <section
      data-slot="removed-images"
      aria-label={words.removedImages}
      aria-busy={query.isPending || undefined}
      lang={kit.locale.code}
      tabIndex={-1}
      {...props}
      ref={bothRefs}
    >
      <ListState
        kit={kit}
        words={words}
        query={query}
        count={places?.length}
        loading={words.removedImagesLoading}
        notLoaded={words.removedImagesNotLoaded}
        empty={words.noRemovedImages}
      />
      {places && places.length > 0 ? (
        <ul data-slot="removed-images-list">
          {places.map(({ id, event }) => (
            <RemovedImage
              key={id}
              event={event}
              renderName={renderName}
              reasons={reasons}
              mode={mode}
              confirm={confirm}
              failure={failureOf(event)}
              restored={restored.get(event.id)?.user}
              tabIndex={-1}
              onRestore={() => {
                setFailure(event.id, undefined)
                setBefore(places)
              }}
              onRestored={(user) => {
                setRestored((old) => new Map(old).set(event.id, { userId: event.userId, user }))
                onRestored?.(user)
              }}
              onRemoved={(user) => {
                setRestored((old) => new Map(old).set(event.id, { userId: event.userId, user: undefined }))
                onRemoved?.(user)
              }}
              onError={(error) => {
                setFailure(event.id, error)
                onError?.(error)
              }}
            />
          ))}
        </ul>
      ) : null}
      <ShowMore words={words} query={query} root={root} />
      {places && places.length > 0 ? (
        <p data-slot="removed-images-notice" dir={kit.locale.direction}>
          {words.keptNotice}
        </p>
      ) : null}
    </section>
  )
})
