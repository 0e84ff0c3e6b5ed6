import { isSafeUserId } from '../core/adapter.ts'
import { AvatarKitError } from '../core/errors.ts'
import type { GuardedAdapter } from '../core/guard.ts'
import { IDEMPOTENCY_HEADER, NOTE_HEADER, REASON_HEADER, TELL_HEADER } from '../core/wire.ts'
import { readFile, readJson } from './body.ts'
import { asRefusal } from './call.ts'
import type { LimitResult } from './limiter.ts'
import { checkOrigin } from './origin.ts'
import { checkEvents, checkLimit, checkList, type Given } from './params.ts'
import { type Arrival, checkOptions, type Note, type PerformOptions, perform, type Result } from './perform.ts'
import { Refusal } from './refusal.ts'
import { errorReply, json, stream } from './reply.ts'
import { findRoute, idOf, type Route, routesOf } from './route.ts'

export interface UserImageHandlerOptions extends PerformOptions {
  /** Where the routes begin, such as `/api`. */
  basePath: string
  /** How long the body of a removal in bulk, or a picture, may take to arrive. Default 10,000 ms. */
  bodyTimeoutMs?: number
  limit?: PerformOptions['limit'] & {
    /** Before anybody is asked who it is, for example by address. */
    beforeAuth?: (request: Request) => LimitResult | Promise<LimitResult>
  }
}

/** Room for some thousand ids. */
const MAX_BODY = 256 * 1024

/**
 * Answers the kit's routes on a server, below `basePath`: `GET users`, `GET users/:id`, `DELETE users/:id/profile_image`;
 * with `bulk` also `POST users/profile_images/delete`, with `upload` `POST users/:id/profile_image`, and where the adapter
 * can, `POST users/:id/profile_image/restore` and `GET users/profile_images/events`. A web-standard function: a Next.js route, Hono, SvelteKit, React Router.
 *
 * Every check fails closed, in this order, and nothing changes before all have passed: method, path, where
 * the page comes from, limit, content type, id, `authorize`, limit per actor.
 *
 * @throws AvatarKitError `misconfigured` at once where an option is missing or malformed
 */
export function createUserImageHandler(given: UserImageHandlerOptions): (request: Request) => Promise<Response> {
  const options = checked(given)
  const { basePath, allowedOrigins = [], limit = {}, bodyTimeoutMs = 10_000 } = options
  const { restoreUserProfileImage, getImageEvents } = typeof options.adapter === 'function' ? {} : options.adapter
  const routes = routesOf({
    deleteUserProfileImages: options.bulk !== undefined,
    updateUserProfileImage: options.upload !== undefined,
    restoreUserProfileImage: restoreUserProfileImage !== undefined,
    getImageEvents: getImageEvents !== undefined,
  })
  const methods = new Set<string>(routes.map(({ method }) => method))

  const arrive = (request: Request, { isUserId }: GuardedAdapter<any>, note: Note): Arrival | Promise<Arrival> => {
    if (!methods.has(request.method)) throw new Refusal('unexpected', 405, { allow: [...methods].join(', ') })
    const { headers } = request
    const url = new URL(request.url)
    const { action, method, segment } = routeOf(routes, request.method, url.pathname, basePath)
    note({ action })
    checkOrigin(headers, allowedOrigins, (origin) => origin === url.origin, method !== 'GET')
    const arrival = (): Arrival => {
      const uploads = action === 'updateUserProfileImage'
      if (
        uploads
          ? !isMultipart(headers)
          : isSimpleBody(headers) || (action === 'deleteUserProfileImages' && !isJson(headers))
      )
        throw new Refusal('unexpected', 415)
      const userId =
        segment !== undefined
          ? checkedId(segment, isUserId)
          : action === 'getImageEvents'
            ? ofUser(url.searchParams, isUserId)
            : undefined
      note({ action, userId })
      return {
        action,
        userId,
        params: action === 'getUserList' ? checkList(givenIn(url.searchParams)) : undefined,
        events: action === 'getImageEvents' ? checkEvents(givenIn(url.searchParams), userId) : undefined,
        body: () =>
          uploads
            ? readFile(request, options.upload!.maxBytes, bodyTimeoutMs)
            : readJson(request, MAX_BODY, bodyTimeoutMs),
        headers,
        request,
        reason: textOf(headers, REASON_HEADER),
        note: textOf(headers, NOTE_HEADER),
        tellUser: headers.get(TELL_HEADER) === '1',
        idempotencyKey: keyOf(headers),
      }
    }
    const limited = limit.beforeAuth && checkLimit(limit.beforeAuth(request))
    return limited ? limited.then(arrival) : arrival()
  }

  return (request) =>
    perform(options, (adapter, note) => arrive(request, adapter, note))
      .then(reply)
      .catch((error: unknown) => errorReply(asRefusal(error)))
}

