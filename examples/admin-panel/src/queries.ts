import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import type { AvatarKit } from 'avatarkit'
import type { Organisation, Product } from '../server/catalogue.ts'
import type { MembersPage } from '../server/members.ts'
import { getJson } from './api.ts'

/** One user, under the panel's own key. */
export const userOptions = ({ adapter }: AvatarKit, userId: string) =>
  queryOptions({ queryKey: ['user', userId], queryFn: ({ signal }) => adapter.getUser!(userId, { signal }) })

/** The same users nested in memberships, thirty at a time. */
export const membersOptions = infiniteQueryOptions({
  queryKey: ['members'],
  queryFn: ({ pageParam, signal }) => getJson<MembersPage>(`/api/panel/members?cursor=${pageParam}`, signal),
  initialPageParam: '',
  getNextPageParam: (page) => page.nextCursor,
})

export const productsOptions = queryOptions({
  queryKey: ['products'],
  queryFn: async ({ signal }) => (await getJson<{ products: Product[] }>('/api/products', signal)).products,
})

export const organisationsOptions = queryOptions({
  queryKey: ['organisations'],
  queryFn: async ({ signal }) =>
    (await getJson<{ organisations: Organisation[] }>('/api/organisations', signal)).organisations,
})
