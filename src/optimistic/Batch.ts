import { meaningOf } from '../core/errors.ts'
import type { ImageIntent, Outcome, SubmittedChange } from './op.ts'

/** How one user's change in a batch ended. `not-sent`: the batch was cancelled or stopped before its turn. */
export type BatchResult = { userId: string } & Outcome

export interface ImageBatch {
  /** One for each intent, in their order. */
  readonly changes: SubmittedChange[]
  /** All of them, when the last has ended. Never rejects. */
  readonly results: Promise<BatchResult[]>
  /** Takes back what was not sent; what was goes on. */
  cancel(): void
}

/** What the ledger does for a batch. */
interface BatchLedger {
  submit(intents: (ImageIntent & { batch: object })[]): SubmittedChange[]
  dropAll(batch: object): void
}

/** Changes that belong together: they wait for the server together, and a session that has ended stops them all. */
export function submitBatch(ledger: BatchLedger, intents: ImageIntent[]): ImageBatch {
  const batch = {}
  const changes = ledger.submit(intents.map((intent) => ({ ...intent, batch })))
  const results = Promise.all(changes.map(async ({ userId, outcome }) => ({ userId, ...(await outcome) })))
  return { changes, results, cancel: () => ledger.dropAll(batch) }
}

/** Whether a failure tells that the rest of a batch would fail alike. */
export function stopsBatch(outcome: Outcome): boolean {
  return outcome.status === 'failed' && meaningOf(outcome.error.code).endsBatch === true
}
