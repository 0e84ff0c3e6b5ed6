import type { CallContext, ImageEvent, ImageEventParams, ListCapabilities, UserImageAdapter, UserListParams } from '../core/adapter.ts'
import { commonFields } from '../core/commonFields.ts'
import { AvatarKitError, type ErrorCode } from '../core/errors.ts'
import { type GuardedAdapter, guardAdapter } from '../core/guard.ts'
import { jsonLines } from '../core/jsonLines.ts'
import { resumed } from '../core/resumed.ts'
import { parseRetryAfter } from '../core/retryAfter.ts'
import { type TenantOf, withTenant } from '../core/toUser.ts'
import type { User, UserFields } from '../core/user.ts'
import { type ErrorBody, IDEMPOTENCY_HEADER, NOTE_HEADER, REASON_HEADER, TELL_HEADER, toldError } from '../core/wire.ts'

export interface RestAdapterOptions {
  /** Where the routes begin, such as `/api` or `https://panel.internal/api`. */
  baseUrl: string
  /** Sent with each request, or a function that makes them, for tokens that change. */
  headers?: HeadersInit | (() => HeadersInit | Promise<HeadersInit>)
  /** Default `same-origin`. */
  credentials?: RequestCredentials
  /** In place of the global `fetch`. */
  fetch?: typeof fetch
  /** Other routes than the kit's handler has. They get the encoded id. */
  paths?: {
    profileImage?: (userId: string) => string
    user?: (userId: string) => string
    users?: () => string
    profileImages?: () => string
    restore?: (userId: string) => string
    events?: () => string
  }
  /**
   * What a removal answers: the user (default), or nothing, as internal APIs with a 204 do. With `none` a user is
   * looked up only where `paths.user` names the route: without it a lost answer stays `unknown-outcome`.
   */
  reply?: 'user' | 'none'
  /**
   * Whether the server removes many at once, as the kit's handler does with `bulk: bulkRemoval()`:
   * `POST users/profile_images/delete`. Default false.
   */
  bulk?: boolean
  /** Whether the server sets images, as the kit's handler does with `upload: imageUpload()`: `POST users/:id/profile_image`. Default false. */
  upload?: boolean
  /** Whether the server brings removed images back: `POST users/:id/profile_image/restore`. Default false. */
  restore?: boolean
  /** Whether the server tells what was done: `GET users/profile_images/events`. Default false. */
  events?: boolean
  /** What the server's list can do beside searching and paging. Default: nothing. */
  lists?: ListCapabilities
  /** The provider behind the server takes pictures anew from elsewhere: what is removed may come back. Default false. */
  imageMayReturn?: boolean
  /** Where you keep the tenant: `(user) => user.account_id`. Then `authorize` finds it in `(await getTarget()).tenantId`. */
  tenantOf?: TenantOf
  /** How the server's users look. Default: the common field names. */
  fields?: UserFields
  /** All of one call. Default 30,000 ms: longer than the server's own. */
  deadlineMs?: number
}

const MAX_BYTES = 1024 * 1024
/** Four times as long as the kit's handler is ever silent. */
const IDLE_MS = 60_000
const STATUS: Record<number, ErrorCode> = { 401: 'unauthenticated', 403: 'forbidden', 404: 'user-not-found', 410: 'user-not-found', 413: 'too-large', 429: 'rate-limited' }

/**
 * From the browser to a server: the kit's own handler, or any HTTP API. `GET users`, `GET users/:id` and
 * `DELETE users/:id/profile_image` below `baseUrl`, unless `paths` says otherwise.
 */
