import type { PressedKey } from '../PressedKey.ts'

/** What a single key does. */
export type ReviewCommand = 'keep' | 'remove' | 'skip' | 'undo' | 'reveal'

/** Keys by what they do, as `KeyboardEvent.key` names them; letters in either case. An empty list is none. */
export type ReviewKeys = Record<ReviewCommand, readonly string[]>

export const defaultReviewKeys: ReviewKeys = {
  keep: ['k'],
  remove: ['r', 'Delete'],
  skip: ['s'],
  undo: ['u', 'z'],
  reveal: ['v'],
}

export const reviewCommands: readonly ReviewCommand[] = ['keep', 'remove', 'skip', 'undo', 'reveal']

/** Whether it is one of those keys, by what is printed on it; on a keyboard without Latin letters, by where it is. */
function isOneOf(keys: readonly string[], { key, code = '' }: PressedKey): boolean {
  const latin = key.length !== 1 || key < '\u0080'
  return keys.some(
    (wanted) => wanted.toLowerCase() === key.toLowerCase() || (!latin && code === `Key${wanted.toUpperCase()}`),
  )
}

/** What a pressed key asks for; nothing together with Control, Alt or Command, which are the browser's. */
export function commandOf(pressed: PressedKey, keys: ReviewKeys): ReviewCommand | undefined {
  if (pressed.ctrlKey || pressed.metaKey || pressed.altKey) return undefined
  return reviewCommands.find((command) => isOneOf(keys[command], pressed))
}

/**
 * Which reason a digit names: 0 for none, else its number; `undefined` where it is no digit. By what the key types, and
 * where that is no Latin digit by where it is: French keyboards have them above Shift, Persian ones have their own.
 */
export function digitOf({ key, code = '', shiftKey, ctrlKey, metaKey, altKey }: PressedKey): number | undefined {
  if (ctrlKey || metaKey || altKey) return undefined
  const digit =
    /^[0-9]$/.exec(key)?.[0] ?? (shiftKey || key.length !== 1 ? undefined : /^(?:Digit|Numpad)([0-9])$/.exec(code)?.[1])
  return digit === undefined ? undefined : Number(digit)
}
