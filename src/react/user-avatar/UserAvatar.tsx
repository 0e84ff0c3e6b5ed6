'use client'

import {
  type ComponentPropsWithoutRef,
  type ForwardRefExoticComponent,
  forwardRef,
  type RefAttributes,
  type SyntheticEvent,
} from 'react'
import { safeImageUrl } from '../../core/image.ts'
import { hueOf, initials } from '../../core/initials.ts'
import { toUser } from '../../core/toUser.ts'
import { displayName, hasProfileImage, type ProfileImage, type User } from '../../core/user.ts'

export interface UserAvatarProps extends Omit<ComponentPropsWithoutRef<'span'>, 'children'> {
  /** A user of any common shape, or the kit's own. */
  user: object
  /** The image to show in place of the user's own, as `useUserImage` gives it. */
  image?: ProfileImage
  /** 20, 28, 36, 56 and 96 px. Default `md`. */
  size?: 'xs' | 'sm' | 'md' | 'lg' | 'xl'
  /** Default `circle`. */
  shape?: 'circle' | 'square'
  /** Set beside a visible name: screen readers then skip the avatar. Default false: it is named after the person. */
  decorative?: boolean
  /** Reads the user. Default: the common field names. */
  read?: (user: object) => User
  /** Origins from which pictures may be loaded without TLS. */
  allowHttpImages?: readonly string[]
}

/**
 * A person's picture over their initials. Plain markup: server-rendered, no effect, observer or state, and
 * what a broken picture leaves is the initials. Renders a `<span>` with an `<img>` inside.
 */
export const UserAvatar: ForwardRefExoticComponent<UserAvatarProps & RefAttributes<HTMLSpanElement>> = forwardRef<
  HTMLSpanElement,
  UserAvatarProps
>(function UserAvatar(
  { user: given, image, size = 'md', shape = 'circle', decorative = false, read = toUser, allowHttpImages, ...props },
  ref,
) {
  const user = read(given)
  const name = displayName(user)
  const shown = image ?? user
  const src = hasProfileImage(shown) ? safeImageUrl(shown.imageUrl, allowHttpImages) : undefined
  const label = decorative ? { 'aria-hidden': true } : { role: 'img', 'aria-label': name }
  return (
    <span
      data-slot="user-avatar"
      data-size={size}
      data-shape={shape}
      data-hue={hueOf(user.id)}
      data-image={src ? 'loading' : 'none'}
      {...label}
      {...props}
      ref={ref}
    >
      <span data-slot="user-avatar-initials" dir="auto" aria-hidden="true">
        {initials(name)}
      </span>
      {src ? (
        <img
          key={src}
          data-slot="user-avatar-image"
          src={src}
          alt=""
          loading="lazy"
          decoding="async"
          referrerPolicy="no-referrer"
          draggable={false}
          ref={markImage}
          onLoad={markLoaded}
          onError={markLoaded}
        />
      ) : null}
    </span>
  )
})

// The status lives on the DOM and not in React: an error before hydration counts, and no avatar has a state.
function markImage(img: HTMLImageElement | null): void {
  const avatar = img?.parentElement
  if (!avatar) return
  const now = !img.complete ? 'loading' : img.naturalWidth > 0 ? 'loaded' : 'error'
  if (avatar.dataset.image !== now) avatar.dataset.image = now
}

function markLoaded(event: SyntheticEvent<HTMLImageElement>): void {
  markImage(event.currentTarget)
}
