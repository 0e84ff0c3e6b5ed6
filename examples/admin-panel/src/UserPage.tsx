import { useQuery } from '@tanstack/react-query'
import type { User } from 'avatarkit'
import {
  displayName,
  isAvatarKitError,
  UserAvatarManagerConfirmDialog,
  UserAvatarManagerImage,
  UserAvatarManagerName,
  UserAvatarManagerRemoveTrigger,
  UserAvatarManagerRoot,
  UserAvatarManagerStatus,
  useAvatarKit,
} from 'avatarkit'
import { ActivityLog, RemovedImages } from 'avatarkit/activity'
import { UserImageUpload } from 'avatarkit/upload'
import type { ReactElement } from 'react'
import { dateOf, timeOf } from './dates.ts'
import { PageHeading } from './PageHeading.tsx'
import { userOptions } from './queries.ts'
import { questions, recordedReasons } from './questions.ts'
import { Link, lastAddress } from './router.tsx'
import { EmptyState, ErrorState, SkeletonRows } from './states.tsx'

export function UserPage({ userId }: { userId: string }): ReactElement {
  const { data: user, error, refetch } = useQuery(userOptions(useAvatarKit(), userId))
  const isUnknown = isAvatarKitError(error) && (error.code === 'user-not-found' || error.code === 'invalid-user-id')
  return (
    <>
      <Link className="panel-link panel-back" href={lastAddress('/users')}>
        All users
      </Link>
      <PageHeading title={user && !isUnknown ? displayName(user) : 'User'} note={userId} />
      {user && !isUnknown && <UserDesk user={user} />}
      {isUnknown && (
        <EmptyState title="There is no such user">
          <p>They may have been deleted since you followed the link.</p>
        </EmptyState>
      )}
      {!user &&
        !isUnknown &&
        (error ? (
          <ErrorState title="This user could not be loaded" error={error} onRetry={() => void refetch()} />
        ) : (
          <SkeletonRows rows={4} label="Loading the user" />
        ))}
    </>
  )
}

function UserDesk({ user }: { user: User }): ReactElement {
  return (
    <div className="panel-user">
      <div className="panel-user-side">
        <section className="panel-card" aria-labelledby="image-heading">
          <h2 id="image-heading">Profile image</h2>
          <UserAvatarManagerRoot user={user} confirm={questions}>
            <UserAvatarManagerImage size="xl" />
            <div data-slot="user-avatar-manager-body">
              <UserAvatarManagerName />
              <div className="panel-image-actions">
                <UserAvatarManagerRemoveTrigger />
                <UserImageUpload />
              </div>
              <UserAvatarManagerStatus />
            </div>
            <UserAvatarManagerConfirmDialog />
          </UserAvatarManagerRoot>
        </section>
        <section className="panel-card" aria-labelledby="details-heading">
          <h2 id="details-heading">Details</h2>
          <Details user={user} />
        </section>
      </div>
      <section className="panel-card" aria-labelledby="activity-heading">
        <h2 id="activity-heading">What was done</h2>
        {!user.hasImage && <RemovedImages userId={user.id} reasons={recordedReasons} className="panel-bring-back" />}
        <ActivityLog userId={user.id} reasons={recordedReasons} limit={10} />
      </section>
    </div>
  )
}

function Details({ user }: { user: User }): ReactElement {
  return (
    <dl className="panel-details">
      <dt>E-mail</dt>
      <dd>{user.emailAddress ? <Address text={user.emailAddress} /> : '–'}</dd>
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
      <dt>Last active</dt>
      <dd>{timeOf(user.lastActiveAt)}</dd>
      <dt>Last change</dt>
      <dd>{timeOf(user.updatedAt)}</dd>
      <dt>Id</dt>
      <dd>
        <code>{user.id}</code>
      </dd>
    </dl>
  )
}

/** Where it is broken, it is broken after its @. */
function Address({ text }: { text: string }): ReactElement {
  const [name, ...rest] = text.split('@')
  return (
    <>
      {name}@<wbr />
      {rest.join('@')}
    </>
  )
}
