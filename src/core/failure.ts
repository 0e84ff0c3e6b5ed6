import { AvatarKitError, isAvatarKitError, meaningOf } from './errors.ts'

/** Whether only the user, looked up, tells what became of a change. */
export const needsLookUp = (failure: AvatarKitError): boolean =>
  !failure.settled && meaningOf(failure.code).lookedUp === true

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
