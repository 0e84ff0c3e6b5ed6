'use client'

import {
  type ComponentPropsWithoutRef,
  type ForwardRefExoticComponent,
  forwardRef,
  type Ref,
  type RefAttributes,
  useId,
  useImperativeHandle,
  useMemo,
  useRef,
  useState,
} from 'react'
import type { User } from '../../core/user.ts'
import { enActivity } from '../../locales/en.ts'
import { useAvatarKit, useWords } from '../kit.ts'
import { composeRefs } from '../user-avatar-manager/composeRefs.ts'
import { cleanAnswers, faultsOf, noteRules, reasonsOf } from './checkAnswers.ts'
import { ReasonChoice } from './ReasonChoice.tsx'
import { ReasonNote } from './ReasonNote.tsx'
import type { RemovalAnswers, RemovalQuestions } from './RemovalQuestions.ts'
import { TellUser } from './TellUser.tsx'

/** Reads the fields, for whoever sends what they say. */
export interface ReasonControl {
  /** The answers as they stand, right or not. */
  read(): RemovalAnswers
  /** The answers where they are right; else `undefined`: what is wrong is said at the fields, and the first of them has the focus. */
  check(): RemovalAnswers | undefined
  /** Puts the focus on the first field. */
  focus(): void
}

export interface ReasonFieldsProps extends Omit<ComponentPropsWithoutRef<'div'>, 'children' | 'onChange' | 'defaultValue'> {
  /** What is asked. */
  ask: RemovalQuestions
  /** For whom the preview of what they are told is made. Of several people, one. Without it there is no preview. */
  user?: User
  /** How many people it is about. Default 1. */
  users?: number
  /** To read the fields with, from outside. */
  controlRef?: Ref<ReasonControl>
  /** The answers, where the host keeps them; the note as it is typed. */
  value?: RemovalAnswers
  /** The answers to begin with, where the fields keep them. */
  defaultValue?: RemovalAnswers
  onChange?: (answers: RemovalAnswers) => void
  /** Nothing can be changed, such as while it is being sent. */
  disabled?: boolean
  /** Told of Ctrl or ⌘ with Enter in the note. */
  onConfirm?: () => void
}

/**
 * Asks why: a reason, a note, and whether the person is told, with what they will read. What is wrong is said at
 * the field once `controlRef.check()` was called, and no sooner. Renders a `<div>`.
 */
export const ReasonFields: ForwardRefExoticComponent<ReasonFieldsProps & RefAttributes<HTMLDivElement>> = forwardRef<HTMLDivElement, ReasonFieldsProps>(function ReasonFields(
  { ask, user, users = 1, controlRef, value, defaultValue, onChange, disabled = false, onConfirm, ...props },
  ref,
) {
  const { locale } = useAvatarKit()
  const words = useWords('activity', enActivity)
  const id = useId()
  const root = useRef<HTMLDivElement>(null)
  const [own, setOwn] = useState<RemovalAnswers>(defaultValue ?? {})
  const [checked, setChecked] = useState(false)
  const answers = value ?? own
  const reasons = reasonsOf(ask.reasons, words)
  const rules = noteRules(ask)
  const found = faultsOf(ask, answers, words)
  const faults = checked ? found : {}

  const change = (part: RemovalAnswers) => {
    const next = { ...answers, ...part }
    setOwn(next)
    onChange?.(next)
  }
  const focus = (...fields: (keyof RemovalAnswers)[]) => {
    for (const field of fields) {
      const inputs = root.current?.querySelectorAll<HTMLInputElement>(`[data-field="${field}"] :is(input, select, textarea)`) ?? []
      const first = [...inputs].find((input) => input.checked) ?? inputs[0]
      if (first) return first.focus()
    }
  }
  useImperativeHandle(controlRef, () => ({
    read: () => cleanAnswers(ask, answers),
    check() {
      setChecked(true)
      const wrong = found.reason ? 'reason' : found.note ? 'note' : undefined
      if (!wrong) return cleanAnswers(ask, answers)
      focus(wrong)
      return undefined
    },
    focus: () => focus('reason', 'note', 'tellUser'),
  }))
  const bothRefs = useMemo(() => composeRefs(root, ref), [ref])
  const chosen = reasons.find(({ code }) => code === answers.reason)
  return (
    <div data-slot="reason-fields" dir={locale.direction} lang={locale.code} {...props} ref={bothRefs}>
      {reasons.length > 0 ? (
        <ReasonChoice
          id={`${id}-reason`}
          reasons={reasons}
          value={answers.reason ?? ''}
          required={ask.requireReason ?? false}
          fault={faults.reason}
          disabled={disabled}
          words={words}
          onChange={(reason) => change({ reason: reason || undefined })}
        />
      ) : null}
      {rules ? (
        <ReasonNote
          id={`${id}-note`}
          value={answers.note ?? ''}
          required={rules.required || (chosen?.needsNote ?? false)}
          maxLength={rules.maxLength}
          fault={faults.note}
          disabled={disabled}
          words={words}
          onChange={(note) => change({ note })}
          onConfirm={onConfirm}
        />
      ) : null}
      {ask.tellUser ? (
        <TellUser
          id={`${id}-tell`}
          preview={ask.tellUser.preview}
          value={answers.tellUser ?? ask.tellUser.default ?? false}
          reason={answers.reason}
          user={user}
          users={users}
          disabled={disabled}
          words={words}
          onChange={(tellUser) => change({ tellUser })}
        />
      ) : null}
    </div>
  )
})
