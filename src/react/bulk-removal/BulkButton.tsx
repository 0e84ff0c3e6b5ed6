'use client'

import { type ComponentPropsWithoutRef, type ReactElement, useMemo } from 'react'
import { ignoreHeldKeys } from '../user-avatar-manager/ignoreHeldKeys.ts'
import { passFocusInRun } from './passFocusInRun.ts'

/** A button of a run, which may go when it was pressed: the focus then stays with the run. */
export function BulkButton({ onClick, ...props }: ComponentPropsWithoutRef<'button'>): ReactElement {
  const ref = useMemo(() => passFocusInRun(), [])
  return (
    <button
      type="button"
      {...props}
      onKeyDown={ignoreHeldKeys}
      onClick={(event) => {
        if (props['aria-disabled']) event.preventDefault()
        else onClick?.(event)
      }}
      ref={ref}
    />
  )
}
