import { useInfiniteQuery } from '@tanstack/react-query'
import { UserAvatar } from 'avatarkit'
import type { ReactElement } from 'react'
import { memo } from 'react'
import type { Membership } from '../server/members.ts'
import { dateOf } from './dates.ts'
import { PageHeading } from './PageHeading.tsx'
import { membersOptions } from './queries.ts'
import { Link } from './router.tsx'
import { EmptyState, ErrorState, SkeletonRows } from './states.tsx'

/** The same people as members, nested in another shape and loaded bit by bit. */
export function MembersPage(): ReactElement {
  const { data, error, hasNextPage, isFetchingNextPage, fetchNextPage, refetch } = useInfiniteQuery(membersOptions)
  const members = data?.pages.flatMap((page) => page.members) ?? []
  return (
    <>
      <PageHeading
        title="Members"
        note={data && `${members.length} shown${hasNextPage ? ', more to load' : ', that is everybody'}`}
      />
      <ul className="panel-members">
        {members.map((membership) => (
          <Member key={membership.membershipId} membership={membership} />
        ))}
      </ul>
      {data && members.length === 0 && <EmptyState title="There are no members yet" />}
      {hasNextPage && (
        <button
          type="button"
          className="panel-button panel-more"
          aria-disabled={isFetchingNextPage}
          onClick={() => isFetchingNextPage || void fetchNextPage()}
        >
          {isFetchingNextPage ? 'Loading …' : 'Load more'}
        </button>
      )}
      {!data && !error && <SkeletonRows rows={10} label="Loading members" />}
      {error && (
        <ErrorState
          title={data ? 'More members could not be loaded' : 'The members could not be loaded'}
          error={error}
          onRetry={() => void (data ? fetchNextPage() : refetch())}
        />
      )}
    </>
  )
}

const Member = memo(function Member({
  membership: { person, role, joinedAt },
}: {
  membership: Membership
}): ReactElement {
  return (
    <li>
      <Link className="panel-person" href={`/users/${encodeURIComponent(person.userId)}`}>
        <UserAvatar user={person} decorative />
        <bdi>{[person.first_name, person.last_name].filter(Boolean).join(' ') || person.userId}</bdi>
      </Link>
      <span className="panel-member-facts">
        <span className="panel-badge" data-kind={role}>
          {role}
        </span>
        <span>since {dateOf(joinedAt)}</span>
      </span>
    </li>
  )
})
