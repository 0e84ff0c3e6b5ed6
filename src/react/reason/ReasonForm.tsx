'use client'

import {
  type ForwardRefExoticComponent,
  forwardRef,
  type RefAttributes,
  useEffect,
  useId,
  useImperativeHandle,
  useRef,
  useState,
} from 'react'
import { enActivity } from '../../locales/en/activity.ts'
import type { AvatarKit } from '../kit.ts'
import { cleanAnswers, faultsOf, noteRules, reasonsOf } from './checkAnswers.ts'
import { ReasonChoice } from './ReasonChoice.tsx'
import type { ReasonFieldsProps } from './ReasonFields.tsx'
import { ReasonNote } from './ReasonNote.tsx'
import type { RemovalAnswers } from './RemovalQuestions.ts'
import { TellUser } from './TellUser.tsx'

export interface ReasonFormProps extends ReasonFieldsProps {
  kit: AvatarKit
  /** How the preview calls the person. */
  name: string
}

/**
 * `ReasonFields` with everything given to it: it imports nothing that a panel has loaded already, or a bundler
 * would put what they share into one more chunk.
 */
export const ReasonForm: ForwardRefExoticComponent<ReasonFormProps & RefAttributes<HTMLDivElement>> = forwardRef<
  HTMLDivElement,
  ReasonFormProps
>(function ReasonForm(
  {
    kit,
    name,
    ask,
    user,
    users = 1,
    controlRef,
    value,
    defaultValue,
    onChange,
    disabled = false,
    takesFocus = false,
    onConfirm,
    ...props
  },
  ref,
) {
  const { locale } = kit
  const words = locale.activity ?? enActivity
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
      const inputs =
        root.current?.querySelectorAll<HTMLInputElement>(`[data-field="${field}"] :is(input, select, textarea)`) ?? []
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
  const first = useRef(focus)
  useEffect(() => {
    if (!takesFocus) return
    // After the dialog itself has put it somewhere.
    const timer = setTimeout(() => {
      const active = document.activeElement
      if (!active?.closest('[role$="dialog"]') || active.matches('[role$="dialog"], [data-slot$="-cancel"]'))
        first.current('reason', 'note', 'tellUser')
    })
    return () => clearTimeout(timer)
  }, [takesFocus])
  useImperativeHandle(ref, () => root.current!, [])
  const chosen = reasons.find(({ code }) => code === answers.reason)
  return (
    <div data-slot="reason-fields" dir={locale.direction} lang={locale.code} {...props} ref={root}>
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
          kit={kit}
          name={name}
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
