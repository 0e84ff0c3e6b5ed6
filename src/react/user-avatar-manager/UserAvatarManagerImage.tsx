'use client'

import { type ForwardRefExoticComponent, forwardRef, type RefAttributes } from 'react'
import { toUser } from '../../core/toUser.ts'
import type { User } from '../../core/user.ts'
import { UserAvatar, type UserAvatarProps } from '../user-avatar/UserAvatar.tsx'
import { useManager } from './manager.ts'

export interface UserAvatarManagerImageProps
  extends Omit<UserAvatarProps, 'user' | 'image' | 'read' | 'allowHttpImages'> {}

/** Shown while one is being read. */
const nobody = toUser({})
const asItIs = (user: object) => user as User

/**
 * The picture as it stands, pending changes included; initials where there is none. Renders `UserAvatar`,
 * by default as decoration beside the visible name.
 */
export const UserAvatarManagerImage: ForwardRefExoticComponent<
  UserAvatarManagerImageProps & RefAttributes<HTMLSpanElement>
> = forwardRef<HTMLSpanElement, UserAvatarManagerImageProps>(function UserAvatarManagerImage(
  { size = 'lg', decorative = true, ...props },
  ref,
) {
  const { kit, user, image, imageStatus, loading } = useManager('UserAvatarManagerImage')
  return (
    <UserAvatar
      user={user ?? nobody}
      read={asItIs}
      image={image}
      size={size}
      decorative={decorative}
      allowHttpImages={kit.allowHttpImages}
      data-status={imageStatus}
      data-loading={loading ? '' : undefined}
      {...props}
      ref={ref}
    />
  )
})
