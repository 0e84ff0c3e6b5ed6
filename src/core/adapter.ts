import type { AvatarKitError } from './errors.ts'
import type { User, UserFields } from './user.ts'

/** Who acts, as the host's `authorize` names them. */
export interface Actor {
  id: string
  [key: string]: unknown
}

export interface CallContext {
  /** Ends the wait; what the provider already received may still be carried out. */
  signal?: AbortSignal
  /** The same key never runs twice where the server supports it. */
  idempotencyKey?: string
  /** Why, for the audit: a code of the host's reasons, or words. */
  reason?: string
  /** More of why, in the admin's own words. For the audit, and for nobody else. */
  note?: string
  /** Whether the person is to be told; what they are told the server decides. */
  tellUser?: boolean
  /** Server only: the caller's headers, which Better Auth's admin calls need. */
  headers?: Headers
  /** Server only: who `authorize` found. */
  actor?: Actor
  /** Server only: told of a reply that must never happen, such as another user's. */
  onAlarm?: (alarm: { userId: string; reason: string }) => void
  /** Told when the outcome is unknown and is being looked up. */
  onVerifying?: () => void
  /** Told when a batch waits because the provider asked for patience: seconds from now. */
  onPaused?: (seconds: number) => void
}

/** How one of many removals ended. `failed`: refused, or it could not be done. `not-sent`: stopped before its turn. */
export type BulkResult<TUser = User> = { userId: string } & (
  | { status: 'done'; user: TUser }
  | { status: 'failed' | 'not-sent'; error: AvatarKitError }
)

/** So many requests in so long. */
export interface RateLimit {
  max: number
  windowMs: number
}

/** How a list of users may be ordered; with `-` the other way round. */
export type UserOrder = 'name' | '-name' | 'createdAt' | '-createdAt' | 'lastActiveAt' | '-lastActiveAt'

export interface UserListParams {
  /** Free text: name, username or e-mail address. */
  query?: string
  /** 1 to 500, default 20. */
  limit?: number
  offset?: number
  /** Where the adapter's `lists` has it. Default: newest first. */
  orderBy?: UserOrder
  /** Only those with an image, or only those without. Where the adapter's `lists` has it. */
  hasImage?: boolean
  /** Only those who changed since then, Unix ms. Where the adapter's `lists` has it. */
  changedSince?: number
}

/** What `getUserList` can do beside searching and paging. */
export interface ListCapabilities {
  orderBy?: readonly UserOrder[]
  hasImage?: boolean
  changedSince?: boolean
}

/** Something that was done to a user's image. */
export interface ImageEvent {
  id: string
  type: 'removed' | 'set' | 'restored'
  /** Unix ms. */
  at: number
  userId: string
  /** The person, where they are still there. */
  user?: User
  /** Who did it. */
  actor: { id: string; name?: string }
  reason?: string
  note?: string
  /** The person was told. */
  toldUser?: boolean
  /** The picture that it was about, where it is kept. */
  imageUrl?: string | null
  /** Unix ms until which the removed picture can be brought back; absent where it cannot. */
  restorableUntil?: number
}

export interface ImageEventParams {
  /** Of one user. Default: of all. */
  userId?: string
  /** Only those that can still be brought back. */
  restorable?: boolean
  /** 1 to 500, default 20. */
  limit?: number
  offset?: number
}

/**
 * The port that every backend fills, on both sides of the wire. Verbs and meaning are those of
 * Clerk's backend `users` API. A method that is absent is a capability that is missing: the interface
 * that needs it is not shown. Methods throw `AvatarKitError`; anything else that they throw counts as
 * "outcome unknown".
 */
export interface UserImageAdapter<TUser = User> {
  /** Removes the user's profile image; resolves with the user as the provider now holds it. */
  deleteUserProfileImage(userId: string, context?: CallContext): Promise<TUser>
  /** Sets the user's profile image; resolves with the user as the provider now holds it. */
  updateUserProfileImage?(userId: string, params: { file: Blob }, context?: CallContext): Promise<TUser>
  /** Brings back the picture that was removed last, as long as it is kept; resolves with the user as the provider now holds it. */
  restoreUserProfileImage?(userId: string, context?: CallContext): Promise<TUser>
  /** What was done to users' images, newest first. */
  getImageEvents?(params: ImageEventParams, context?: CallContext): Promise<{ data: ImageEvent[]; totalCount: number }>
  getUser?(userId: string, context?: CallContext): Promise<TUser>
  getUserList?(params: UserListParams, context?: CallContext): Promise<{ data: TUser[]; totalCount: number }>
  /**
   * Many removals: each result as soon as it is known, one for each id, in any order. With the same
   * `idempotencyKey` again it goes on where it was: nothing is done twice. A signal that aborts lets what was sent
   * end, and sends no more.
   */
  deleteUserProfileImages?(userIds: readonly string[], context?: CallContext): AsyncIterable<BulkResult<TUser>>
  /** How to read this provider's users. Default: the kit's `User` and the common field names. */
  fields?: UserFields<TUser>
  /** What an id may look like. Default: `isSafeUserId`. */
  isUserId?(value: string): boolean
  /** What `getUserList` can do beside searching and paging. Default: nothing. */
  lists?: ListCapabilities
  /** What the provider takes of one key, whoever uses it. Batches on the server keep to a share of it. */
  rateLimit?: RateLimit
  /**
   * The provider takes pictures anew from elsewhere, such as a social account at the next sign-in: what is removed
   * may come back. The dialog says so before anybody removes it.
   */
  imageMayReturn?: boolean
  /** Waiting and retrying; see `guardAdapter`. */
  policy?: CallPolicy
}

/** How long `guardAdapter` waits and how often it tries. */
export interface CallPolicy {
  /** All of one call, retries and the look-up after an unknown outcome included. Default 10,000 ms. */
  deadlineMs?: number
  /** Further tries after "rate limited" and "unavailable". Default 2; browsers use 0: the server retries. */
  retries?: number
}

/** A bare function is an adapter too. */
export type AdapterLike<TUser = User> = UserImageAdapter<TUser> | UserImageAdapter<TUser>['deleteUserProfileImage']

/**
 * The widest id any provider may use: letters, digits and `_ | . : @ -`, at most 255 characters, never
 * a dot segment. Nothing here can change the meaning of a URL's path.
 */
export function isSafeUserId(value: unknown): value is string {
  return typeof value === 'string' && /^[A-Za-z0-9][A-Za-z0-9_|.:@-]{0,254}$/.test(value) && !value.includes('..')
}
