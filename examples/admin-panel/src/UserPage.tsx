import { useQuery } from '@tanstack/react-query'
import type { User } from 'avatarkit'
import { displayName, isAvatarKitError, UserAvatarManager } from 'avatarkit'
import type { ReactElement } from 'react'
import { dateOf, timeOf } from './dates.ts'
import { PageHeading } from './PageHeading.tsx'
import { userOptions } from './queries.ts'
import { Link } from './router.tsx'
import { EmptyState, ErrorState, SkeletonRows } from './states.tsx'

export function UserPage({ userId }: { userId: string }): ReactElement {
  const { data: user, error, refetch } = useQuery(userOptions(userId))
  const isUnknown = isAvatarKitError(error) && (error.code === 'user-not-found' || error.code === 'invalid-user-id')
  return (
    <>
      <Link className="panel-link panel-back" href="/users">
        All users
      </Link>
      <PageHeading title={user && !isUnknown ? displayName(user) : 'User'} note={userId} />
      {user && !isUnknown && <UserDetails user={user} />}
      {isUnknown && (
        <EmptyState title="There is no such user">
          <p>They may have been deleted since you followed the link.</p>
        </EmptyState>
      )}
      {!user &&
        !isUnknown &&
        (error ? <ErrorState title="This user could not be loaded" error={error} onRetry={() => void refetch()} /> : <SkeletonRows rows={4} label="Loading the user" />)}
    </>
  )
}

function UserDetails({ user }: { user: User }): ReactElement {
  return (
    <div className="panel-user">
      <section className="panel-card" aria-label="Profile image">
        <h2>Profile image</h2>
        <UserAvatarManager user={user} />
      </section>
      <section className="panel-card" aria-label="Details">
        <h2>Details</h2>
        <dl className="panel-details">
          <dt>E-mail</dt>
          <dd>{user.emailAddress ?? '–'}</dd>
          {user.username && (
            <>
              <dt>Username</dt>
              <dd>{user.username}</dd>
            </>
          )}
          <dt>State</dt>
          <dd>
            <span className="panel-badge" data-kind={user.banned ? 'banned' : 'active'}>
              {user.banned ? 'Banned' : 'Active'}
            </span>
          </dd>
          <dt>Joined</dt>
          <dd>{dateOf(user.createdAt)}</dd>
          <dt>Last change</dt>
          <dd>{timeOf(user.updatedAt)}</dd>
          <dt>Id</dt>
          <dd>
            <code>{user.id}</code>
          </dd>
        </dl>
      </section>
    </div>
  )
}
