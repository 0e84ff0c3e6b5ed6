/** What of a `KeyboardEvent` says which key was pressed, and with what. */
export interface PressedKey {
  key: string
  code?: string
  shiftKey?: boolean
  ctrlKey?: boolean
  metaKey?: boolean
  altKey?: boolean
}
