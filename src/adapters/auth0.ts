import type { CallContext, CallPolicy, RateLimit, UserImageAdapter } from '../core/adapter.ts'
import { AvatarKitError } from '../core/errors.ts'
import { type GuardedAdapter, guardAdapter } from '../core/guard.ts'
import { type TenantOf, toUser, withTenant } from '../core/toUser.ts'
import type { User } from '../core/user.ts'
import { bagOf, misconfigured, toError, unreadable } from './auth0/errors.ts'

/** What each request asks of the SDK. */
interface Auth0RequestOptions {
  maxRetries?: number
  abortSignal?: AbortSignal
}

/** The part of `auth0`'s management client that is used: `new ManagementClient({ domain, clientId, clientSecret })`, from version 5 on. */
export interface Auth0ClientLike {
  users: {
    get(id: string, request: object, options: Auth0RequestOptions): PromiseLike<unknown>
    update(
      id: string,
      request: { picture: string | null; user_metadata: { picture: string | null } },
      options: Auth0RequestOptions,
    ): PromiseLike<unknown>
    list(
      request: { q?: string; search_engine: 'v3'; page: number; per_page: number; include_totals: true; sort: string },
      options: Auth0RequestOptions,
    ): PromiseLike<{ response: unknown }>
  }
}

export interface Auth0AdapterOptions {
  /**
   * The picture that takes the removed one's place, and counts as none. Default: Auth0's own for people without
   * initials. `null` takes the attribute away, whereupon Auth0 may put the person's Gravatar there.
   */
  placeholder?: string | null
  /** False where no connection brings pictures at each login. Default true. */
  imageMayReturn?: boolean
  /** What the tenant's plan allows. Default: 2 in a second, as on the free one. */
  rateLimit?: RateLimit
  /** Where you keep the tenant: `(user) => user.app_metadata?.tenant`. Then `authorize` finds it in `(await getTarget()).tenantId`. */
  tenantOf?: TenantOf
  /**
   * Keeps a new picture where it can be loaded from, and tells its address: your bucket, your file server. Without it
   * images cannot be set. Give each picture an address of its own, or copies of the old one stay in caches.
   */
  storeImage?: (userId: string, file: Blob) => Promise<string>
  policy?: CallPolicy
}

const PLACEHOLDER = 'https://cdn.auth0.com/avatars/default.png'
const FREE_PLAN: RateLimit = { max: 2, windowMs: 1000 }
/** Auth0 gives no page with more users, and no user beyond these. */
const [PAGE_LIMIT, LIST_LIMIT] = [100, 1000]

/**
 * Auth0, on servers: the management client of `auth0`, with the scopes `read:users` and `update:users`.
 *
 * `picture` is always generated: where there is none Auth0 takes the Gravatar of the e-mail address
 * (https://auth0.com/docs/manage-users/user-accounts/user-profiles/normalized-user-profile-schema). So a picture is
 * removed by putting a placeholder in its place. `user_metadata.picture`, which tenants put over it by an Action
 * (https://auth0.com/docs/manage-users/user-accounts/change-user-picture), goes with it in the same request.
 *
 * The SDK would try again by itself, removals too: that is turned off, request by request.
 */