export function restAdapter(options: RestAdapterOptions): GuardedAdapter<User> {
  if (typeof options?.baseUrl !== 'string') {
    throw new AvatarKitError('misconfigured', { message: "avatarkit: restAdapter needs `baseUrl`, such as restAdapter({ baseUrl: '/api' })." })
  }
  const { fields = commonFields, paths = {}, reply = 'user', deadlineMs = 30_000, bulk = false, imageMayReturn = false } = options
  const route = (path: string, userId?: string) => urlOf(options.baseUrl, path, userId)
  const profileImage = paths.profileImage ?? ((id: string) => `/users/${id}/profile_image`)
  const adapter: UserImageAdapter<User> = {
    policy: { deadlineMs, retries: 0 },
    imageMayReturn,
    lists: options.lists,
    async deleteUserProfileImage(userId, context) {
      const url = route(profileImage(encodeURIComponent(userId)), userId)
      const response = await send(options, 'DELETE', url, userId, context)
      if (reply === 'none' && response.ok) {
        await response.body?.cancel()
        return fields.toUser({ id: userId, imageUrl: null, hasImage: false })
      }
      return fields.toUser(await readObject(response, userId))
    },
    async getUserList(params, context) {
      const url = route((paths.users ?? (() => '/users'))())
      url.search = searchOf(params)
      return readPage<object, User>(await send(options, 'GET', url, undefined, context), (user) => fields.toUser(user))
    },
  }
  const { user = reply === 'none' ? undefined : (id: string) => `/users/${id}` } = paths
  if (user) {
    adapter.getUser = async (userId, context) => {
      const url = route(user(encodeURIComponent(userId)), userId)
      const found = await readObject(await send(options, 'GET', url, userId, context), userId)
      return withTenant(fields.toUser(found), found, options.tenantOf)
    }
  }
  const change = async (method: string, path: string, userId: string, context: CallContext | undefined, body?: FormData) =>
    fields.toUser(await readObject(await send(options, method, route(path, userId), userId, context, body), userId))
  if (options.upload) {
    adapter.updateUserProfileImage = (userId, { file }, context) => {
      const form = new FormData()
      // Its name says nothing: it is the person's own, and may say too much.
      form.set('file', file, 'image')
      return change('POST', profileImage(encodeURIComponent(userId)), userId, context, form)
    }
  }
  if (options.restore) {
    adapter.restoreUserProfileImage = (userId, context) => change('POST', (paths.restore ?? ((id) => `${profileImage(id)}/restore`))(encodeURIComponent(userId)), userId, context)
  }
  if (options.events) {
    adapter.getImageEvents = async (params, context) => {
      const url = route((paths.events ?? (() => '/users/profile_images/events'))())
      url.search = searchOf(params)
      return readPage<ImageEvent>(await send(options, 'GET', url, undefined, context), (event) => ({ ...event, user: event.user && fields.toUser(event.user) }))
    }
  }
  if (bulk) {
    adapter.deleteUserProfileImages = (userIds, context = {}) =>
      resumed(
        userIds,
        context,
        async function* ({ stop, ...inner }) {
          const url = route((paths.profileImages ?? (() => '/users/profile_images/delete'))())
          const response = await send(options, 'POST', url, undefined, inner, JSON.stringify({ userIds, stop }))
          const type = response.headers.get('content-type') ?? ''
          if (!response.body || !/^application\/x-ndjson\s*(;|$)/i.test(type)) throw new AvatarKitError('misconfigured', { message: NO_BULK })
          yield* jsonLines(response.body, IDLE_MS)
        },
        (user) => fields.toUser(user),
      )
  }
  return guardAdapter(adapter)
}

const NO_BULK = 'avatarkit: what answers does not remove in bulk. Give `bulk: bulkRemoval()` to the server’s handler, or leave `bulk` out of restAdapter.'

/** The address of a route; refused where the id would make it another one than was meant. */
function urlOf(baseUrl: string, path: string, userId?: string): URL {
  const base = baseOf(baseUrl)
  const intended = `${base.pathname.replace(/\/$/, '')}/${path.replace(/^\/+/, '')}`
  const url = new URL(intended, base)
  if (url.origin === base.origin && url.pathname + url.search === intended && url.hash === '') return url
  throw new AvatarKitError('invalid-user-id', { userId, message: 'avatarkit: this id would change the address of the request; nothing was sent.' })
}

function baseOf(baseUrl: string): URL {
  const origin = (globalThis as { location?: { origin?: string } }).location?.origin
  try {
    return new URL(`${baseUrl.replace(/\/+$/, '')}/`, origin === 'null' ? undefined : origin)
  } catch (cause) {
    // Found out only now: a module that makes the adapter may be loaded on a server that never calls it.
    throw new AvatarKitError('misconfigured', {
      cause,
      message: `avatarkit: restAdapter cannot find ${JSON.stringify(baseUrl)}. Outside a page \`baseUrl\` must begin with http:// or https://.`,
    })
  }
}

