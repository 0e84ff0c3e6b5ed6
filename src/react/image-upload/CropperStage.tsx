'use client'

import { type KeyboardEvent, type ReactElement, useEffect, useId, useRef, useState } from 'react'
import Cropper from 'react-easy-crop'
import { viewAfterKey } from './cropKeys.ts'
import { maxScaleOf, spreadOf, turned } from './cropView.ts'
import type { Picture } from './openPicture.ts'
import type { Upload } from './upload.ts'

/** Around the square, so that what is cut off is seen too. Pixels. */
const MARGIN = 20

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
  useEffect(() => {
    const stage = stageRef.current!
    const measure = () => setSide(stage.clientWidth)
    const observer = new ResizeObserver(measure)
    observer.observe(stage)
    measure()
    return () => observer.disconnect()
  }, [])
  const square = Math.max(side - 2 * MARGIN, 1)
  const { view } = state
  // How large the picture lies in the editor at its zoom of 1, where it covers the stage and not only the square.
  const least = (spreadOf(view.rotation) * square) / Math.max(side, 1)
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || !viewAfterKey(event, view, picture)) return
    event.preventDefault()
    session.change((now, size) => viewAfterKey(event, now, size) ?? now)
  }
  return (
    <div data-slot="user-image-upload-stage" dir="ltr" ref={stageRef}>
      {side > 0 ? (
        <Cropper
          key={`${picture.url} ${side}`}
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
          onCropChange={({ x, y }) => session.drag({ x: x / square, y: y / square })}
          onZoomChange={(zoom) => session.drag({ scale: zoom / least })}
          onRotationChange={(rotation) => session.change((now) => turned(now, rotation))}
          onInteractionEnd={() => session.change((now) => now)}
          mediaProps={{ draggable: false }}
          cropperProps={{ role: 'application', 'aria-label': words.section, 'aria-describedby': hintId, onKeyDown, onKeyUp: () => {} }}
        />
      ) : null}
      <p id={hintId} data-slot="user-image-upload-stage-hint" dir={upload.kit.locale.direction}>
        {words.sectionHint}
      </p>
    </div>
  )
}
