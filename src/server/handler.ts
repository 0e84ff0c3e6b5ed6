import type { Actor, AdapterLike, CallContext, CallPolicy, UserListParams } from '../core/adapter.ts'
import { commonFields } from '../core/commonFields.ts'
import { AvatarKitError, type ErrorCode, isAvatarKitError } from '../core/errors.ts'
import { guardAdapter } from '../core/guard.ts'
import type { User } from '../core/user.ts'
import { IDEMPOTENCY_HEADER, REASON_HEADER } from '../core/wire.ts'
import { type Authorize, authorized } from './authorize.ts'
import { type HandlerEvent, type OnEvent, oneLine, tell } from './events.ts'
import type { LimitResult } from './limiter.ts'
import { isFromHere } from './origin.ts'
import { errorReply, json, view } from './reply.ts'
import { findRoute, type HandlerAction, idOf, METHODS, type Route } from './route.ts'

export interface UserImageHandlerOptions {
  /** The way to the identity provider, with its secret key. */
  adapter: AdapterLike<any>
  /** Who may do what to whom. Required: without it nobody could be told apart. */
  authorize: Authorize
  /** Where the routes begin, such as `/api`. */
  basePath: string
  /** Further origins that pages may have, such as the public one behind a proxy: `https://panel.example`. */
  allowedOrigins?: readonly string[]
  limit?: {
    /** Before anybody is asked who it is, for example by address. */
    beforeAuth?: (request: Request) => LimitResult | Promise<LimitResult>
    perActor?: (actor: Actor, action: HandlerAction) => LimitResult | Promise<LimitResult>
  }
  /** Silence of `authorize` that counts as a denial. Default 5,000 ms. */
  authorizeTimeoutMs?: number
  /** The audit. Its errors and its slowness are not the caller's. */
  onEvent?: OnEvent
  policy?: CallPolicy
}

/** A refusal before the provider was asked. */
class Refusal extends Error {
  readonly error: AvatarKitError
  readonly status: number | undefined
  readonly headers: Record<string, string>

  constructor(code: ErrorCode, status?: number, headers: Record<string, string> = {}, retryAfter?: number) {
    super(code)
    this.error = new AvatarKitError(code, { retryAfter })
    this.status = status
    this.headers = headers
  }
}

/**
 * Answers the kit's routes on a server: `GET users`, `GET users/:id`, `DELETE users/:id/profile_image`
 * below `basePath`. A web-standard function: a Next.js route, Hono, SvelteKit, React Router.
 *
 * Every check fails closed, in this order, and nothing changes before all have passed: method, path, where
 * the page comes from, limit, content type, id, `authorize`, limit per actor.
 *
 * @throws AvatarKitError `misconfigured` at once where an option is missing or malformed
 */
export function createUserImageHandler(options: UserImageHandlerOptions): (request: Request) => Promise<Response> {
  const { authorize, basePath, allowedOrigins = [], limit = {}, authorizeTimeoutMs = 5000, onEvent } = checked(options)

  return async (request) => {
    const started = Date.now()
    const event: Omit<HandlerEvent, 'type' | 'durationMs'> = { action: undefined, requestId: crypto.randomUUID(), at: started }
    const report = (type: HandlerEvent['type'], more: Partial<HandlerEvent> = {}) => tell(onEvent, { ...event, ...more, type, durationMs: Date.now() - started })
    const adapter = guardAdapter<any>(options.adapter, { ...options.policy, onAlarm: ({ reason }) => report('alarm', { alarm: oneLine(reason) }) })
    const toUser = (user: unknown): User => view((adapter.fields ?? commonFields).toUser(user))

    let context: CallContext | undefined
    try {
      if (!METHODS.has(request.method)) throw new Refusal('unexpected', 405, { allow: [...METHODS].join(', ') })
      const url = new URL(request.url)
      const route = routeOf(request.method, url.pathname, basePath)
      event.action = route.action
      if (!isFromHere(request, allowedOrigins, route.method !== 'GET')) throw new Refusal('forbidden')
      if (limit.beforeAuth) check(await limit.beforeAuth(request))
      if (isSimpleBody(request)) throw new Refusal('unexpected', 415)
      const userId = route.segment === undefined ? undefined : checkedId(route.segment, adapter.isUserId)
      event.userId = userId
      const params = userId === undefined ? listParams(url.searchParams) : undefined
      const { headers } = request
      let target: Promise<User> | undefined
      const getTarget = () => {
        target ??= userId === undefined ? Promise.reject(new AvatarKitError('user-not-found')) : read(adapter.getUser?.(userId, { headers })).then(toUser)
        // Where the host does not wait for it, its failure must not end the process.
        target.catch(() => {})
        return target
      }
      const actor = await authorized(authorize, { headers, request, action: route.action, userId, getTarget }, authorizeTimeoutMs)
      event.actorId = oneLine(actor.id)
      if (limit.perActor) check(await limit.perActor(actor, route.action))

      // All have passed. What is sent from here on is not taken back where the caller goes away.
      context = { headers, actor, reason: reasonOf(headers), idempotencyKey: headers.get(IDEMPOTENCY_HEADER) ?? undefined }
      if (context.reason) event.reason = oneLine(context.reason)
      if (params) {
        const { data, totalCount } = await read(adapter.getUserList?.(params, context))
        return json({ data: data.map(toUser), totalCount })
      }
      if (route.action === 'getUser') return json(toUser(await read(adapter.getUser?.(userId!, context))))
    } catch (error) {
      const refusal = error instanceof Refusal ? error : undefined
      const failure = refusal?.error ?? (isAvatarKitError(error) ? error : new AvatarKitError('unexpected', { cause: error }))
      report(context && !refusal ? 'read-failed' : 'denied', { code: failure.code })
      return errorReply(failure, refusal?.status, refusal?.headers)
    }

    try {
      const user = await adapter.deleteUserProfileImage(event.userId!, context)
      report('image.removed')
      return json(toUser(user))
    } catch (error) {
      const failure = isAvatarKitError(error) ? error : new AvatarKitError('unexpected', { cause: error })
      report('image.remove-failed', { code: failure.code })
      return errorReply(failure)
    }
  }
}

