import { type BulkResult, isSafeUserId, type RateLimit } from '../core/adapter.ts'
import { AvatarKitError } from '../core/errors.ts'
import { type GuardedAdapter, guardAdapter } from '../core/guard.ts'
import { hasProfileImage, type User } from '../core/user.ts'
import { type BulkLine, lineOf } from '../core/wire.ts'
import { type Budget, memoryBudget } from './budget.ts'
import { asRefusal, type Call } from './call.ts'
import { type BulkPause, deleteUserProfileImages } from './deleteUserProfileImages.ts'
import { digest } from './digest.ts'
import { Refusal } from './refusal.ts'

export interface BulkOptions {
  /** Users in one call at most. Default 500. */
  max?: number
  /** Requests to the provider under way at once. Default 4. */
  concurrency?: number
  /** The provider's limit for the whole key. Default: what the adapter says of it. */
  rateLimit?: RateLimit
  /** The part of that limit which batches may use, since the rest of the application uses the same key. Default 0.5. */
  share?: number
  /** In place of `rateLimit` and `share`: a budget that several servers share. */
  budget?: Budget
  /** One of the users may not be touched: `refuse` them all before anything is sent (default), or `skip` that one. */
  onDenied?: 'refuse' | 'skip'
  /** The caller's connection is gone: `stop` sending (default; the same key goes on later), or `continue` to the end. */
  onDisconnect?: 'stop' | 'continue'
}

export interface BulkRun {
  lines: AsyncGenerator<BulkLine, void, undefined>
  /** The caller has gone. */
  onDisconnect: () => void
}

/** What `bulkRemoval` makes. */
export interface BulkRemoval {
  perform(call: Call): Promise<BulkRun>
}

const AUTHORIZE_AT_ONCE = 8

/**
 * Lets an admin remove many images in one call: `bulk: bulkRemoval()`. `authorize` is asked for the call as a whole
 * (`deleteUserProfileImages`, without a user), then for each user as for a single removal, all before the first is
 * sent. Requests go out within a share of the provider's limit, results come as they are known, and the same
 * idempotency key goes on where a lost connection left off.
 */
export function bulkRemoval(options: BulkOptions = {}): BulkRemoval {
  const { max = 500, concurrency = 4, share = 0.5, onDenied = 'refuse', onDisconnect = 'stop' } = options
  const counts = { max, concurrency }
  for (const [name, value] of Object.entries(counts))
    if (!Number.isInteger(value) || value < 1) throw misconfigured(`\`${name}\` must be a whole number of at least 1.`)
  if (!(share > 0 && share <= 1))
    throw misconfigured(
      '`share` must be more than 0 and at most 1: the part of the provider’s limit that batches may use.',
    )
  /** One for each adapter: what may be asked of it, and a guard that tries nothing again by itself, since the whole batch waits together. */
  const means = new WeakMap<object, { purse: Budget; patient: GuardedAdapter<any> }>()
  const meansOf = ({ adapter: { rateLimit }, options: { adapter, policy } }: Call) => {
    let known = means.get(adapter)
    if (!known) {
      const purse = options.budget ?? memoryBudget({ ...(options.rateLimit ?? rateLimit), share })
      means.set(
        adapter,
        (known = { purse, patient: guardAdapter(adapter, { deadlineMs: policy?.deadlineMs, retries: 0 }) }),
      )
    }
    return known
  }
  /** By actor and key, to be stopped: where a connection was lost unnoticed there are several. */
  const running = new Map<string, Set<AbortController>>()
  const enrol = (name: string, run: AbortController) => {
    const runs = running.get(name) ?? new Set()
    running.set(name, runs.add(run))
    return () => {
      if (runs.delete(run) && runs.size === 0) running.delete(name)
    }
  }

  const perform = async (call: Call): Promise<BulkRun> => {
    const { userIds, stop } = checkBody(await call.arrival.body!(), max, call.adapter.isUserId)
    const { purse, patient } = meansOf(call)
    const key = call.arrival.idempotencyKey
    const name = JSON.stringify([call.actor.id, key])
    const controller = new AbortController()
    // Before all that takes time or may refuse: a stop is heard whatever stands against its answer, and by runs that have not begun to send.
    if (stop) for (const run of running.get(name) ?? []) run.abort()
    const forget = stop || key === undefined ? () => {} : enrol(name, controller)
    let denied = new Map<string, AvatarKitError>()
    try {
      // To ask about each may be a request for each: whoever has reached their limit causes none.
      await call.limit(stop ? 1 : userIds.length)
      if (!stop) denied = await authorizeAll(call, userIds, { budget: purse, onDenied, signal: controller.signal })
      if (
        key !== undefined &&
        !(await call.options.idempotency.run(
          name,
          `deleteUserProfileImages ${await digestOf(userIds)}`,
          async () => true,
        ))
      )
        throw new Refusal('unexpected', 409)
    } catch (error) {
      forget()
      throw error
    }

    const results = deleteUserProfileImages<User>(
      userIds.filter((id) => !denied.has(id)),
      {
        budget: purse,
        concurrency,
        signal: controller.signal,
        once: async (userId, send) => {
          const join = () => call.once([key, userId], userId, stop ? (again) => lookUp(call, userId, again) : send)
          // Where another run under this key had it in hand and was ended, this one was not.
          const run = () =>
            join().catch((error: unknown) =>
              asRefusal(error).error.code === 'aborted' && !stop && !controller.signal.aborted
                ? join()
                : Promise.reject(error),
            )
          try {
            return stop ? (await run()).result : await call.audited('deleteUserProfileImage', userId, run)
          } catch (error) {
            throw asRefusal(error).error
          }
        },
        remove(userId, { again, onVerifying }) {
          if (again) purse.spend()
          return call.removeOnce(patient, userId, again, {
            ...call.context,
            onVerifying,
            idempotencyKey: key && `${key}:${userId}`,
          })
        },
      },
    )
    return {
      lines: told(call, denied, results, forget),
      onDisconnect: () => onDisconnect === 'stop' && controller.abort(),
    }
  }
  return { perform }
}

