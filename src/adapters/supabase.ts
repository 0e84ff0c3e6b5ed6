import type { CallPolicy, UserImageAdapter } from '../core/adapter.ts'
import { type GuardedAdapter, guardAdapter } from '../core/guard.ts'
import { type Bag, type TenantOf, toUser, withTenant } from '../core/toUser.ts'
import { displayName, type User } from '../core/user.ts'
import { objectsOf } from './supabase/objects.ts'
import {
  asked,
  authError,
  bagOf,
  LIST_LIMIT,
  misconfigured,
  PICTURES,
  picturesOf,
  type Reply,
  refuseAborted,
  unreadable,
} from './supabase/replies.ts'

/** The part of `@supabase/supabase-js`'s client that is used: `createClient(url, secretKey)` as it comes. */
export interface SupabaseClientLike {
  auth: {
    admin: {
      getUserById(id: string): Reply
      updateUserById(id: string, attributes: { user_metadata: object }): Reply
      listUsers(params: { page: number; perPage: number }): Reply
    }
  }
  storage: {
    getBucket(id: string): Reply
    from(bucket: string): { list(folder: string, options: { limit: number }): Reply; remove(paths: string[]): Reply }
  }
}

export interface SupabaseAdapterOptions {
  /** The Storage bucket that the pictures are in. Without it they stay there, public as before: only the user's attributes are removed. */
  bucket?: string
  /**
   * Where in the bucket one user's pictures are: a path, several, or a folder that bears the user's id and ends in
   * `/`, all files of which are removed. Without it the user's metadata is asked, which the person can write: then
   * nothing outside the folder named by their id is ever removed.
   */
  pathOf?: (userId: string) => string | readonly string[] | Promise<string | readonly string[]>
  /** Told of an object that metadata names and that is not in the user's own folder: it stays. Default: `console.warn`. */
  onObjectLeft?: (object: { userId: string; bucket: string; path: string }) => void
  /** Supabase cannot search. Up to so many users all are read and searched here; beyond it a search is refused. Default 5,000. */
  searchUpTo?: number
  /** False where nobody signs in with a social account. Default true. */
  imageMayReturn?: boolean
  /** Where you keep the tenant: `(user) => user.app_metadata.tenant`. Then `authorize` finds it in `(await getTarget()).tenantId`. */
  tenantOf?: TenantOf
  /**
   * Keeps a new picture where it can be loaded from, and tells its address: your bucket. Without it images cannot be
   * set. Give each picture an address of its own, or copies of the old one stay in caches.
   */
  storeImage?: (userId: string, file: Blob) => Promise<string>
  policy?: CallPolicy
}

const NAMES = [
  'first_name',
  'given_name',
  'last_name',
  'family_name',
  'full_name',
  'name',
  'username',
  'user_name',
  'preferred_username',
]

/**
 * Supabase, on servers: the client of `@supabase/supabase-js` with the secret key.
 *
 * A picture is in two places, an object in Storage and an attribute of the user that names it. The object is removed
 * first: as long as anything fails the attribute still names what is to be removed, and another try ends it. With
 * neither in place another try is success.
 *
 * Each sign-in with a social account writes that account's picture into the user's metadata again
 * (`createAccountFromExternalIdentity`, https://github.com/supabase/auth/blob/master/internal/api/external.go).
 */
