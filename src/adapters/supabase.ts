import type { CallContext, CallPolicy, UserImageAdapter } from '../core/adapter.ts'
import { withDeadline } from '../core/deadline.ts'
import { AvatarKitError, isAvatarKitError } from '../core/errors.ts'
import { type GuardedAdapter, guardAdapter } from '../core/guard.ts'
import { type Bag, type TenantOf, toUser, withTenant } from '../core/toUser.ts'
import { displayName, type User } from '../core/user.ts'

/** What the SDK does not throw, it tells. */
type Reply = Promise<{ data: unknown; error: unknown }>

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
  policy?: CallPolicy
}

/** Where Supabase keeps the picture of a social account, and most applications their own. */
const PICTURES = ['avatar_url', 'picture']
const NAMES = ['first_name', 'given_name', 'last_name', 'family_name', 'full_name', 'name', 'username', 'user_name', 'preferred_username']
const LIST_LIMIT = 1000

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
export function supabaseAdapter(client: SupabaseClientLike, options: SupabaseAdapterOptions = {}): GuardedAdapter<User> {
  if (typeof client?.auth?.admin?.updateUserById !== 'function') {
    throw misconfigured('supabaseAdapter needs the client of @supabase/supabase-js. Pass createClient(url, secretKey), on the server only.')
  }
  const { bucket, pathOf, searchUpTo = 5000, imageMayReturn = true, tenantOf, policy } = options
  if (pathOf && bucket === undefined) throw misconfigured('supabaseAdapter cannot look for `pathOf` without a bucket. Pass `bucket` too.')
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
  return guardAdapter(adapter)
}

type List = (page: number, perPage: number) => Promise<{ users: User[]; total: number }>

async function searched(list: List, wanted: string, upTo: number): Promise<User[]> {
  const users = new Map<string, User>()
  for (let page = 1, more = true; more; page++) {
    const { users: some, total } = await list(page, LIST_LIMIT)
    if (total > upTo) throw misconfigured(`Supabase cannot search, and its ${total} users are more than \`searchUpTo\` (${upTo}). Raise it, or search a table of your own.`)
    for (const user of some) users.set(user.id, user)
    more = some.length > 0 && users.size < total
  }
  return [...users.values()].filter((user) => [displayName(user), user.username, user.emailAddress].some((text) => text?.toLowerCase().includes(wanted)))
}

/** Removes what is in the bucket of one user's. */
function objectsOf(storage: SupabaseClientLike['storage'], bucket: string, options: SupabaseAdapterOptions, read: (userId: string) => Promise<Bag>) {
  const { pathOf, policy } = options
  const objects = storage.from(bucket)
  const left = (userId: string, path: string) => {
    if (options.onObjectLeft) return options.onObjectLeft({ userId, bucket, path })
    console.warn(`avatarkit: ${JSON.stringify(path)} in the bucket ${bucket} is not in the folder of ${userId}, and stays. Say in \`pathOf\` where the pictures are.`)
  }
  let found = false
  const places = async (userId: string): Promise<readonly string[]> => {
    if (pathOf) {
      const given = [await pathOf(userId)].flat()
      // One wrong folder would be everybody's.
      if (given.every((path) => isPath(path) && (!path.endsWith('/') || path.split('/').includes(userId)))) return given
      throw misconfigured('`pathOf` gave what is no path, or a folder that does not bear the user’s id. Nothing was removed.', userId)
    }
    const named = picturesOf(await read(userId)).flatMap((address) => pathIn(bucket, address) ?? [])
    const isOwn = (path: string) => isPath(path) && path.startsWith(`${userId}/`) && !path.endsWith('/')
    for (const path of named) if (!isOwn(path)) left(userId, path)
    return named.filter(isOwn)
  }

  const listed = async (call: () => Reply, userId: string, signal: AbortSignal): Promise<Bag[]> => {
    refuseAborted(signal, userId)
    const data = await asked(call, storageError, userId)
    if (Array.isArray(data)) return data.map(bagOf)
    throw objectUnknown(data, userId)
  }

  /** The files that are in the folder itself: a folder in it has no id, and stays. */
  const emptyFolder = async (folder: string, userId: string, signal: AbortSignal) => {
    for (let more = true; more; ) {
      const entries = await listed(() => objects.list(folder.slice(0, -1), { limit: LIST_LIMIT }), userId, signal)
      const files = entries.flatMap(({ id, name }) => (typeof id === 'string' && typeof name === 'string' ? [folder + name] : []))
      if (files.length > 0) await listed(() => objects.remove(files), userId, signal)
      more = files.length > 0 && entries.length >= LIST_LIMIT
    }
  }

  const removeAll = async (userId: string, signal: AbortSignal) => {
    // From a bucket that is not there Storage removes nothing, and does not say so.
    if (!found) await asked(() => storage.getBucket(bucket), storageError, userId)
    found = true
    for (const place of await places(userId)) await (place.endsWith('/') ? emptyFolder(place, userId, signal) : listed(() => objects.remove([place]), userId, signal))
  }

  // Ends before the guard's time-out: that one asks for the user, who may have lost the attribute long ago.
  const ms = (policy?.deadlineMs ?? 10_000) / 3
  return (userId: string, context: CallContext | undefined) =>
    withDeadline(ms, context?.signal, userId, (signal) => removeAll(userId, signal)).catch((error: unknown) => {
      throw isAvatarKitError(error) && error.code !== 'time-out' ? error : objectUnknown(error, userId)
    })
}

