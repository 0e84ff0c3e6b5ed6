import { AvatarKitError, isAvatarKitError } from './errors.ts'

export const mayRetry = (failure: AvatarKitError): boolean =>
  failure.code === 'rate-limited' || failure.code === 'unavailable'
export const needsLookUp = (failure: AvatarKitError): boolean =>
  !failure.settled && ['unknown-outcome', 'time-out', 'user-not-found'].includes(failure.code)

export function toFailure(error: unknown, userId: string | undefined): AvatarKitError {
  if (!isAvatarKitError(error)) return new AvatarKitError('unknown-outcome', { userId, cause: error })
  return error.userId === undefined && userId !== undefined
    ? new AvatarKitError(error.code, {
        message: error.message,
        retryAfter: error.retryAfter,
        settled: error.settled,
        userId,
        cause: error.cause,
      })
    : error
}

export function settleAs(
  code: AvatarKitError['code'],
  failure: AvatarKitError,
  userId: string | undefined,
  lookUp?: unknown,
): AvatarKitError {
  if (failure.code === code && lookUp === undefined) return failure
  return new AvatarKitError(code, {
    userId,
    retryAfter: failure.retryAfter,
    message: failure.message,
    cause: lookUp ?? failure.cause ?? failure,
  })
}
