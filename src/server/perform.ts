import type { Actor, AdapterLike, CallContext, CallPolicy, UserListParams } from '../core/adapter.ts'
import { AvatarKitError, isAvatarKitError } from '../core/errors.ts'
import { type GuardedAdapter, guardAdapter } from '../core/guard.ts'
import { viewOf } from '../core/toUser.ts'
import { hasProfileImage, type User } from '../core/user.ts'
import { type Authorize, authorized } from './authorize.ts'
import type { BulkRemoval, BulkRun } from './bulk.ts'
import { type HandlerEvent, type OnEvent, oneLine, tell } from './events.ts'
import { type IdempotencyStore, memoryIdempotency } from './idempotency.ts'
import type { LimitResult } from './limiter.ts'
import { Refusal } from './refusal.ts'
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
    /** @param users how many the call is about: more than 1 for removals in bulk only */
    perActor?: (actor: Actor, action: HandlerAction, users: number) => LimitResult | Promise<LimitResult>
  }
  /** Lets each idempotency key run once. Default `memoryIdempotency()`: several servers need a store that they share. */
  idempotency?: IdempotencyStore
  /** Many removals in one call: `bulkRemoval()`. Without it there is no such route. */
  bulk?: BulkRemoval
  /** Silence of `authorize` that counts as a denial. Default 5,000 ms. */
  authorizeTimeoutMs?: number
  /** The audit. Its errors and its slowness are not the caller's. */
  onEvent?: OnEvent
  policy?: CallPolicy
}

export type CheckedOptions = PerformOptions & { idempotency: IdempotencyStore }

/** A call as it came, after the checks that only its way in can make. */
export interface Arrival {
  action: HandlerAction
  userId: string | undefined
  params?: UserListParams
  /** With removals in bulk: what was sent, read only when somebody is known who sent it. */
  body?: () => Promise<unknown>
  headers: Headers
  request?: Request
  reason?: string
  idempotencyKey?: string
}

export type Result = { user: User } | { page: { data: User[]; totalCount: number } } | BulkRun

type Passes = (error: unknown) => boolean
type Note = (facts: Pick<HandlerEvent, 'action' | 'userId'>) => void
type Arrive = (adapter: GuardedAdapter<any>, note: Note) => Promise<Arrival>

/**
 * One call, from whichever way in: the checks of its own way, `authorize`, the limit per actor, and only then
 * the provider; the audit is told how it ended.
 *
 * @param arrive makes the checks of the way in, noting for the audit what it learns
 * @throws Refusal for everything that is no success; what `passes` says is a framework's own is thrown as it is
 */
export async function perform(options: CheckedOptions, arrive: Arrive, passes: Passes = () => false): Promise<Result> {
  const call = new Call(options, passes)
  try {
    await call.admit(arrive)
    const { arrival, context, adapter } = call
    if (arrival.action === 'deleteUserProfileImages') return await options.bulk!.perform(call)
    if (arrival.params) {
      const { data, totalCount } = await read(adapter.getUserList?.(arrival.params, context))
      return { page: { data: data.map(call.toUser), totalCount } }
    }
    if (arrival.action === 'getUser') return { user: call.toUser(await read(adapter.getUser?.(arrival.userId!, context))) }
  } catch (error) {
    throw call.refused(error)
  }
  const { arrival, adapter } = call
  const userId = arrival.userId!
  const remove = (again: boolean) => call.removeOnce(adapter, userId, again)
  return { user: await call.audited(userId, () => call.once([arrival.idempotencyKey], userId, remove)) }
}

/** One call on its way: who asked for what, and what the audit will hear of it. */
export class Call {
  readonly options: CheckedOptions
  readonly adapter: GuardedAdapter<any>
  arrival!: Arrival
  actor!: Actor
  /** What the provider is asked with; there once all have passed. */
  context!: CallContext
  readonly #passes: Passes
  readonly #event: Omit<HandlerEvent, 'type' | 'durationMs'> = { action: undefined, requestId: crypto.randomUUID(), at: Date.now() }

  constructor(options: CheckedOptions, passes: Passes) {
    this.options = options
    this.#passes = passes
    this.adapter = this.guarded()
  }

  /** The provider, whose alarms go to the audit. */
  guarded(policy: CallPolicy = {}): GuardedAdapter<any> {
    const onAlarm = ({ userId, reason }: { userId: string; reason: string }) => this.report('alarm', { alarm: oneLine(reason), userId })
    return guardAdapter<any>(this.options.adapter, { ...this.options.policy, ...policy, onAlarm })
  }

  readonly toUser = (user: unknown): User => view(viewOf(this.adapter.fields, user as object))

