import type { KeyboardEvent } from 'react'
import { isForPart, TYPED } from '../ownKey.ts'

/** A held Enter clicks a button again and again; one press is one click. In a text it makes lines. */
export function ignoreHeldKeys(event: KeyboardEvent): void {
  if (!event.repeat || (event.key !== 'Enter' && event.key !== ' ') || !isForPart(event)) return
  if (!(event.target as Element).matches(TYPED)) event.preventDefault()
}
