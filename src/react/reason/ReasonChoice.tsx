'use client'

import type { ReactElement } from 'react'
import type { ActivityMessages } from '../../core/messages.ts'
import type { Reason } from './checkAnswers.ts'

export interface ReasonChoiceProps {
  id: string
  reasons: readonly Reason[]
  /** A code, or `''` for none. */
  value: string
  required: boolean
  fault: string | undefined
  disabled: boolean
  words: ActivityMessages
  onChange: (code: string) => void
}

/** More are a menu: nobody reads that many at a glance. */
const MAX_RADIOS = 9

/** The reasons, one of them to choose. Renders a `<fieldset role="radiogroup">`, or with more than nine a `<select>`. */
export function ReasonChoice(props: ReasonChoiceProps): ReactElement {
  return props.reasons.length > MAX_RADIOS ? <Menu {...props} /> : <Radios {...props} />
}

function Radios({ id, reasons, value, required, fault, disabled, words, onChange }: ReasonChoiceProps): ReactElement {
  const none = { code: '', label: words.noReason, description: undefined }
  const offered = required ? reasons : [...reasons, none]
  const stop = Math.max(
    offered.findIndex(({ code }) => code === value),
    0,
  )
  return (
    <fieldset
      data-slot="reason-choice"
      data-field="reason"
      role="radiogroup"
      disabled={disabled}
      aria-required={required || undefined}
      aria-invalid={fault ? true : undefined}
      aria-describedby={fault ? `${id}-fault` : undefined}
    >
      <legend data-slot="reason-label">{required ? words.reason : words.optional(words.reason)}</legend>
      <div data-slot="reason-options">
        {offered.map(({ code, label, description }, at) => (
          <label key={code} data-slot="reason-option">
            <input
              type="radio"
              data-slot="reason-option-input"
              name={id}
              value={code}
              checked={code === value}
              // Radix goes round a dialog by tabindex, and knows nothing of groups.
              tabIndex={at === stop ? undefined : -1}
              aria-describedby={description ? `${id}-${code}` : undefined}
              onChange={() => onChange(code)}
            />
            <span data-slot="reason-option-text" dir="auto">
              {label}
            </span>
            {description ? (
              <span data-slot="reason-option-description" id={`${id}-${code}`} dir="auto" aria-hidden="true">
                {description}
              </span>
            ) : null}
          </label>
        ))}
      </div>
      <Fault id={id}>{fault}</Fault>
    </fieldset>
  )
}

function Menu({ id, reasons, value, required, fault, disabled, words, onChange }: ReasonChoiceProps): ReactElement {
  return (
    <div data-slot="reason-choice" data-field="reason">
      <label data-slot="reason-label" htmlFor={id}>
        {required ? words.reason : words.optional(words.reason)}
      </label>
      <select
        id={id}
        data-slot="reason-select"
        value={value}
        required={required}
        disabled={disabled}
        aria-invalid={fault ? true : undefined}
        aria-describedby={fault ? `${id}-fault` : undefined}
        onChange={(event) => onChange(event.currentTarget.value)}
      >
        <option value="">{required ? words.chooseReason : words.noReason}</option>
        {reasons.map(({ code, label }) => (
          <option key={code} value={code}>
            {label}
          </option>
        ))}
      </select>
      <Fault id={id}>{fault}</Fault>
    </div>
  )
}

/** What is wrong with a field, at the field. */
export function Fault({ id, children }: { id: string; children: string | undefined }): ReactElement | null {
  return children ? (
    <p data-slot="reason-fault" id={`${id}-fault`}>
      {children}
    </p>
  ) : null
}
