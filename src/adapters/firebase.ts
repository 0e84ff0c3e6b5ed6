import type { CallContext, CallPolicy, UserImageAdapter, UserListParams } from '../core/adapter.ts'
import { commonFields } from '../core/commonFields.ts'
import { AvatarKitError } from '../core/errors.ts'
import { type GuardedAdapter, guardAdapter } from '../core/guard.ts'
import { type TenantOf, withTenant } from '../core/toUser.ts'
import type { User } from '../core/user.ts'

/** The part of `firebase-admin` that is used: `getAuth()` as it comes, or a tenant's `getAuth().tenantManager().authForTenant(id)`. */
export interface FirebaseAuthLike {
  updateUser(uid: string, properties: { photoURL: string | null }): Promise<unknown>
  getUser(uid: string): Promise<unknown>
  listUsers(maxResults?: number, pageToken?: string): Promise<{ users: unknown[]; pageToken?: string }>
}

export interface FirebaseAdapterOptions {
  policy?: CallPolicy
  /**
   * Keeps a new picture where it can be loaded from, and tells its address: your bucket, your file server. Without it
   * images cannot be set. Give each picture an address of its own, or copies of the old one stay in caches.
   */
  storeImage?: (userId: string, file: Blob) => Promise<string>
  /** Where you keep the tenant: `(user) => user.customClaims?.tenant`. Then `authorize` finds it in `(await getTarget()).tenantId`. Default: Firebase’s own `tenantId`. */
  tenantOf?: TenantOf
  /**
   * Lists and searches users, as long as the project has no more than so many. Firebase neither searches nor counts
   * users, so that each page of a panel reads all of them, 1,000 in a request. Without it there is no `getUserList`:
   * list people from your own database.
   */
  listUpTo?: number
  /**
   * Deletes the picture's file where it is yours, such as in Cloud Storage: Firebase forgets the address only, and
   * whoever has it still sees the picture. Runs first, so that another try finds the address again. A file that is gone
   * already is no error. People write their own `photoURL`: delete nothing that is not in a place for `userId`.
   */
  removeStored?(userId: string, photoURL: string): Promise<unknown>
}

/**
 * Firebase Authentication and Identity Platform, on servers: `getAuth()` of `firebase-admin`, which holds the service
 * account. It needs the permissions `firebaseauth.users.update` and `firebaseauth.users.get`.
 *
 * Removing takes the account's `photoURL` away. What a social account brought stays in `providerData`, and is not copied
 * from there at the next sign-in. `firebase-admin` itself sends a request again, up to four times, after a reset
 * connection, its own time-out or a 503; it cannot be told not to.
 */
export function firebaseAdapter(
  auth: FirebaseAuthLike,
  { policy, tenantOf = (user) => user.tenantId, listUpTo, removeStored, storeImage }: FirebaseAdapterOptions = {},
): GuardedAdapter<User> {
  if (typeof auth?.updateUser !== 'function' || typeof auth.getUser !== 'function') {
    throw new AvatarKitError('misconfigured', {
      message:
        'avatarkit: firebaseAdapter needs firebase-admin. Pass getAuth() of firebase-admin/auth, on your server; that of firebase/auth only knows the signed-in person.',
    })
  }
  const adapter: UserImageAdapter<User> = {
    policy,
    fields: commonFields,
    // What `firebase-admin` takes: https://firebase.google.com/docs/auth/admin/manage-users
    isUserId: (value) => value.length <= 128,
    // 500 requests a second for a service account, and a removal is two: https://firebase.google.com/docs/auth/limits
    rateLimit: { max: 250, windowMs: 1000 },
    async deleteUserProfileImage(userId, context) {
      if (removeStored) {
        const user = await asked(userId, context, () => auth.getUser(userId))
        if (user.imageUrl === null) return user
        await removeStored(userId, user.imageUrl)
      }
      return asked(userId, context, () => auth.updateUser(userId, { photoURL: null })).catch((error: unknown) => {
        // Said of an answer that has no user in it, too: only the look-up can tell.
        throw error instanceof AvatarKitError && error.code === 'user-not-found'
          ? new AvatarKitError('unknown-outcome', { userId, cause: error.cause })
          : error
      })
    },
    getUser: (userId, context) =>
      asked(
        userId,
        context,
        () => auth.getUser(userId),
        (user) => withTenant(toView(user), user, tenantOf),
      ),
  }
  if (storeImage) {
    adapter.updateUserProfileImage = async (userId, { file }, context) => {
      const photoURL = await storeImage(userId, file)
      return asked(userId, context, () => auth.updateUser(userId, { photoURL }))
    }
  }
  if (listUpTo !== undefined) adapter.getUserList = (params, context) => listed(auth, params, listUpTo, context?.signal)
  return guardAdapter(adapter)
}

