import { isAvatarKitError, meaningOf } from '../../core/errors.ts'
import type { Outcome } from '../../optimistic/op.ts'
import { type BulkWork, untilOnline } from './bulkWork.ts'
import type { BulkResultOf } from './savedRuns.ts'

/**
 * Removes one by one through the ledger's own queue, for adapters that know no removal of many. All images are
 * gone when it returns its promise, which resolves when the last has ended.
 */
export async function removeByQueue(work: BulkWork): Promise<void> {
  const { kit, ids, parts, context, signal, onResult, onPaused } = work
  const keys = new Map(parts.flatMap(({ key, ids: those }) => those.map((id) => [id, key] as const)))
  const tellPause = () => {
    const until = kit.ledger.waitsUntil
    if (until !== undefined) onPaused(Math.ceil((until - Date.now()) / 1000))
  }
  const batch = kit.ledger.submitBatch(
    ids.map((userId) => ({
      userId,
      change: { kind: 'remove' },
      send: async ({ onVerifying, onPaused: onWaiting }) => {
        const onOffline = (offline: boolean) => {
          onWaiting(offline)
          work.onOffline(offline)
        }
        await untilOnline({ signal, onOffline }, userId)
        try {
          return await kit.adapter.deleteUserProfileImage(userId, {
            ...context,
            idempotencyKey: `${keys.get(userId)}:${userId}`,
            onVerifying,
          })
        } catch (error) {
          // The ledger closes its lanes once it knows.
          if (isAvatarKitError(error) && error.code === 'rate-limited') setTimeout(tellPause)
          throw error
        }
      },
    })),
  )
  const cancel = () => batch.cancel()
  if (signal.aborted) cancel()
  signal.addEventListener('abort', cancel)
  await Promise.all(
    batch.changes.map(async ({ userId, outcome }) => {
      const result = resultOf(await outcome)
      // Nothing went wrong with this image, so nothing is said beside it: the run says why.
      if (result.status === 'not-sent') kit.ledger.dismiss(userId)
      onResult(userId, result)
      if (!result.error || !meaningOf(result.error.code).endsBatch) return
      work.onStopped(result.error)
      cancel()
    }),
  )
  signal.removeEventListener('abort', cancel)
}

function resultOf(outcome: Outcome): Omit<BulkResultOf, 'at'> {
  if (outcome.status === 'done') return { status: 'done' }
  if (outcome.status !== 'failed') return { status: 'not-sent' }
  const { error } = outcome
  if (error.code === 'aborted') return { status: 'not-sent' }
  return { status: meaningOf(error.code).endsBatch ? 'not-sent' : 'failed', error }
}
