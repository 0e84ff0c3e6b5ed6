import type { KeyboardEvent as ReactKeyboardEvent } from 'react'

/** Overlays: while the focus is in one of them, all keys belong to it. */
export const OVERLAYS = 'dialog, [popover], :is([role="dialog"], [role="alertdialog"], [role="menu"], [role="listbox"])'

/** Elements that use letters themselves: text fields, and lists with typeahead. */
export const TYPED =
  'input:not([type="checkbox"], [type="radio"], [type="button"], [type="submit"]), textarea, select, [contenteditable]:not([contenteditable="false"]), :is([role="textbox"], [role="searchbox"], [role="spinbutton"], [role="combobox"], [role="menubar"], [role="tree"], [role="treegrid"])'

/** Elements that use the arrow keys, Home, End and Space themselves. */
const STEPPED =
  'input[type="radio"], audio, video, :is([role="radio"], [role="radiogroup"], [role="slider"], [role="tablist"], [role="toolbar"])'

type KeyPress = ReactKeyboardEvent | KeyboardEvent

/** Whether no other handler has used the key, and no IME is composing. */
export function isFree(event: KeyPress): boolean {
  const { isComposing, keyCode } = 'nativeEvent' in event ? event.nativeEvent : event
  return !event.defaultPrevented && !isComposing && keyCode !== 229
}

/**
 * Whether a key is for the part that listens. React events also bubble through portals: a key pressed in a menu, list
 * or dialog that was opened from inside the part is not for it, wherever that is in the document.
 */
export function isForPart(event: KeyPress): boolean {
  const part = event.currentTarget as Element
  const target = event.target as Element
  return isFree(event) && part.contains(target) && (target.closest(OVERLAYS)?.contains(part) ?? true)
}

/** Whether a key is a command to the part: it is for the part, and the focused element does not use that key itself. */
export function isCommand(event: KeyPress): boolean {
  if (!isForPart(event)) return false
  const part = event.currentTarget as Element
  const user = (event.target as Element).closest(
    event.key.length > 1 || event.key === ' ' ? `${TYPED}, ${STEPPED}` : TYPED,
  )
  return !user || user.contains(part)
}
