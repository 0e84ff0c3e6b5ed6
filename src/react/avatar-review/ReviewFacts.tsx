'use client'

import type { ReactElement, ReactNode } from 'react'
import { displayName, type User } from '../../core/user.ts'
import { useReview } from './review.ts'

/** Who a person is, as far as the kit knows, and what the host adds. */
export function ReviewFacts({ user }: { user: User }): ReactElement {
  const { words, kit, context } = useReview('AvatarReviewContext')
  const { emailAddress, username, banned, createdAt, lastActiveAt } = user
  const name = displayName(user)
  const date = (at: number) => (
    // The server's time zone may be another.
    <time dateTime={new Date(at).toISOString()} suppressHydrationWarning>
      {new Intl.DateTimeFormat(kit.locale.code, { dateStyle: 'medium' }).format(at)}
    </time>
  )
  const fact = (label: string, value: ReactNode) => (
    <div data-slot="avatar-review-fact">
      <dt data-slot="avatar-review-fact-label">{label}</dt>
      <dd data-slot="avatar-review-fact-value">{value}</dd>
    </div>
  )
  return (
    <>
      <dl data-slot="avatar-review-facts">
        {emailAddress && emailAddress !== name ? fact(words.email, <bdi>{emailAddress}</bdi>) : null}
        {username && username !== name ? fact(words.username, <bdi>{username}</bdi>) : null}
        {fact(words.status, banned ? <strong data-slot="avatar-review-banned">{words.banned}</strong> : words.active)}
        {createdAt === null ? null : fact(words.joined, date(createdAt))}
        {lastActiveAt === null ? null : fact(words.lastActive, date(lastActiveAt))}
      </dl>
      {context?.(user)}
    </>
  )
}
