import type { Actor, CallContext, ImageEvent } from '../core/adapter.ts'
import { AvatarKitError, isAvatarKitError } from '../core/errors.ts'
import type { GuardedAdapter } from '../core/guard.ts'
import { viewOf } from '../core/toUser.ts'
import { hasProfileImage, type User } from '../core/user.ts'
import { authorized, type Uncounted } from './authorize.ts'
import { type HandlerEvent, oneLine, tell } from './events.ts'
import { OriginRefusal } from './origin.ts'
import { checkLimit } from './params.ts'
import type { Arrival, CheckedOptions, Note, Passes } from './perform.ts'
import { Refusal } from './refusal.ts'
import { eventView, view } from './reply.ts'
import type { ChangeAction, HandlerAction } from './route.ts'

/** `repeated`: it had been done before, under the same key. */
export interface Done<T> {
  result: T
  repeated: boolean
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
  readonly #event: Omit<HandlerEvent, 'type' | 'durationMs'> = {
    action: undefined,
    requestId: crypto.randomUUID(),
    at: Date.now(),
  }

  constructor(options: CheckedOptions, passes: Passes) {
    this.options = options
    this.#passes = passes
    this.adapter = options.guarded
  }

  /** What each call to the provider carries along: its alarms go to the audit. */
  get #alarms(): Pick<CallContext, 'onAlarm'> {
    return { onAlarm: ({ userId, reason }) => this.report('alarm', { alarm: oneLine(reason), userId }) }
  }

  readonly toUser = (user: unknown): User => view(viewOf(this.adapter.fields, user as object))

  report(type: HandlerEvent['type'], more?: Partial<HandlerEvent>, since: number = this.#event.at): void {
    // Field by field: every call comes by here, and to spread it is slow.
    const { action, requestId, at, actorId, userId, reason, note } = this.#event
    const event: HandlerEvent = { type, action, requestId, at, durationMs: Date.now() - since }
    if (actorId !== undefined) event.actorId = actorId
    if (userId !== undefined) event.userId = userId
    if (reason !== undefined) event.reason = reason
    if (note !== undefined) event.note = note
    tell(this.options.onEvent, more ? Object.assign(event, more) : event)
  }

  /** What its way in learns on the way. */
  readonly note: Note = ({ action, userId }) => {
    this.#event.action = action
    if (userId !== undefined) this.#event.userId = userId
  }

  /** It is known who asks; as often as they may. A batch counts as many as it is about, which it knows when it has read them. */
  identify(actor: Actor): Promise<void> | undefined {
    this.actor = actor
    this.#event.actorId = oneLine(actor.id)
    return this.arrival.action === 'deleteUserProfileImages' ? undefined : this.limit(1)
  }

  /** All have passed. What is sent from here on is not taken back where the caller goes away. */
  admit(): void {
    const { headers, reason, note, tellUser, idempotencyKey } = this.arrival
    this.context = { headers, actor: this.actor, reason, note, tellUser, idempotencyKey, ...this.#alarms }
    if (reason) this.#event.reason = oneLine(reason)
    if (note) this.#event.note = oneLine(note)
  }

  /** @param before what a look at the target waits for */
  authorize(action: HandlerAction, userId: string | undefined, before?: () => Promise<void>): Promise<Actor> {
    const { headers, request } = this.arrival
    let target: Promise<User> | undefined
    const look = async () => {
      const found = (await read(this.adapter.getUser?.(userId!, { ...this.#alarms, headers }))) as Partial<User>
      return typeof found.tenantId === 'string'
        ? { ...this.toUser(found), tenantId: found.tenantId }
        : this.toUser(found)
    }
    const getTarget = (uncounted: Uncounted) => {
      target ??=
        userId === undefined
          ? Promise.reject(new AvatarKitError('user-not-found'))
          : before
            ? uncounted(before).then(look)
            : look()
      // Where the host does not wait for it, its failure must not end the process.
      target.catch(() => {})
      return target
    }
    const { authorize, authorizeTimeoutMs = 5000 } = this.options
    return authorized(
      authorize,
      (uncounted) => ({ headers, request, action, userId, getTarget: () => getTarget(uncounted) }),
      authorizeTimeoutMs,
      this.#passes,
    )
  }

  limit(users: number): Promise<void> | undefined {
    const { perActor } = this.options.limit ?? {}
    return perActor && checkLimit(perActor(this.actor, this.arrival.action, users))
  }

  /** Told to the audit; as it is thrown on. */
  refused(error: unknown): unknown {
    if (this.#passes(error)) {
      this.report('denied', { code: 'unauthenticated' })
      return error
    }
    const refusal = asRefusal(error)
    const reads = this.context && this.arrival.action.startsWith('get')
    this.report(reads && refusal !== error ? 'read-failed' : 'denied', {
      code: refusal.error.code,
      ...(refusal instanceof OriginRefusal && { origin: refusal.origin }),
    })
    return refusal
  }

  /**
   * Under its key, where it has one, and no second time.
   *
   * @param about what the key stands for: for a removal its user, alone or among many; for anything else more than that
   * @throws Refusal 409 where the key stands for something else
   */
  once<T>(key: (string | undefined)[], about: string, run: (again: boolean) => Promise<T>): Promise<Done<T>> {
    if (key[0] === undefined) return run(false).then((result) => ({ result, repeated: false }))
    return this.options.idempotency.run(JSON.stringify([this.actor.id, ...key]), about, run).then(orConflict)
  }

  /** `again`: it failed under this key before, and nobody may know how: looked up, and sent only where it is still there. */
  removeOnce(
    adapter: GuardedAdapter<any>,
    userId: string,
    again: boolean,
    context: CallContext = this.context,
  ): Promise<User> {
    const remove = () => adapter.deleteUserProfileImage(userId, context).then(this.toUser)
    if (!again || !adapter.getUser) return remove()
    return adapter.getUser(userId, context).then((found) => {
      const user = this.toUser(found)
      return hasProfileImage(user) ? remove() : user
    })
  }

  /** A change of one user's image, which the audit hears of once, however it ends. @throws Refusal */
  async audited(action: ChangeAction, userId: string, run: () => Promise<Done<User>>): Promise<User> {
    // One of many has a line of its own, with a time of its own.
    const since = this.arrival.userId === undefined ? Date.now() : undefined
    const facts = since === undefined ? undefined : { userId, action }
    const [done, failed] = TOLD[action]
    try {
      const { result, repeated } = await run()
      this.report(done, repeated ? { ...facts, repeated } : facts, since)
      if (action === 'deleteUserProfileImage' && !repeated && this.arrival.tellUser) void this.#tellUser(result)
      return result
    } catch (error) {
      const refusal = asRefusal(error)
      // What of many was not sent is no removal.
      if (since === undefined || refusal.error.code !== 'aborted')
        this.report(failed, { ...facts, code: refusal.error.code }, since)
      throw refusal
    }
  }

  /** Nobody waits for it. */
  async #tellUser(user: User): Promise<void> {
    const { tellUser: send } = this.options
    const { reason } = this.arrival
    const since = Date.now()
    const facts = { userId: user.id, action: 'deleteUserProfileImage' as const }
    try {
      if (!send) throw new Error('avatarkit: nobody was told, since there is no `tellUser`.')
      await send({ user, actor: this.actor, reason })
      this.report('user.told', facts, since)
    } catch {
      this.report('user.tell-failed', facts, since)
    }
  }

  eventsOf({ data, totalCount }: { data: ImageEvent[]; totalCount: number }): {
    data: ImageEvent[]
    totalCount: number
  } {
    return {
      data: data.map((event) => ({ ...eventView(event), ...(event.user && { user: this.toUser(event.user) }) })),
      totalCount,
    }
  }
}

const TOLD: Record<ChangeAction, readonly [HandlerEvent['type'], HandlerEvent['type']]> = {
  deleteUserProfileImage: ['image.removed', 'image.remove-failed'],
  updateUserProfileImage: ['image.set', 'image.set-failed'],
  restoreUserProfileImage: ['image.restored', 'image.restore-failed'],
}

function orConflict<T>(done: Done<T> | undefined): Done<T> {
  if (done) return done
  throw new Refusal('unexpected', 409)
}

/** Any failure as a refusal. */
export function asRefusal(error: unknown): Refusal {
  if (error instanceof Refusal) return error
  return new Refusal(isAvatarKitError(error) ? error : new AvatarKitError('unexpected', { cause: error }))
}

/** A capability that the adapter lacks is a route that is not there. */
export function read<T>(call: Promise<T> | undefined): Promise<T> {
  return call ?? Promise.reject(new Refusal('unexpected', 404))
}
