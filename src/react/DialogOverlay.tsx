'use client'

import { type ForwardRefExoticComponent, forwardRef, type RefAttributes, useEffect } from 'react'
import { lockScroll } from './lockScroll.ts'

export interface DialogOverlayProps {
  'data-slot': string
  /** Whether the dialog is open, or on its way out. */
  open: boolean
}

// Above a body that Radix has made deaf to the pointer.
const reachable = { pointerEvents: 'auto' } as const

/**
 * What is behind a dialog, right in its `Dialog.Portal`; as long as it is there the page does not scroll. In place of
 * Radix's own, whose scroll lock writes a `<style>` that a strict policy refuses. Renders a `<div>`.
 */
export const DialogOverlay: ForwardRefExoticComponent<DialogOverlayProps & RefAttributes<HTMLDivElement>> = forwardRef<
  HTMLDivElement,
  DialogOverlayProps
>(function DialogOverlay({ open, ...props }, ref) {
  useEffect(lockScroll, [])
  return <div {...props} data-state={open ? 'open' : 'closed'} style={reachable} ref={ref} />
})
