import type { ListCapabilities, UserListParams, UserOrder } from '../../core/adapter.ts'

/** What is shown: everything that belongs into an address. */
export interface UserTableParams {
  /** Free text: name, username or e-mail address. */
  query?: string
  /** Default: the adapter's own order, newest first. */
  orderBy?: UserOrder
  /** Only those with an image, or only those without. */
  hasImage?: boolean
  /** Only those who changed in the last 7 days. */
  changedLately?: boolean
  /** From 1. Default 1. */
  page?: number
  /** Users on a page, or loaded at a time while scrolling: 1 to 500. Default 20 on pages, 50 while scrolling. */
  pageSize?: number
}

const HOUR = 3_600_000
const LATELY_DAYS = 7

/** Seven days ago, to the hour: the same key for everybody who asks within it. */
export function latelySince(now: number): number {
  return Math.floor(now / HOUR) * HOUR - LATELY_DAYS * 24 * HOUR
}

/** What the adapter is asked; what it cannot do is left out. */
export function listParamsOf(
  params: UserTableParams,
  lists: ListCapabilities | undefined,
  now: number,
): UserListParams & { limit: number; offset: number } {
  const { query, orderBy, hasImage, changedLately } = params
  const limit = pageSizeOf(params)
  return {
    ...(query ? { query } : {}),
    ...(orderBy && lists?.orderBy?.includes(orderBy) ? { orderBy } : {}),
    ...(hasImage !== undefined && lists?.hasImage ? { hasImage } : {}),
    ...(changedLately && lists?.changedSince ? { changedSince: latelySince(now) } : {}),
    limit,
    offset: (pageOf(params) - 1) * limit,
  }
}

/** An address may say anything. */
const whole = (value: number | undefined, least: number, most: number, otherwise: number) =>
  value !== undefined && Number.isFinite(value) ? Math.min(Math.max(Math.trunc(value), least), most) : otherwise

export const pageOf = ({ page }: UserTableParams): number => whole(page, 1, Number.MAX_SAFE_INTEGER, 1)
export const pageSizeOf = ({ pageSize }: UserTableParams): number => whole(pageSize, 1, 500, 20)

/** Whether fewer than all are asked for. */
export function isNarrowed({ query, hasImage, changedLately }: UserTableParams): boolean {
  return Boolean(query) || hasImage !== undefined || changedLately === true
}

/** The orders that a header goes through, one at each press; `undefined` is the adapter's own. */
export function nextOrder(now: UserOrder | undefined, cycle: readonly UserOrder[]): UserOrder | undefined {
  return cycle[now === undefined ? 0 : cycle.indexOf(now) + 1]
}

/** The pages that a pager names, `undefined` for a gap: always as many entries, so that nothing moves under the pointer. */
export function pagesToShow(page: number, count: number): (number | undefined)[] {
  const most = 7
  if (count <= most) return Array.from({ length: count }, (_, at) => at + 1)
  const start = Math.min(Math.max(page - 1, 3), count - 4)
  const middle =
    page <= 4
      ? [2, 3, 4, 5, undefined]
      : page >= count - 3
        ? [undefined, count - 4, count - 3, count - 2, count - 1]
        : [undefined, start, start + 1, start + 2, undefined]
  return [1, ...middle, count]
}
