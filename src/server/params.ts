import type { ImageEventParams, UserListParams, UserOrder } from '../core/adapter.ts'
import { AvatarKitError } from '../core/errors.ts'
import type { LimitResult } from './limiter.ts'
import { Refusal } from './refusal.ts'

/** Waits only where the limit does: to wait costs more than to count. @throws Refusal 429 */
export function checkLimit(result: LimitResult | Promise<LimitResult> | undefined): Promise<void> | undefined {
  if (isThenable(result)) return Promise.resolve(result).then(checkLimit)
  if (result?.ok === true) return undefined
  throw new Refusal(new AvatarKitError('rate-limited', { retryAfter: result?.retryAfter }))
}

const isThenable = <T>(value: T | PromiseLike<T> | undefined): value is PromiseLike<T> =>
  typeof (value as Partial<PromiseLike<T>> | undefined)?.then === 'function'

/** What came in, by its name, whatever it is. */
export type Given = (name: string) => unknown

const ORDERS: ReadonlySet<unknown> = new Set<UserOrder>([
  'name',
  '-name',
  'createdAt',
  '-createdAt',
  'lastActiveAt',
  '-lastActiveAt',
])

/** Which users to list; what is absent is the default. @throws Refusal 400 for what is none or out of bounds */
export function checkList(given: Given): UserListParams {
  const query = given('query')
  const orderBy = given('orderBy')
  if (orderBy !== undefined && !ORDERS.has(orderBy)) throw new Refusal('unexpected', 400)
  const params: UserListParams = {
    query: typeof query === 'string' ? query.slice(0, 200) || undefined : undefined,
    ...pageOf(given),
  }
  const [hasImage, changedSince] = [flag(given('hasImage')), number(given('changedSince'), undefined, 0, 8.64e15)]
  return {
    ...params,
    ...(orderBy !== undefined && { orderBy: orderBy as UserOrder }),
    ...(hasImage !== undefined && { hasImage }),
    ...(changedSince !== undefined && { changedSince }),
  }
}

/** Which events to list. @throws Refusal 400 */
export function checkEvents(given: Given, userId: string | undefined): ImageEventParams {
  const restorable = flag(given('restorable'))
  return { ...pageOf(given), ...(userId !== undefined && { userId }), ...(restorable !== undefined && { restorable }) }
}

const pageOf = (given: Given) => ({
  limit: number(given('limit'), 20, 1, 500),
  offset: number(given('offset'), 0, 0, 999_999_999),
})

function number<T extends number | undefined>(value: unknown, fallback: T, least: number, most: number): number | T {
  if (value === undefined) return fallback
  if (typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most) return value
  throw new Refusal('unexpected', 400)
}

function flag(value: unknown): boolean | undefined {
  if (value === undefined || typeof value === 'boolean') return value
  throw new Refusal('unexpected', 400)
}
