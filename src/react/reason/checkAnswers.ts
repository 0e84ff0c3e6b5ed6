import type { ActivityMessages } from '../../core/messages.ts'
import { defaultReasons, type RemovalAnswers, type RemovalQuestions, type RemovalReason } from './RemovalQuestions.ts'

/** A reason with everything that is left out filled in. */
export interface Reason {
  code: string
  label: string
  description?: string
  needsNote: boolean
}

const MAX_NOTE = 500

/** The reasons to choose from, in words. */
export function reasonsOf(
  reasons: readonly RemovalReason[] = defaultReasons,
  words: Pick<ActivityMessages, 'reasons'>,
): Reason[] {
  return reasons.map((reason) => {
    const { code, label, description, needsNote } = typeof reason === 'string' ? { code: reason } : reason
    return { code, label: label ?? labelOf(code, words), description, needsNote: needsNote ?? code === 'other' }
  })
}

/** A code as people read it. */
export function labelOf(code: string, { reasons }: Pick<ActivityMessages, 'reasons'>): string {
  return Object.hasOwn(reasons, code) ? reasons[code]! : code
}

/** What of a note is asked for; `undefined` where none is. */
export function noteRules({ note }: RemovalQuestions): { required: boolean; maxLength: number } | undefined {
  if (!note) return undefined
  const { required = false, maxLength = MAX_NOTE } = note === true ? {} : note
  return { required, maxLength }
}

/** The answers as they are sent: only what was asked and given, without blanks around it. */
export function cleanAnswers(ask: RemovalQuestions, { reason, note, tellUser }: RemovalAnswers): RemovalAnswers {
  const answers: RemovalAnswers = {}
  if (reason && (ask.reasons ?? defaultReasons).length > 0) answers.reason = reason
  const written = note?.trim()
  if (written && noteRules(ask)) answers.note = written
  if (ask.tellUser) answers.tellUser = tellUser ?? ask.tellUser.default ?? false
  return answers
}

/** What is wrong with the answers, by field, in words. */
export interface AnswerFaults {
  reason?: string
  note?: string
}

export function faultsOf(ask: RemovalQuestions, given: RemovalAnswers, words: ActivityMessages): AnswerFaults {
  const { reason, note = '' } = cleanAnswers(ask, given)
  const reasons = reasonsOf(ask.reasons, words)
  const rules = noteRules(ask)
  const chosen = reasons.find(({ code }) => code === reason)
  const faults: AnswerFaults = {}
  if (ask.requireReason && reasons.length > 0 && !chosen) faults.reason = words.reasonMissing
  if (!rules) return faults
  if (note.length > rules.maxLength)
    faults.note = words.noteTooLong({ over: note.length - rules.maxLength, max: rules.maxLength })
  else if (note === '' && chosen?.needsNote) faults.note = words.noteMissingFor(chosen.label)
  else if (note === '' && rules.required) faults.note = words.noteMissing
  return faults
}
