'use client'

import { type KeyboardEvent, type ReactElement, useEffect, useId, useRef, useState } from 'react'
import Cropper from 'react-easy-crop'
import { onResize } from '../layout.ts'
import { isCommand } from '../ownKey.ts'
import { viewAfterKey } from './cropKeys.ts'
import { maxScaleOf, spreadOf, turned } from './cropView.ts'
import type { Picture } from './openPicture.ts'
import type { Upload } from './upload.ts'

/** The square in the editor, so that what is cut off is seen too. A share of it, since at another zoom the editor does not look for another size. */
const SHARE = 0.87

export interface CropperStageProps {
  upload: Upload
  picture: Picture
}

/** The picture under a round opening, moved, zoomed and turned by pointer, fingers, wheel and keys. In a chunk of its own. */
export default function CropperStage({ upload, picture }: CropperStageProps): ReactElement {
  const { session, words, state } = upload
  const stageRef = useRef<HTMLDivElement>(null)
  const hintId = useId()
  const [side, setSide] = useState(0)
  // The editor also tells a place when it is resized, as it would be if places were counted in pixels.
  const held = useRef(false)
  const hold = () => {
    held.current = true
    return true
  }
  const release = () => {
    // After the move that is still to be drawn.
    requestAnimationFrame(() => {
      held.current = false
      session.change((now) => now)
    })
  }
  useEffect(() => {
    const stage = stageRef.current!
    const measure = () => setSide(stage.clientWidth)
    measure()
    return onResize(stage, measure)
  }, [])
  const square = side * SHARE
  const { view } = state
  // How large the picture lies in the editor at its zoom of 1, where it covers the stage and not only the square.
  const least = spreadOf(view.rotation) * SHARE
  const onKeyDown = (event: KeyboardEvent) => {
    if (!isCommand(event) || !viewAfterKey(event, view, picture)) return
    event.preventDefault()
    session.change((now, size) => viewAfterKey(event, now, size) ?? now)
  }
  return (
    <div data-slot="user-image-upload-stage" dir="ltr" ref={stageRef}>
      {side > 0 ? (
        <Cropper
          key={picture.url}
          image={picture.url}
          crop={{ x: view.x * square, y: view.y * square }}
          zoom={view.scale * least}
          minZoom={least}
          maxZoom={maxScaleOf(picture) * least}
          rotation={view.rotation}
          cropSize={{ width: square, height: square }}
          objectFit={picture.width >= picture.height ? 'vertical-cover' : 'horizontal-cover'}
          cropShape="round"
          showGrid={false}
          // The square is kept covered by `fitted`, which knows turned pictures too.
          restrictPosition={false}
          disableAutomaticStylesInjection
          zoomSpeed={0.4}
          onWheelRequest={hold}
          onInteractionStart={hold}
          onCropChange={({ x, y }) => held.current && session.drag({ x: x / square, y: y / square })}
          onZoomChange={(zoom) => session.drag({ scale: zoom / least })}
          onRotationChange={(rotation) => session.change((now) => turned(now, rotation))}
          onInteractionEnd={release}
          mediaProps={{ draggable: false }}
          cropperProps={{
            role: 'application',
            'aria-label': words.section,
            'aria-describedby': hintId,
            onKeyDown,
            onKeyUp: () => {},
          }}
        />
      ) : null}
      <p id={hintId} data-slot="user-image-upload-stage-hint" dir={upload.kit.locale.direction}>
        {words.sectionHint}
      </p>
    </div>
  )
}
