import { AvatarKitError } from '../../core/errors.ts'
import { parseRetryAfter } from '../../core/retryAfter.ts'
import type { Bag } from '../../core/toUser.ts'

export const bagOf = (value: unknown): Bag => (typeof value === 'object' && value !== null ? (value as Bag) : {})

export const misconfigured = (message: string, userId?: string, cause?: unknown): AvatarKitError =>
  new AvatarKitError('misconfigured', { userId, cause, message: `avatarkit: ${message}` })

export const unreadable = (what: string, userId?: string): AvatarKitError =>
  new AvatarKitError('unknown-outcome', {
    userId,
    message: `avatarkit: Auth0’s reply is not ${what}. Check the tenant’s domain, and what answers in its place.`,
  })

export function toError(error: unknown, userId: string | undefined): AvatarKitError {
  const { statusCode, body, rawResponse } = bagOf(error)
  const { statusCode: told, errorCode, message } = bagOf(body)
  const options = { userId, cause: error }
  // Without a status it is a network failure: what was carried out is not known.
  if (typeof statusCode !== 'number') return new AvatarKitError('unknown-outcome', options)
  if (statusCode === 401 || statusCode === 403) {
    return misconfigured(
      'Auth0 refuses the server. Check the application’s client id and secret, and that it has the scopes read:users and update:users.',
      userId,
      error,
    )
  }
  if (statusCode === 400 && /cannot be updated/.test(String(message))) {
    return misconfigured(
      'this user’s connection brings the picture at each login, so that Auth0 lets nobody change it. Turn off "Sync user profile attributes at each login".',
      userId,
      error,
    )
  }
  if (statusCode === 404) {
    // Auth0 says by a code what it did not find.
    if (typeof errorCode === 'string') return new AvatarKitError('user-not-found', options)
    return misconfigured(
      'what answers is not Auth0’s Management API (404 without its error). Check the tenant’s domain.',
      userId,
      error,
    )
  }
  if (statusCode === 429)
    return new AvatarKitError('rate-limited', { ...options, retryAfter: retryAfterOf(rawResponse) })
  if (statusCode === 503 && told === 503) return new AvatarKitError('unavailable', options)
  return new AvatarKitError(statusCode >= 500 || statusCode === 408 ? 'unknown-outcome' : 'unexpected', options)
}

/** Auth0 says at which second the next request has room; measured against the response's own date, as `Retry-After` is. */
function retryAfterOf(response: unknown): number | undefined {
  const { headers } = bagOf(response)
  const header = (name: string) => (headers as Headers | undefined)?.get?.(name)
  const date = header('date')
  const reset = header('x-ratelimit-reset')
  const told = parseRetryAfter(header('retry-after'), date)
  if (told !== undefined || !reset || !/^\d+$/.test(reset)) return told
  const sent = Date.parse(date ?? '')
  return Math.max(Math.ceil(Number(reset) - (Number.isNaN(sent) ? Date.now() : sent) / 1000), 0)
}
