import type { PressedKey } from '../PressedKey.ts'
import { type CropView, type PictureSize, turned, wholePicture, zoomed } from './cropView.ts'

/** How far one press moves, in sides of the square; with Shift five times as far. */
const STEP = 0.02
export const NUDGE = 0.05
export const ZOOM_FACTOR = 1.15
export const QUARTER = 90

/** Where they are on a keyboard that types no Latin ones: Russian, Hebrew, Persian, and for 0 French. */
const PLACES: Record<string, [plain: string, shifted: string]> = {
  BracketLeft: ['[', '{'],
  BracketRight: [']', '}'],
  Digit0: ['0', ''],
  Numpad0: ['0', ''],
}

/** What a key types, as a Latin keyboard would. */
function typed({ key, code = '', shiftKey }: PressedKey): string {
  const place = PLACES[code]
  const other = code === 'Digit0' || code === 'Numpad0' ? key > '\u007f' : key > '\u024f'
  return place && other && key.length === 1 ? place[shiftKey ? 1 : 0] : key
}

/** What a key does to the view; `undefined` where it does nothing. With Control, Command or Alt it is the browser’s, but for brackets, which many keyboards have behind Alt. */
export function viewAfterKey(pressed: PressedKey, view: CropView, size: PictureSize): CropView | undefined {
  const { shiftKey, ctrlKey = false, metaKey, altKey = false } = pressed
  const key = typed(pressed)
  if (metaKey || (ctrlKey && !altKey) || (altKey && !'[]{}'.includes(key))) return undefined
  const step = shiftKey ? STEP * 5 : STEP
  switch (key) {
    case 'ArrowLeft':
      return { ...view, x: view.x - step }
    case 'ArrowRight':
      return { ...view, x: view.x + step }
    case 'ArrowUp':
      return { ...view, y: view.y - step }
    case 'ArrowDown':
      return { ...view, y: view.y + step }
    case '+':
    case '=':
      return zoomed(view, view.scale * ZOOM_FACTOR, size)
    case '-':
    case '_':
    case '−':
      return zoomed(view, view.scale / ZOOM_FACTOR, size)
    case '[':
      return turned(view, view.rotation - QUARTER)
    case ']':
      return turned(view, view.rotation + QUARTER)
    case '{':
      return turned(view, view.rotation - 1)
    case '}':
      return turned(view, view.rotation + 1)
    case '0':
      return wholePicture
    default:
      return undefined
  }
}
