import type { KeyboardEvent as ReactKeyboardEvent } from 'react'

/** What opens over a page or a part of it, and has the keys to itself while the focus is in it. */
export const OVERLAYS = 'dialog, [popover], :is([role="dialog"], [role="alertdialog"], [role="menu"], [role="listbox"])'

/** Whoever types there means letters: fields, and lists that search for what is typed. */
export const TYPED =
  'input:not([type="checkbox"], [type="radio"], [type="button"], [type="submit"]), textarea, select, [contenteditable]:not([contenteditable="false"]), :is([role="textbox"], [role="searchbox"], [role="spinbutton"], [role="combobox"], [role="menubar"], [role="tree"], [role="treegrid"])'

/** There arrows, Home, End and Space choose something. */
const STEPPED =
  'input[type="radio"], audio, video, :is([role="radio"], [role="radiogroup"], [role="slider"], [role="tablist"], [role="toolbar"])'

type KeyPress = ReactKeyboardEvent | KeyboardEvent

/** Whether nobody has used the key yet, and it is not one of an input method that is composing a character. */
export function isFree(event: KeyPress): boolean {
  const { isComposing, keyCode } = 'nativeEvent' in event ? event.nativeEvent : event
  return !event.defaultPrevented && !isComposing && keyCode !== 229
}

/**
 * Whether a key is for the part that listens. React's events come through portals too: a key that was pressed in a
 * menu, a list or a dialog that was opened from inside the part, wherever it stands in the document, is not.
 */
export function isForPart(event: KeyPress): boolean {
  const part = event.currentTarget as Element
  const target = event.target as Element
  return isFree(event) && part.contains(target) && (target.closest(OVERLAYS)?.contains(part) ?? true)
}

/** Whether a key asks the part for something: it is for the part, and what has the focus in it needs no such key itself. */
export function isCommand(event: KeyPress): boolean {
  if (!isForPart(event)) return false
  const part = event.currentTarget as Element
  const user = (event.target as Element).closest(
    event.key.length > 1 || event.key === ' ' ? `${TYPED}, ${STEPPED}` : TYPED,
  )
  return !user || user.contains(part)
}
