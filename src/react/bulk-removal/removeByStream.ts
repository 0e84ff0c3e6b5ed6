import { onlineManager } from '@tanstack/react-query'
import { type BulkResult, isSafeUserId } from '../../core/adapter.ts'
import { AvatarKitError, isAvatarKitError, meaningOf } from '../../core/errors.ts'
import { type BulkWork, untilOnline, untilPatient } from './bulkWork.ts'
import { partsOf } from './partsOf.ts'
import type { BulkPart } from './savedRuns.ts'

/** How often a part is asked for again whose connection was lost while the panel was offline. */
const MAX_AGAIN = 5

/** The answer to one user's removal, which may come before or after the ledger asks for it. */
interface Answer {
  /** The ledger waits for it. */
  called: boolean
  known?: 'done' | 'failed' | 'not-sent'
  promise: Promise<unknown>
  resolve: (user: unknown) => void
  reject: (error: AvatarKitError) => void
}

/**
 * Removes through the adapter's `deleteUserProfileImages`: the server has the queue, and each user's change in
 * the ledger waits for its line of the answer. All images are gone when it returns its promise, which resolves
 * when the last has ended.
 */
export async function removeByStream(work: BulkWork): Promise<void> {
  const { kit, ids, onResult } = work
  const answers = new Map(ids.map((id) => [id, newAnswer()]))
  const batch = kit.ledger.submitBatch(
    ids.map((userId) => ({
      userId,
      change: { kind: 'remove' },
      send: () => {
        const answer = answers.get(userId)!
        answer.called = true
        return answer.promise
      },
    })),
  )

  let stopped = false
  const stop = (error: AvatarKitError) => {
    stopped = true
    work.onStopped(error)
  }
  const take = (result: BulkResult<unknown>) => {
    const { userId } = result
    const answer = answers.get(userId)
    if (!answer || answer.known) return
    const error = result.status === 'done' ? undefined : result.error
    // The server sends no more by itself, and tells of each: an aborted request would only lose that.
    if (error && meaningOf(error.code).endsBatch) stop(error)
    // Refused before anything was done, as everybody would be: it is as if it had not been sent.
    answer.known = result.status === 'failed' && meaningOf(result.error.code).endsBatch ? 'not-sent' : result.status
    if (result.status === 'done') answer.resolve(result.user)
    else if (answer.known === 'failed') answer.reject(result.error)
    onResult(
      userId,
      answer.known === 'done' || error?.code === 'aborted' ? { status: answer.known } : { status: answer.known, error },
    )
  }

  const waiting = [...work.parts]
  for (let part = waiting.shift(); part && !stopped; part = waiting.shift())
    waiting.unshift(...(await removePart({ ...work, onStopped: stop }, part, take)))
  for (const userId of ids) take({ userId, status: 'not-sent', error: new AvatarKitError('aborted', { userId }) })

  const notSent = ids.filter((id) => answers.get(id)!.known === 'not-sent')
  if (notSent.length > 0) {
    // One walk brings all of them back. The ledger takes the answers in turn: some that are here it has not asked for yet.
    const late = ids.filter((id) => !answers.get(id)!.called && answers.get(id)!.known !== 'not-sent')
    batch.cancel()
    for (const id of notSent) answers.get(id)!.reject(new AvatarKitError('aborted', { userId: id }))
    const told = kit.ledger.submit(
      late.map((userId) => ({ userId, change: { kind: 'remove' }, send: () => answers.get(userId)!.promise })),
    )
    await Promise.all(told.map(({ outcome }) => outcome))
  }
  await batch.results
  // Nothing went wrong with these images, so nothing is said beside them: the run says why.
  for (const id of notSent) if (kit.ledger.get(id)?.error?.code === 'aborted') kit.ledger.dismiss(id)
}

/** One call; resolves with what it must be split into. What it refuses as a whole was sent for nobody. */
async function removePart(
  work: BulkWork,
  { key, ids: given }: BulkPart,
  take: (result: BulkResult<unknown>) => void,
): Promise<BulkPart[]> {
  const { kit, context, signal, onPaused, onStopped, onSplit } = work
  // One id that is none would have all of them refused.
  const ids = given.filter((id) => isSafeUserId(id) && (kit.adapter.isUserId?.(id) ?? true))
  for (const userId of given)
    if (!ids.includes(userId))
      take({ userId, status: 'failed', error: new AvatarKitError('invalid-user-id', { userId }) })
  if (ids.length === 0) return []
  for (let tries = 0; ; tries++) {
    let again = false
    let offline = false
    const unsubscribe = onlineManager.subscribe((online) => (offline ||= !online))
    try {
      await untilOnline(work)
      await untilPatient(work)
      for await (const result of kit.adapter.deleteUserProfileImages!(ids, {
        ...context,
        idempotencyKey: key,
        signal,
        onPaused,
      })) {
        // Nobody knows, since the connection was lost; the same key tells.
        if (offline && tries < MAX_AGAIN && !signal.aborted && isLost(result)) again = true
        else take(result)
      }
    } catch (cause) {
      const error = isAvatarKitError(cause) ? cause : new AvatarKitError('unexpected', { cause })
      if (error.code === 'aborted') return []
      if (error.code === 'too-large' && ids.length > 1) {
        const halves = partsOf(ids, Math.ceil(ids.length / 2))
        onSplit(halves)
        return halves
      }
      if (error.userId !== undefined && ids.includes(error.userId))
        take({ userId: error.userId, status: 'failed', error })
      onStopped(error)
      return []
    } finally {
      unsubscribe()
    }
    if (!again) return []
  }
}

const isLost = (result: BulkResult<unknown>) =>
  result.status === 'failed' && result.error.code === 'unknown-outcome' && !result.error.settled

function newAnswer(): Answer {
  const { promise, resolve, reject } = withResolvers()
  // Not everybody is asked for.
  promise.catch(() => {})
  return { called: false, promise, resolve, reject }
}

/** `Promise.withResolvers`, which browsers of the baseline do not have yet. */
function withResolvers() {
  let resolve!: (value: unknown) => void
  let reject!: (error: unknown) => void
  const promise = new Promise<unknown>((yes, no) => {
    resolve = yes
    reject = no
  })
  return { promise, resolve, reject }
}
