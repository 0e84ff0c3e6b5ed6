'use client'

import {
  type ComponentPropsWithoutRef,
  type ForwardRefExoticComponent,
  forwardRef,
  type RefAttributes,
  useId,
} from 'react'
import { imageMediaTypes } from '../../core/imageFile.ts'
import { ControlIcon } from './ControlIcon.tsx'
import { useUpload } from './upload.ts'
import { choose } from './uploadActions.ts'

const ACCEPT = imageMediaTypes.join(',')

export interface UserImageUploadDropZoneProps extends Omit<ComponentPropsWithoutRef<'div'>, 'children'> {}

/** Where a file is chosen by a click or a key, with a real `<input type="file">`, or dropped. Renders a `<div>`. */
export const UserImageUploadDropZone: ForwardRefExoticComponent<
  UserImageUploadDropZoneProps & RefAttributes<HTMLDivElement>
> = forwardRef<HTMLDivElement, UserImageUploadDropZoneProps>(function UserImageUploadDropZone(props, ref) {
  const upload = useUpload('UserImageUploadDropZone')
  const { words, state, limits } = upload
  const id = useId()
  const { picture, dragging, reading } = state
  return (
    <div
      data-slot="user-image-upload-drop-zone"
      data-dragging={dragging ? '' : undefined}
      data-has-picture={picture ? '' : undefined}
      {...props}
      ref={ref}
    >
      <input
        id={id}
        type="file"
        accept={ACCEPT}
        aria-describedby={`${id}-hint`}
        data-slot="user-image-upload-input"
        onChange={(event) => {
          choose(upload, event.currentTarget.files?.[0])
          // The same file can be chosen again.
          event.currentTarget.value = ''
        }}
      />
      <ControlIcon name="picture" />
      <label htmlFor={id} data-slot="user-image-upload-drop-label">
        {dragging ? words.drop : picture ? words.chooseAnother : words.choose}
      </label>
      <p id={`${id}-hint`} data-slot="user-image-upload-drop-hint">
        {words.chooseHint({ bytes: limits.maxBytes })}
      </p>
      <p role="status" data-slot="user-image-upload-reading">
        {reading ? words.reading : null}
      </p>
    </div>
  )
})
