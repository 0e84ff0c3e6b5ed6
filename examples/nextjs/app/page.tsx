import { UserAvatar } from 'avatarkit'
import Link from 'next/link'
import { users } from '../lib/users'

export const dynamic = 'force-dynamic'

/** A server component: the avatars are in the markup that the server sends. */
export default async function People() {
  const { data } = await users.getUserList!({})
  return (
    <main>
      <h1>People</h1>
      <p>{data.filter(({ hasImage }) => hasImage).length} with a picture</p>
      <ul style={{ padding: 0, listStyle: 'none' }}>
        {data.map((user) => (
          <li
            key={user.id}
            style={{ display: 'flex', alignItems: 'center', flexWrap: 'wrap', gap: 12, marginBlock: 12 }}
          >
            <UserAvatar user={user} decorative />
            <span style={{ flex: '1 0 160px' }}>
              {user.firstName} {user.lastName}
            </span>
            <Link href={`/users/${user.id}`}>{user.firstName} through the handler</Link>
            <Link href={`/actions/${user.id}`}>{user.firstName} through actions</Link>
          </li>
        ))}
      </ul>
    </main>
  )
}
