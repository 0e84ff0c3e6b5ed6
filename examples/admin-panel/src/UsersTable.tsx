import type { User } from 'avatarkit'
import {
  UserAvatarManagerConfirmDialog,
  UserAvatarManagerImage,
  UserAvatarManagerName,
  UserAvatarManagerRemoveTrigger,
  UserAvatarManagerRoot,
  UserAvatarManagerStatus,
} from 'avatarkit'
import type { ReactElement } from 'react'
import { memo } from 'react'
import { dateOf } from './dates.ts'
import { Link } from './router.tsx'

/** `isStale`: the rows are still those of the page before. */
export function UsersTable({ users, isStale }: { users: User[]; isStale: boolean }): ReactElement {
  return (
    <table className="panel-table" aria-busy={isStale}>
      <thead>
        <tr>
          <th scope="col">Name</th>
          <th scope="col">E-mail</th>
          <th scope="col">Joined</th>
          <th scope="col">State</th>
          <th scope="col" colSpan={2}>
            Image
          </th>
        </tr>
      </thead>
      <tbody>
        {users.map((user) => (
          <UserRow key={user.id} user={user} />
        ))}
      </tbody>
    </table>
  )
}

const UserRow = memo(function UserRow({ user }: { user: User }): ReactElement {
  return (
    <UserAvatarManagerRoot user={user} role="row" asChild>
      <tr>
        <th scope="row">
          <Link className="panel-person" href={`/users/${encodeURIComponent(user.id)}`}>
            <UserAvatarManagerImage size="md" />
            <UserAvatarManagerName />
          </Link>
        </th>
        <td>
          <span className="panel-clip">{user.emailAddress}</span>
        </td>
        <td>{dateOf(user.createdAt)}</td>
        <td>
          <span className="panel-badge" data-kind={user.banned ? 'banned' : 'active'}>
            {user.banned ? 'Banned' : 'Active'}
          </span>
        </td>
        <td className="panel-row-action">
          <UserAvatarManagerRemoveTrigger />
          <UserAvatarManagerConfirmDialog />
        </td>
        <td className="panel-row-status">
          <UserAvatarManagerStatus showNoImage={false} />
        </td>
      </tr>
    </UserAvatarManagerRoot>
  )
})
