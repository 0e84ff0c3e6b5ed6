import type { User } from 'avatarkit/server'
import { randomFrom } from './random.ts'

/** How many members one page holds. */
export const MEMBERS_PAGE = 30

/** A membership as this panel's own API words it: the same users, nested and under other names. */
export interface Membership {
  membershipId: string
  role: 'owner' | 'editor' | 'viewer'
  joinedAt: string
  person: {
    userId: string
    first_name: string | null
    last_name: string | null
    avatar_url: string | null
    has_image: boolean
  }
}

export interface MembersPage {
  members: Membership[]
  /** `null` on the last page. */
  nextCursor: string | null
}

/** Where a cursor starts; `undefined` where it is not one of ours. */
export function readCursor(cursor: string | undefined): number | undefined {
  if (cursor === undefined || cursor === '') return 0
  return /^\d{1,6}$/.test(cursor) ? Number(cursor) : undefined
}

export function membersPage(users: User[], totalCount: number, offset: number): MembersPage {
  const next = offset + MEMBERS_PAGE
  return { members: users.map(membershipOf), nextCursor: users.length > 0 && next < totalCount ? String(next) : null }
}

function membershipOf(user: User): Membership {
  const random = randomFrom(`membership of ${user.id}`)
  const [first, ...rest] = (user.firstName ?? '').split(' ')
  return {
    membershipId: `mem_${user.id}`,
    role: random.pick(['owner', 'editor', 'editor', 'viewer', 'viewer', 'viewer'] as const),
    joinedAt: new Date(Math.min((user.createdAt ?? 0) + random.whole(30 * 86_400_000), Date.now())).toISOString(),
    person: {
      userId: user.id,
      // In the order in which the person writes them.
      first_name: first || null,
      last_name: user.lastName ?? (rest.join(' ') || null),
      avatar_url: user.imageUrl,
      has_image: user.hasImage,
    },
  }
}
