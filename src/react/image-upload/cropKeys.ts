import { type CropView, type PictureSize, turned, wholePicture, zoomed } from './cropView.ts'

/** How far one press moves, in sides of the square; with Shift five times as far. */
const STEP = 0.02
export const NUDGE = 0.05
export const ZOOM_FACTOR = 1.15
export const QUARTER = 90

/** What a key does to the view; `undefined` where it does nothing. */
export function viewAfterKey({ key, shiftKey }: { key: string; shiftKey: boolean }, view: CropView, size: PictureSize): CropView | undefined {
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
