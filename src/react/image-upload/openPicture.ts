import {
  checkByteLength,
  checkImageFile,
  defaultImageFileLimits,
  type ImageFileFault,
  type ImageFileLimits,
} from '../../core/imageFile.ts'
import { createObjectUrl, revokeObjectUrl } from '../objectUrl.ts'
import type { PictureSize } from './cropView.ts'
import { encodePicture } from './encodePicture.ts'

/** A chosen picture, decoded: its first frame, upright, without anything else that was in the file. */
export interface Picture extends PictureSize {
  source: HTMLCanvasElement
  /** Object URL of it, for the editor. */
  url: string
  close: () => void
}

export type Opened = { picture: Picture; fault?: undefined } | { fault: ImageFileFault; picture?: undefined }

/** What is kept of a large picture: enough for a result of 512 pixels from any part of it. 16 MB of memory. */
const KEPT_PIXELS = 4_000_000
/** A picture that takes longer to decode is not one. */
const DECODE_MS = 15_000

/** Checks a file, then decodes it. Neither its name nor what it says of its type is used. */
export async function openPicture(file: Blob, limits: ImageFileLimits): Promise<Opened> {
  const refused = checkByteLength(file.size, limits)
  if (refused && !refused.ok) return { fault: refused.fault }
  // From here on these bytes count: a file may change under our hands. The jsdom that Jest uses cannot read files.
  const bytes = await file.arrayBuffer?.().catch(() => undefined)
  if (!bytes) return { fault: 'damaged' }
  const verdict = checkImageFile(new Uint8Array(bytes), limits)
  if (!verdict.ok) return { fault: verdict.fault }
  const bitmap = await decode(new Blob([bytes], { type: verdict.mediaType }))
  if (!bitmap) return { fault: 'damaged' }
  if (bitmap.width * bitmap.height > (limits.maxPixels ?? defaultImageFileLimits.maxPixels)) {
    bitmap.close()
    return { fault: 'too-many-pixels' }
  }
  const source = keep(bitmap)
  bitmap.close()
  const shown = source && (await encodePicture(source))
  if (!source || !shown) return { fault: 'damaged' }
  const url = createObjectUrl(shown)
  const close = () => {
    revokeObjectUrl(url)
    // Some browsers keep a canvas's memory for long after it is gone.
    source.width = source.height = 0
  }
  return { picture: { source, url, width: source.width, height: source.height, close } }
}

async function decode(file: Blob): Promise<ImageBitmap | undefined> {
  // jsdom decodes no pictures.
  if (typeof createImageBitmap === 'undefined') return undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  let late = false
  const decoding = createImageBitmap(file, { imageOrientation: 'from-image' }).then(
    (bitmap) => {
      if (late) bitmap.close()
      return bitmap
    },
    () => undefined,
  )
  const waiting = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => {
      late = true
      resolve(undefined)
    }, DECODE_MS)
  })
  const bitmap = await Promise.race([decoding, waiting])
  clearTimeout(timer)
  return bitmap
}

function keep(bitmap: ImageBitmap): HTMLCanvasElement | undefined {
  const canvas = document.createElement('canvas')
  const scale = Math.min(1, Math.sqrt(KEPT_PIXELS / (bitmap.width * bitmap.height)))
  canvas.width = Math.max(Math.round(bitmap.width * scale), 1)
  canvas.height = Math.max(Math.round(bitmap.height * scale), 1)
  const context = canvas.getContext('2d')
  if (!context) return undefined
  context.imageSmoothingQuality = 'high'
  context.drawImage(bitmap, 0, 0, canvas.width, canvas.height)
  return canvas
}
