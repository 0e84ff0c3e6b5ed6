import { vi } from 'vitest'
import { type MemoryAdapterOptions, memoryAdapter } from '../../src/adapters/memory.ts'
import type { UserListParams } from '../../src/core/adapter.ts'
import type { User } from '../../src/core/user.ts'
import { DAY, NOW } from './now.ts'

/** "User 000007" and so on, so that names sort as they count. Every third has no image, every tenth is banned. */
export function userAt(index: number): User {
  const number = String(index).padStart(6, '0')
  return {
    id: `user_${index}`,
    firstName: 'User',
    lastName: number,
    username: null,
    emailAddress: `${number}@people.test`,
    imageUrl:
      index % 3 === 2
        ? null
        : `data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7#${index}`,
    hasImage: index % 3 !== 2,
    banned: index % 10 === 9,
    createdAt: NOW - index * DAY,
    updatedAt: NOW - index * DAY,
    lastActiveAt: NOW - index * 3_600_000,
  }
}

/** A backend with so many users that none is made before it is asked for; as quick with the last page as with the first. Knows no search. */
export function longUserList(count: number, delay: () => number = () => 0) {
  const getUserList = vi.fn(async ({ limit = 20, offset = 0 }: UserListParams) => {
    await new Promise((resolve) => setTimeout(resolve, delay()))
    return {
      data: Array.from({ length: Math.max(Math.min(limit, count - offset), 0) }, (_, at) => userAt(offset + at)),
      totalCount: count,
    }
  })
  return { adapter: { ...memoryAdapter([]), getUserList }, getUserList }
}

/** A backend with so many users, which notes how it was asked for lists. */
export function userList(count: number, options: MemoryAdapterOptions = {}) {
  const memory = memoryAdapter(
    Array.from({ length: count }, (_, index) => userAt(index)),
    options,
  )
  const getUserList = vi.fn((params: UserListParams, context?: object) => memory.getUserList!(params, context))
  return { adapter: { ...memory, getUserList }, getUserList }
}