/** The results as they cross the wire, and to the audit how many ended how. */
async function* told(
  call: Call,
  denied: Map<string, AvatarKitError>,
  results: AsyncIterable<BulkResult | BulkPause>,
  onEnd: () => void,
): BulkRun['lines'] {
  const counts = { done: 0, failed: 0, 'not-sent': 0 }
  try {
    for (const [userId, error] of denied) {
      counts.failed++
      call.report('denied', { userId, action: 'deleteUserProfileImage', code: error.code })
      yield lineOf({ userId, status: 'failed', error })
    }
    for await (const result of results) {
      if ('status' in result) counts[result.status]++
      yield 'status' in result ? lineOf(result) : result
    }
  } finally {
    onEnd()
  }
  call.report('bulk.ended', { counts })
}

/** @throws Refusal where what was sent is no list of ids, or too long */
function checkBody(
  body: unknown,
  max: number,
  isUserId: ((value: string) => boolean) | undefined,
): { userIds: string[]; stop: boolean } {
  const { userIds, stop = false } = (body ?? {}) as { userIds?: unknown; stop?: unknown }
  if (!Array.isArray(userIds) || userIds.length === 0 || typeof stop !== 'boolean') throw new Refusal('unexpected', 400)
  if (userIds.length > max) throw new Refusal('too-large', 413)
  for (const id of userIds as unknown[])
    if (!isSafeUserId(id) || !(isUserId?.(id) ?? true)) throw new Refusal('invalid-user-id', 400)
  return { userIds: [...new Set(userIds as string[])], stop }
}

interface AuthorizeAll {
  budget: Budget
  onDenied: 'refuse' | 'skip'
  /** Once it aborts nothing is sent for anybody, whoever was not asked about. */
  signal: AbortSignal
}

/** Asks for every user before anything is sent. @throws Refusal for the first that is denied, where that refuses all */
async function authorizeAll(
  call: Call,
  userIds: string[],
  { budget, onDenied, signal }: AuthorizeAll,
): Promise<Map<string, AvatarKitError>> {
  const denied = new Map<string, AvatarKitError>()
  const waiting = userIds.values()
  const work = async () => {
    for (const userId of waiting) {
      if (signal.aborted || (denied.size > 0 && onDenied === 'refuse')) return
      await authorizeOne(call, userId, () => budget.take()).catch((error: unknown) =>
        denied.set(userId, asRefusal(error).error),
      )
    }
  }
  await Promise.all(Array.from({ length: AUTHORIZE_AT_ONCE }, work))
  const [first] = denied
  if (first && onDenied === 'refuse') throw new Refusal(first[1], undefined, {}, first[0])
  return denied
}

/** As for a single removal. @throws AvatarKitError where it may not be, or is somebody else's to do */
async function authorizeOne(call: Call, userId: string, before?: () => Promise<void>): Promise<void> {
  const actor = await call.authorize('deleteUserProfileImage', userId, before)
  if (actor.id !== call.actor.id) throw new AvatarKitError('forbidden', { userId })
}

/** What became of a removal of a batch that was stopped. Sends nothing. */
async function lookUp(call: Call, userId: string, again: boolean): Promise<User> {
  if (!again) throw new AvatarKitError('aborted', { userId })
  // Whoever asks names the users, and a stop asked about none of them: nobody reads one whom they may not touch.
  await authorizeOne(call, userId)
  const user = call.adapter.getUser && call.toUser(await call.adapter.getUser(userId, call.context))
  if (user && !hasProfileImage(user)) return user
  throw new AvatarKitError(user ? 'unavailable' : 'unknown-outcome', { userId })
}

/** What a key stands for, in few letters whatever the order. */
const digestOf = (userIds: string[]) => digest(new TextEncoder().encode(JSON.stringify([...userIds].sort())))

const misconfigured = (message: string) =>
  new AvatarKitError('misconfigured', { message: `avatarkit: bulkRemoval: ${message}` })
