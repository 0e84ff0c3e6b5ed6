import type { UserTableParams } from 'avatarkit/table'

const orders: readonly string[] = ['name', '-name', 'createdAt', '-createdAt', 'lastActiveAt', '-lastActiveAt']

/** What the users' list shows, as its address says it; nonsense in it is as if it were not there. */
export function paramsOf(search: URLSearchParams): UserTableParams {
  const [query, order, image] = [search.get('query'), search.get('order'), search.get('image')]
  const [page, pageSize] = [wholeOf(search.get('page')), wholeOf(search.get('size'))]
  return {
    ...(query && { query }),
    ...(order && orders.includes(order) && { orderBy: order as UserTableParams['orderBy'] }),
    ...((image === 'with' || image === 'without') && { hasImage: image === 'with' }),
    ...(search.get('changed') === 'lately' && { changedLately: true }),
    ...(page && page > 1 && { page }),
    ...(pageSize && { pageSize }),
  }
}

/** The address that says it. */
export function usersHref({ query, orderBy, hasImage, changedLately, page, pageSize }: UserTableParams): string {
  const search = new URLSearchParams({
    ...(query && { query }),
    ...(orderBy && { order: orderBy }),
    ...(hasImage !== undefined && { image: hasImage ? 'with' : 'without' }),
    ...(changedLately && { changed: 'lately' }),
    ...(page !== undefined && page > 1 && { page: String(page) }),
    ...(pageSize !== undefined && pageSize !== 20 && { size: String(pageSize) }),
  })
  return `/users${search.size > 0 ? `?${search}` : ''}`
}

function wholeOf(text: string | null): number | undefined {
  const value = Math.trunc(Number(text))
  return value >= 1 ? value : undefined
}