export function supabaseAdapter(
  client: SupabaseClientLike,
  options: SupabaseAdapterOptions = {},
): GuardedAdapter<User> {
  if (typeof client?.auth?.admin?.updateUserById !== 'function') {
    throw misconfigured(
      'supabaseAdapter needs the client of @supabase/supabase-js. Pass createClient(url, secretKey), on the server only.',
    )
  }
  const { bucket, pathOf, searchUpTo = 5000, imageMayReturn = true, tenantOf, storeImage, policy } = options
  if (pathOf && bucket === undefined)
    throw misconfigured('supabaseAdapter cannot look for `pathOf` without a bucket. Pass `bucket` too.')
  const { admin } = client.auth
  const read = async (userId: string) => userOf(await asked(() => admin.getUserById(userId), authError, userId), userId)
  const removeObjects = bucket === undefined ? undefined : objectsOf(client.storage, bucket, options, read)
  const adapter: UserImageAdapter<User> = {
    policy,
    imageMayReturn,
    isUserId: (value) => /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(value),
    async deleteUserProfileImage(userId, context) {
      await removeObjects?.(userId, context)
      refuseAborted(context?.signal, userId)
      // `null` takes an attribute away, and those that are not named stay as they are.
      const user_metadata = Object.fromEntries(PICTURES.map((name) => [name, null]))
      return view(userOf(await asked(() => admin.updateUserById(userId, { user_metadata }), authError, userId), userId))
    },
    getUser: (userId) => read(userId).then((user) => withTenant(view(user), user, tenantOf)),
    async getUserList({ query, limit = 20, offset = 0 }, context) {
      const list: List = async (page, perPage) => {
        refuseAborted(context?.signal, undefined)
        return pageOf(await asked(() => admin.listUsers({ page, perPage }), authError, undefined))
      }
      if (query) {
        const found = await searched(list, query.toLowerCase(), searchUpTo)
        return { data: found.slice(offset, offset + limit), totalCount: found.length }
      }
      const [page, skip] = [Math.floor(offset / limit) + 1, offset % limit]
      const { users, total } = await list(page, limit)
      if (skip > 0 && users.length === limit) users.push(...(await list(page + 1, limit)).users)
      return { data: users.slice(skip, skip + limit), totalCount: total }
    },
  }
  if (storeImage) {
    adapter.updateUserProfileImage = async (userId, { file }, context) => {
      const user_metadata = { [PICTURES[0]!]: await storeImage(userId, file) }
      refuseAborted(context?.signal, userId)
      return view(userOf(await asked(() => admin.updateUserById(userId, { user_metadata }), authError, userId), userId))
    }
  }
  return guardAdapter(adapter)
}

type List = (page: number, perPage: number) => Promise<{ users: User[]; total: number }>

async function searched(list: List, wanted: string, upTo: number): Promise<User[]> {
  const users = new Map<string, User>()
  for (let page = 1, more = true; more; page++) {
    const { users: some, total } = await list(page, LIST_LIMIT)
    if (total > upTo)
      throw misconfigured(
        `Supabase cannot search, and its ${total} users are more than \`searchUpTo\` (${upTo}). Raise it, or search a table of your own.`,
      )
    for (const user of some) users.set(user.id, user)
    more = some.length > 0 && users.size < total
  }
  return [...users.values()].filter((user) =>
    [displayName(user), user.username, user.emailAddress].some((text) => text?.toLowerCase().includes(wanted)),
  )
}

/** The person can write anything into their metadata: names and pictures are read from it, and nothing that says who they are. */
function view(user: Bag): User {
  const { id, email, created_at, updated_at, last_sign_in_at, banned_until } = user
  const metadata = bagOf(user.user_metadata)
  const names = Object.fromEntries(NAMES.map((name) => [name, metadata[name]]))
  const banned = typeof banned_until === 'string' && Date.parse(banned_until) > Date.now()
  return toUser({
    ...names,
    id,
    email,
    created_at,
    updated_at,
    last_login: last_sign_in_at,
    banned,
    image: picturesOf(user)[0] ?? null,
  })
}

function userOf(data: unknown, userId: string): Bag {
  const { user } = bagOf(data)
  if (typeof user === 'object' && user !== null && !Array.isArray(user)) return user as Bag
  throw unreadable('a user', userId)
}

function pageOf(data: unknown): { users: User[]; total: number } {
  const { users, total } = bagOf(data)
  // Without the headers that count them the SDK says 0.
  if (Array.isArray(users) && Number(total) >= users.length)
    return { users: users.map((user) => view(bagOf(user))), total: Number(total) }
  throw unreadable('a list of users')
}
