import { onlineManager } from '@tanstack/react-query'
import type { CallContext } from '../../core/adapter.ts'
import { pause } from '../../core/deadline.ts'
import { AvatarKitError } from '../../core/errors.ts'
import type { AvatarKit } from '../kit.ts'
import type { BulkPart, BulkResultOf } from './savedRuns.ts'

/** What of a run is to be done, and who is told how it goes. */
export interface BulkWork {
  kit: AvatarKit
  /** Users whose removal has not ended, each once. */
  ids: readonly string[]
  /** The parts with one of these users in it. */
  parts: readonly BulkPart[]
  context: Pick<CallContext, 'reason' | 'note' | 'tellUser'>
  /** Ends the sending: what was sent ends, the rest is not sent. */
  signal: AbortSignal
  onResult: (userId: string, result: Omit<BulkResultOf, 'at'>) => void
  /** Nothing is sent for so many seconds: the server asked for patience. */
  onPaused: (seconds: number) => void
  /** It waits for the connection, or no more. */
  onOffline: (offline: boolean) => void
  /** The rest would fail alike, and is not sent. */
  onStopped: (error: AvatarKitError) => void
  /** A part was too large: it goes on in these. */
  onSplit: (parts: readonly BulkPart[]) => void
}

/** @throws AvatarKitError `aborted` where the signal ends the wait */
export async function untilOnline(
  { signal, onOffline }: Pick<BulkWork, 'signal' | 'onOffline'>,
  userId?: string,
): Promise<void> {
  if (signal.aborted) throw new AvatarKitError('aborted', { userId })
  if (onlineManager.isOnline()) return
  onOffline(true)
  try {
    await new Promise<void>((resolve, reject) => {
      const end = (settle: () => void) => () => {
        unsubscribe()
        signal.removeEventListener('abort', onAbort)
        settle()
      }
      const onAbort = end(() => reject(new AvatarKitError('aborted', { userId })))
      const onOnline = end(resolve)
      const unsubscribe = onlineManager.subscribe((online) => online && onOnline())
      signal.addEventListener('abort', onAbort)
    })
  } finally {
    onOffline(false)
  }
}

/** The server asked everybody for patience, by another way. */
export async function untilPatient({ kit, signal, onPaused }: BulkWork): Promise<void> {
  for (let until = kit.ledger.waitsUntil; until !== undefined; until = kit.ledger.waitsUntil) {
    const ms = until - Date.now()
    onPaused(Math.ceil(ms / 1000))
    await pause(Math.max(ms, 0) + 1, signal, undefined)
  }
}
