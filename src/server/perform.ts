import type { Actor, AdapterLike, CallContext, CallPolicy, UserListParams } from '../core/adapter.ts'
import { AvatarKitError, type ErrorCode, isAvatarKitError } from '../core/errors.ts'
import { type GuardedAdapter, guardAdapter } from '../core/guard.ts'
import { viewOf } from '../core/toUser.ts'
import { hasProfileImage, type User } from '../core/user.ts'
import { type Authorize, authorized } from './authorize.ts'
import { type HandlerEvent, type OnEvent, oneLine, tell } from './events.ts'
import { type IdempotencyStore, memoryIdempotency } from './idempotency.ts'
import type { LimitResult } from './limiter.ts'
import { view } from './reply.ts'
import type { HandlerAction } from './route.ts'

/** What the handler and server actions have in common. */
export interface PerformOptions {
  /** The way to the identity provider, with its secret key. */
  adapter: AdapterLike<any>
  /** Who may do what to whom. Required: without it nobody could be told apart. */
  authorize: Authorize
  /** Further origins that pages may have, such as the public one behind a proxy: `https://panel.example`. */
  allowedOrigins?: readonly string[]
  limit?: {
    perActor?: (actor: Actor, action: HandlerAction) => LimitResult | Promise<LimitResult>
  }
  /** Lets each idempotency key run once. Default `memoryIdempotency()`: several servers need a store that they share. */
  idempotency?: IdempotencyStore
  /** Silence of `authorize` that counts as a denial. Default 5,000 ms. */
  authorizeTimeoutMs?: number
  /** The audit. Its errors and its slowness are not the caller's. */
  onEvent?: OnEvent
  policy?: CallPolicy
}

type CheckedOptions = PerformOptions & { idempotency: IdempotencyStore }

/** A call as it came, after the checks that only its way in can make. */
export interface Arrival {
  action: HandlerAction
  userId: string | undefined
  params?: UserListParams
  headers: Headers
  request?: Request
  reason?: string
  idempotencyKey?: string
}

export type Result = { user: User } | { page: { data: User[]; totalCount: number } }

/** How a call ended that did not succeed; `status` and `headers` where it was refused before the provider was asked. */
export class Refusal extends Error {
  readonly error: AvatarKitError
  readonly status: number | undefined
  readonly headers: Record<string, string>

  constructor(error: AvatarKitError | ErrorCode, status?: number, headers: Record<string, string> = {}) {
    super('avatarkit: refused')
    this.error = typeof error === 'string' ? new AvatarKitError(error) : error
    this.status = status
    this.headers = headers
  }
}

type Note = (facts: Pick<HandlerEvent, 'action' | 'userId'>) => void

/**
 * One call, from whichever way in: the checks of its own way, `authorize`, the limit per actor, and only then
 * the provider; the audit is told how it ended.
 *
 * @param arrive makes the checks of the way in, noting for the audit what it learns
 * @throws Refusal for everything that is no success; what `passes` says is a framework's own is thrown as it is
 */