/** The path of an object in the bucket, by its address in Storage or by itself; `undefined` for a picture that is elsewhere. */
function pathIn(bucket: string, address: string): string | undefined {
  if (!/^(?:[a-z][a-z\d+.-]*:|\/)/i.test(address)) return address
  try {
    const [, path = ''] = /\/(?:object|render\/image)\/(?:public|sign|authenticated)\/(.+)$/.exec(new URL(address).pathname) ?? []
    const decoded = decodeURIComponent(path)
    return decoded.startsWith(`${bucket}/`) ? decoded.slice(bucket.length + 1) : undefined
  } catch {
    return undefined
  }
}

/** No part of it is empty or a dot segment; it may end in `/`. */
const isPath = (path: unknown): path is string => typeof path === 'string' && !/(?:^|\/)\.{0,2}(?:\/|$)/.test(path.replace(/\/$/, ''))

const bagOf = (value: unknown): Bag => (typeof value === 'object' && value !== null ? (value as Bag) : {})

const picturesOf = (user: Bag): string[] => PICTURES.map((name) => bagOf(user.user_metadata)[name]).filter((address) => typeof address === 'string' && address !== '') as string[]

/** The person can write anything into their metadata: names and pictures are read from it, and nothing that says who they are. */
function view(user: Bag): User {
  const { id, email, created_at, updated_at, last_sign_in_at, banned_until } = user
  const metadata = bagOf(user.user_metadata)
  const names = Object.fromEntries(NAMES.map((name) => [name, metadata[name]]))
  const banned = typeof banned_until === 'string' && Date.parse(banned_until) > Date.now()
  return toUser({ ...names, id, email, created_at, updated_at, last_login: last_sign_in_at, banned, image: picturesOf(user)[0] ?? null })
}

function userOf(data: unknown, userId: string): Bag {
  const { user } = bagOf(data)
  if (typeof user === 'object' && user !== null && !Array.isArray(user)) return user as Bag
  throw unreadable('a user', userId)
}

function pageOf(data: unknown): { users: User[]; total: number } {
  const { users, total } = bagOf(data)
  // Without the headers that count them the SDK says 0.
  if (Array.isArray(users) && Number(total) >= users.length) return { users: users.map((user) => view(bagOf(user))), total: Number(total) }
  throw unreadable('a list of users')
}

const unreadable = (what: string, userId?: string) =>
  new AvatarKitError('unknown-outcome', { userId, message: `avatarkit: Supabase’s reply is not ${what}. Check the project’s URL, and what answers in its place.` })

/** A call of the SDK cannot be stopped, but the next one need not begin. */
function refuseAborted(signal: AbortSignal | undefined, userId: string | undefined): void {
  if (signal?.aborted) throw new AvatarKitError('aborted', { userId })
}

type ToError = (error: unknown, userId: string | undefined) => AvatarKitError

async function asked(call: () => Reply, toError: ToError, userId: string | undefined): Promise<unknown> {
  const { data, error } = await call().catch((error: unknown) => ({ data: undefined, error }))
  if (error) throw toError(error, userId)
  return data
}

const misconfigured = (message: string, userId?: string, cause?: unknown) => new AvatarKitError('misconfigured', { userId, cause, message: `avatarkit: ${message}` })
const keyRefused: ToError = (cause, userId) => misconfigured('Supabase refuses the server’s key. Check that it is the secret key, and of this project.', userId, cause)

const authError: ToError = (error, userId) => {
  const { status, code } = bagOf(error)
  // The SDK does not read what a 5xx says, and gives a network failure the status 0: what was carried out is not known.
  if (typeof status !== 'number' || status === 0 || status >= 500) return new AvatarKitError('unknown-outcome', { userId, cause: error })
  if (status === 401 || status === 403) return keyRefused(error, userId)
  if (status === 404 && code !== 'user_not_found') return misconfigured('what answers is not Supabase Auth (404 without its error). Check the project’s URL.', userId, error)
  return new AvatarKitError(status === 404 ? 'user-not-found' : status === 429 ? 'rate-limited' : 'unexpected', { userId, cause: error })
}

/** Settled: asking for the user tells nothing of the object. */
const objectUnknown: ToError = (cause, userId) => {
  const message = 'avatarkit: it is not known whether the object in Storage was removed. The user’s attribute was left, so that another try ends it.'
  return new AvatarKitError('unknown-outcome', { userId, cause, message, settled: true })
}

/** Storage answers most refusals with 400, and says in the body which status it means. */
const storageError: ToError = (error, userId) => {
  const status = Number(bagOf(error).statusCode)
  if (status === 401 || status === 403) return keyRefused(error, userId)
  if (status === 404) return misconfigured('Supabase Storage does not have this bucket. Check `bucket`, and the project’s URL.', userId, error)
  if (status === 429) return new AvatarKitError('rate-limited', { userId, cause: error })
  return status >= 400 && status < 500 ? new AvatarKitError('unexpected', { userId, cause: error }) : objectUnknown(error, userId)
}
