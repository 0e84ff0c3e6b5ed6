'use client'

import { type RefObject, useMemo, useRef } from 'react'

interface Question {
  role: 'alertdialog'
  onOpenAutoFocus(event: Event): void
  onInteractOutside(event: Event): void
}

/** What makes of Radix's dialog a question: its role, the focus on what changes nothing, and no click beside it that answers. */
export function useQuestion(): { question: Question; cancelRef: RefObject<HTMLButtonElement | null> } {
  const cancelRef = useRef<HTMLButtonElement>(null)
  const question = useMemo<Question>(
    () => ({
      role: 'alertdialog',
      onOpenAutoFocus: (event) => {
        event.preventDefault()
        cancelRef.current?.focus({ preventScroll: true })
      },
      onInteractOutside: (event) => event.preventDefault(),
    }),
    [],
  )
  return { question, cancelRef }
}
