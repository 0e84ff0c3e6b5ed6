import type { UserListParams } from '../core/adapter.ts'
import { AvatarKitError } from '../core/errors.ts'
import { IDEMPOTENCY_HEADER, REASON_HEADER } from '../core/wire.ts'
import { readJson } from './body.ts'
import type { LimitResult } from './limiter.ts'
import { isFromHere } from './origin.ts'
import { asRefusal, checkLimit, checkList, checkOptions, type PerformOptions, perform } from './perform.ts'
import { Refusal } from './refusal.ts'
import { errorReply, json, stream } from './reply.ts'
import { findRoute, idOf, type Route, routesOf } from './route.ts'

export interface UserImageHandlerOptions extends PerformOptions {
  /** Where the routes begin, such as `/api`. */
  basePath: string
  /** How long the body of a removal in bulk may take to arrive. Default 10,000 ms. */
  bodyTimeoutMs?: number
  limit?: PerformOptions['limit'] & {
    /** Before anybody is asked who it is, for example by address. */
    beforeAuth?: (request: Request) => LimitResult | Promise<LimitResult>
  }
}

/** Room for some thousand ids. */
const MAX_BODY = 256 * 1024

/**
 * Answers the kit's routes on a server: `GET users`, `GET users/:id`, `DELETE users/:id/profile_image`, and with
 * `bulk` also `POST users/profile_images/delete`, below `basePath`. A web-standard function: a Next.js route, Hono, SvelteKit, React Router.
 *
 * Every check fails closed, in this order, and nothing changes before all have passed: method, path, where
 * the page comes from, limit, content type, id, `authorize`, limit per actor.
 *
 * @throws AvatarKitError `misconfigured` at once where an option is missing or malformed
 */
export function createUserImageHandler(given: UserImageHandlerOptions): (request: Request) => Promise<Response> {
  const options = checked(given)
  const { basePath, allowedOrigins = [], limit = {}, bodyTimeoutMs = 10_000 } = options
  const routes = routesOf(options.bulk !== undefined)
  const methods = new Set<string>(routes.map(({ method }) => method))

  return async (request) => {
    try {
      const result = await perform(options, async ({ isUserId }, note) => {
        if (!methods.has(request.method)) throw new Refusal('unexpected', 405, { allow: [...methods].join(', ') })
        const url = new URL(request.url)
        const { headers } = request
        const { action, method, segment } = routeOf(routes, request.method, url.pathname, basePath)
        note({ action })
        if (!isFromHere(headers, allowedOrigins, (origin) => origin === url.origin, method !== 'GET')) throw new Refusal('forbidden')
        if (limit.beforeAuth) checkLimit(await limit.beforeAuth(request))
        if (isSimpleBody(headers) || (method === 'POST' && !isJson(headers))) throw new Refusal('unexpected', 415)
        const userId = segment === undefined ? undefined : checkedId(segment, isUserId)
        note({ action, userId })
        const params = action === 'getUserList' ? listParams(url.searchParams) : undefined
        const body = () => readJson(request, MAX_BODY, bodyTimeoutMs)
        return { action, userId, params, body, headers, request, reason: reasonOf(headers), idempotencyKey: headers.get(IDEMPOTENCY_HEADER) ?? undefined }
      })
      if ('lines' in result) return stream(result.lines, result.onDisconnect)
      return json('page' in result ? result.page : result.user)
    } catch (error) {
      return errorReply(asRefusal(error))
    }
  }
}

function checked(given: UserImageHandlerOptions) {
  const fail = (message: string) => new AvatarKitError('misconfigured', { message: `avatarkit: createUserImageHandler: ${message}` })
  const options = checkOptions(given, fail)
  if (typeof options.basePath !== 'string' || !/^(\/[A-Za-z0-9_-]+)*$/.test(options.basePath)) throw fail("`basePath` must begin with a slash and end without one, such as '/api'.")
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
  return /^\s*(text\/plain|application\/x-www-form-urlencoded|multipart\/form-data)/i.test(headers.get('content-type') ?? '')
}

const isJson = (headers: Headers) => /^application\/json\s*(;|$)/i.test(headers.get('content-type') ?? '')

function listParams(search: URLSearchParams): UserListParams {
  const number = (name: string) => {
    const text = search.get(name)
    return text === null ? undefined : /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN
  }
  return checkList(search.get('query') ?? undefined, number('limit'), number('offset'))
}

function reasonOf(headers: Headers): string | undefined {
  try {
    return decodeURIComponent(headers.get(REASON_HEADER) ?? '') || undefined
  } catch {
    return undefined
  }
}
