import {
  type BulkResult,
  type CallContext,
  type ImageEvent,
  type ImageEventParams,
  isSafeUserId,
  type UserListParams,
} from './adapter.ts'
import { AvatarKitError, type ErrorCode, errorCodes } from './errors.ts'
import type { User } from './user.ts'

/** What both sides of the wire agree on: `restAdapter` in the browser, `createUserImageHandler` on the server. */

/** Header that carries the reason of a removal, `encodeURIComponent`-encoded: a DELETE has no body. */
export const REASON_HEADER = 'avatarkit-reason'
/** More of why, encoded the same way. */
export const NOTE_HEADER = 'avatarkit-note'
/** `1` where the person is to be told. */
export const TELL_HEADER = 'avatarkit-tell-user'
export const IDEMPOTENCY_HEADER = 'idempotency-key'

/** A key that nobody else makes; also on pages without TLS, where `crypto.randomUUID` is not there. */
export function newKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('')
}

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
  const { code, retryAfter: seconds, userId: about } = (told ?? {}) as Partial<ErrorBody['error']>
  if (code === undefined || !errorCodes.includes(code)) return undefined
  // Of many the server says which one.
  const whose = userId ?? (isSafeUserId(about) ? about : undefined)
  return new AvatarKitError(code, { userId: whose, retryAfter: retryAfter ?? seconds, settled: true })
}

/** One result of many as it crosses the wire, or how many seconds the provider asks everybody to wait. */
export type BulkLine =
  | { userId: string; status: 'done'; user: User }
  | { userId: string; status: 'failed' | 'not-sent'; error: ErrorBody['error'] }
  | { retryAfter: number }

export function lineOf(result: BulkResult<User>): BulkLine {
  if (result.status === 'done') return result
  const { code, retryAfter } = result.error
  return {
    userId: result.userId,
    status: result.status,
    error: retryAfter === undefined ? { code } : { code, retryAfter },
  }
}

/** A line that came over the wire; `undefined` where it is none. Its user is as the server wrote them: to be read by the adapter's fields. */
export function resultOf(
  line: unknown,
):
  | { userId: string; status: 'done'; user: object }
  | Extract<BulkResult, { status: 'failed' | 'not-sent' }>
  | { retryAfter: number }
  | undefined {
  const { userId, status, user, error, retryAfter } = (line ?? {}) as Record<string, unknown>
  if (typeof retryAfter === 'number' && retryAfter >= 0 && Number.isFinite(retryAfter)) return { retryAfter }
  if (typeof userId !== 'string') return undefined
  if (status === 'done') return typeof user === 'object' && user !== null ? { userId, status, user } : undefined
  const told = status === 'failed' || status === 'not-sent' ? toldError(error, userId) : undefined
  return told && { userId, status: status as 'failed', error: told }
}

/** What a server action answers: a plain value, since errors do not cross and class instances neither. */
export type ActionResult<T> = ({ ok: true } & T) | { ok: false; error: ErrorBody['error'] }

/** What goes along with a change. */
export type ActionContext = Pick<CallContext, 'reason' | 'note' | 'tellUser' | 'idempotencyKey'>

/** The kit's calls as server actions. */
export interface UserImageActions {
  deleteUserProfileImage(userId: string, context?: ActionContext): Promise<ActionResult<{ user: User }>>
  /** @param form with the picture as `file`, and nothing else */
  updateUserProfileImage(userId: string, form: FormData, context?: ActionContext): Promise<ActionResult<{ user: User }>>
  restoreUserProfileImage(userId: string, context?: ActionContext): Promise<ActionResult<{ user: User }>>
  getImageEvents(params: ImageEventParams): Promise<ActionResult<{ data: ImageEvent[]; totalCount: number }>>
  getUser(userId: string): Promise<ActionResult<{ user: User }>>
  getUserList(params: UserListParams): Promise<ActionResult<{ data: User[]; totalCount: number }>>
  /** Many at once, with every result when the last is known. `stop`: sends nothing more under this key, and tells what became of it. */
  deleteUserProfileImages(
    userIds: readonly string[],
    context?: ActionContext & { stop?: boolean },
  ): Promise<ActionResult<{ results: Exclude<BulkLine, { retryAfter: number }>[] }>>
}
