'use client'

import {
  type ComponentPropsWithoutRef,
  type ForwardRefExoticComponent,
  forwardRef,
  type ReactElement,
  type RefAttributes,
  useId,
} from 'react'
import { ControlIcon, type ControlIconName } from './ControlIcon.tsx'
import { NUDGE, QUARTER, ZOOM_FACTOR } from './cropKeys.ts'
import { type CropView, maxScaleOf, moved, turned, wholePicture, zoomed } from './cropView.ts'
import type { Picture } from './openPicture.ts'
import { useUpload } from './upload.ts'

export interface UserImageUploadControlsProps extends Omit<ComponentPropsWithoutRef<'div'>, 'children'> {}

/**
 * Zoom, rotation and position as sliders and buttons: everything that dragging does, by single clicks and by
 * keyboard. Renders a `<div>`, or nothing before a picture is chosen.
 */
export const UserImageUploadControls: ForwardRefExoticComponent<
  UserImageUploadControlsProps & RefAttributes<HTMLDivElement>
> = forwardRef<HTMLDivElement, UserImageUploadControlsProps>(function UserImageUploadControls(props, ref) {
  const { words, state, session } = useUpload('UserImageUploadControls')
  const { picture, view } = state
  const id = useId()
  if (!picture) return null
  const button = (
    label: string,
    icon: ControlIconName,
    how: (now: CropView, size: Picture) => CropView,
  ): ReactElement => (
    <button
      type="button"
      data-slot="user-image-upload-button"
      aria-label={label}
      title={label}
      onClick={() => session.change(how)}
    >
      <ControlIcon name={icon} />
    </button>
  )
  return (
    <div data-slot="user-image-upload-controls" {...props} ref={ref}>
      <div data-slot="user-image-upload-control">
        <label htmlFor={`${id}-zoom`} data-slot="user-image-upload-label">
          {words.zoom}
        </label>
        <div data-slot="user-image-upload-range">
          {button(words.zoomOut, 'minus', (now, size) => zoomed(now, now.scale / ZOOM_FACTOR, size))}
          <input
            id={`${id}-zoom`}
            type="range"
            data-slot="user-image-upload-slider"
            min={1}
            max={maxScaleOf(picture)}
            step={0.01}
            value={view.scale}
            aria-valuetext={words.times(view.scale)}
            onChange={({ currentTarget: { valueAsNumber } }) =>
              session.change((now, size) => zoomed(now, valueAsNumber, size))
            }
          />
          {button(words.zoomIn, 'plus', (now, size) => zoomed(now, now.scale * ZOOM_FACTOR, size))}
        </div>
      </div>
      <div data-slot="user-image-upload-control">
        <label htmlFor={`${id}-rotation`} data-slot="user-image-upload-label">
          {words.rotation}
        </label>
        {/* Left is left in every language. */}
        <div data-slot="user-image-upload-range" dir="ltr">
          {button(words.rotateLeft, 'turn-left', (now) => turned(now, now.rotation - QUARTER))}
          <input
            id={`${id}-rotation`}
            type="range"
            data-slot="user-image-upload-slider"
            min={-180}
            max={180}
            step={1}
            value={Math.round(view.rotation)}
            aria-valuetext={words.degrees(Math.round(view.rotation))}
            onChange={({ currentTarget: { valueAsNumber } }) => session.change((now) => turned(now, valueAsNumber))}
          />
          {button(words.rotateRight, 'turn-right', (now) => turned(now, now.rotation + QUARTER))}
        </div>
      </div>
      <fieldset data-slot="user-image-upload-control">
        <legend data-slot="user-image-upload-label">{words.position}</legend>
        <div data-slot="user-image-upload-range">
          <div data-slot="user-image-upload-moves" dir="ltr">
            {button(words.moveLeft, 'left', (now) => moved(now, -NUDGE, 0))}
            {button(words.moveUp, 'up', (now) => moved(now, 0, -NUDGE))}
            {button(words.moveDown, 'down', (now) => moved(now, 0, NUDGE))}
            {button(words.moveRight, 'right', (now) => moved(now, NUDGE, 0))}
          </div>
          <button type="button" data-slot="user-image-upload-reset" onClick={() => session.change(() => wholePicture)}>
            {words.reset}
          </button>
        </div>
      </fieldset>
    </div>
  )
})
