import type { CallContext, CallPolicy, RateLimit, UserImageAdapter } from '../core/adapter.ts'
import { commonFields } from '../core/commonFields.ts'
import { AvatarKitError, type AvatarKitErrorOptions } from '../core/errors.ts'
import { type GuardedAdapter, guardAdapter } from '../core/guard.ts'
import { type TenantOf, toUser, withTenant } from '../core/toUser.ts'
import type { User, UserFields } from '../core/user.ts'

/** The part of `@clerk/backend`'s client that is used: `clerkClient` as it comes, of any version that has it. */
export interface ClerkClientLike {
  users: {
    deleteUserProfileImage(userId: string): Promise<unknown>
    /** Absent in a client that only removes. */
    updateUserProfileImage?(userId: string, params: { file: Blob }): Promise<unknown>
    getUser(userId: string): Promise<unknown>
    getUserList(params: {
      query?: string
      limit?: number
      offset?: number
      orderBy?: '-created_at'
    }): Promise<{ data: unknown[]; totalCount: number }>
  }
}

export interface ClerkAdapterOptions {
  /** Where you keep the tenant: `(user) => user.publicMetadata.tenant`. Then `authorize` finds it in `(await getTarget()).tenantId`. */
  tenantOf?: TenantOf
  /** What Clerk takes of your key. Default: 100 requests in 10 seconds, a development instance's; production has 1,000. */
  rateLimit?: RateLimit
  /** Whether connections of yours take the person's picture anew at each sign-in, as enterprise connections with `sync_user_attributes` may. Default false. */
  imageMayReturn?: boolean
  policy?: CallPolicy
}

/** As thrown by the SDK. Recognised by its shape: hosts may have several copies of it. */
interface ClerkFailure {
  clerkError: true
  status?: number
  retryAfter?: number
  errors?: unknown[]
}

/**
 * Clerk, on servers: the unmodified client of `@clerk/backend`, which holds the secret key.
 *
 * Rate limits are per secret key and shared with the whole application: 1,000 requests in 10 seconds in
 * production, 100 in development (https://clerk.com/docs/guides/how-clerk-works/system-limits). For the
 * signed-in person's own picture take `clerkSelfAdapter`.
 */
export function clerkAdapter(
  client: ClerkClientLike,
  { policy, tenantOf, imageMayReturn = false, rateLimit = { max: 100, windowMs: 10_000 } }: ClerkAdapterOptions = {},
): GuardedAdapter<User> {
  if (typeof client?.users?.deleteUserProfileImage !== 'function') {
    throw new AvatarKitError('misconfigured', {
      message:
        'avatarkit: clerkAdapter needs the client of @clerk/backend. Pass createClerkClient({ secretKey }), or `await clerkClient()` in Next.js.',
    })
  }
  const { users } = client
  const adapter: UserImageAdapter<User> = {
    policy,
    rateLimit,
    imageMayReturn,
    fields: clerkFields,
    isUserId: isClerkUserId,
    deleteUserProfileImage: (userId, context) =>
      call(userId, context, keyRefused, () => users.deleteUserProfileImage(userId)),
    updateUserProfileImage:
      typeof users.updateUserProfileImage === 'function'
        ? (userId, { file }, context) =>
            call(userId, context, keyRefused, () => users.updateUserProfileImage!(userId, { file }))
        : undefined,
    getUser: (userId, context) =>
      call(
        userId,
        context,
        keyRefused,
        () => users.getUser(userId),
        (user) => withTenant(toUser(user), user, tenantOf),
      ),
    async getUserList({ query, limit = 20, offset = 0 }) {
      const page = await users
        .getUserList({ query: query || undefined, limit, offset, orderBy: '-created_at' })
        .catch((error: unknown) => {
          throw toError(error, undefined, keyRefused)
        })
      return { data: page.data.map((user) => commonFields.toUser(user)), totalCount: page.totalCount }
    },
  }
  return guardAdapter(adapter)
}

/** The signed-in person as Clerk's frontend has them: `useUser().user`, or `clerk.user`. */
export interface ClerkUserLike {
  readonly id: string
  setProfileImage(params: { file: null }): Promise<unknown>
  reload(): Promise<unknown>
}

/**
 * Clerk, in browsers: for the signed-in person's own picture and nobody else's, as Clerk recommends. It needs
 * no server of yours, and its requests do not count against the secret key's rate limit. After a removal Clerk's
 * user is read again, so that `useUser()` has it everywhere on the page.
 *
 * For anybody else it throws `forbidden`, without a request. Make it anew where another person signs in:
 * `useMemo(() => clerkSelfAdapter(user), [user])`.
 */
