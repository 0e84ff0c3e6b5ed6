'use client'

import { type ForwardRefExoticComponent, forwardRef, type RefAttributes } from 'react'
import { UserImageUploadDialog } from './UserImageUploadDialog.tsx'
import { UserImageUploadRoot, type UserImageUploadRootProps } from './UserImageUploadRoot.tsx'
import { UserImageUploadStatus } from './UserImageUploadStatus.tsx'
import { UserImageUploadTrigger } from './UserImageUploadTrigger.tsx'

export interface UserImageUploadProps extends Omit<UserImageUploadRootProps, 'children' | 'asChild'> {
  /** Class names for the parts. */
  classNames?: Partial<Record<'trigger' | 'status' | 'dialog', string>>
}

/**
 * Lets an admin replace a user's picture: a button, and a dialog in which a picture is chosen, dropped or pasted,
 * and cut to a square. The parts in their usual order; for other layouts put them together yourself. Renders a
 * `<div role="group">`, inside a `UserAvatarManagerRoot` without the role.
 *
 * @throws AvatarKitError `misconfigured` without a provider, or with neither `user` nor a manager around it
 */
export const UserImageUpload: ForwardRefExoticComponent<UserImageUploadProps & RefAttributes<HTMLDivElement>> =
  forwardRef<HTMLDivElement, UserImageUploadProps>(function UserImageUpload({ classNames = {}, ...props }, ref) {
    return (
      <UserImageUploadRoot {...props} ref={ref}>
        <UserImageUploadTrigger className={classNames.trigger} />
        <UserImageUploadStatus className={classNames.status} />
        <UserImageUploadDialog className={classNames.dialog} />
      </UserImageUploadRoot>
    )
  })
