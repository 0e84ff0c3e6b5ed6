import type { AvatarKitError } from '../core/errors.ts'
import type { User } from '../core/user.ts'
import { type ErrorBody, httpStatusOf } from '../core/wire.ts'

const HEADERS = { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' }

export function json(body: unknown, status = 200, headers: Record<string, string> = {}): Response {
  return new Response(JSON.stringify(body), { status, headers: { ...HEADERS, ...headers } })
}

/** The code and nothing else: another tenant's user and an absent one read the same, to the byte. */
export function errorReply(error: AvatarKitError, status: number = httpStatusOf(error.code), headers: Record<string, string> = {}): Response {
  const { code, retryAfter } = error
  const body: ErrorBody = { error: retryAfter === undefined ? { code } : { code, retryAfter } }
  return json(body, status, retryAfter === undefined ? headers : { ...headers, 'retry-after': String(Math.ceil(retryAfter)) })
}

/** Exactly the kit's fields, whatever else the adapter's object holds. */
export function view(user: User): User {
  const { id, imageUrl, hasImage, firstName, lastName, username, emailAddress, banned, createdAt, updatedAt, lastActiveAt } = user
  return { id, imageUrl, hasImage, firstName, lastName, username, emailAddress, banned, createdAt, updatedAt, lastActiveAt }
}
