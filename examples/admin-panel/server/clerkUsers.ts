import { createClerkClient } from '@clerk/backend'
import { clerkAdapter } from 'avatarkit/adapters/clerk'
import type { UserOrder } from 'avatarkit/server'
import { AvatarKitError, toUser } from 'avatarkit/server'
import type { Settings } from './settings.ts'
import type { Users } from './users.ts'

const FIELDS = { name: 'first_name', createdAt: 'created_at', lastActiveAt: 'last_active_at' } as const

/** The users of a Clerk application. Their pictures are Clerk's: what is removed is gone, and the panel keeps no copy. */
export function clerkUsers(settings: NonNullable<Settings['clerk']>): Users {
  const client = createClerkClient({ ...settings, telemetry: { disabled: true } })
  const adapter = clerkAdapter(client)
  return {
    adapter: {
      ...adapter,
      // Clerk orders; it does not filter by picture or by change.
      lists: { orderBy: ['name', '-name', 'createdAt', '-createdAt', 'lastActiveAt', '-lastActiveAt'] },
      async getUserList(params, context) {
        const { orderBy } = params
        if (!orderBy || orderBy === '-createdAt') return adapter.getUserList!(params, context)
        const { query, limit = 20, offset = 0 } = params
        const page = await client.users
          .getUserList({ query: query || undefined, limit, offset, orderBy: clerkOrder(orderBy) })
          .catch((cause: unknown) => {
            throw new AvatarKitError('unavailable', { cause })
          })
        return { data: page.data.map((user) => toUser(user)), totalCount: page.totalCount }
      },
    },
    async usersById(userIds) {
      if (userIds.length === 0) return new Map()
      // Those of an event are for the reader's ease: without them it shows ids.
      const page = await client.users
        .getUserList({ userId: userIds, limit: userIds.length })
        .catch(() => ({ data: [] }))
      return new Map(page.data.map((user) => [user.id, toUser(user)]))
    },
  }
}

function clerkOrder(order: UserOrder): `${'+' | '-'}${(typeof FIELDS)[keyof typeof FIELDS]}` {
  const field = FIELDS[order.replace('-', '') as keyof typeof FIELDS]
  return order.startsWith('-') ? `-${field}` : `+${field}`
}
