'use client'

import {
  type ComponentPropsWithoutRef,
  type ForwardRefExoticComponent,
  forwardRef,
  type MouseEvent,
  type RefAttributes,
  useCallback,
  useState,
} from 'react'
import { safeImageUrl } from '../../core/image.ts'
import { enActivity } from '../../locales/en/activity.ts'
import { useAvatarKit, useWords } from '../kit.ts'
import { useNow } from './useNow.ts'

export interface RemovedPictureProps extends Omit<ComponentPropsWithoutRef<'button'>, 'children' | 'name'> {
  /** The picture’s address; without a safe one nothing is rendered. */
  imageUrl: string | null | undefined
  /** Whose it was. */
  name: string
}

const COVER = 'blur(14px) grayscale(1)'

/**
 * A picture that was removed, blurred and grey until somebody wants to see it, with the kit’s stylesheet and
 * without. Not in server-rendered markup. Renders a `<button>`.
 */
export const RemovedPicture: ForwardRefExoticComponent<RemovedPictureProps & RefAttributes<HTMLButtonElement>> =
  forwardRef<HTMLButtonElement, RemovedPictureProps>(function RemovedPicture(
    { imageUrl, name, onClick, ...props },
    ref,
  ) {
    const { allowHttpImages } = useAvatarKit()
    const words = useWords('activity', enActivity)
    const hydrated = useNow() !== undefined
    const [revealed, setRevealed] = useState(false)
    const [gone, setGone] = useState(false)
    // Through the CSSOM, which strict policies allow, and before it is painted.
    const cover = useCallback(
      (img: HTMLImageElement | null) => {
        if (img) img.style.filter = revealed ? '' : COVER
      },
      [revealed],
    )
    const src = safeImageUrl(imageUrl, allowHttpImages)
    if (!src) return null
    return (
      <button
        type="button"
        data-slot="removed-picture"
        data-state={gone ? 'gone' : revealed ? 'shown' : 'covered'}
        aria-label={gone ? undefined : revealed ? words.hidePicture(name) : words.showPicture(name)}
        aria-disabled={gone || undefined}
        {...props}
        onClick={(event: MouseEvent<HTMLButtonElement>) => {
          onClick?.(event)
          if (!event.defaultPrevented && !gone) setRevealed(!revealed)
        }}
        ref={ref}
      >
        {hydrated && !gone ? (
          <img
            data-slot="removed-picture-image"
            src={src}
            alt=""
            loading="lazy"
            decoding="async"
            referrerPolicy="no-referrer"
            draggable={false}
            onError={() => setGone(true)}
            ref={cover}
          />
        ) : null}
        <span data-slot="removed-picture-hint" aria-hidden={gone ? undefined : true}>
          {gone ? words.pictureGone : revealed ? words.hide : words.show}
        </span>
      </button>
    )
  })
