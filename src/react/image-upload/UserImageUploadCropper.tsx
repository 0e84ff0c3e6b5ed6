'use client'

import { type ComponentPropsWithoutRef, type ForwardRefExoticComponent, forwardRef, type RefAttributes } from 'react'
import { LazyPart, useLazyPart } from '../lazyPart.ts'
import type { CropperStageProps } from './CropperStage.tsx'
import { loadCropper } from './loadCropper.ts'
import { useUpload } from './upload.ts'

export interface UserImageUploadCropperProps extends Omit<ComponentPropsWithoutRef<'div'>, 'children'> {}

/** The editor itself. */
export const cropperStage: LazyPart<CropperStageProps> = new LazyPart(() => loadCropper())

/**
 * The chosen picture under a round opening: drag it, pinch it, turn the wheel, or press arrows, + and −, [ and ].
 * Its code comes when it is first needed. Renders a `<div>`, or nothing before a picture is chosen.
 */
export const UserImageUploadCropper: ForwardRefExoticComponent<
  UserImageUploadCropperProps & RefAttributes<HTMLDivElement>
> = forwardRef<HTMLDivElement, UserImageUploadCropperProps>(function UserImageUploadCropper(props, ref) {
  const upload = useUpload('UserImageUploadCropper')
  const { picture } = upload.state
  const { Part: Stage, failed } = useLazyPart(cropperStage, picture !== undefined)
  if (!picture) return null
  return (
    <div data-slot="user-image-upload-cropper" aria-busy={(!Stage && !failed) || undefined} {...props} ref={ref}>
      {Stage ? <Stage upload={upload} picture={picture} /> : null}
      {failed ? (
        <div role="alert" data-slot="user-image-upload-no-editor">
          <p>{upload.words.noEditor}</p>
          <button type="button" data-slot="user-image-upload-reload" onClick={cropperStage.load}>
            {upload.kit.locale.messages.tryAgain}
          </button>
        </div>
      ) : null}
    </div>
  )
})
