import { AvatarKitError } from '../../core/errors.ts'
import type { Bag } from '../../core/toUser.ts'

/** What the SDK does not throw, it tells. */
export type Reply = Promise<{ data: unknown; error: unknown }>

/** Where Supabase keeps the picture of a social account, and most applications their own. */
export const PICTURES: readonly string[] = ['avatar_url', 'picture']
export const LIST_LIMIT = 1000

export const bagOf = (value: unknown): Bag => (typeof value === 'object' && value !== null ? (value as Bag) : {})

export const picturesOf = (user: Bag): string[] =>
  PICTURES.map((name) => bagOf(user.user_metadata)[name]).filter(
    (address) => typeof address === 'string' && address !== '',
  ) as string[]

export const unreadable = (what: string, userId?: string): AvatarKitError =>
  new AvatarKitError('unknown-outcome', {
    userId,
    message: `avatarkit: Supabase’s reply is not ${what}. Check the project’s URL, and what answers in its place.`,
  })

/** A call of the SDK cannot be stopped, but the next one need not begin. */
export function refuseAborted(signal: AbortSignal | undefined, userId: string | undefined): void {
  if (signal?.aborted) throw new AvatarKitError('aborted', { userId })
}

type ToError = (error: unknown, userId: string | undefined) => AvatarKitError

export async function asked(call: () => Reply, toError: ToError, userId: string | undefined): Promise<unknown> {
  const { data, error } = await call().catch((error: unknown) => ({ data: undefined, error }))
  if (error) throw toError(error, userId)
  return data
}

export const misconfigured = (message: string, userId?: string, cause?: unknown): AvatarKitError =>
  new AvatarKitError('misconfigured', { userId, cause, message: `avatarkit: ${message}` })
const keyRefused: ToError = (cause, userId) =>
  misconfigured(
    'Supabase refuses the server’s key. Check that it is the secret key, and of this project.',
    userId,
    cause,
  )

export const authError: ToError = (error, userId) => {
  const { status, code } = bagOf(error)
  // The SDK does not read what a 5xx says, and gives a network failure the status 0: what was carried out is not known.
  if (typeof status !== 'number' || status === 0 || status >= 500)
    return new AvatarKitError('unknown-outcome', { userId, cause: error })
  if (status === 401 || status === 403) return keyRefused(error, userId)
  if (status === 404 && code !== 'user_not_found')
    return misconfigured(
      'what answers is not Supabase Auth (404 without its error). Check the project’s URL.',
      userId,
      error,
    )
  return new AvatarKitError(status === 404 ? 'user-not-found' : status === 429 ? 'rate-limited' : 'unexpected', {
    userId,
    cause: error,
  })
}

/** Settled: asking for the user tells nothing of the object. */
export const objectUnknown: ToError = (cause, userId) => {
  const message =
    'avatarkit: it is not known whether the object in Storage was removed. The user’s attribute was left, so that another try ends it.'
  return new AvatarKitError('unknown-outcome', { userId, cause, message, settled: true })
}

/** Storage answers most refusals with 400, and says in the body which status it means. */
export const storageError: ToError = (error, userId) => {
  const status = Number(bagOf(error).statusCode)
  if (status === 401 || status === 403) return keyRefused(error, userId)
  if (status === 404)
    return misconfigured(
      'Supabase Storage does not have this bucket. Check `bucket`, and the project’s URL.',
      userId,
      error,
    )
  if (status === 429) return new AvatarKitError('rate-limited', { userId, cause: error })
  return status >= 400 && status < 500
    ? new AvatarKitError('unexpected', { userId, cause: error })
    : objectUnknown(error, userId)
}
