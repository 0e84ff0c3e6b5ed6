import type { ImageEventParams } from '../../core/adapter.ts'

/** What is read: of one user or of all, and how many at a time. */
export type ImageEventsParams = Omit<ImageEventParams, 'offset'>

export type EventsKey = readonly ['avatarkit', 'events', ImageEventsParams]

/** Key under which events are kept; without `params` that of all of them, to invalidate. */
export function imageEventsQueryKey(): readonly ['avatarkit', 'events']
export function imageEventsQueryKey(params: ImageEventsParams): EventsKey
export function imageEventsQueryKey(params?: ImageEventsParams): readonly ['avatarkit', 'events'] | EventsKey {
  return params ? ['avatarkit', 'events', params] : ['avatarkit', 'events']
}
