'use client'

import type { UseInfiniteQueryResult } from '@tanstack/react-query'
import { type ReactElement, useState } from 'react'
import type { AvatarKitError } from '../../core/errors.ts'
import type { ActivityMessages } from '../../core/messages.ts'
import { describeError } from '../deleteUserProfileImageOptions.ts'
import type { AvatarKit } from '../kit.ts'
import type { ImageEventList } from './imageEventsQueryOptions.ts'
import { passFocusTo } from './passFocusTo.ts'

export interface ListStateProps {
  kit: AvatarKit
  words: ActivityMessages
  query: UseInfiniteQueryResult<ImageEventList, AvatarKitError>
  /** How many are shown; `undefined` where it is not known yet. */
  count: number | undefined
  loading: string
  notLoaded: string
  empty: string
}

/** In the place of a list that is not there, or above one that could not be read again. Nothing where all is well. */
export function ListState({
  kit,
  words,
  query,
  count,
  loading,
  notLoaded,
  empty,
}: ListStateProps): ReactElement | null {
  const { error, isPending, isFetching, refetch } = query
  // It stays while it is tried again: its button has the focus.
  const [failed, setFailed] = useState<AvatarKitError>()
  if (error && error !== failed) setFailed(error)
  if (!error && !isFetching && failed) setFailed(undefined)
  const [keepFocus] = useState(() => passFocusTo())
  if (failed) {
    return (
      <div data-slot="activity-state" data-state="failed" ref={keepFocus}>
        <p data-slot="activity-state-text" role="alert" dir={kit.locale.direction}>
          <strong>{notLoaded}</strong> {describeError(kit, failed, '', words.readErrors)}
        </p>
        <button
          type="button"
          data-slot="activity-retry"
          aria-disabled={isFetching || undefined}
          onClick={() => !isFetching && void refetch()}
        >
          {kit.locale.messages.tryAgain}
        </button>
      </div>
    )
  }
  if (!isPending && count !== 0) return null
  return (
    <div data-slot="activity-state" data-state={isPending ? 'loading' : 'empty'}>
      <p data-slot="activity-state-text" dir={kit.locale.direction}>
        {isPending ? loading : empty}
      </p>
    </div>
  )
}
