'use client'

import {
  type ComponentPropsWithoutRef,
  type ForwardRefExoticComponent,
  forwardRef,
  type Ref,
  type RefAttributes,
} from 'react'
import { displayName, type User } from '../../core/user.ts'
import { useAvatarKit } from '../kit.ts'
import { ReasonForm } from './ReasonForm.tsx'
import type { RemovalAnswers, RemovalQuestions } from './RemovalQuestions.ts'

/** Reads the fields, for whoever sends what they say. */
export interface ReasonControl {
  /** The answers as they stand, right or not. */
  read(): RemovalAnswers
  /** The answers where they are right; else `undefined`: what is wrong is said at the fields, and the first of them has the focus. */
  check(): RemovalAnswers | undefined
  /** Puts the focus on the first field. */
  focus(): void
}

export interface ReasonFieldsProps
  extends Omit<ComponentPropsWithoutRef<'div'>, 'children' | 'onChange' | 'defaultValue'> {
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
  /** In a dialog that opens: takes the focus from its Cancel button, and from nothing else. Default false. */
  takesFocus?: boolean
  /** Told of Ctrl or ⌘ with Enter in the note. */
  onConfirm?: () => void
}

/**
 * Asks why: a reason, a note, and whether the person is told, with what they will read. What is wrong is said at
 * the field once `controlRef.check()` was called, and no sooner. Renders a `<div>`.
 */
export const ReasonFields: ForwardRefExoticComponent<ReasonFieldsProps & RefAttributes<HTMLDivElement>> = forwardRef<
  HTMLDivElement,
  ReasonFieldsProps
>(function ReasonFields(props, ref) {
  return <ReasonForm {...props} kit={useAvatarKit()} name={props.user ? displayName(props.user) : ''} ref={ref} />
})
