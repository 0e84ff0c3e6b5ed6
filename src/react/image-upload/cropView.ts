/**
 * How a picture lies under the square that is cut out of it. All lengths are in sides of that square, so that
 * nothing depends on how large it is drawn.
 */
export interface CropView {
  /** From the middle of the square to the middle of the picture. */
  x: number
  y: number
  /** 1: as small as covers the square. */
  scale: number
  /** Degrees, clockwise, more than −180 and at most 180. */
  rotation: number
}

export interface PictureSize {
  width: number
  height: number
}

export const wholePicture: CropView = { x: 0, y: 0, scale: 1, rotation: 0 }

/** Smaller results than this are of no use anywhere. Pixels. */
export const MIN_RESULT = 64
const MAX_SCALE = 5

/** How much larger than the square a turned picture must be to cover it: 1 for quarter turns, 1.41 for half of one. */
export function spreadOf(rotation: number): number {
  const angle = (rotation * Math.PI) / 180
  return Math.abs(Math.cos(angle)) + Math.abs(Math.sin(angle))
}

/** The picture's sides at this view. */
export function extentOf(view: CropView, { width, height }: PictureSize): PictureSize {
  const shortest = view.scale * spreadOf(view.rotation)
  return { width: (shortest * width) / Math.min(width, height), height: (shortest * height) / Math.min(width, height) }
}

/** As far as one may go in without asking for pixels that are not there; small pictures too may be looked at from nearer. */
export function maxScaleOf({ width, height }: PictureSize): number {
  return Math.min(Math.max(Math.min(width, height) / MIN_RESULT, 2), MAX_SCALE)
}

const between = (value: number, least: number, most: number) => Math.min(Math.max(value, least), most)
const turn = (x: number, y: number, degrees: number) => {
  const angle = (degrees * Math.PI) / 180
  return { x: x * Math.cos(angle) - y * Math.sin(angle), y: x * Math.sin(angle) + y * Math.cos(angle) }
}

/** The nearest view at which the picture covers the whole square: no corner is ever empty. */
export function fitted(view: CropView, size: PictureSize): CropView {
  const rotation = normal(view.rotation)
  const scale = between(view.scale, 1, maxScaleOf(size))
  const { width, height } = extentOf({ ...view, scale, rotation }, size)
  const spread = spreadOf(rotation)
  const own = turn(view.x, view.y, -rotation)
  const inside = {
    x: between(own.x, -(width - spread) / 2, (width - spread) / 2),
    y: between(own.y, -(height - spread) / 2, (height - spread) / 2),
  }
  return { ...turn(inside.x, inside.y, rotation), scale, rotation }
}

const normal = (degrees: number) => {
  const rest = (((degrees + 180) % 360) + 360) % 360
  return rest === 0 ? 180 : rest - 180
}

/** Moves the picture, in sides of the square. */
export function moved(view: CropView, right: number, down: number): CropView {
  return { ...view, x: view.x + right, y: view.y + down }
}

/** Zooms about the middle of the square. */
export function zoomed(view: CropView, scale: number, size: PictureSize): CropView {
  const next = between(scale, 1, maxScaleOf(size))
  return { ...view, scale: next, x: (view.x * next) / view.scale, y: (view.y * next) / view.scale }
}

/** Turns about the middle of the square, to `rotation` degrees. */
export function turned(view: CropView, rotation: number): CropView {
  const grow = spreadOf(rotation) / spreadOf(view.rotation)
  const { x, y } = turn(view.x * grow, view.y * grow, rotation - view.rotation)
  return { ...view, x, y, rotation: normal(rotation) }
}

/** The side of the result: what is asked for, never more than the picture has there, never less than 64. Pixels. */
export function resultSide(view: CropView, { width, height }: PictureSize, asked: number): number {
  const there = Math.min(width, height) / (view.scale * spreadOf(view.rotation))
  return Math.round(between(there, MIN_RESULT, Math.max(asked, MIN_RESULT)))
}
