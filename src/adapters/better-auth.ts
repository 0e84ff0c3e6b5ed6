import type { CallContext, CallPolicy, UserImageAdapter } from '../core/adapter.ts'
import { commonFields } from '../core/commonFields.ts'
import { AvatarKitError, type ErrorCode } from '../core/errors.ts'
import { type GuardedAdapter, guardAdapter } from '../core/guard.ts'
import { type TenantOf, withTenant } from '../core/toUser.ts'
import type { User } from '../core/user.ts'

/** The part of Better Auth that is used: an instance with the admin plugin, as `betterAuth({ plugins: [admin()] })` makes it. */
export interface BetterAuthLike {
  api: {
    adminUpdateUser(request: {
      body: { userId: string; data: Record<string, unknown> }
      headers: Headers
    }): Promise<unknown>
    getUser(request: { query: { id: string }; headers: Headers }): Promise<unknown>
    listUsers(request: {
      query: Record<string, unknown>
      headers: Headers
    }): Promise<{ users: object[]; total: number }>
  }
}

export interface BetterAuthAdapterOptions {
  policy?: CallPolicy
  /**
   * Keeps a new picture where it can be loaded from, and tells its address: your bucket, your file server. Without it
   * images cannot be set. Give each picture an address of its own, or copies of the old one stay in caches.
   */
  storeImage?: (userId: string, file: Blob) => Promise<string>
  /** Where you keep the tenant, such as a field of your own: `(user) => user.tenant`. Then `authorize` finds it in `(await getTarget()).tenantId`. */
  tenantOf?: TenantOf
  /**
   * Whether a social provider of yours overrides user information at each sign-in (`overrideUserInfoOnSignIn`):
   * then a removed picture comes back, and the dialog says so. Default false, as Better Auth’s own.
   */
  imageMayReturn?: boolean
}

const CODES: Record<number, ErrorCode> = {
  401: 'unauthenticated',
  403: 'forbidden',
  404: 'user-not-found',
  429: 'rate-limited',
}

/**
 * Better Auth, on the server that runs it, through its admin plugin. The plugin checks the caller's own
 * session and role, so every call needs the request's headers: the handler passes them on.
 *
 * Removing sets `image` to `null`. A picture that a social account brought comes back at the next sign-in only
 * where that provider is set to override user information: say so with `imageMayReturn`.
 */
export function betterAuthAdapter(
  auth: BetterAuthLike,
  { policy, tenantOf, storeImage, imageMayReturn = false }: BetterAuthAdapterOptions = {},
): GuardedAdapter<User> {
  if (typeof auth?.api?.adminUpdateUser !== 'function') {
    throw new AvatarKitError('misconfigured', {
      message:
        'avatarkit: betterAuthAdapter needs Better Auth with its admin plugin. Add admin() from better-auth/plugins to `plugins`.',
    })
  }
  const { api } = auth
  const adapter: UserImageAdapter<User> = {
    policy,
    imageMayReturn,
    deleteUserProfileImage: (userId, context) =>
      call(userId, context, async (headers) =>
        commonFields.toUser(
          asUser(await api.adminUpdateUser({ body: { userId, data: { image: null } }, headers }), userId),
        ),
      ),
    getUser: (userId, context) =>
      call(userId, context, async (headers) => {
        const user = asUser(await api.getUser({ query: { id: userId }, headers }), userId)
        return withTenant(commonFields.toUser(user), user, tenantOf)
      }),
    getUserList: ({ query, limit = 20, offset = 0 }, context) =>
      call(undefined, context, async (headers) => {
        const list: List = (search) =>
          api.listUsers({ query: { sortBy: 'createdAt', sortDirection: 'desc', ...search }, headers })
        const { users, total } = query ? await searched(list, query, offset, limit) : await list({ limit, offset })
        return { data: users.map((user) => commonFields.toUser(user)), totalCount: total }
      }),
  }
  if (storeImage) {
    adapter.updateUserProfileImage = (userId, { file }, context) =>
      call(userId, context, async (headers) => {
        const image = await storeImage(userId, file)
        return commonFields.toUser(
          asUser(await api.adminUpdateUser({ body: { userId, data: { image } }, headers }), userId),
        )
      })
  }
  return guardAdapter(adapter)
}

/** Read for one page of a search at most: whoever may list could ask for any page, and each is everybody before it. */
const SEARCH_LIMIT = 5000

type List = (search: Record<string, string | number>) => Promise<{ users: object[]; total: number }>

/** Those whose name or e-mail address contains `query`. The plugin searches one field at a time, so both searches are laid together. */
async function searched(list: List, query: string, offset: number, limit: number): ReturnType<List> {
  // Addresses are kept in lower case; whether case counts in names is the database's own rule.
  const email = query.toLowerCase()
  const most = Math.min(offset + limit, SEARCH_LIMIT)
  const named = { searchField: 'name', searchOperator: 'contains', searchValue: query }
  const [byName, byEmail, byBoth] = await Promise.all([
    list({ ...named, limit: most }),
    list({ searchField: 'email', searchOperator: 'contains', searchValue: email, limit: most }),
    list({ ...named, filterField: 'email', filterOperator: 'contains', filterValue: email, limit: 1 }),
  ])
  if (most < offset + limit && Math.max(byName.total, byEmail.total) > most) {
    throw new AvatarKitError('unexpected', {
      message: `avatarkit: Better Auth’s users are searched up to ${SEARCH_LIMIT}. Search for less.`,
    })
  }
  const found = new Map([...byName.users, ...byEmail.users].map((user) => [commonFields.toUser(user).id, user]))
  const madeAt = (user: object) => commonFields.toUser(user).createdAt ?? 0
  const users = [...found.values()].sort((a, b) => madeAt(b) - madeAt(a))
  return { users: users.slice(offset, offset + limit), total: byName.total + byEmail.total - byBoth.total }
}

function asUser(reply: unknown, userId: string): object {
  if (typeof reply === 'object' && reply !== null && !Array.isArray(reply)) return reply
  throw new AvatarKitError('unknown-outcome', { userId, message: 'avatarkit: Better Auth’s reply is not a user.' })
}

async function call<T>(
  userId: string | undefined,
  context: CallContext | undefined,
  send: (headers: Headers) => Promise<T>,
): Promise<T> {
  const headers = context?.headers
  if (!headers) {
    throw new AvatarKitError('misconfigured', {
      userId,
      message:
        'avatarkit: Better Auth’s admin calls need the caller’s session. Pass `{ headers }` of the request as context.',
    })
  }
  if (context.signal?.aborted) throw new AvatarKitError('aborted', { userId })
  try {
    return await send(headers)
  } catch (error) {
    if (error instanceof AvatarKitError) throw error
    const status = (error as { statusCode?: unknown } | null)?.statusCode
    const code =
      typeof status === 'number'
        ? (CODES[status] ?? (status >= 500 ? 'unknown-outcome' : 'unexpected'))
        : 'unknown-outcome'
    throw new AvatarKitError(code, { userId, cause: error })
  }
}
