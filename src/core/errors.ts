/** Every way a call can end badly, on both sides of the wire. */
export const errorCodes = [
  'unauthenticated',
  'forbidden',
  'user-not-found',
  'rate-limited',
  'invalid-user-id',
  'invalid-image',
  'too-large',
  'unavailable',
  'time-out',
  'unknown-outcome',
  'superseded',
  'undone',
  'misconfigured',
  'aborted',
  'unexpected',
] as const

export type ErrorCode = (typeof errorCodes)[number]

export interface AvatarKitErrorOptions {
  /** For developers: what happened and what to do. People see `messages.errors[code]` instead. */
  message?: string
  userId?: string
  /** Seconds until another try makes sense. What is no number of seconds counts as none, and less than 0 as 0. */
  retryAfter?: number
  cause?: unknown
  /** Whoever answered has looked up an unknown outcome already: nobody needs to ask again. */
  settled?: boolean
}

/** The one error class of the kit. `code` says what happened; `message` is for developers. */
export class AvatarKitError extends Error {
  override readonly name = 'AvatarKitError'
  readonly code: ErrorCode
  readonly userId: string | undefined
  /** Seconds until another try makes sense. */
  readonly retryAfter: number | undefined
  /** Whoever answered has looked up an unknown outcome already. */
  readonly settled: boolean

  constructor(code: ErrorCode, options: AvatarKitErrorOptions = {}) {
    super(
      options.message ??
        `avatarkit: ${code}${options.userId === undefined ? '' : ` (user ${JSON.stringify(options.userId)})`}`,
      { cause: options.cause },
    )
    this.code = code
    this.userId = options.userId
    // Providers say all sorts of things here.
    const { retryAfter } = options
    this.retryAfter =
      typeof retryAfter === 'number' && Number.isFinite(retryAfter) ? Math.max(retryAfter, 0) : undefined
    this.settled = options.settled ?? false
  }

  /** What may cross the wire: never the message, stack or cause, which may hold a provider's secrets. */
  toJSON(): { code: ErrorCode; userId?: string; retryAfter?: number } {
    return { code: this.code, userId: this.userId, retryAfter: this.retryAfter }
  }
}

/** By name and code and not by `instanceof`, so that a second copy of the kit or another realm is no trap. */
export function isAvatarKitError(error: unknown): error is AvatarKitError {
  return (
    error instanceof Error && error.name === 'AvatarKitError' && errorCodes.includes((error as AvatarKitError).code)
  )
}
