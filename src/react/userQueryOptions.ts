import { queryOptions, type UseQueryOptions } from '@tanstack/react-query'
import { AvatarKitError } from '../core/errors.ts'
import type { AvatarKit } from './kit.ts'

/** Key under which `UserAvatarManager` keeps a user it reads by id. */
export function userQueryKey(userId: string): readonly ['avatarkit', 'user', string] {
  return ['avatarkit', 'user', userId]
}

/** Options of the query that reads one user through the adapter's `getUser`. */
export function userQueryOptions(
  kit: AvatarKit,
  userId: string,
): UseQueryOptions<object, AvatarKitError, object, readonly ['avatarkit', 'user', string]> {
  return queryOptions({
    queryKey: userQueryKey(userId),
    retry: false,
    queryFn: ({ signal }): Promise<object> => {
      const { getUser } = kit.adapter
      if (getUser) return getUser(userId, { signal }) as Promise<object>
      throw new AvatarKitError('misconfigured', {
        userId,
        message: 'avatarkit: `userId` needs an adapter with `getUser`. Add it, or pass `user`.',
      })
    },
  })
}
