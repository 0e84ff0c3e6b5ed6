import { AvatarKitError, type ErrorCode } from '../core/errors.ts'
import { checkImageFile, defaultImageFileLimits, type ImageFileLimits } from '../core/imageFile.ts'

export interface ImageUploadOptions extends ImageFileLimits {
  /**
   * Makes of the picture what you keep, such as with sharp: re-encoded, so that nothing but pixels is left of what was
   * sent. The kit's own browser part has done that already, but anybody can send anything.
   */
  transform?: (file: Blob) => Blob | Promise<Blob>
}

/** What `imageUpload` makes. */
export interface ImageUpload {
  readonly maxBytes: number
  /** The picture, named for what its bytes are. @throws AvatarKitError `invalid-image`, `too-large` */
  check(file: unknown): Promise<Blob>
}

/**
 * Lets an admin set images: `upload: imageUpload()`. `authorize` is asked (`updateUserProfileImage`) before a byte of
 * the file is read; then the bytes themselves say what it is: PNG, JPEG, GIF, WebP or AVIF, and how many pixels it
 * claims to have. Nothing is decoded.
 */
export function imageUpload({
  maxBytes = defaultImageFileLimits.maxBytes,
  maxPixels = defaultImageFileLimits.maxPixels,
  transform,
}: ImageUploadOptions = {}): ImageUpload {
  for (const [name, value] of Object.entries({ maxBytes, maxPixels })) {
    if (!(Number.isInteger(value) && value > 0))
      throw new AvatarKitError('misconfigured', {
        message: `avatarkit: imageUpload: \`${name}\` must be a whole number of at least 1.`,
      })
  }
  const refuse = (code: ErrorCode, message: string, cause?: unknown) =>
    new AvatarKitError(code, { message: `avatarkit: ${message}`, cause })
  return {
    maxBytes,
    async check(file) {
      if (!(file instanceof Blob)) throw refuse('invalid-image', 'what was sent is no file.')
      const verdict = checkImageFile(new Uint8Array(await file.arrayBuffer()), { maxBytes, maxPixels })
      if (!verdict.ok) throw refuse(verdict.code, `the file was refused: ${verdict.fault}.`)
      const picture = new Blob([file], { type: verdict.mediaType })
      if (!transform) return picture
      // What cannot be decoded is no picture, whatever its head says.
      try {
        return await transform(picture)
      } catch (error) {
        throw refuse('invalid-image', '`transform` could not read the file.', error)
      }
    },
  }
}
