'use client'

import { type ForwardRefExoticComponent, forwardRef, type RefAttributes } from 'react'
import type { UserAvatarProps } from '../user-avatar/UserAvatar.tsx'
import { UserAvatarManagerConfirmDialog } from './UserAvatarManagerConfirmDialog.tsx'
import { UserAvatarManagerImage } from './UserAvatarManagerImage.tsx'
import { UserAvatarManagerName } from './UserAvatarManagerName.tsx'
import { UserAvatarManagerRemoveTrigger } from './UserAvatarManagerRemoveTrigger.tsx'
import { UserAvatarManagerRoot, type UserAvatarManagerRootProps } from './UserAvatarManagerRoot.tsx'
import { UserAvatarManagerStatus } from './UserAvatarManagerStatus.tsx'

export interface UserAvatarManagerProps extends Omit<UserAvatarManagerRootProps, 'children' | 'asChild'> {
  /** Of the picture. Default `xl`. */
  size?: UserAvatarProps['size']
  shape?: UserAvatarProps['shape']
  /** Class names for the parts. */
  classNames?: Partial<Record<'image' | 'body' | 'name' | 'removeTrigger' | 'confirmDialog' | 'status', string>>
}

/**
 * Shows a user's picture and lets an admin remove it: the parts in their usual order. For other layouts put
 * the parts (`UserAvatarManagerRoot`, `…Image`, `…Name`, `…RemoveTrigger`, `…ConfirmDialog`, `…Status`)
 * together yourself. Renders a `<div role="group">`.
 *
 * @throws AvatarKitError `misconfigured` without a provider, or without `user` or `userId`
 */
export const UserAvatarManager: ForwardRefExoticComponent<UserAvatarManagerProps & RefAttributes<HTMLDivElement>> =
  forwardRef<HTMLDivElement, UserAvatarManagerProps>(function UserAvatarManager(
    { size = 'xl', shape, classNames = {}, ...props },
    ref,
  ) {
    return (
      <UserAvatarManagerRoot {...props} ref={ref}>
        <UserAvatarManagerImage size={size} shape={shape} className={classNames.image} />
        <div data-slot="user-avatar-manager-body" className={classNames.body}>
          <UserAvatarManagerName className={classNames.name} />
          <UserAvatarManagerRemoveTrigger className={classNames.removeTrigger} />
          <UserAvatarManagerStatus className={classNames.status} />
        </div>
        <UserAvatarManagerConfirmDialog className={classNames.confirmDialog} />
      </UserAvatarManagerRoot>
    )
  })
