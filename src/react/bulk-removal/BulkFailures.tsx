'use client'

import { useQuery } from '@tanstack/react-query'
import { memo, type ReactElement, useState } from 'react'
import type { BulkMessages } from '../../core/messages.ts'
import { toUser, viewOf } from '../../core/toUser.ts'
import { displayName, type User } from '../../core/user.ts'
import { describeError } from '../deleteUserProfileImageOptions.ts'
import type { AvatarKit } from '../kit.ts'
import { UserAvatar } from '../user-avatar/UserAvatar.tsx'
import { userQueryOptions } from '../userQueryOptions.ts'
import { useImageOf } from '../useUserImage.ts'
import { BulkButton } from './BulkButton.tsx'
import { type BulkFailure, type BulkRun, canRetry } from './BulkRun.ts'

/** So many rows at first, and so many more at a time: a server that is down fails a thousand. */
const ROWS = 10
const MORE_ROWS = 50

interface RowProps {
  failure: BulkFailure
  /** Whether it can be tried again now. */
  retry: ((userIds: readonly string[]) => void) | undefined
  kit: AvatarKit
  words: BulkMessages
}

/** Each failure with its reason, the first of them, and the rest on demand. Renders a `<ul>`. */
export function BulkFailures({ run, kit, words }: { run: BulkRun; kit: AvatarKit; words: BulkMessages }): ReactElement {
  const [rows, setRows] = useState(ROWS)
  const { failures } = run
  const left = failures.length - rows
  return (
    <>
      <ul data-slot="bulk-removal-failures" aria-label={words.failures}>
        {failures.slice(0, rows).map((failure) => {
          const retry = run.status === 'ended' && canRetry(failure) ? run.retry : undefined
          const props = { failure, retry, kit, words }
          return failure.user ? (
            <Row {...props} key={failure.userId} user={failure.user} />
          ) : (
            <UnknownRow {...props} key={failure.userId} />
          )
        })}
      </ul>
      {left > 0 ? (
        <BulkButton data-slot="bulk-removal-show-more" onClick={() => setRows(rows + MORE_ROWS)}>
          {words.showMore(Math.min(left, MORE_ROWS))}
        </BulkButton>
      ) : null}
    </>
  )
}

const asItIs = (user: object) => user as User

const Row = memo(function Row({ failure, retry, kit, words, user }: RowProps & { user: User }): ReactElement {
  const image = useImageOf(kit, user)
  const name = displayName(user)
  return (
    <li data-slot="bulk-removal-failure">
      <UserAvatar user={user} read={asItIs} image={image} size="sm" decorative allowHttpImages={kit.allowHttpImages} />
      <div data-slot="bulk-removal-failure-text">
        <span data-slot="bulk-removal-failure-name" dir="auto">
          {name}
        </span>
        <span data-slot="bulk-removal-failure-reason">{describeError(kit, failure.error, name)}</span>
      </div>
      {retry ? (
        <BulkButton
          data-slot="bulk-removal-retry"
          aria-label={words.tryAgainFor(name)}
          onClick={() => retry([failure.userId])}
        >
          {kit.locale.messages.tryAgain}
        </BulkButton>
      ) : null}
    </li>
  )
})

/** Of a run that an earlier page left: who they are was not kept, and is asked for. */
function UnknownRow(props: RowProps): ReactElement {
  const { kit, failure } = props
  const { data } = useQuery(
    { ...userQueryOptions(kit, failure.userId), enabled: kit.adapter.getUser !== undefined },
    kit.queryClient,
  )
  return <Row {...props} user={data ? viewOf(kit.adapter.fields, data) : toUser({ id: failure.userId })} />
}
