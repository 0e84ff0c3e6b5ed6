'use client'

import { type ReactElement, useEffect, useState } from 'react'
import type { ReasonForm, ReasonFormProps } from './ReasonForm.tsx'

type Part = typeof ReasonForm
let loaded: Part | undefined

/**
 * The fields, loaded when a dialog first asks for more than yes or no. `failure`: shown where they cannot be; the
 * next time they are asked for they are tried again.
 */
export function LazyReasonFields({
  failure,
  ...props
}: ReasonFormProps & { failure: ReactElement }): ReactElement | null {
  const [Fields, setFields] = useState<Part | false | undefined>(() => loaded)
  useEffect(() => {
    import('./ReasonForm.tsx').then(
      (module) => setFields(() => (loaded = module.ReasonForm)),
      () => setFields(false),
    )
  }, [])
  return Fields ? <Fields {...props} /> : Fields === false ? failure : null
}
