import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { Organisation, Product } from '../server/catalogue.ts'
import type { MembersPage } from '../server/members.ts'
import { adapter } from './adapter.ts'
import { getJson } from './api.ts'

export const USERS_PAGE = 20

/** One page of users, under the panel's own key. Pages count from 1. */
export const usersOptions = (page: number, query: string) =>
  queryOptions({
    queryKey: ['users', { page, query }],
    queryFn: ({ signal }) => adapter.getUserList!({ query: query || undefined, limit: USERS_PAGE, offset: (page - 1) * USERS_PAGE }, { signal }),
    placeholderData: keepPreviousData,
  })

export const userOptions = (userId: string) => queryOptions({ queryKey: ['user', userId], queryFn: ({ signal }) => adapter.getUser!(userId, { signal }) })

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
  queryFn: async ({ signal }) => (await getJson<{ organisations: Organisation[] }>('/api/organisations', signal)).organisations,
})
