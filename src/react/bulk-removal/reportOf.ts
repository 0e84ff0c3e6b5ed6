import type { BulkMessages } from '../../core/messages.ts'
import { displayName, type User } from '../../core/user.ts'
import { csvOf } from './csvOf.ts'
import type { BulkResultOf } from './savedRuns.ts'

/** What a report is made of. */
export interface ReportSource {
  ids: readonly string[]
  userOf: (userId: string) => User | undefined
  resultOf: (userId: string) => BulkResultOf | undefined
  describe: (error: NonNullable<BulkResultOf['error']>, name: string) => string
  words: Pick<BulkMessages, 'reportColumns' | 'outcomes'>
}

/** Each user of a run with the outcome, as a CSV file: id, name, e-mail, outcome, error, time (ISO 8601). */
export function reportOf({ ids, userOf, resultOf, describe, words }: ReportSource): string {
  const { id, name, email, outcome, error, time } = words.reportColumns
  const rows = ids.map((userId) => {
    const user = userOf(userId)
    const result = resultOf(userId)
    const called = user ? displayName(user) : ''
    return [
      userId,
      called,
      user?.emailAddress ?? '',
      words.outcomes[result?.status ?? 'waiting'],
      result?.error ? describe(result.error, called || userId) : '',
      result ? new Date(result.at).toISOString() : '',
    ]
  })
  return csvOf([[id, name, email, outcome, error, time], ...rows])
}