function checked(options: UserImageHandlerOptions): UserImageHandlerOptions {
  const fail = (message: string) => new AvatarKitError('misconfigured', { message: `avatarkit: createUserImageHandler: ${message}` })
  if (typeof options?.authorize !== 'function') throw fail('`authorize` is missing. Give a function that returns the actor, such as { id }, or nothing to deny.')
  if (typeof options.basePath !== 'string' || !/^(\/[A-Za-z0-9_-]+)*$/.test(options.basePath)) throw fail("`basePath` must begin with a slash and end without one, such as '/api'.")
  for (const origin of options.allowedOrigins ?? []) {
    if (!URL.canParse(origin) || new URL(origin).origin !== origin)
      throw fail(`\`allowedOrigins\` holds ${JSON.stringify(origin)}, which is no origin. Write it as 'https://panel.example', without a path.`)
  }
  // Fails at the start and not at the first request.
  guardAdapter(options.adapter)
  return options
}

function routeOf(method: string, pathname: string, basePath: string): Route {
  const route = findRoute(method, pathname, basePath)
  if (!route) throw new Refusal('unexpected', 404)
  if ('allow' in route) throw new Refusal('unexpected', 405, { allow: route.allow })
  return route
}

function checkedId(segment: string, isUserId: ((value: string) => boolean) | undefined): string {
  const id = idOf(segment)
  if (id !== undefined && (isUserId?.(id) ?? true)) return id
  throw new Refusal('invalid-user-id')
}

function check(result: LimitResult | undefined): void {
  if (result?.ok !== true) throw new Refusal('rate-limited', undefined, {}, result?.retryAfter)
}

/** A capability that the adapter lacks is a route that is not there. */
function read<T>(call: Promise<T> | undefined): Promise<T> {
  return call ?? Promise.reject(new Refusal('unexpected', 404))
}

/** A body that a form of any page can send without asking first. */
function isSimpleBody(request: Request): boolean {
  return /^\s*(text\/plain|application\/x-www-form-urlencoded|multipart\/form-data)/i.test(request.headers.get('content-type') ?? '')
}

function listParams(search: URLSearchParams): UserListParams {
  const number = (name: string, fallback: number, least: number, most: number) => {
    const text = search.get(name)
    if (text === null) return fallback
    const value = Number(text)
    if (/^\d{1,9}$/.test(text) && value >= least && value <= most) return value
    throw new Refusal('unexpected', 400)
  }
  const query = (search.get('query') ?? '').slice(0, 200)
  return { query: query || undefined, limit: number('limit', 20, 1, 500), offset: number('offset', 0, 0, 999_999_999) }
}

function reasonOf(headers: Headers): string | undefined {
  try {
    return decodeURIComponent(headers.get(REASON_HEADER) ?? '') || undefined
  } catch {
    return undefined
  }
}