export function auth0Adapter(client: Auth0ClientLike, options: Auth0AdapterOptions = {}): GuardedAdapter<User> {
  if (typeof client?.users?.update !== 'function' || typeof client.users.get !== 'function') {
    throw misconfigured(
      'auth0Adapter needs the management client of auth0. Pass new ManagementClient({ domain, clientId, clientSecret }).',
    )
  }
  const { users } = client
  const {
    placeholder = PLACEHOLDER,
    imageMayReturn = true,
    rateLimit = FREE_PLAN,
    tenantOf,
    storeImage,
    policy,
  } = options
  const view = (reply: unknown, userId: string) => userOf(reply, placeholder, userId)

  const adapter: UserImageAdapter<User> = {
    policy,
    imageMayReturn,
    rateLimit,
    isUserId: (value) => /^[a-z0-9-]+\|[A-Za-z0-9_|.:@-]+$/.test(value),
    deleteUserProfileImage: async (userId, context) =>
      view(
        await asked(userId, context, (request) =>
          users.update(userId, { picture: placeholder, user_metadata: { picture: null } }, request),
        ),
        userId,
      ),
    async getUser(userId, context) {
      const user = await asked(userId, context, (request) => users.get(userId, {}, request))
      return withTenant(view(user, userId), user, tenantOf)
    },
    async getUserList({ query, limit = 20, offset = 0 }, context) {
      const size = Math.min(limit, PAGE_LIMIT)
      const skip = offset % size
      const found: User[] = []
      let totalCount = 0
      for (let page = Math.floor(offset / size), more = true; more && found.length < skip + limit; page++) {
        if ((page + 1) * size > LIST_LIMIT) {
          if (found.length > 0) break
          throw new AvatarKitError('unexpected', {
            message: `avatarkit: Auth0 lists no more than ${LIST_LIMIT} users of a search. Search for less.`,
          })
        }
        const search = {
          q: query ? queryOf(query) : undefined,
          search_engine: 'v3',
          page,
          per_page: size,
          include_totals: true,
          sort: 'created_at:-1',
        } as const
        const { users: some, total } = pageOf(await asked(undefined, context, (request) => users.list(search, request)))
        found.push(...some.map((user) => userOf(user, placeholder)))
        totalCount = total
        more = some.length === size
      }
      return { data: found.slice(skip, skip + limit), totalCount }
    },
  }
  if (storeImage) {
    // In the metadata too: where a tenant's Action lays that over the attribute, it would hide the new one.
    adapter.updateUserProfileImage = async (userId, { file }, context) => {
      const picture = await storeImage(userId, file)
      return view(
        await asked(userId, context, (request) =>
          users.update(userId, { picture, user_metadata: { picture } }, request),
        ),
        userId,
      )
    }
  }
  return guardAdapter(adapter)
}

/** In Auth0's search: whose name or e-mail address contains the text, or begins with it where it is shorter than Auth0 takes for "contains". */
function queryOf(query: string): string {
  // Two signs cannot be escaped in this language.
  const text = query.replaceAll(/[<>]/g, '').replaceAll(/[\s+\-=&|!(){}[\]^"~*?:\\/]/g, '\\$&')
  const term = query.length < 3 ? `${text}*` : `*${text}*`
  return ['email', 'name', 'given_name', 'family_name', 'nickname'].map((field) => `${field}:${term}`).join(' OR ')
}

/** A Gravatar is the person's own picture as far as anybody can tell. Only what Auth0 itself has drawn is none. */
function isDrawn(picture: string, placeholder: string | null): boolean {
  if (picture === placeholder) return true
  try {
    const { hostname, pathname } = new URL(picture)
    // Gravatar hands it on through the proxy of WordPress.
    return /^(?:cdn\.auth0\.com|i\d\.wp\.com\/cdn\.auth0\.com)\/avatars\/[^/]+$/.test(hostname + pathname)
  } catch {
    return false
  }
}

function userOf(reply: unknown, placeholder: string | null, userId?: string): User {
  const {
    user_id,
    email,
    name,
    given_name,
    family_name,
    username,
    blocked,
    created_at,
    updated_at,
    last_login,
    picture,
    user_metadata,
  } = bagOf(reply)
  if (typeof user_id !== 'string') throw unreadable('a user', userId)
  const pictures = [bagOf(user_metadata).picture, picture].filter(
    (address): address is string => typeof address === 'string' && address !== '',
  )
  const own = pictures.find((address) => !isDrawn(address, placeholder))
  return toUser({
    user_id,
    email,
    given_name,
    family_name,
    // Where nobody has said one, Auth0 takes the e-mail address.
    name: name === email ? undefined : name,
    username,
    created_at,
    updated_at,
    last_login,
    banned: blocked === true,
    picture: own ?? pictures[0] ?? null,
    hasImage: own !== undefined,
  })
}

function pageOf({ response }: { response: unknown }): { users: unknown[]; total: number } {
  const { users, total } = bagOf(response)
  if (Array.isArray(users) && typeof total === 'number') return { users, total }
  throw unreadable('a list of users')
}

async function asked<T>(
  userId: string | undefined,
  context: CallContext | undefined,
  send: (request: Auth0RequestOptions) => PromiseLike<T>,
): Promise<T> {
  if (context?.signal?.aborted) throw new AvatarKitError('aborted', { userId })
  try {
    return await send({ maxRetries: 0, abortSignal: context?.signal })
  } catch (error) {
    throw toError(error, userId)
  }
}
