import type { Actor, AdapterLike, CallPolicy, ImageEvent, ImageEventParams, UserListParams } from '../core/adapter.ts'
import { AvatarKitError } from '../core/errors.ts'
import { type GuardedAdapter, guardAdapter } from '../core/guard.ts'
import type { User } from '../core/user.ts'
import type { Authorize } from './authorize.ts'
import type { BulkRemoval, BulkRun } from './bulk.ts'
import { Call, read } from './call.ts'
import { digest } from './digest.ts'
import type { HandlerEvent, OnEvent } from './events.ts'
import { type IdempotencyStore, memoryIdempotency } from './idempotency.ts'
import type { LimitResult } from './limiter.ts'
import { Refusal } from './refusal.ts'
import type { ChangeAction, HandlerAction } from './route.ts'
import type { ImageUpload } from './upload.ts'

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
  /** Setting images: `imageUpload()`. Without it there is no such route. */
  upload?: ImageUpload
  /**
   * Tells a person that their image was removed, where the admin wanted it: your mail, your words. Called when it is
   * removed; the admin does not wait for it, and the audit hears how it ended.
   */
  tellUser?: (told: TellUser) => void | Promise<void>
  /** Silence of `authorize` that counts as a denial. Default 5,000 ms. */
  authorizeTimeoutMs?: number
  /** The audit. Its errors and its slowness are not the caller's. */
  onEvent?: OnEvent
  policy?: CallPolicy
}

export type CheckedOptions = PerformOptions & {
  idempotency: IdempotencyStore
  /** The adapter, made trustworthy once for all calls. */
  guarded: GuardedAdapter<any>
}

/** Whom to tell of what. */
export interface TellUser {
  user: User
  actor: Actor
  reason?: string
}

/** A call as it came, after the checks that only its way in can make. */
export interface Arrival {
  action: HandlerAction
  userId: string | undefined
  /** Of a list of users. */
  params?: UserListParams
  /** Of a list of events. */
  events?: ImageEventParams
  /** What was sent: ids, or a file. Read only when it is known who sent it. */
  body?: () => Promise<unknown>
  headers: Headers
  request?: Request
  reason?: string
  note?: string
  tellUser?: boolean
  idempotencyKey?: string
}

export type Result =
  | { user: User }
  | { events: { data: ImageEvent[]; totalCount: number } }
  | { page: { data: User[]; totalCount: number } }
  | BulkRun

export type Passes = (error: unknown) => boolean
export type Note = (facts: Pick<HandlerEvent, 'action' | 'userId'>) => void
export type Arrive = (adapter: GuardedAdapter<any>, note: Note) => Arrival | Promise<Arrival>

/**
 * One call, from whichever way in: the checks of its own way, `authorize`, the limit per actor, and only then
 * the provider; the audit is told how it ended.
 *
 * @param arrive makes the checks of the way in, noting for the audit what it learns
 * @throws Refusal for everything that is no success; what `passes` says is a framework's own is thrown as it is
 */
export async function perform(options: CheckedOptions, arrive: Arrive, passes: Passes = () => false): Promise<Result> {
  const call = new Call(options, passes)
  let change: Change
  try {
    const arrived = arrive(call.adapter, call.note)
    call.arrival = arrived instanceof Promise ? await arrived : arrived
    const { action, userId } = call.arrival
    const limited = call.identify(await call.authorize(action, userId))
    if (limited) await limited
    call.admit()
    if (action === 'deleteUserProfileImage') change = removal(call)
    else if (action === 'restoreUserProfileImage') change = restoration(call)
    else if (action === 'updateUserProfileImage') change = await upload(call)
    else return await answer(call, action)
  } catch (error) {
    throw call.refused(error)
  }
  const { userId, idempotencyKey } = call.arrival
  return {
    user: await call.audited(change.action, userId!, () => call.once([idempotencyKey], change.about, change.run)),
  }
}

/** What changes nothing, or many at once. */
async function answer(call: Call, action: Exclude<HandlerAction, ChangeAction>): Promise<Result> {
  const { adapter, arrival, context } = call
  switch (action) {
    case 'getUserList': {
      const { data, totalCount } = await read(adapter.getUserList?.(arrival.params!, context))
      return { page: { data: data.map(call.toUser), totalCount } }
    }
    case 'getImageEvents':
      return { events: call.eventsOf(await read(adapter.getImageEvents?.(arrival.events!, context))) }
    case 'getUser':
      return { user: call.toUser(await read(adapter.getUser?.(arrival.userId!, context))) }
    case 'deleteUserProfileImages':
      return call.options.bulk!.perform(call)
  }
}

interface Change {
  action: ChangeAction
  /** What its key stands for: a removal for its user, anything else for what no id reads like. */
  about: string
  /** `again`: it failed under this key before. */
  run: (again: boolean) => Promise<User>
}

function removal(call: Call): Change {
  const userId = call.arrival.userId!
  return {
    action: 'deleteUserProfileImage',
    about: userId,
    run: (again) => call.removeOnce(call.adapter, userId, again),
  }
}

function restoration({ adapter, arrival, context, toUser }: Call): Change {
  const userId = arrival.userId!
  const { restoreUserProfileImage } = adapter
  if (!restoreUserProfileImage) throw new Refusal('unexpected', 404)
  return {
    action: 'restoreUserProfileImage',
    about: `restore ${userId}`,
    run: () => restoreUserProfileImage(userId, context).then(toUser),
  }
}

async function upload({ adapter, arrival, context, options, toUser }: Call): Promise<Change> {
  const userId = arrival.userId!
  const { updateUserProfileImage } = adapter
  if (!updateUserProfileImage || !options.upload) throw new Refusal('unexpected', 404)
  const sent = await arrival.body!()
  const file = await options.upload.check(sent)
  // Another picture under the same key is not answered as if it had been set.
  const about =
    arrival.idempotencyKey === undefined ? '' : `update ${userId} ${await digest(await (sent as Blob).arrayBuffer())}`
  return {
    action: 'updateUserProfileImage',
    about,
    run: () => updateUserProfileImage(userId, { file }, context).then(toUser),
  }
}

/** With its defaults; fails at the start and not at the first call. @throws AvatarKitError `misconfigured` */
export function checkOptions<T extends PerformOptions>(
  options: T,
  fail: (message: string) => AvatarKitError,
): T & CheckedOptions {
  if (typeof options?.authorize !== 'function')
    throw fail('`authorize` is missing. Give a function that returns the actor, such as { id }, or nothing to deny.')
  for (const origin of options.allowedOrigins ?? []) {
    if (!URL.canParse(origin) || new URL(origin).origin !== origin)
      throw fail(
        `\`allowedOrigins\` holds ${JSON.stringify(origin)}, which is no origin. Write it as 'https://panel.example', without a path.`,
      )
  }
  if (options.bulk !== undefined && typeof options.bulk?.perform !== 'function')
    throw fail('`bulk` is not what bulkRemoval() makes. Write `bulk: bulkRemoval()`.')
  if (options.upload !== undefined && typeof options.upload?.check !== 'function')
    throw fail('`upload` is not what imageUpload() makes. Write `upload: imageUpload()`.')
  return {
    ...options,
    guarded: guardAdapter(options.adapter, options.policy),
    idempotency: options.idempotency ?? memoryIdempotency(),
  }
}
