import { type InfiniteData, infiniteQueryOptions, type UseInfiniteQueryOptions } from '@tanstack/react-query'
import type { ImageEvent } from '../../core/adapter.ts'
import { AvatarKitError } from '../../core/errors.ts'
import type { AvatarKit } from '../kit.ts'
import { type EventsKey, type ImageEventsParams, imageEventsQueryKey } from './imageEventsQueryKey.ts'

/**
 * An event as the cache has it. Its picture is under another name there: an `imageUrl` beside a `userId` would be
 * taken for the user's picture of now, and go with it.
 */
export type CachedImageEvent = Omit<ImageEvent, 'imageUrl'> & { keptUrl?: string | null }

export interface ImageEventsPage {
  data: CachedImageEvent[]
  totalCount: number
}

export interface ImageEventList {
  events: ImageEvent[]
  totalCount: number
}

const cached = ({ imageUrl, ...event }: ImageEvent): CachedImageEvent =>
  imageUrl === undefined ? event : { ...event, keptUrl: imageUrl }

/** All pages as one list. What is done meanwhile moves the pages along, so that one may come twice. */
function listOf({ pages }: InfiniteData<ImageEventsPage>): ImageEventList {
  const events = new Map(
    pages.flatMap(({ data }) => data).map(({ keptUrl, ...event }) => [event.id, { ...event, imageUrl: keptUrl }]),
  )
  return { events: [...events.values()], totalCount: Math.max(pages.at(-1)?.totalCount ?? 0, events.size) }
}

/** Options of the query that reads events through the adapter's `getImageEvents`, page after page. */
export function imageEventsQueryOptions(
  kit: AvatarKit,
  params: ImageEventsParams = {},
): UseInfiniteQueryOptions<ImageEventsPage, AvatarKitError, ImageEventList, EventsKey, number> {
  return infiniteQueryOptions({
    queryKey: imageEventsQueryKey(params),
    retry: false,
    initialPageParam: 0,
    queryFn: async ({ signal, pageParam }): Promise<ImageEventsPage> => {
      const { getImageEvents } = kit.adapter
      if (!getImageEvents)
        throw new AvatarKitError('misconfigured', {
          message: 'avatarkit: the activity needs an adapter with `getImageEvents`.',
        })
      const { data, totalCount } = await getImageEvents({ ...params, offset: pageParam }, { signal })
      return { data: data.map(cached), totalCount }
    },
    getNextPageParam: ({ data, totalCount }, _, offset) =>
      data.length > 0 && offset + data.length < totalCount ? offset + data.length : undefined,
    select: listOf,
  })
}