  report(type: HandlerEvent['type'], more: Partial<HandlerEvent> = {}, since: number = this.#event.at): void {
    tell(this.options.onEvent, { ...this.#event, ...more, type, durationMs: Date.now() - since })
  }

  /** @throws whatever refuses it; `refused` makes a Refusal of it */
  async admit(arrive: Arrive): Promise<void> {
    this.arrival = await arrive(this.adapter, (facts) => Object.assign(this.#event, facts))
    const { action, userId, headers, reason, idempotencyKey } = this.arrival
    this.actor = await this.authorize(action, userId)
    this.#event.actorId = oneLine(this.actor.id)
    if (action !== 'deleteUserProfileImages') await this.limit(1)
    // All have passed. What is sent from here on is not taken back where the caller goes away.
    this.context = { headers, actor: this.actor, reason, idempotencyKey }
    if (reason) this.#event.reason = oneLine(reason)
  }

  /** @param before what a look at the target waits for */
  authorize(action: HandlerAction, userId: string | undefined, before?: () => Promise<void>): Promise<Actor> {
    const { headers, request } = this.arrival
    let target: Promise<User> | undefined
    const look = async () => {
      const found = (await read(this.adapter.getUser?.(userId!, { headers }))) as Partial<User>
      return typeof found.tenantId === 'string' ? { ...this.toUser(found), tenantId: found.tenantId } : this.toUser(found)
    }
    const getTarget = () => {
      target ??= userId === undefined ? Promise.reject(new AvatarKitError('user-not-found')) : before ? before().then(look) : look()
      // Where the host does not wait for it, its failure must not end the process.
      target.catch(() => {})
      return target
    }
    return authorized(this.options.authorize, { headers, request, action, userId, getTarget }, this.options.authorizeTimeoutMs ?? 5000, this.#passes)
  }

  async limit(users: number): Promise<void> {
    const { perActor } = this.options.limit ?? {}
    if (perActor) checkLimit(await perActor(this.actor, this.arrival.action, users))
  }

  /** Told to the audit; as it is thrown on. */
  refused(error: unknown): unknown {
    if (this.#passes(error)) {
      this.report('denied', { code: 'unauthenticated' })
      return error
    }
    const refusal = asRefusal(error)
    const reads = this.context && this.arrival.action !== 'deleteUserProfileImages'
    this.report(reads && refusal !== error ? 'read-failed' : 'denied', { code: refusal.error.code })
    return refusal
  }

  /** Under its key, where it has one, and no second time. @throws Refusal 409 where the key stands for something else */
  async once<T>(key: (string | undefined)[], userId: string, run: (again: boolean) => Promise<T>): Promise<{ result: T; repeated: boolean }> {
    if (key[0] === undefined) return { result: await run(false), repeated: false }
    const done = await this.options.idempotency.run(JSON.stringify([this.actor.id, ...key]), `deleteUserProfileImage ${userId}`, run)
    if (!done) throw new Refusal('unexpected', 409)
    return done
  }

  /** `again`: it failed under this key before, and nobody may know how: looked up, and sent only where it is still there. */
  async removeOnce(adapter: GuardedAdapter<any>, userId: string, again: boolean, more: CallContext = {}): Promise<User> {
    const context = { ...this.context, ...more }
    const found = again && adapter.getUser ? this.toUser(await adapter.getUser(userId, context)) : undefined
    return found && !hasProfileImage(found) ? found : this.toUser(await adapter.deleteUserProfileImage(userId, context))
  }

  /** A removal, which the audit hears of once, however it ends. @throws Refusal */
  async audited(userId: string, run: () => Promise<{ result: User; repeated: boolean }>): Promise<User> {
    const since = this.arrival.userId === undefined ? Date.now() : undefined
    const facts = { userId, action: 'deleteUserProfileImage' as const }
    try {
      const { result, repeated } = await run()
      this.report('image.removed', { ...facts, ...(repeated && { repeated }) }, since)
      return result
    } catch (error) {
      const refusal = asRefusal(error)
      // What of many was not sent is no removal.
      if (since === undefined || refusal.error.code !== 'aborted') this.report('image.remove-failed', { ...facts, code: refusal.error.code }, since)
      throw refusal
    }
  }
}

/** With its defaults; fails at the start and not at the first call. @throws AvatarKitError `misconfigured` */
export function checkOptions<T extends PerformOptions>(options: T, fail: (message: string) => AvatarKitError): T & CheckedOptions {
  if (typeof options?.authorize !== 'function') throw fail('`authorize` is missing. Give a function that returns the actor, such as { id }, or nothing to deny.')
  for (const origin of options.allowedOrigins ?? []) {
    if (!URL.canParse(origin) || new URL(origin).origin !== origin)
      throw fail(`\`allowedOrigins\` holds ${JSON.stringify(origin)}, which is no origin. Write it as 'https://panel.example', without a path.`)
  }
  if (options.bulk !== undefined && typeof options.bulk?.perform !== 'function') throw fail('`bulk` is not what bulkRemoval() makes. Write `bulk: bulkRemoval()`.')
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

/** Any failure as a refusal. */
export function asRefusal(error: unknown): Refusal {
  if (error instanceof Refusal) return error
  return new Refusal(isAvatarKitError(error) ? error : new AvatarKitError('unexpected', { cause: error }))
}

/** A capability that the adapter lacks is a route that is not there. */
function read<T>(call: Promise<T> | undefined): Promise<T> {
  return call ?? Promise.reject(new Refusal('unexpected', 404))
}
