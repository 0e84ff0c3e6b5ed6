import type {
  BulkResult,
  CallContext,
  CallPolicy,
  ImageEvent,
  UserImageAdapter,
  UserListParams,
} from '../core/adapter.ts'
import { pause } from '../core/deadline.ts'
import { AvatarKitError, type ErrorCode, meaningOf } from '../core/errors.ts'
import { type GuardedAdapter, guardAdapter } from '../core/guard.ts'
import { toUser } from '../core/toUser.ts'
import { displayName, type User } from '../core/user.ts'

/** One call of a memory adapter, as `delay` and `fail` see it. */
export interface MemoryCall {
  method:
    | 'deleteUserProfileImage'
    | 'updateUserProfileImage'
    | 'restoreUserProfileImage'
    | 'getImageEvents'
    | 'getUser'
    | 'getUserList'
  /** `undefined` for lists and events. */
  userId: string | undefined
  /** How often this method was called for this user, this time included. */
  attempt: number
}

export interface MemoryAdapterOptions {
  /** Milliseconds until a call is answered. Default 0. */
  delay?: number | ((call: MemoryCall) => number)
  /** What goes wrong: an error or its code; `undefined` where nothing does. */
  fail?: (call: MemoryCall) => AvatarKitError | ErrorCode | undefined
  /** Whether what fails was carried out all the same. Default false. */
  carryOut?: boolean
  /** As with providers that take pictures anew from elsewhere: the dialog warns. Default false. */
  imageMayReturn?: boolean
  /** For how long a removed picture can be brought back, in milliseconds. Default: not at all, and no such method is there. */
  restoreMs?: number
  /** What was done before. Newest first. */
  events?: readonly ImageEvent[]
  policy?: CallPolicy
}

/** What is remembered of what was done. */
const MAX_EVENTS = 10_000

/**
 * An identity provider in memory: for stories, tests and prototypes. Keeps its own copies of the users,
 * which may be of any common shape, and forgets everything with the page.
 */
