import { keepPreviousData, queryOptions, type UseQueryOptions } from '@tanstack/react-query'
import type { UserListParams } from '../../core/adapter.ts'
import { AvatarKitError } from '../../core/errors.ts'
import type { AvatarKit } from '../kit.ts'

/** One page of users as the adapter gives them, in its own shape. */
export interface UsersPage {
  data: object[]
  /** Of all users that match, on this page and others. */
  totalCount: number
}

export type UsersQueryKey = readonly ['avatarkit', 'users', UserListParams]

/** Key under which `UserTable` keeps a page of users. `['avatarkit', 'users']` matches all of them. */
export function usersQueryKey(params: UserListParams): UsersQueryKey {
  return ['avatarkit', 'users', params]
}

/**
 * Options of the query that reads one page of users through the adapter's `getUserList`; while another page is
 * read the one before stays. For prefetching on servers and in routers, and for lists of your own.
 */
export function usersQueryOptions(
  kit: AvatarKit,
  params: UserListParams,
): UseQueryOptions<UsersPage, AvatarKitError, UsersPage, UsersQueryKey> {
  return queryOptions({
    queryKey: usersQueryKey(params),
    retry: false,
    placeholderData: keepPreviousData,
    queryFn: ({ signal }): Promise<UsersPage> => {
      const { getUserList } = kit.adapter
      if (getUserList) return getUserList(params, { signal })
      throw new AvatarKitError('misconfigured', {
        message: 'avatarkit: a list of users needs an adapter with `getUserList`.',
      })
    },
  })
}
