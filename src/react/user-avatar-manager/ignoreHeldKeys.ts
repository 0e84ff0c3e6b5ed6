import type { KeyboardEvent } from 'react'

/** A held Enter clicks a button again and again; one press is one click. */
export function ignoreHeldKeys(event: KeyboardEvent): void {
  if (event.repeat && (event.key === 'Enter' || event.key === ' ')) event.preventDefault()
}
