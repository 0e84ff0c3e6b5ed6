import { type ImageFileType, type ImageSize, readImageSize, recogniseImage } from './imageHeader.ts'

/** What a picture may be at most. */
export interface ImageFileLimits {
  /** Of the file. Default 10 MiB. */
  maxBytes?: number
  /** Width times height as its header states them. Default 50 million. */
  maxPixels?: number
}

export const defaultImageFileLimits: Required<ImageFileLimits> = { maxBytes: 10 * 2 ** 20, maxPixels: 50_000_000 }

/** Why a file cannot be a profile image. */
export type ImageFileFault =
  | 'empty'
  | 'not-a-picture'
  | 'svg'
  | 'heic'
  | 'damaged'
  | 'too-many-bytes'
  | 'too-many-pixels'

export type ImageFileVerdict =
  | ({ ok: true; type: ImageFileType; mediaType: `image/${ImageFileType}` } & ImageSize)
  | { ok: false; fault: ImageFileFault; code: 'invalid-image' | 'too-large' }

/** What files may be, for a file input's `accept`. */
export const imageMediaTypes: readonly string[] = ['image/png', 'image/jpeg', 'image/webp', 'image/gif', 'image/avif']

const no = (fault: ImageFileFault): ImageFileVerdict => ({
  ok: false,
  fault,
  code: fault.startsWith('too-many') ? 'too-large' : 'invalid-image',
})

/** Whether there are too many bytes, or none, which is known before any is read. */
export function checkByteLength(
  byteLength: number,
  { maxBytes = defaultImageFileLimits.maxBytes }: ImageFileLimits = {},
): ImageFileVerdict | undefined {
  if (byteLength === 0) return no('empty')
  return byteLength > maxBytes ? no('too-many-bytes') : undefined
}

/**
 * What a file is and whether it may be decoded: by its own bytes, never by its name or declared type. Nothing is
 * decoded, so that a few bytes that claim billions of pixels cost nothing. Runs on servers too.
 */
export function checkImageFile(bytes: Uint8Array, limits: ImageFileLimits = {}): ImageFileVerdict {
  const refused = checkByteLength(bytes.length, limits)
  if (refused) return refused
  const type = recogniseImage(bytes)
  if (type === undefined) return no('not-a-picture')
  if (type === 'svg' || type === 'heic') return no(type)
  const size = readImageSize(bytes, type)
  if (!size) return no('damaged')
  if (size.width * size.height > (limits.maxPixels ?? defaultImageFileLimits.maxPixels)) return no('too-many-pixels')
  return { ok: true, type, mediaType: `image/${type}`, ...size }
}
