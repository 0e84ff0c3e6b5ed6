import { type CropView, extentOf, type PictureSize, resultSide } from './cropView.ts'

const QUALITY = 0.9

/** Draws the part of the picture that is in the square, as large as the canvas. */
export function drawCrop(
  canvas: HTMLCanvasElement,
  source: CanvasImageSource,
  size: PictureSize,
  view: CropView,
): boolean {
  const context = canvas.getContext('2d')
  if (!context) return false
  const side = canvas.width
  const { width, height } = extentOf(view, size)
  context.setTransform(side, 0, 0, side, side / 2, side / 2)
  context.clearRect(-1, -1, 2, 2)
  context.imageSmoothingQuality = 'high'
  context.translate(view.x, view.y)
  context.rotate((view.rotation * Math.PI) / 180)
  context.drawImage(source, -width / 2, -height / 2, width, height)
  return true
}

/**
 * The square that was chosen, as a file of its own: pixels and nothing else.
 *
 * @param asked side of the result, in pixels; smaller where the picture has fewer there
 */
export async function encodeCrop(source: HTMLCanvasElement, view: CropView, asked: number): Promise<Blob | undefined> {
  const canvas = document.createElement('canvas')
  canvas.width = canvas.height = resultSide(view, source, asked)
  return drawCrop(canvas, source, source, view) ? encodePicture(canvas) : undefined
}

/** WebP, or JPEG on white where the browser writes no WebP. */
export async function encodePicture(canvas: HTMLCanvasElement): Promise<Blob | undefined> {
  const webp = await write(canvas, 'image/webp')
  if (webp) return webp
  const opaque = document.createElement('canvas')
  opaque.width = canvas.width
  opaque.height = canvas.height
  const context = opaque.getContext('2d')
  if (!context) return undefined
  context.fillStyle = '#ffffff'
  context.fillRect(0, 0, opaque.width, opaque.height)
  context.drawImage(canvas, 0, 0)
  return write(opaque, 'image/jpeg')
}

/** A type that the browser does not write gives a PNG. */
function write(canvas: HTMLCanvasElement, type: string): Promise<Blob | undefined> {
  return new Promise((resolve) =>
    canvas.toBlob((blob) => resolve(blob?.type === type ? blob : undefined), type, QUALITY),
  )
}
