'use client'

import { type ReactElement, type ReactNode } from 'react'
import { LazyPart, useLazyPart } from '../lazyPart.ts'
import type { ReasonFormProps } from './ReasonForm.tsx'

const reasonForm = new LazyPart<ReasonFormProps>(() => import('./ReasonForm.tsx').then((module) => module.ReasonForm))

/**
 * The fields, loaded when a dialog first asks for more than yes or no. `failure`: what is said where they cannot be
 * loaded, beside "Try again".
 */
export function LazyReasonFields({ failure, ...props }: ReasonFormProps & { failure: ReactNode }): ReactElement | null {
  const { Part: Fields, failed } = useLazyPart(reasonForm, true)
  if (Fields) return <Fields {...props} />
  return failed ? (
    <div role="alert" data-slot="reason-fields-failure">
      <p data-slot="user-avatar-manager-error">{failure}</p>
      <button type="button" data-slot="user-avatar-manager-retry" onClick={reasonForm.load}>
        {props.kit.locale.messages.tryAgain}
      </button>
    </div>
  ) : null
}
