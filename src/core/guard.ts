import type { AdapterLike, BulkResult, CallContext, CallPolicy, UserImageAdapter } from './adapter.ts'
import { isSafeUserId } from './adapter.ts'
import { pause, withDeadline } from './deadline.ts'
import { AvatarKitError, isAvatarKitError, meaningOf } from './errors.ts'
import { needsLookUp, settleAs, toFailure } from './failure.ts'
import { having } from './lazySignal.ts'
import { backoff, MAX_WAIT_S } from './patience.ts'
import { asAdapter, checkPage, describe } from './shape.ts'
import { type Bag, idOf as commonIdOf, imageOfFields } from './toUser.ts'
import { hasProfileImage } from './user.ts'

export interface GuardOptions extends CallPolicy {
  /** Told of a reply that must never happen, such as another user's. Goes to the server's `onEvent`. */
  onAlarm?: (alarm: { userId: string; reason: string }) => void
  /** From 0 to 1, for the jitter. Default `Math.random`. */
  random?: () => number
}

export type GuardedAdapter<TUser = any> = UserImageAdapter<TUser>

/** What each guard stands around. Not on the object itself: a host that spreads one to wrap a method makes a new adapter. */
const guarded = new WeakMap<object, UserImageAdapter<any>>()

const RETRY_MS = 250

/**
 * Makes any adapter trustworthy: ids are checked before anything is sent, one deadline holds for the
 * whole call, a reply counts only when it is the user that was asked for, unknown outcomes are looked up
 * once with `getUser`, "nothing to remove" is success, and every failure is an `AvatarKitError`.
 * Guarding twice is guarding once, with the later options.
 */