function reply(result: Result): Response {
  if ('lines' in result) return stream(result.lines, result.onDisconnect)
  return json('page' in result ? result.page : 'events' in result ? result.events : result.user)
}

function checked(given: UserImageHandlerOptions) {
  const fail = (message: string) =>
    new AvatarKitError('misconfigured', { message: `avatarkit: createUserImageHandler: ${message}` })
  const options = checkOptions(given, fail)
  if (typeof options.basePath !== 'string' || !/^(\/[A-Za-z0-9_-]+)*$/.test(options.basePath))
    throw fail("`basePath` must begin with a slash and end without one, such as '/api'.")
  return options
}

function routeOf(routes: ReturnType<typeof routesOf>, method: string, pathname: string, basePath: string): Route {
  const route = findRoute(routes, method, pathname, basePath)
  if (!route) throw new Refusal('unexpected', 404)
  if ('allow' in route) throw new Refusal('unexpected', 405, { allow: route.allow })
  return route
}

function checkedId(segment: string, isUserId: ((value: string) => boolean) | undefined): string {
  const id = idOf(segment)
  if (id !== undefined && (isUserId?.(id) ?? true)) return id
  throw new Refusal('invalid-user-id')
}

/** A body that a form of any page can send without asking first. */
function isSimpleBody(headers: Headers): boolean {
  return /^\s*(text\/plain|application\/x-www-form-urlencoded|multipart\/form-data)/i.test(
    headers.get('content-type') ?? '',
  )
}

const isMultipart = (headers: Headers) => /^multipart\/form-data\s*(;|$)/i.test(headers.get('content-type') ?? '')
const isJson = (headers: Headers) => /^application\/json\s*(;|$)/i.test(headers.get('content-type') ?? '')

/** Numbers and flags as they are written in an address; anything else stays text, and is refused where it should not be. */
function givenIn(search: URLSearchParams): Given {
  return (name) => {
    const text = search.get(name)
    if (text === null) return undefined
    if (name === 'query' || name === 'orderBy') return text
    return text === 'true' ? true : text === 'false' ? false : /^\d{1,16}$/.test(text) ? Number(text) : text
  }
}

/** Whose events are asked for. @throws Refusal where that is no id */
function ofUser(search: URLSearchParams, isUserId: ((value: string) => boolean) | undefined): string | undefined {
  const userId = search.get('userId') ?? undefined
  if (userId === undefined || (isSafeUserId(userId) && (isUserId?.(userId) ?? true))) return userId
  throw new Refusal('invalid-user-id')
}

const MAX_KEY = 255

/** @throws Refusal 400 where it is longer than anybody needs: keys are remembered */
function keyOf(headers: Headers): string | undefined {
  // An empty one stands for everything, and so for nothing.
  const key = headers.get(IDEMPOTENCY_HEADER) || undefined
  if (key !== undefined && key.length > MAX_KEY) throw new Refusal('unexpected', 400)
  return key
}

function textOf(headers: Headers, name: string): string | undefined {
  const text = headers.get(name)
  if (!text) return undefined
  try {
    return decodeURIComponent(text)
  } catch {
    return undefined
  }
}
