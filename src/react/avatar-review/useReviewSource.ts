'use client'

import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import type { UserListParams, UserOrder } from '../../core/adapter.ts'
import type { AvatarKitError } from '../../core/errors.ts'
import { viewOf } from '../../core/toUser.ts'
import type { AvatarKit } from '../kit.ts'
import type { ReviewState } from './ReviewQueue.ts'
import type { ReviewSession } from './ReviewSession.ts'

export interface ReviewSourceOptions {
  /** In what order, where the adapter's lists can. Read when a page is. Default: the server's, newest first. */
  orderBy?: UserOrder
  /** Only those who changed since then, Unix ms, where the adapter's lists can. Read when a page is. */
  changedSince?: number
  /** Your own queue in place of the adapter's list: users of any common shape. It may grow; whoever has no image is left out. */
  users?: readonly object[]
  /** With `users`: how many more your queue has beyond them. Default 0: these are all. */
  moreCount?: number
  /** With `users`: asked for more, once for each `users`, while there is still a page to judge. */
  onNeedMore?: () => void
}

/** How the pictures come. */
export interface ReviewSource {
  loading: boolean
  /** For the connection. */
  waiting: boolean
  error: AvatarKitError | undefined
  retry: () => void
  /** Nothing more comes. */
  done: boolean
  /** How many are still to come, as far as is known. */
  remaining: number
  /** Reads the list from its beginning, for what others have added. Absent where the host has the queue. */
  restart: (() => void) | undefined
}

/** Of lists that also have people without a picture. */
const UNFILTERED_LIMIT = 100

/** Keeps the page in front and the next one filled. */
export function useReviewSource(
  kit: AvatarKit,
  session: ReviewSession,
  state: ReviewState,
  options: ReviewSourceOptions,
): ReviewSource {
  const { users, moreCount = 0, onNeedMore } = options
  const { queue, position } = session
  const { pageSize } = queue
  const needsMore = state.items.length < state.start + 2 * pageSize
  const { getUserList, lists, fields } = kit.adapter
  const filtered = lists?.hasImage === true

  const query = useQuery(
    {
      queryKey: ['avatarkit', 'review', session.id, position.reads],
      enabled: users === undefined && getUserList !== undefined && needsMore && !position.done,
      // Read once: a page that is judged does not change under anybody's hands.
      staleTime: 'static',
      gcTime: 60_000,
      retry: false,
      throwOnError: false,
      queryFn: async ({ signal }): Promise<object> => {
        const gone = filtered ? session.removals.gone : { surely: 0, perhaps: 0 }
        const place = position.next(gone, filtered ? pageSize : Math.max(pageSize, UNFILTERED_LIMIT))
        const page = await getUserList!({ ...listParams(options, kit), ...place }, { signal })
        // Here and not in an effect: whoever looks at the review sees what came together with that it came.
        queue.append(page.data.map((user) => viewOf(fields, user)))
        position.came({ offset: place.offset, rows: page.data.length, totalCount: page.totalCount }, gone)
        return page
      },
    },
    kit.queryClient,
  )

  const given = kit.fields
  useEffect(() => {
    if (users) queue.append(users.map((user) => given.toUser(user)))
  }, [users, queue, given])
  const askedFor = useRef<readonly object[]>(undefined)
  useEffect(() => {
    if (!users || !needsMore || moreCount === 0 || askedFor.current === users) return
    askedFor.current = users
    onNeedMore?.()
  }, [users, needsMore, moreCount, onNeedMore])

  if (users)
    return {
      loading: moreCount > 0,
      waiting: false,
      error: undefined,
      retry: () => {},
      done: moreCount === 0,
      remaining: moreCount,
      restart: undefined,
    }
  return {
    loading: query.isFetching || (query.isPending && query.fetchStatus === 'paused'),
    waiting: query.fetchStatus === 'paused',
    error: query.isFetching ? undefined : ((query.error ?? undefined) as AvatarKitError | undefined),
    retry: () => void query.refetch(),
    done: position.done,
    remaining: filtered ? position.remaining : 0,
    restart: () => {
      position.restart()
      queue.refresh()
    },
  }
}

function listParams({ orderBy, changedSince }: ReviewSourceOptions, { adapter: { lists } }: AvatarKit): UserListParams {
  return {
    ...(lists?.hasImage ? { hasImage: true } : {}),
    ...(orderBy && lists?.orderBy?.includes(orderBy) ? { orderBy } : {}),
    ...(changedSince !== undefined && lists?.changedSince ? { changedSince } : {}),
  }
}
