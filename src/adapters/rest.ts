import type { CallContext, ImageEvent, ListCapabilities, UserImageAdapter } from '../core/adapter.ts'
import { commonFields } from '../core/commonFields.ts'
import { AvatarKitError } from '../core/errors.ts'
import { type GuardedAdapter, guardAdapter } from '../core/guard.ts'
import { jsonLines } from '../core/jsonLines.ts'
import { resumed } from '../core/resumed.ts'
import { type TenantOf, withTenant } from '../core/toUser.ts'
import type { User, UserFields } from '../core/user.ts'
import { IDEMPOTENCY_HEADER, NOTE_HEADER, REASON_HEADER, TELL_HEADER } from '../core/wire.ts'
import { searchOf, urlOf } from './rest/address.ts'
import { errorOf, readObject, readPage } from './rest/reply.ts'

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

/** Four times as long as the kit's handler is ever silent. */
const IDLE_MS = 60_000
/**
 * From the browser to a server: the kit's own handler, or any HTTP API. `GET users`, `GET users/:id` and
 * `DELETE users/:id/profile_image` below `baseUrl`, unless `paths` says otherwise.
 */
export function restAdapter(options: RestAdapterOptions): GuardedAdapter<User> {
  if (typeof options?.baseUrl !== 'string') {
    throw new AvatarKitError('misconfigured', {
      message: "avatarkit: restAdapter needs `baseUrl`, such as restAdapter({ baseUrl: '/api' }).",
    })
  }
  const {
    fields = commonFields,
    paths = {},
    reply = 'user',
    deadlineMs = 30_000,
    bulk = false,
    imageMayReturn = false,
  } = options
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
  const change = async (
    method: string,
    path: string,
    userId: string,
    context: CallContext | undefined,
    body?: FormData,
  ) => fields.toUser(await readObject(await send(options, method, route(path, userId), userId, context, body), userId))
  if (options.upload) {
    adapter.updateUserProfileImage = (userId, { file }, context) => {
      const form = new FormData()
      // Its name says nothing: it is the person's own, and may say too much.
      form.set('file', file, 'image')
      return change('POST', profileImage(encodeURIComponent(userId)), userId, context, form)
    }
  }
  if (options.restore) {
    adapter.restoreUserProfileImage = (userId, context) =>
      change(
        'POST',
        (paths.restore ?? ((id) => `${profileImage(id)}/restore`))(encodeURIComponent(userId)),
        userId,
        context,
      )
  }
  if (options.events) {
    adapter.getImageEvents = async (params, context) => {
      const url = route((paths.events ?? (() => '/users/profile_images/events'))())
      url.search = searchOf(params)
      return readPage<ImageEvent>(await send(options, 'GET', url, undefined, context), (event) => ({
        ...event,
        user: event.user && fields.toUser(event.user),
      }))
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
          if (!response.body || !/^application\/x-ndjson\s*(;|$)/i.test(type))
            throw new AvatarKitError('misconfigured', { message: NO_BULK })
          yield* jsonLines(response.body, IDLE_MS)
        },
        (user) => fields.toUser(user),
      )
  }
  return guardAdapter(adapter)
}

const NO_BULK =
  'avatarkit: what answers does not remove in bulk. Give `bulk: bulkRemoval()` to the server’s handler, or leave `bulk` out of restAdapter.'

async function send(
  options: RestAdapterOptions,
  method: string,
  url: URL,
  userId: string | undefined,
  context: CallContext = {},
  body?: string | FormData,
): Promise<Response> {
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
  const how = {
    credentials: options.credentials ?? ('same-origin' as const),
    redirect: 'manual' as const,
    cache: 'no-store' as const,
    signal: context.signal,
  }
  const response = await request(url.href, { method, headers, body, ...how })
  if (response.type === 'opaqueredirect' || (response.status >= 300 && response.status < 400)) {
    // Followed, it would take the credentials along, or a login page would pass for an answer.
    throw new AvatarKitError('unauthenticated', {
      userId,
      message:
        'avatarkit: the server redirects instead of answering. The session has ended, or a proxy stands in between.',
    })
  }
  return response.ok ? response : Promise.reject(await errorOf(response, userId))
}

/** Half an emoji, as a cut text field leaves it, cannot be encoded. */
const wellFormed = (text: string) => text.replace(/\p{Surrogate}/gu, '\ufffd')