export function clerkSelfAdapter(user: ClerkUserLike): GuardedAdapter<User> {
  if (typeof user?.setProfileImage !== 'function' || typeof user.reload !== 'function') {
    throw new AvatarKitError('misconfigured', {
      message:
        'avatarkit: clerkSelfAdapter needs the signed-in user of Clerk’s frontend. Pass `useUser().user` once `isSignedIn` is true.',
    })
  }
  const own = (userId: string, context: CallContext | undefined, send: () => Promise<unknown>) => {
    if (userId === user.id) return call(userId, context, sessionRefused, send)
    throw new AvatarKitError('forbidden', {
      userId,
      message:
        'avatarkit: clerkSelfAdapter looks after the signed-in person only. For others use clerkAdapter on your server.',
    })
  }
  const adapter: UserImageAdapter<User> = {
    fields: clerkFields,
    isUserId: isClerkUserId,
    deleteUserProfileImage: async (userId, context) =>
      own(userId, context, async () => {
        // Answers with an image, not with the user.
        await user.setProfileImage({ file: null })
        return user.reload()
      }),
    getUser: async (userId, context) => own(userId, context, () => user.reload()),
  }
  return guardAdapter(adapter)
}

/** Anything else could change the path that an SDK builds: `user_x#` would delete the account. */
const isClerkUserId = (value: string) => /^user_[A-Za-z0-9]+$/.test(value)

/** Replies become the kit's view at once: metadata and everything else of Clerk's stays behind. */
const clerkFields: UserFields<User> = commonFields

async function call(
  userId: string,
  context: CallContext | undefined,
  refused: Refused,
  send: () => Promise<unknown>,
  read = toUser,
): Promise<User> {
  if (context?.signal?.aborted) throw new AvatarKitError('aborted', { userId })
  let reply: unknown
  try {
    reply = await send()
  } catch (error) {
    throw toError(error, userId, refused)
  }
  // A login page or an empty reply resolves as a string or `undefined`: not a user, whatever its status.
  if (typeof reply !== 'object' || reply === null || Array.isArray(reply)) {
    throw new AvatarKitError('unknown-outcome', {
      userId,
      message: 'avatarkit: Clerk’s reply is not a user. Check apiUrl, and what answers in its place.',
    })
  }
  return read(reply)
}

/** What 401 and 403 mean. */
type Refused = (status: 401 | 403, options: AvatarKitErrorOptions) => AvatarKitError

const keyRefused: Refused = (_status, options) =>
  new AvatarKitError('misconfigured', {
    ...options,
    message: 'avatarkit: Clerk refuses the server’s key. Check CLERK_SECRET_KEY and which instance it belongs to.',
  })
const sessionRefused: Refused = (status, options) =>
  new AvatarKitError(status === 401 ? 'unauthenticated' : 'forbidden', options)

function toError(error: unknown, userId: string | undefined, refused: Refused): AvatarKitError {
  const failure = error as Partial<ClerkFailure> | null
  // The SDK says so only when it is first asked, and before it sends anything.
  if (!failure?.clerkError && /missing clerk secret key/i.test(String((error as Error | null)?.message)))
    return refused(401, { userId, cause: error })
  // A network failure is a Clerk error too, without a status: what was carried out is not known.
  if (!failure?.clerkError || failure.status === undefined)
    return new AvatarKitError('unknown-outcome', { userId, cause: error })
  const { status, retryAfter, errors } = failure
  const options = { userId, cause: error }
  if (status === 401 || status === 403) return refused(status, options)
  if (status === 404) {
    // Clerk says what it did not find. Anything else that answers 404 is not Clerk.
    return Array.isArray(errors) && errors.length > 0
      ? new AvatarKitError('user-not-found', options)
      : new AvatarKitError('misconfigured', {
          ...options,
          message: 'avatarkit: what answers is not Clerk (404 without Clerk’s error). Check apiUrl.',
        })
  }
  if (status === 429) return new AvatarKitError('rate-limited', { ...options, retryAfter })
  if (status === 503 && Array.isArray(errors) && errors.length > 0) return new AvatarKitError('unavailable', options)
  return new AvatarKitError(status >= 500 ? 'unknown-outcome' : 'unexpected', options)
}
