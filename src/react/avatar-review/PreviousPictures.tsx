'use client'

import { useQuery } from '@tanstack/react-query'
import { type ReactElement, useEffect, useState } from 'react'
import type { ImageEvent } from '../../core/adapter.ts'
import type { User } from '../../core/user.ts'
import { enActivity } from '../../locales/en/activity.ts'
import { useWords } from '../kit.ts'
import { labelOf } from '../reason/checkAnswers.ts'
import { previousOf } from './previousOf.ts'
import { ReviewPicture } from './ReviewPicture.tsx'
import { useReview } from './review.ts'

/** Whoever decides at once needs no history: it is asked for where somebody stays. */
const STAYS_MS = 600

/** What was removed or replaced before, where the adapter keeps it. Covered until each is asked for. */
export function PreviousPictures({ user }: { user: User }): ReactElement | null {
  const { kit, words } = useReview('AvatarReviewContext')
  const { getImageEvents } = kit.adapter
  const [stayed, setStayed] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setStayed(true), STAYS_MS)
    return () => clearTimeout(timer)
  }, [])
  const allowed = getImageEvents !== undefined && kit.can('getImageEvents', user)
  const { data } = useQuery(
    {
      queryKey: ['avatarkit', 'review', 'events', user.id],
      enabled: stayed && allowed,
      staleTime: 60_000,
      retry: false,
      throwOnError: false,
      queryFn: ({ signal }) => getImageEvents!({ userId: user.id, limit: 10 }, { signal }),
    },
    kit.queryClient,
  )
  const previous = previousOf(data?.data ?? [], user)
  if (!allowed || previous.length === 0) return null
  return (
    <div data-slot="avatar-review-previous-pictures">
      <p data-slot="avatar-review-previous-title">{words.previousPictures}</p>
      {previous.map((event) => (
        <PreviousPicture key={event.id} event={event} user={user} />
      ))}
    </div>
  )
}

function PreviousPicture({ event, user }: { event: ImageEvent; user: User }): ReactElement {
  const { kit, words, preferences, revealAll } = useReview('AvatarReviewContext')
  const [revealed, setRevealed] = useState(false)
  const image = { imageUrl: event.imageUrl ?? null, hasImage: true }
  const activity = useWords('activity', enActivity)
  const reason = event.reason === undefined ? undefined : labelOf(event.reason, activity)
  const text = words.event({ type: event.type, at: event.at, reason })
  return (
    <button
      type="button"
      data-slot="avatar-review-previous-picture"
      aria-pressed={revealed || revealAll}
      onClick={() => setRevealed(!revealed)}
    >
      <ReviewPicture
        kit={kit}
        words={words}
        user={user}
        image={image}
        preferences={preferences}
        shown={revealed || revealAll}
      />
      <span data-slot="avatar-review-previous-text" suppressHydrationWarning>
        {text}
      </span>
    </button>
  )
}