export async function perform(
  options: CheckedOptions,
  arrive: (adapter: GuardedAdapter<any>, note: Note) => Promise<Arrival>,
  passes: (error: unknown) => boolean = () => false,
): Promise<Result> {
  const { authorize, authorizeTimeoutMs = 5000, onEvent, limit } = options
  const started = Date.now()
  const event: Omit<HandlerEvent, 'type' | 'durationMs'> = { action: undefined, requestId: crypto.randomUUID(), at: started }
  const report = (type: HandlerEvent['type'], more: Partial<HandlerEvent> = {}) => tell(onEvent, { ...event, ...more, type, durationMs: Date.now() - started })
  const adapter = guardAdapter<any>(options.adapter, { ...options.policy, onAlarm: ({ reason }) => report('alarm', { alarm: oneLine(reason) }) })
  const toUser = (user: unknown): User => view(viewOf(adapter.fields, user as object))

  let context: CallContext | undefined
  let arrival: Arrival
  try {
    arrival = await arrive(adapter, (facts) => Object.assign(event, facts))
    const { action, userId, params, headers, request, reason, idempotencyKey } = arrival
    let target: Promise<User> | undefined
    const getTarget = () => {
      target ??= userId === undefined ? Promise.reject(new AvatarKitError('user-not-found')) : read(adapter.getUser?.(userId, { headers })).then(toUser)
      // Where the host does not wait for it, its failure must not end the process.
      target.catch(() => {})
      return target
    }
    const actor = await authorized(authorize, { headers, request, action, userId, getTarget }, authorizeTimeoutMs, passes)
    event.actorId = oneLine(actor.id)
    if (limit?.perActor) checkLimit(await limit.perActor(actor, action))

    // All have passed. What is sent from here on is not taken back where the caller goes away.
    context = { headers, actor, reason, idempotencyKey }
    if (reason) event.reason = oneLine(reason)
    if (params) {
      const { data, totalCount } = await read(adapter.getUserList?.(params, context))
      return { page: { data: data.map(toUser), totalCount } }
    }
    if (action === 'getUser') return { user: toUser(await read(adapter.getUser?.(userId!, context))) }
  } catch (error) {
    if (passes(error)) {
      report('denied', { code: 'unauthenticated' })
      throw error
    }
    const refusal = error instanceof Refusal ? error : undefined
    const failure = refusal?.error ?? asError(error)
    report(context && !refusal ? 'read-failed' : 'denied', { code: failure.code })
    throw refusal ?? new Refusal(failure)
  }

  try {
    const { result, repeated } = await once(options.idempotency, arrival, context.actor!, async (again) => {
      const { userId } = arrival as { userId: string }
      // It failed under this key before, and nobody may know how: looked up, and sent only where it is still there.
      const found = again && adapter.getUser ? toUser(await adapter.getUser(userId, context)) : undefined
      return found && !hasProfileImage(found) ? found : toUser(await adapter.deleteUserProfileImage(userId, context))
    })
    report('image.removed', repeated ? { repeated } : {})
    return { user: result }
  } catch (error) {
    const refusal = error instanceof Refusal ? error : new Refusal(asError(error))
    report('image.remove-failed', { code: refusal.error.code })
    throw refusal
  }
}

/** Under its key, where it has one, and no second time. */
async function once<T>(store: IdempotencyStore, { action, userId, idempotencyKey }: Arrival, actor: Actor, call: (again: boolean) => Promise<T>) {
  if (idempotencyKey === undefined) return { result: await call(false), repeated: false }
  const done = await store.run(JSON.stringify([actor.id, idempotencyKey]), `${action} ${userId}`, call)
  if (!done) throw new Refusal('unexpected', 409)
  return done
}

/** With its defaults; fails at the start and not at the first call. @throws AvatarKitError `misconfigured` */
export function checkOptions<T extends PerformOptions>(options: T, fail: (message: string) => AvatarKitError): T & CheckedOptions {
  if (typeof options?.authorize !== 'function') throw fail('`authorize` is missing. Give a function that returns the actor, such as { id }, or nothing to deny.')
  for (const origin of options.allowedOrigins ?? []) {
    if (!URL.canParse(origin) || new URL(origin).origin !== origin)
      throw fail(`\`allowedOrigins\` holds ${JSON.stringify(origin)}, which is no origin. Write it as 'https://panel.example', without a path.`)
  }
  guardAdapter(options.adapter)
  return { ...options, idempotency: options.idempotency ?? memoryIdempotency() }
}

export function checkLimit(result: LimitResult | undefined): void {
  if (result?.ok !== true) throw new Refusal(new AvatarKitError('rate-limited', { retryAfter: result?.retryAfter }))
}

/** Which users to list; a number that is absent is the default. @throws Refusal for a number that is none or out of bounds */
export function checkList(query: string | undefined, limit: unknown, offset: unknown): UserListParams {
  const number = (value: unknown, fallback: number, least: number, most: number) => {
    const given = value ?? fallback
    if (typeof given === 'number' && Number.isInteger(given) && given >= least && given <= most) return given
    throw new Refusal('unexpected', 400)
  }
  return { query: query?.slice(0, 200) || undefined, limit: number(limit, 20, 1, 500), offset: number(offset, 0, 0, 999_999_999) }
}

const asError = (error: unknown) => (isAvatarKitError(error) ? error : new AvatarKitError('unexpected', { cause: error }))

/** A capability that the adapter lacks is a route that is not there. */
function read<T>(call: Promise<T> | undefined): Promise<T> {
  return call ?? Promise.reject(new Refusal('unexpected', 404))
}
