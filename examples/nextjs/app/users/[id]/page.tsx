import { UserAvatarManager } from 'avatarkit'
import Link from 'next/link'
import { users } from '../../../lib/users'
import { Kit } from '../../Kit'

export const dynamic = 'force-dynamic'

export default async function UserPage({ params }: { params: Promise<{ id: string }> }) {
  const user = await users.getUser!((await params).id)
  return (
    <main>
      <h1>Through a route handler</h1>
      <Kit way="route handler">
        <UserAvatarManager user={user} />
      </Kit>
      <p>
        <Link href="/">All people</Link>
      </p>
    </main>
  )
}
