'use client'

import { type ComponentPropsWithoutRef, type ReactElement, useEffect, useRef, useState } from 'react'
import type { ReviewMessages } from '../../core/messages.ts'
import type { ProfileImage, User } from '../../core/user.ts'
import type { AvatarKit } from '../kit.ts'
import { UserAvatar } from '../user-avatar/UserAvatar.tsx'
import type { ReviewPreferences } from './preferences.ts'

export interface ReviewPictureProps extends ComponentPropsWithoutRef<'span'> {
  kit: AvatarKit
  words: ReviewMessages
  user: User
  image: ProfileImage
  preferences: ReviewPreferences
  /** Shown as it is. */
  shown: boolean
}

/**
 * A picture in a square box that is there before it, covered as the moderator likes. Renders a `<span>` with a
 * `UserAvatar`, and a note where the picture could not be loaded.
 */
export function ReviewPicture({
  kit,
  words,
  user,
  image,
  preferences,
  shown,
  children,
  ...props
}: ReviewPictureProps): ReactElement {
  const ref = useRef<HTMLSpanElement>(null)
  const [broken, setBroken] = useState<string | null>()
  const isBroken = image.hasImage && broken === image.imageUrl
  useEffect(() => {
    // It may have failed before anybody listened, as in what the server rendered.
    if (ref.current?.querySelector('[data-slot="user-avatar"][data-image="error"]')) setBroken(image.imageUrl)
  }, [image.imageUrl])
  return (
    <span
      data-slot="avatar-review-picture"
      data-blur={shown || preferences.blur === 'none' ? undefined : preferences.blur}
      data-grey={shown || !preferences.grey ? undefined : ''}
      onErrorCapture={() => setBroken(image.imageUrl)}
      onContextMenu={(event) => {
        // What opens it on a touch screen is a long press.
        if ((event.nativeEvent as unknown as PointerEvent).pointerType === 'touch') event.preventDefault()
      }}
      {...props}
      ref={ref}
    >
      <UserAvatar
        user={user}
        read={() => user}
        image={image}
        data-size="fill"
        data-shape="fill"
        decorative
        allowHttpImages={kit.allowHttpImages}
      />
      {isBroken ? <span data-slot="avatar-review-broken">{words.broken}</span> : null}
      {children}
    </span>
  )
}
