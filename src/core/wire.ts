import type { UserListParams } from './adapter.ts'
import { AvatarKitError, type ErrorCode, errorCodes } from './errors.ts'
import type { User } from './user.ts'

/** What both sides of the wire agree on: `restAdapter` in the browser, `createUserImageHandler` on the server. */

/** Header that carries the reason of a removal, `encodeURIComponent`-encoded: a DELETE has no body. */
export const REASON_HEADER = 'avatarkit-reason'
export const IDEMPOTENCY_HEADER = 'idempotency-key'

/** Body of every reply that is not a success. */
export interface ErrorBody {
  error: { code: ErrorCode; userId?: string; retryAfter?: number }
}

/**
 * The error that a server of the kit told, which has looked already where the outcome was unknown; `undefined`
 * where what came is none.
 *
 * @param retryAfter seconds, where the way over says them itself
 */
export function toldError(told: unknown, userId: string | undefined, retryAfter?: number): AvatarKitError | undefined {
  const { code, retryAfter: seconds } = (told ?? {}) as Partial<ErrorBody['error']>
  if (code === undefined || !errorCodes.includes(code)) return undefined
  const wait = typeof seconds === 'number' && Number.isFinite(seconds) ? Math.max(seconds, 0) : undefined
  return new AvatarKitError(code, { userId, retryAfter: retryAfter ?? wait, settled: true })
}

const STATUS: Record<ErrorCode, number> = {
  'invalid-user-id': 400,
  'invalid-image': 400,
  unauthenticated: 401,
  forbidden: 403,
  'user-not-found': 404,
  superseded: 409,
  undone: 409,
  'too-large': 413,
  'rate-limited': 429,
  aborted: 499,
  misconfigured: 500,
  unexpected: 500,
  'unknown-outcome': 502,
  unavailable: 503,
  'time-out': 504,
}

/** The HTTP status of a reply with this error. */
export function httpStatusOf(code: ErrorCode): number {
  return STATUS[code]
}

/** What a server action answers: a plain value, since errors do not cross and class instances neither. */
export type ActionResult<T> = ({ ok: true } & T) | { ok: false; error: ErrorBody['error'] }

/** The kit's calls as server actions. */
export interface UserImageActions {
  deleteUserProfileImage(userId: string, context?: { reason?: string; idempotencyKey?: string }): Promise<ActionResult<{ user: User }>>
  getUser(userId: string): Promise<ActionResult<{ user: User }>>
  getUserList(params: UserListParams): Promise<ActionResult<{ data: User[]; totalCount: number }>>
}