export function memoryAdapter(users: readonly object[], options: MemoryAdapterOptions = {}): GuardedAdapter<User> {
  const { delay = 0, fail, carryOut = false, imageMayReturn = false, restoreMs, policy } = options
  const held = new Map(users.map((user) => [toUser(user).id, toUser(user)]))
  const attempts = new Map<string, number>()
  let made = 0

  const answer = async (
    method: MemoryCall['method'],
    userId: string | undefined,
    context: CallContext | undefined,
  ): Promise<AvatarKitError | undefined> => {
    const key = `${method} ${userId ?? ''}`
    const call = { method, userId, attempt: (attempts.get(key) ?? 0) + 1 }
    attempts.set(key, call.attempt)
    await pause(typeof delay === 'function' ? delay(call) : delay, context?.signal, userId)
    const failure = fail?.(call)
    return typeof failure === 'string' ? new AvatarKitError(failure, { userId }) : failure
  }

  const find = (userId: string): User => {
    const user = held.get(userId)
    if (user) return { ...user }
    throw new AvatarKitError('user-not-found', { userId })
  }

  /** What batches have done, by their key. */
  const batches = new Map<string, Map<string, BulkResult>>()

  /** Oldest first, so that another one costs the same however many there are. */
  const events: ImageEvent[] = [...(options.events ?? [])].reverse()
  /** Puts an image in the place of what is there, and writes it down. */
  const change = (type: ImageEvent['type'], userId: string, imageUrl: string | null, context: CallContext = {}) => {
    const before = find(userId)
    const at = Date.now()
    held.set(userId, { ...before, imageUrl, hasImage: imageUrl !== null, updatedAt: at })
    const restorableUntil =
      type === 'removed' && before.hasImage && restoreMs !== undefined ? at + restoreMs : undefined
    const { reason, note, tellUser: toldUser, actor = { id: 'you' } } = context
    if (events.length >= MAX_EVENTS) events.splice(0, MAX_EVENTS / 2)
    events.push({
      id: `event-${++made}`,
      type,
      at,
      userId,
      actor,
      reason,
      note,
      toldUser,
      imageUrl: type === 'removed' ? before.imageUrl : imageUrl,
      restorableUntil,
    })
  }
  const restorable = (userId: string) => {
    const last = events.findLast((event) => event.userId === userId)
    return last?.type === 'removed' && (last.restorableUntil ?? 0) > Date.now() ? last : undefined
  }
  /** One change of one user, with whatever goes wrong. */
  const changed = async (
    method: MemoryCall['method'],
    userId: string,
    context: CallContext | undefined,
    carry: () => void | Promise<void>,
  ): Promise<User> => {
    const failure = await answer(method, userId, context)
    if (!failure || carryOut) await carry()
    if (failure) throw failure
    return find(userId)
  }

  const adapter: UserImageAdapter<User> = {
    // As in a browser: whoever looks at a failure wants to see it.
    policy: { retries: 0, ...policy },
    imageMayReturn,
    lists: {
      orderBy: ['name', '-name', 'createdAt', '-createdAt', 'lastActiveAt', '-lastActiveAt'],
      hasImage: true,
      changedSince: true,
    },
    deleteUserProfileImage: (userId, context) =>
      changed('deleteUserProfileImage', userId, context, () => change('removed', userId, null, context)),
    updateUserProfileImage: (userId, { file }, context) =>
      changed('updateUserProfileImage', userId, context, async () =>
        change('set', userId, await dataUrlOf(file), context),
      ),
    restoreUserProfileImage:
      restoreMs === undefined
        ? undefined
        : (userId, context) =>
            changed('restoreUserProfileImage', userId, context, () => {
              const last = restorable(userId)
              if (!last) throw new AvatarKitError('user-not-found', { userId })
              change('restored', userId, last.imageUrl ?? null, context)
            }),
    async getImageEvents({ userId, restorable: only = false, limit = 20, offset = 0 }, context) {
      const failure = await answer('getImageEvents', userId, context)
      if (failure) throw failure
      const found = events
        .toReversed()
        .filter(
          (event) => (userId === undefined || event.userId === userId) && (!only || restorable(event.userId) === event),
        )
      return {
        data: found.slice(offset, offset + limit).map((event) => ({ ...event, user: held.get(event.userId) })),
        totalCount: found.length,
      }
    },
    async *deleteUserProfileImages(userIds, context = {}) {
      const { signal, idempotencyKey = '' } = context
      // As on a server: the same key goes on where it was, and a session that has ended ends the batch.
      const before = (idempotencyKey && batches.get(idempotencyKey)) || new Map<string, BulkResult>()
      if (idempotencyKey) batches.set(idempotencyKey, before)
      let stopped: AvatarKitError | undefined
      for (const userId of userIds) {
        if (signal?.aborted) stopped ??= new AvatarKitError('aborted', { userId })
        const known = before.get(userId)
        const result =
          known ??
          (stopped
            ? ({ userId, status: 'not-sent', error: stopped } as const)
            : await adapter.deleteUserProfileImage(userId, { ...context, signal: undefined }).then(
                (user) => ({ userId, status: 'done', user }) as const,
                (error: AvatarKitError) => ({ userId, status: 'failed', error }) as const,
              ))
        if (result.status === 'done') before.set(userId, result)
        else if (meaningOf(result.error.code).endsBatch) stopped ??= result.error
        yield result
      }
    },
    async getUser(userId, context) {
      const failure = await answer('getUser', userId, context)
      if (failure) throw failure
      return find(userId)
    },
    async getUserList(params, context) {
      const failure = await answer('getUserList', undefined, context)
      if (failure) throw failure
      const { limit = 20, offset = 0 } = params
      const found = selected([...held.values()], params)
      return { data: found.slice(offset, offset + limit).map((user) => ({ ...user })), totalCount: found.length }
    },
  }
  return guardAdapter(adapter)
}

function selected(users: User[], { query = '', hasImage, changedSince, orderBy }: UserListParams): User[] {
  const wanted = query.toLowerCase()
  const found = users.filter(
    (user) =>
      [displayName(user), user.username, user.emailAddress].some((text) => text?.toLowerCase().includes(wanted)) &&
      (hasImage === undefined || user.hasImage === hasImage) &&
      (changedSince === undefined || (user.updatedAt ?? 0) >= changedSince),
  )
  if (!orderBy) return found
  const name = orderBy.replace('-', '') as 'name' | 'createdAt' | 'lastActiveAt'
  const turn = orderBy.startsWith('-') ? -1 : 1
  const order = (a: User, b: User) =>
    name === 'name' ? displayName(a).localeCompare(displayName(b)) : (a[name] ?? 0) - (b[name] ?? 0)
  return found.sort((a, b) => turn * order(a, b))
}

async function dataUrlOf(file: Blob): Promise<string> {
  let bytes = ''
  for (const byte of new Uint8Array(await file.arrayBuffer())) bytes += String.fromCharCode(byte)
  return `data:${file.type || 'image/png'};base64,${btoa(bytes)}`
}