async function asked(
  userId: string,
  context: CallContext | undefined,
  send: () => Promise<unknown>,
  read = toView,
): Promise<User> {
  if (context?.signal?.aborted) throw new AvatarKitError('aborted', { userId })
  const reply = await send().catch((error: unknown) => {
    throw toError(error, userId)
  })
  if (typeof reply === 'object' && reply !== null && !Array.isArray(reply)) return read(reply)
  throw new AvatarKitError('unknown-outcome', { userId, message: 'avatarkit: Firebase’s reply is not a user.' })
}

/** Reads everybody: pages have no numbers, only tokens that lead from one to the next. */
async function listed(
  auth: FirebaseAuthLike,
  { query = '', limit = 20, offset = 0 }: UserListParams,
  most: number,
  signal: AbortSignal | undefined,
) {
  const users: User[] = []
  let token: string | undefined
  do {
    if (signal?.aborted) throw new AvatarKitError('aborted')
    const page = await auth.listUsers(1000, token).catch((error: unknown) => {
      throw toError(error, undefined)
    })
    users.push(...page.users.map((user) => toView(user as object)))
    token = page.pageToken
    if (users.length > most) {
      throw new AvatarKitError('misconfigured', {
        message: `avatarkit: there are more than ${most} users, which Firebase neither searches nor counts. List people from your own database, or set a higher listUpTo.`,
      })
    }
  } while (token)
  const words = query.toLowerCase()
  const found = users.filter(
    ({ firstName, emailAddress }) =>
      words === '' || [firstName, emailAddress].some((text) => text?.toLowerCase().includes(words)),
  )
  found.sort((a, b) => (b.createdAt ?? 0) - (a.createdAt ?? 0) || (a.id < b.id ? -1 : 1))
  return { data: found.slice(offset, offset + limit), totalCount: found.length }
}

interface RecordLike {
  uid?: unknown
  email?: unknown
  displayName?: unknown
  photoURL?: unknown
  disabled?: unknown
  metadata?: { creationTime?: unknown; lastSignInTime?: unknown; lastRefreshTime?: unknown }
}

/** Claims, password hashes, telephone numbers and `providerData` stay behind. */
function toView(record: object): User {
  const { uid, email, displayName, photoURL, disabled, metadata } = record as RecordLike
  const [createdAt, lastActiveAt] = [metadata?.creationTime, metadata?.lastRefreshTime ?? metadata?.lastSignInTime]
  return commonFields.toUser({ uid, email, displayName, photoURL, banned: disabled, createdAt, lastActiveAt })
}

const LIMITED = ['auth/quota-exceeded', 'auth/too-many-requests']
/** The server's own doing: its key, its permissions, its project or tenant. */
const REFUSED = [
  'app/app-deleted',
  'app/invalid-credential',
  'app/no-app',
  'auth/billing-not-enabled',
  'auth/configuration-not-found',
  'auth/insufficient-permission',
  'auth/invalid-credential',
  'auth/invalid-project-id',
  'auth/invalid-tenant-id',
  'auth/mismatching-tenant-id',
  'auth/project-not-found',
  'auth/tenant-not-found',
  'auth/unsupported-tenant-operation',
]

/** As thrown by the SDK. Recognised by its shape: hosts may have several copies of it. */
interface FirebaseFailure {
  code?: unknown
  message?: unknown
  /** Since version 14. */
  httpResponse?: { status?: unknown }
}

function toError(error: unknown, userId: string | undefined): AvatarKitError {
  const failure = (error ?? {}) as FirebaseFailure
  const code = typeof failure.code === 'string' ? failure.code : ''
  const status = statusOf(failure)
  const options = { userId, cause: error }
  if (code === 'auth/user-not-found') return new AvatarKitError('user-not-found', options)
  if (code === 'auth/invalid-uid') return new AvatarKitError('invalid-user-id', options)
  if (LIMITED.includes(code) || status === 429) return new AvatarKitError('rate-limited', options)
  if (REFUSED.includes(code) || status === 401 || status === 403) {
    return new AvatarKitError('misconfigured', {
      ...options,
      message: `avatarkit: Firebase refuses the server (${code}). Check the service account, its permissions firebaseauth.users.update and firebaseauth.users.get, the project and the tenant.`,
    })
  }
  // The SDK says `internal-error` of everything that it has no name for: the status decides.
  const refused =
    status === undefined ? code.startsWith('auth/') && code !== 'auth/internal-error' : status >= 400 && status < 500
  return new AvatarKitError(refused ? 'unexpected' : 'unknown-outcome', options)
}

/** Before version 14 the status is in the message only: of Google's own error, or of an answer that is no JSON. */
function statusOf({ httpResponse, message }: FirebaseFailure): number | undefined {
  if (typeof httpResponse?.status === 'number') return httpResponse.status
  if (typeof message !== 'string') return undefined
  const told =
    /Raw server response: "\{"error":\{.*?"code":(\d{3})\b/s.exec(message) ??
    /"\. Status code: "(\d{3})"\. Outgoing request: /.exec(message)
  return told ? Number(told[1]) : undefined
}
