'use client'

import {
  type ComponentPropsWithoutRef,
  type ForwardRefExoticComponent,
  forwardRef,
  type ReactNode,
  type RefAttributes,
} from 'react'
import { displayName } from '../../core/user.ts'
import { enTable } from '../../locales/en/table.ts'
import { useAvatarKit, useWords } from '../kit.ts'
import { UserAvatar, type UserAvatarProps } from '../user-avatar/UserAvatar.tsx'
import { useImageOf } from '../useUserImage.ts'
import { UserBadge } from './UserBadge.tsx'

export interface UserIdentityProps extends Omit<ComponentPropsWithoutRef<'span'>, 'children'> {
  /** A user of any common shape. */
  user: object
  /** Pictures of 20, 28, 36, 56 and 96 px. Default `md`. */
  size?: UserAvatarProps['size']
  shape?: UserAvatarProps['shape']
  /** Shows a name in another way, such as in a link. Default: as it is. */
  renderName?: (name: string) => ReactNode
  /** Beneath the name. Default: the e-mail address, where there is one and it is not the name already; `null` for nothing. */
  detail?: ReactNode
  /** “New” is shown for those who signed up since then, Unix ms. Default: for nobody. */
  newSince?: number
  /** More badges, after “Banned” and “New”. */
  badges?: ReactNode
}

/**
 * Who somebody is: picture, name, e-mail address and badges, with a pending change of the picture laid over. Renders
 * a `<span>`.
 *
 * @throws AvatarKitError `misconfigured` without a provider
 */
export const UserIdentity: ForwardRefExoticComponent<UserIdentityProps & RefAttributes<HTMLSpanElement>> = forwardRef<
  HTMLSpanElement,
  UserIdentityProps
>(function UserIdentity({ user: given, size = 'md', shape, renderName, detail, newSince, badges, ...props }, ref) {
  const kit = useAvatarKit()
  const words = useWords('table', enTable)
  const user = kit.fields.toUser(given)
  const image = useImageOf(kit, user)
  const name = displayName(user)
  const isNew = newSince !== undefined && (user.createdAt ?? 0) >= newSince
  const beneath = detail === undefined ? (user.emailAddress === name ? null : user.emailAddress) : detail
  return (
    <span
      data-slot="user-identity"
      data-size={size}
      data-status={image.imageStatus}
      lang={kit.locale.code}
      {...props}
      ref={ref}
    >
      <UserAvatar
        user={user}
        read={asItIs}
        image={image}
        size={size}
        shape={shape}
        decorative
        allowHttpImages={kit.allowHttpImages}
      />
      <span data-slot="user-identity-text">
        <span data-slot="user-identity-line">
          <span data-slot="user-identity-name" dir="auto" title={name}>
            {renderName ? renderName(name) : name}
          </span>
          {user.banned ? <UserBadge kind="banned">{words.banned}</UserBadge> : null}
          {isNew ? <UserBadge kind="new">{words.isNew}</UserBadge> : null}
          {badges}
        </span>
        {beneath ? (
          <span data-slot="user-identity-detail" dir="auto" title={typeof beneath === 'string' ? beneath : undefined}>
            {beneath}
          </span>
        ) : null}
      </span>
    </span>
  )
})

const asItIs = (user: object) => user as ReturnType<NonNullable<UserAvatarProps['read']>>
