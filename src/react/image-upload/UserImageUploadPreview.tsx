'use client'

import {
  type ComponentPropsWithoutRef,
  type ForwardRefExoticComponent,
  forwardRef,
  type RefAttributes,
  useEffect,
  useRef,
} from 'react'
import { drawCrop } from './encodePicture.ts'
import { useUpload } from './upload.ts'

/** As large as avatars are. Pixels. */
const SIZES = [96, 56, 28]

export interface UserImageUploadPreviewProps extends Omit<ComponentPropsWithoutRef<'div'>, 'children'> {}

/** The result as it will look, round, in several sizes. Renders a `<div role="img">`, or nothing before a picture is chosen. */
export const UserImageUploadPreview: ForwardRefExoticComponent<
  UserImageUploadPreviewProps & RefAttributes<HTMLDivElement>
> = forwardRef<HTMLDivElement, UserImageUploadPreviewProps>(function UserImageUploadPreview(props, ref) {
  const { words, state } = useUpload('UserImageUploadPreview')
  const { picture, view } = state
  const { x, y, scale, rotation } = view
  const canvases = useRef<(HTMLCanvasElement | null)[]>([])
  useEffect(() => {
    if (!picture) return
    const frame = requestAnimationFrame(() => {
      const [largest, ...smaller] = canvases.current
      if (!largest || picture.source.width === 0) return
      drawCrop(largest, picture.source, picture, { x, y, scale, rotation })
      // From the one before: the whole picture is read once.
      for (const canvas of smaller)
        if (canvas) drawCrop(canvas, largest, largest, { x: 0, y: 0, scale: 1, rotation: 0 })
    })
    return () => cancelAnimationFrame(frame)
  }, [picture, x, y, scale, rotation])
  if (!picture) return null
  const density = Math.min(Math.ceil(window.devicePixelRatio), 3)
  return (
    <div role="img" aria-label={words.preview} data-slot="user-image-upload-preview" {...props} ref={ref}>
      {SIZES.map((size, at) => (
        <canvas
          key={size}
          data-slot="user-image-upload-preview-picture"
          data-size={size}
          width={size * density}
          height={size * density}
          ref={(canvas) => {
            canvases.current[at] = canvas
          }}
        />
      ))}
    </div>
  )
})
