import { type AvatarKitError, meaningOf } from '../../core/errors.ts'
import type { User } from '../../core/user.ts'
import type { RemovalAnswers } from '../reason/RemovalQuestions.ts'
import type { CsvSeparator } from './csvOf.ts'

/**
 * How a run stands: `running`; `paused` (the server asked for patience); `offline` (waits for the connection);
 * `stopping` (what was sent ends); `interrupted` (the page was loaded again: it can go on); `elsewhere` (another
 * tab works on it); `ended`.
 */
export type BulkStatus = 'running' | 'paused' | 'offline' | 'stopping' | 'interrupted' | 'elsewhere' | 'ended'

/** A removal of a run that failed. */
export interface BulkFailure {
  userId: string
  /** As they were selected; `undefined` where the page was loaded again since. */
  user: User | undefined
  error: AvatarKitError
  /** Unix ms. */
  at: number
}

export interface BulkReportOptions {
  /** Default `csv`. */
  format?: 'csv' | 'json' | undefined
  /** Between the cells of a CSV file. Default `;` if the browser's language writes a decimal comma, else `,`. */
  separator?: CsvSeparator | undefined
}

/** A removal of many images, as it stands now. The same object until something changes. */
export interface BulkRun {
  readonly id: string
  readonly status: BulkStatus
  /** How many images it is about. `done + failed + waiting + notSent`. */
  readonly total: number
  readonly done: number
  readonly failed: number
  /** Not ended yet. */
  readonly waiting: number
  /** Stopped before their turn: nothing was done. */
  readonly notSent: number
  readonly failures: readonly BulkFailure[]
  /** With `paused`: Unix ms at which it goes on. */
  readonly pausedUntil: number | undefined
  /** Why the rest was not sent, where nobody stopped it: the session has ended, the server refused. */
  readonly stoppedBy: AvatarKitError | undefined
  /** Unix ms. */
  readonly startedAt: number
  readonly endedAt: number | undefined
  /** Why, as the admin chose it. */
  readonly reason: string | undefined
  /** Whether a page that is loaded again can go on with it. */
  readonly resumable: boolean
  /** Stops sending. What was sent ends, the rest is untouched. */
  cancel(): void
  /** Goes on with an interrupted one, under the same keys: nothing is done twice. */
  resume(): void
  /** Tries again what failed: these, or all of which that makes sense. */
  retry(userIds?: readonly string[]): void
  /** Sends what was not sent. */
  sendRest(): void
  /** Takes it off the list; one that was interrupted is given up. Nothing where it runs. */
  dismiss(): void
  /**
   * Every user with the outcome: id, name, e-mail, outcome, error, time. By default the text of a CSV file for
   * spreadsheets, in the panel's language; as JSON an array of objects for programs, with ids and names as they are
   * and outcomes and errors as codes.
   */
  report(options?: BulkReportOptions): string
}

export interface RunOptions extends RemovalAnswers {
  /** Users in one call at most. */
  maxPerCall: number
  /** Whether ids and outcomes are kept in this tab, so that a page that is loaded again can go on. */
  resumable: boolean
  onEnded?: (run: BulkRun) => void
}

/** How many of those that were sent together ended how. */
export type BulkCounts = Pick<BulkRun, 'done' | 'failed' | 'notSent'>

/** Whether something is still being done. */
export function isBusy({ status }: Pick<BulkRun, 'status'>): boolean {
  return status !== 'interrupted' && status !== 'elsewhere' && status !== 'ended'
}

/** Whether another try can help. */
export function canRetry({ error }: Pick<BulkFailure, 'error'>): boolean {
  return !meaningOf(error.code).final
}
