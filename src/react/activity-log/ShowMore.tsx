'use client'

import type { UseInfiniteQueryResult } from '@tanstack/react-query'
import { type ReactElement, type RefObject, useId, useMemo, useRef, useState } from 'react'
import type { AvatarKitError } from '../../core/errors.ts'
import type { ActivityMessages } from '../../core/messages.ts'
import { useAvatarKit } from '../kit.ts'
import type { ImageEventList } from './imageEventsQueryOptions.ts'
import { passFocusTo } from './passFocusTo.ts'

export interface ShowMoreProps {
  words: ActivityMessages
  query: UseInfiniteQueryResult<ImageEventList, AvatarKitError>
  /** Where the items are. */
  root: RefObject<HTMLElement | null>
}

/** Reads the next page; how many are there then is said once. With the last page it goes, and the focus is on the first that came. */
export function ShowMore({ words, query, root }: ShowMoreProps): ReactElement {
  const { data, hasNextPage, isFetchingNextPage, fetchNextPage } = query
  const { locale } = useAvatarKit()
  const id = useId()
  const [said, setSaid] = useState('')
  const before = useRef(0)
  const keepFocus = useMemo(
    () => passFocusTo(() => root.current?.querySelectorAll<HTMLElement>('li')[before.current]),
    [root],
  )
  const more = async () => {
    before.current = data?.events.length ?? 0
    setSaid('')
    const { data: after } = await fetchNextPage()
    if (after && after.events.length > before.current)
      setSaid(words.shown({ shown: after.events.length, total: after.totalCount }))
  }
  return (
    <>
      {hasNextPage && data ? (
        <div data-slot="activity-more" ref={keepFocus}>
          <button
            type="button"
            data-slot="activity-more-button"
            aria-describedby={id}
            aria-disabled={isFetchingNextPage || undefined}
            onClick={() => {
              if (!isFetchingNextPage) void more()
            }}
          >
            {isFetchingNextPage ? words.loadingMore : words.showMore}
          </button>
          <span data-slot="activity-more-count" id={id} dir={locale.direction}>
            {words.shown({ shown: data.events.length, total: data.totalCount })}
          </span>
        </div>
      ) : null}
      <div data-slot="avatarkit-live-region" role="status">
        {said}
      </div>
    </>
  )
}
