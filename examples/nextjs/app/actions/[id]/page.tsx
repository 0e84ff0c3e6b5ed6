import {
  UserAvatarManagerConfirmDialog,
  UserAvatarManagerImage,
  UserAvatarManagerName,
  UserAvatarManagerRemoveTrigger,
  UserAvatarManagerRoot,
  UserAvatarManagerStatus,
} from 'avatarkit'
import Link from 'next/link'
import { users } from '../../../lib/users'
import { Kit } from '../../Kit'

export const dynamic = 'force-dynamic'

/** The parts, put together in a server component. The count comes from the server, and is fresh after a removal. */
export default async function UserPage({ params }: { params: Promise<{ id: string }> }) {
  const user = await users.getUser!((await params).id)
  const { data } = await users.getUserList!({})
  return (
    <main>
      <h1>Through server actions</h1>
      <p>{data.filter(({ hasImage }) => hasImage).length} with a picture</p>
      <Kit way="server actions">
        <UserAvatarManagerRoot user={user}>
          <UserAvatarManagerImage size="xl" />
          <div data-slot="user-avatar-manager-body">
            <UserAvatarManagerName />
            <UserAvatarManagerRemoveTrigger />
            <UserAvatarManagerStatus />
          </div>
          <UserAvatarManagerConfirmDialog />
        </UserAvatarManagerRoot>
      </Kit>
      <p>
        <Link href="/">All people</Link>
      </p>
    </main>
  )
}
