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

/** What an error code means to whoever meets it. */
export interface ErrorMeaning {
  /** HTTP status of a reply with this error. */
  status: number
  /** Nothing was done, and the same call may succeed a little later: it is sent again without asking anybody. */
  retried?: true
  /** The removal may have been carried out: nobody knows before the user is looked up. */
  uncertain?: true
  /** It says nothing about the image itself, which may be gone for another reason: the user is looked up. */
  lookedUp?: true
  /** Trying the same again cannot help: no "Try again" is offered. */
  final?: true
  /** All others of a batch would fail in the same way: none of them is sent. */
  endsBatch?: true
  /** Ended on purpose: nobody is told. */
  quiet?: true
}

const meanings: Record<ErrorCode, ErrorMeaning> = {
  /** Nobody is signed in, or the session has ended. */
  unauthenticated: { status: 401, endsBatch: true },
  /** The person may not do this. */
  forbidden: { status: 403 },
  /** The provider does not know this user. */
  'user-not-found': { status: 404, lookedUp: true, final: true },
  /** Too many requests, at the provider or at the host's own limiter. `retryAfter` has the seconds. */
  'rate-limited': { status: 429, retried: true, endsBatch: true },
  /** The id cannot be one of this provider's. Nothing was sent. */
  'invalid-user-id': { status: 400, final: true },
  /** The file is no picture that can be set. */
  'invalid-image': { status: 400, final: true },
  /** The file, or the batch, is too large. */
  'too-large': { status: 413, final: true },
  /** The server or the provider did not do it, and can be asked again. */
  unavailable: { status: 503, retried: true },
  /** No answer came in time. */
  'time-out': { status: 504, uncertain: true, lookedUp: true },
  /** The answer was lost or cannot be read. */
  'unknown-outcome': { status: 502, uncertain: true, lookedUp: true },
  /** A later change of the same user's image replaced this one before it was sent. */
  superseded: { status: 409, quiet: true },
  /** It was undone before it was sent. */
  undone: { status: 409, quiet: true },
  /** The panel or its server is set up wrongly. The message says what to do. */
  misconfigured: { status: 500, final: true, endsBatch: true },
  /** The caller ended it before it was sent. */
  aborted: { status: 499, quiet: true },
  /** Anything else. The cause is kept for developers. */
  unexpected: { status: 500 },
}

/** What a code means: the only place that says so. */
export const meaningOf: (code: ErrorCode) => ErrorMeaning = (code) => meanings[code]

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
