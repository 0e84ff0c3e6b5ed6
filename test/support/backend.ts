import { vi } from 'vitest'
import type { CallContext } from '../../src/core/adapter.ts'
import { AvatarKitError, type ErrorCode } from '../../src/core/errors.ts'

interface Call {
  userId: string
  context: CallContext | undefined
  /** The server agrees. */
  agree: () => void
  refuse: (code: ErrorCode) => void
}

/** An adapter whose every removal waits for the test to answer it. */
export function backend() {
  const calls: Call[] = []
  const deleteUserProfileImage = vi.fn(
    (userId: string, context?: CallContext) =>
      new Promise<object>((resolve, reject) => {
        calls.push({
          userId,
          context,
          agree: () => resolve({ id: userId, firstName: 'Ada', lastName: 'Lovelace', imageUrl: null, hasImage: false }),
          refuse: (code) => reject(new AvatarKitError(code, { userId })),
        })
      }),
  )
  return {
    adapter: { deleteUserProfileImage: deleteUserProfileImage as (userId: string) => Promise<any> },
    deleteUserProfileImage,
    calls,
  }
}

export const ada = {
  id: 'ada',
  firstName: 'Ada',
  lastName: 'Lovelace',
  email: 'ada@people.test',
  imageUrl: 'https://images.test/ada.png',
  hasImage: true,
}
export const grace = {
  id: 'grace',
  firstName: 'Grace',
  lastName: 'Hopper',
  email: 'grace@people.test',
  imageUrl: 'https://images.test/grace.png',
  hasImage: true,
}
