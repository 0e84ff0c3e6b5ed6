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
import type { ImageEvent } from '../../core/adapter.ts'
import { toUser } from '../../core/toUser.ts'
import { enActivity } from '../../locales/en/activity.ts'
import { useAvatarKit, useWords } from '../kit.ts'
import { composeRefs } from '../user-avatar-manager/composeRefs.ts'
import { ActivityItem, type ActivityItemProps } from './ActivityItem.tsx'
import { ListState } from './ListState.tsx'
import { ShowMore } from './ShowMore.tsx'
import { dayOf } from './timeWords.ts'
import { useImageEvents } from './useImageEvents.ts'
import { useNow } from './useNow.ts'

export interface ActivityLogProps
  extends Omit<ComponentPropsWithoutRef<'section'>, 'children'>,
    Pick<ActivityItemProps, 'renderName' | 'reasons'> {
  /** Of one user. Default: of all. */
  userId?: string
  /** How many are read at a time, 1 to 500. Default 20. */
  limit?: number
  /** Of the days. Default 3. */
  headingLevel?: 2 | 3 | 4 | 5 | 6
}

/**
 * What was done to users’ images, newest first, by day. Renders a `<section>`; nothing where the adapter has no
 * `getImageEvents`, or `can` denies it.
 *
 * @throws AvatarKitError `misconfigured` without a provider
 */
export const ActivityLog: ForwardRefExoticComponent<ActivityLogProps & RefAttributes<HTMLElement>> = forwardRef<
  HTMLElement,
  ActivityLogProps
>(function ActivityLog(props, ref) {
  const kit = useAvatarKit()
  const allowed =
    kit.adapter.getImageEvents !== undefined && kit.can('getImageEvents', toUser({ id: props.userId ?? '' }))
  return allowed ? <Log {...props} ref={ref} /> : null
})

const Log = forwardRef<HTMLElement, ActivityLogProps>(function Log(
  { userId, limit = 20, headingLevel = 3, renderName, reasons, ...props },
  ref,
) {
  const kit = useAvatarKit()
  const words = useWords('activity', enActivity)
  const id = useId()
  const now = useNow()
  const query = useImageEvents({ userId, limit })
  const root = useRef<HTMLElement>(null)
  const bothRefs = useMemo(() => composeRefs(root, ref), [ref])
  const Heading = `h${headingLevel}` as const
  return (
    <section
      data-slot="activity-log"
      aria-label={words.activity}
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
        count={query.data?.events.length}
        loading={words.activityLoading}
        notLoaded={words.activityNotLoaded}
        empty={userId === undefined ? words.noActivity : words.noActivityOfUser}
      />
      {byDay(query.data?.events ?? [], (at) => dayOf(at, now, { ...words, code: kit.locale.code })).map(
        ([day, events]) => (
          <div key={day} data-slot="activity-day">
            <Heading data-slot="activity-day-title" id={`${id}-${events[0]!.id}`} suppressHydrationWarning>
              {day}
            </Heading>
            <ul data-slot="activity-list" aria-labelledby={`${id}-${events[0]!.id}`}>
              {events.map((event) => (
                <ActivityItem
                  key={event.id}
                  event={event}
                  showUser={userId === undefined}
                  renderName={renderName}
                  reasons={reasons}
                  tabIndex={-1}
                />
              ))}
            </ul>
          </div>
        ),
      )}
      <ShowMore words={words} query={query} root={root} />
    </section>
  )
})

function byDay(events: readonly ImageEvent[], dayAt: (at: number) => string): [day: string, events: ImageEvent[]][] {
  const days = new Map<string, ImageEvent[]>()
  for (const event of events) {
    const day = dayAt(event.at)
    const others = days.get(day)
    if (others) others.push(event)
    else days.set(day, [event])
  }
  return [...days]
}
