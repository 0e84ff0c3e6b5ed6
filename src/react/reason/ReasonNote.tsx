'use client'

import type { ReactElement } from 'react'
import type { ActivityMessages } from '../../core/messages.ts'
import { isFree } from '../ownKey.ts'
import { Fault } from './ReasonChoice.tsx'

export interface ReasonNoteProps {
  id: string
  value: string
  required: boolean
  /** In characters; what is over it is said and not cut off. */
  maxLength: number
  fault: string | undefined
  disabled: boolean
  words: ActivityMessages
  onChange: (note: string) => void
  onConfirm: (() => void) | undefined
}

/** More of why, with a count of its characters. */
export function ReasonNote({
  id,
  value,
  required,
  maxLength,
  fault,
  disabled,
  words,
  onChange,
  onConfirm,
}: ReasonNoteProps): ReactElement {
  const used = value.trim().length
  return (
    <div data-slot="reason-note" data-field="note">
      <label data-slot="reason-label" htmlFor={id}>
        {required ? words.note : words.optional(words.note)}
      </label>
      <textarea
        id={id}
        data-slot="reason-note-input"
        rows={2}
        dir="auto"
        value={value}
        required={required}
        disabled={disabled}
        aria-invalid={fault ? true : undefined}
        aria-describedby={[fault && `${id}-fault`, `${id}-hint`, `${id}-count`].filter(Boolean).join(' ')}
        onChange={(event) => onChange(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (
            event.key !== 'Enter' ||
            event.repeat ||
            !(event.ctrlKey || event.metaKey) ||
            !onConfirm ||
            !isFree(event)
          )
            return
          event.preventDefault()
          onConfirm()
        }}
      />
      <Fault id={id}>{fault}</Fault>
      <div data-slot="reason-note-footer">
        <span data-slot="reason-note-hint" id={`${id}-hint`}>
          {words.noteHint}
        </span>
        <span data-slot="reason-note-count" id={`${id}-count`} data-over={used > maxLength ? '' : undefined}>
          {words.noteCount({ used, max: maxLength })}
        </span>
      </div>
    </div>
  )
}