function searchOf(params: UserListParams | ImageEventParams): string {
  // What is not asked for is not sent: nor is the start of a list, which is where each begins.
  const asked = Object.entries(params).filter(([name, value]) => value !== undefined && value !== '' && !(name === 'offset' && value === 0))
  return new URLSearchParams(asked.map(([name, value]) => [name, String(value)])).toString()
}

async function readPage<T, V = T>(response: Response, view: (item: T) => V): Promise<{ data: V[]; totalCount: number }> {
  const { data, totalCount } = (await readObject(response, undefined)) as { data?: T[]; totalCount?: number }
  if (!Array.isArray(data) || typeof totalCount !== 'number') throw unreadable(undefined, 'the reply is not a list')
  return { data: data.map(view), totalCount }
}

async function send(options: RestAdapterOptions, method: string, url: URL, userId: string | undefined, context: CallContext = {}, body?: string | FormData): Promise<Response> {
  const headers = new Headers(typeof options.headers === 'function' ? await options.headers() : options.headers)
  headers.set('accept', 'application/json')
  for (const [name, text] of [
    [REASON_HEADER, context.reason],
    [NOTE_HEADER, context.note],
  ] as const)
    if (text) headers.set(name, encodeURIComponent(wellFormed(text)))
  if (context.tellUser) headers.set(TELL_HEADER, '1')
  if (context.idempotencyKey) headers.set(IDEMPOTENCY_HEADER, context.idempotencyKey)
  if (typeof body === 'string') headers.set('content-type', 'application/json')
  const request = options.fetch ?? fetch
  const how = { credentials: options.credentials ?? ('same-origin' as const), redirect: 'manual' as const, cache: 'no-store' as const, signal: context.signal }
  const response = await request(url.href, { method, headers, body, ...how })
  if (response.type === 'opaqueredirect' || (response.status >= 300 && response.status < 400)) {
    // Followed, it would take the credentials along, or a login page would pass for an answer.
    throw new AvatarKitError('unauthenticated', { userId, message: 'avatarkit: the server redirects instead of answering. The session has ended, or a proxy stands in between.' })
  }
  return response.ok ? response : Promise.reject(await errorOf(response, userId))
}

/** Half an emoji, as a cut text field leaves it, cannot be encoded. */
const wellFormed = (text: string) => text.replace(/\p{Surrogate}/gu, '\ufffd')

async function errorOf(response: Response, userId: string | undefined): Promise<AvatarKitError> {
  const retryAfter = parseRetryAfter(response.headers.get('retry-after'), response.headers.get('date'))
  const body = (await readJson(response).catch(() => undefined)) as Partial<ErrorBody> | undefined
  const told = toldError(body?.error, userId, retryAfter)
  if (told) return told
  const known = STATUS[response.status] ?? (response.status === 503 && body !== undefined ? 'unavailable' : undefined)
  return new AvatarKitError(known ?? (response.status >= 500 ? 'unknown-outcome' : 'unexpected'), {
    userId,
    retryAfter,
    message: `avatarkit: the server answered ${response.status}.`,
  })
}

async function readObject(response: Response, userId: string | undefined): Promise<object> {
  const value = await readJson(response).catch((error: unknown) => {
    throw unreadable(userId, 'the reply cannot be read', error)
  })
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value
  throw unreadable(userId, 'the reply is not a user')
}

function unreadable(userId: string | undefined, what: string, cause?: unknown): AvatarKitError {
  return new AvatarKitError('unknown-outcome', { userId, cause, message: `avatarkit: ${what}. Check what answers at this address.` })
}

/** JSON, named so, valid UTF-8 and of bearable size; anything else is no answer. */
async function readJson(response: Response): Promise<unknown> {
  const type = response.headers.get('content-type') ?? ''
  if (!/^application\/([\w.+-]+\+)?json\s*(;|$)/i.test(type)) throw new Error(`The content type is ${type || 'missing'} and not JSON.`)
  const chunks: Uint8Array[] = []
  let size = 0
  const reader = response.body?.getReader()
  for (let part = await reader?.read(); part && !part.done; part = await reader!.read()) {
    size += part.value.byteLength
    if (size > MAX_BYTES) {
      await reader!.cancel()
      throw new Error('The reply is larger than 1 MiB.')
    }
    chunks.push(part.value)
  }
  const bytes = new Uint8Array(size)
  let at = 0
  for (const chunk of chunks) {
    bytes.set(chunk, at)
    at += chunk.byteLength
  }
  return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
}
