'use client'

import {
  type ComponentPropsWithoutRef,
  type ForwardRefExoticComponent,
  forwardRef,
  type RefAttributes,
  useEffect,
  useState,
} from 'react'
import type { CropperStageProps } from './CropperStage.tsx'
import { loadCropper } from './loadCropper.ts'
import { useUpload } from './upload.ts'

export interface UserImageUploadCropperProps extends Omit<ComponentPropsWithoutRef<'div'>, 'children'> {}

type Stage = React.ComponentType<CropperStageProps>

/**
 * The chosen picture under a round opening: drag it, pinch it, turn the wheel, or press arrows, + and −, [ and ].
 * Its code comes when it is first needed. Renders a `<div>`, or nothing before a picture is chosen.
 */
export const UserImageUploadCropper: ForwardRefExoticComponent<
  UserImageUploadCropperProps & RefAttributes<HTMLDivElement>
> = forwardRef<HTMLDivElement, UserImageUploadCropperProps>(function UserImageUploadCropper(props, ref) {
  const upload = useUpload('UserImageUploadCropper')
  const { picture } = upload.state
  const needed = picture !== undefined
  const [loaded, setLoaded] = useState<{ Stage?: Stage; failed?: boolean }>({})
  useEffect(() => {
    if (!needed || loaded.Stage || loaded.failed) return
    let gone = false
    loadCropper().then(
      (Stage) => !gone && setLoaded({ Stage }),
      () => !gone && setLoaded({ failed: true }),
    )
    return () => {
      gone = true
    }
  }, [needed, loaded])
  if (!picture) return null
  const { Stage, failed } = loaded
  return (
    <div data-slot="user-image-upload-cropper" aria-busy={(!Stage && !failed) || undefined} {...props} ref={ref}>
      {Stage ? <Stage upload={upload} picture={picture} /> : null}
      {failed ? (
        <div role="alert" data-slot="user-image-upload-no-editor">
          <p>{upload.words.noEditor}</p>
          <button type="button" data-slot="user-image-upload-reload" onClick={() => setLoaded({})}>
            {upload.kit.locale.messages.tryAgain}
          </button>
        </div>
      ) : null}
    </div>
  )
})