export function guardAdapter<TUser>(adapter: AdapterLike<TUser>, options: GuardOptions = {}): GuardedAdapter<TUser> {
  const given = asAdapter(adapter)
  const raw: UserImageAdapter<TUser> = guarded.get(given) ?? given
  const {
    deadlineMs = raw.policy?.deadlineMs ?? 10_000,
    retries = raw.policy?.retries ?? 2,
    onAlarm,
    random = Math.random,
  } = options

  const checkId = (userId: unknown): void => {
    // The kit's own rule holds whatever a provider's rule lets through.
    if (isSafeUserId(userId) && (raw.isUserId?.(userId) ?? true)) return
    throw new AvatarKitError('invalid-user-id', {
      message: `avatarkit: ${describe(userId)} is not a user id of this provider. Pass the id exactly as the provider gives it.`,
    })
  }

  const idOf = (reply: unknown): string | undefined => {
    if (reply === null || typeof reply !== 'object' || Array.isArray(reply)) return undefined
    return (raw.fields ? raw.fields.toUser(reply as TUser).id : commonIdOf(reply as Bag)) || undefined
  }

  const checkReply = (reply: TUser, userId: string, context: CallContext): TUser => {
    const id = idOf(reply)
    if (id === userId) return reply
    const reason = id === undefined ? 'the reply is not a user' : 'the reply is another user'
    if (id !== undefined) (context.onAlarm ?? onAlarm)?.({ userId, reason })
    throw new AvatarKitError('unknown-outcome', {
      userId,
      message: `avatarkit: ${reason}. Check what answers in the provider's place.`,
    })
  }

  const isGone = (user: TUser) => !hasProfileImage(raw.fields ? raw.fields.toUser(user) : imageOfFields(user as Bag))

  /** The look-up after an unknown outcome or a 404: the user without an image is success. */
  const verify = async (userId: string, context: CallContext, failure: AvatarKitError): Promise<TUser> => {
    if (!raw.getUser)
      throw failure.code === 'time-out'
        ? failure
        : settleAs(failure.code === 'user-not-found' ? 'user-not-found' : 'unknown-outcome', failure, userId)
    let user: TUser
    try {
      user = checkReply(await raw.getUser(userId, context), userId, context)
    } catch (error) {
      const code = isAvatarKitError(error) && error.code === 'user-not-found' ? 'user-not-found' : 'unknown-outcome'
      throw settleAs(code, failure, userId, error)
    }
    if (isGone(user)) return user
    // Still there. After a time-out the removal may yet be carried out, so the word stays open.
    if (failure.code === 'time-out') throw failure
    throw settleAs(failure.code === 'user-not-found' ? 'unexpected' : 'unavailable', failure, userId)
  }

  const deleteUserProfileImage = async (userId: string, context: CallContext = {}): Promise<TUser> => {
    checkId(userId)
    // A third of the time is kept for the look-up, so that the whole ends in time.
    const callMs = raw.getUser ? Math.floor((deadlineMs * 2) / 3) : deadlineMs
    const ends = Date.now() + callMs
    for (let attempt = 0; ; attempt++) {
      let failure: AvatarKitError
      try {
        const call = (signal: () => AbortSignal) => raw.deleteUserProfileImage(userId, having(context, signal))
        const reply = checkReply(
          await withDeadline(Math.max(ends - Date.now(), 0), context.signal, userId, call),
          userId,
          context,
        )
        if (isGone(reply)) return reply
        failure = new AvatarKitError('unknown-outcome', { userId, message: 'avatarkit: the image is still there.' })
      } catch (error) {
        failure = toFailure(error, userId)
      }
      if (meaningOf(failure.code).retried && attempt < retries) {
        const waitMs =
          failure.retryAfter === undefined
            ? backoff(RETRY_MS, attempt) * (0.5 + random())
            : failure.retryAfter * 1000 + RETRY_MS * random()
        if (Date.now() + waitMs < ends && (failure.retryAfter ?? 0) <= MAX_WAIT_S) {
          await pause(waitMs, context.signal, userId)
          continue
        }
      }
      if (!needsLookUp(failure)) throw failure
      context.onVerifying?.()
      return withDeadline(deadlineMs - callMs || deadlineMs, undefined, userId, (signal) =>
        verify(userId, having(context, signal), failure),
      ).catch((error: unknown) => {
        throw error instanceof AvatarKitError && error.code === 'time-out' && error !== failure
          ? settleAs('unknown-outcome', failure, userId, error)
          : error
      })
    }
  }

  const read = async <T>(
    userId: string | undefined,
    context: CallContext,
    call: (context: CallContext) => Promise<T>,
    check: (reply: T) => T,
  ): Promise<T> => {
    try {
      return check(await withDeadline(deadlineMs, context.signal, userId, (signal) => call(having(context, signal))))
    } catch (error) {
      const failure = toFailure(error, userId)
      // A read changes nothing: its outcome is never "unknown".
      throw failure.code === 'unknown-outcome' ? settleAs('unavailable', failure, userId) : failure
    }
  }

  /** Each id once, each answered once, and none that was not asked for; what is left without an answer is unknown. */
  async function* removeMany(
    userIds: readonly string[],
    context: CallContext = {},
  ): AsyncGenerator<BulkResult<TUser>, void, undefined> {
    userIds.forEach(checkId)
    const missing = new Set(userIds)
    if (missing.size === 0) return
    if (context.signal?.aborted) throw new AvatarKitError('aborted')
    let cause: unknown
    try {
      for await (const result of raw.deleteUserProfileImages!([...missing], context))
        if (missing.delete(result.userId)) yield checkResult(result, context)
    } catch (error) {
      cause = error
      const failure = toFailure(error, undefined)
      if (missing.size === new Set(userIds).size && !needsLookUp(failure)) throw failure
    }
    for (const userId of missing)
      yield { userId, status: 'failed', error: new AvatarKitError('unknown-outcome', { userId, cause }) }
  }

  const checkResult = (result: BulkResult<TUser>, context: CallContext): BulkResult<TUser> => {
    if (result.status !== 'done') return result
    try {
      const user = checkReply(result.user, result.userId, context)
      if (isGone(user)) return result
    } catch {
      // Told as an alarm already.
    }
    return {
      userId: result.userId,
      status: 'failed',
      error: new AvatarKitError('unknown-outcome', { userId: result.userId }),
    }
  }

  const { getUser, getUserList, getImageEvents, updateUserProfileImage, restoreUserProfileImage } = raw
  /** Sets an image: what may have been carried out is told as unknown, since nobody can tell one picture from another by looking. */
  const set = async (
    userId: string,
    context: CallContext,
    call: (context: CallContext) => Promise<TUser>,
  ): Promise<TUser> => {
    checkId(userId)
    try {
      const reply = checkReply(
        await withDeadline(deadlineMs, context.signal, userId, (signal) => call(having(context, signal))),
        userId,
        context,
      )
      if (!isGone(reply)) return reply
      throw new AvatarKitError('unknown-outcome', { userId, message: 'avatarkit: the reply has no image.' })
    } catch (error) {
      throw toFailure(error, userId)
    }
  }

  const guard: GuardedAdapter<TUser> = {
    ...raw,
    // An instance of a class has its methods elsewhere, where `...` does not look.
    isUserId: raw.isUserId && ((value) => raw.isUserId!(value)),
    deleteUserProfileImage,
    deleteUserProfileImages: raw.deleteUserProfileImages && removeMany,
    updateUserProfileImage:
      updateUserProfileImage &&
      ((userId, params, context = {}) =>
        set(userId, context, (inner) => updateUserProfileImage.call(raw, userId, params, inner))),
    restoreUserProfileImage:
      restoreUserProfileImage &&
      ((userId, context = {}) => set(userId, context, (inner) => restoreUserProfileImage.call(raw, userId, inner))),
    getImageEvents:
      getImageEvents &&
      (async (params, context = {}) => {
        if (params.userId !== undefined) checkId(params.userId)
        return await read(
          params.userId,
          context,
          (inner) => getImageEvents.call(raw, params, inner),
          (page) => checkPage(page, 'events'),
        )
      }),
    getUser:
      getUser &&
      (async (userId, context = {}) => {
        checkId(userId)
        return await read(
          userId,
          context,
          (inner) => getUser.call(raw, userId, inner),
          (user) => checkReply(user, userId, context),
        )
      }),
    getUserList:
      getUserList &&
      ((params, context = {}) =>
        read(
          undefined,
          context,
          (inner) => getUserList.call(raw, params, inner),
          (page) => checkPage(page, 'users'),
        )),
  }
  guarded.set(guard, raw)
  return guard
}
