import type { User } from '../../core/user.ts'
import type { BulkRun } from './BulkRun.ts'
import type { BulkResultOf } from './savedRuns.ts'

/** How far a run is. */
export function countsOf(
  ids: readonly string[],
  users: ReadonlyMap<string, User>,
  results: ReadonlyMap<string, BulkResultOf>,
): Pick<BulkRun, 'total' | 'done' | 'failed' | 'waiting' | 'notSent' | 'failures'> {
  const counts = { total: ids.length, done: 0, failed: 0, waiting: 0, notSent: 0 }
  const failures: BulkRun['failures'][number][] = []
  for (const userId of ids) {
    const result = results.get(userId)
    if (!result) counts.waiting++
    else if (result.status === 'done') counts.done++
    else if (result.status === 'not-sent' || !result.error) counts.notSent++
    else {
      counts.failed++
      failures.push({ userId, user: users.get(userId), error: result.error, at: result.at })
    }
  }
  return { ...counts, failures }
}
