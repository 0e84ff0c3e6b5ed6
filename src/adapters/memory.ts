import type { CallContext, CallPolicy, UserImageAdapter } from '../core/adapter.ts'
import { pause } from '../core/deadline.ts'
import { AvatarKitError, type ErrorCode } from '../core/errors.ts'
import { type GuardedAdapter, guardAdapter } from '../core/guard.ts'
import { toUser } from '../core/toUser.ts'
import { displayName, type User } from '../core/user.ts'

/** One call of a memory adapter, as `delay` and `fail` see it. */
export interface MemoryCall {
  method: 'deleteUserProfileImage' | 'getUser' | 'getUserList'
  /** `undefined` for lists. */
  userId: string | undefined
  /** How often this method was called for this user, this time included. */
  attempt: number
}

export interface MemoryAdapterOptions {
  /** Milliseconds until a call is answered. Default 0. */
  delay?: number | ((call: MemoryCall) => number)
  /** What goes wrong: an error or its code; `undefined` where nothing does. */
  fail?: (call: MemoryCall) => AvatarKitError | ErrorCode | undefined
  /** Whether a removal that fails was carried out all the same. Default false. */
  carryOut?: boolean
  /** As with providers that take pictures anew from elsewhere: the dialog warns. Default false. */
  imageMayReturn?: boolean
  policy?: CallPolicy
}

/**
 * An identity provider in memory: for stories, tests and prototypes. Keeps its own copies of the users,
 * which may be of any common shape, and forgets everything with the page.
 */
export function memoryAdapter(users: readonly object[], options: MemoryAdapterOptions = {}): GuardedAdapter<User> {
  const { delay = 0, fail, carryOut = false, imageMayReturn = false, policy } = options
  const held = new Map(users.map((user) => [toUser(user).id, toUser(user)]))
  const attempts = new Map<string, number>()

  const answer = async (method: MemoryCall['method'], userId: string | undefined, context: CallContext | undefined): Promise<AvatarKitError | undefined> => {
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

  const remove = (userId: string) => {
    held.set(userId, { ...find(userId), imageUrl: null, hasImage: false, updatedAt: Date.now() })
  }

  const adapter: UserImageAdapter<User> = {
    // As in a browser: whoever looks at a failure wants to see it.
    policy: { retries: 0, ...policy },
    imageMayReturn,
    async deleteUserProfileImage(userId, context) {
      const failure = await answer('deleteUserProfileImage', userId, context)
      if (!failure || carryOut) remove(userId)
      if (failure) throw failure
      return find(userId)
    },
    async *deleteUserProfileImages(userIds, context) {
      for (const userId of userIds) {
        if (context?.signal?.aborted) yield { userId, status: 'not-sent', error: new AvatarKitError('aborted', { userId }) }
        else
          yield await adapter.deleteUserProfileImage(userId).then(
            (user) => ({ userId, status: 'done', user }),
            (error: AvatarKitError) => ({ userId, status: 'failed', error }),
          )
      }
    },
    async getUser(userId, context) {
      const failure = await answer('getUser', userId, context)
      if (failure) throw failure
      return find(userId)
    },
    async getUserList({ query = '', limit = 20, offset = 0 }, context) {
      const failure = await answer('getUserList', undefined, context)
      if (failure) throw failure
      const wanted = query.toLowerCase()
      const found = [...held.values()].filter((user) => [displayName(user), user.username, user.emailAddress].some((text) => text?.toLowerCase().includes(wanted)))
      return { data: found.slice(offset, offset + limit).map((user) => ({ ...user })), totalCount: found.length }
    },
  }
  return guardAdapter(adapter)
}
