import type { BulkMessages } from '../../core/messages.ts'
import { displayName, type User } from '../../core/user.ts'
import { type CsvSeparator, csvOf } from './csvOf.ts'
import type { BulkResultOf } from './savedRuns.ts'

/** What a report is made of. */
export interface ReportSource {
  ids: readonly string[]
  userOf: (userId: string) => User | undefined
  resultOf: (userId: string) => BulkResultOf | undefined
  describe: (error: NonNullable<BulkResultOf['error']>, name: string) => string
  words: Pick<BulkMessages, 'reportColumns' | 'outcomes'>
}

/** Each user of a run with the outcome. */
function linesOf({ ids, userOf, resultOf }: ReportSource) {
  return ids.map((userId) => {
    const user = userOf(userId)
    const result = resultOf(userId)
    return {
      userId,
      name: user && displayName(user),
      emailAddress: user?.emailAddress,
      outcome: result?.status ?? ('waiting' as const),
      error: result?.error,
      time: result && new Date(result.at).toISOString(),
    }
  })
}

/** The report as a CSV file, in words: id, name, e-mail, outcome, error, time (ISO 8601). */
export function reportOf(source: ReportSource, separator?: CsvSeparator): string {
  const { describe, words } = source
  const { id, name, email, outcome, error, time } = words.reportColumns
  const rows = linesOf(source).map((line) => [
    line.userId,
    line.name ?? '',
    line.emailAddress ?? '',
    words.outcomes[line.outcome],
    line.error ? describe(line.error, line.name || line.userId) : '',
    line.time ?? '',
  ])
  return csvOf([[id, name, email, outcome, error, time], ...rows], separator)
}

/** The report as JSON, for programs: ids and names as they are, outcomes and errors as codes, `null` if unknown. */
export function jsonReportOf(source: ReportSource): string {
  const lines = linesOf(source).map(({ userId, name, emailAddress, outcome, error, time }) => ({
    id: userId,
    name: name ?? null,
    emailAddress: emailAddress ?? null,
    outcome,
    error: error?.code ?? null,
    time: time ?? null,
  }))
  return `${JSON.stringify(lines, null, 2)}\n`
}
