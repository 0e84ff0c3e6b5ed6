'use client'

import {
  type ComponentPropsWithoutRef,
  type ForwardRefExoticComponent,
  forwardRef,
  type ReactElement,
  type RefAttributes,
} from 'react'
import { displayName, type User } from '../../core/user.ts'
import { enTable } from '../../locales/en/table.ts'
import { type AvatarKit, useAvatarKit, useWords } from '../kit.ts'
import { UserAvatar, type UserAvatarProps } from '../user-avatar/UserAvatar.tsx'
import { useImageOf } from '../useUserImage.ts'

export interface UserAvatarGroupProps extends Omit<ComponentPropsWithoutRef<'span'>, 'children'> {
  /** Users of any common shape. */
  users: readonly object[]
  /** How many faces there are before “+3”. Default 4. */
  max?: number
  /** How many people it stands for, where `users` are only the first of them. Default: as many as `users`. */
  total?: number
  /** Pictures of 20, 28, 36, 56 and 96 px. Default `sm`. */
  size?: UserAvatarProps['size']
  shape?: UserAvatarProps['shape']
}

/**
 * Faces that overlap, and how many more there are. Screen readers hear the names as one list: “Ada Lovelace, Grace
 * Hopper, and 3 others”. Renders a `<span role="img">`, or nothing where there is nobody.
 *
 * @throws AvatarKitError `misconfigured` without a provider
 */
export const UserAvatarGroup: ForwardRefExoticComponent<UserAvatarGroupProps & RefAttributes<HTMLSpanElement>> =
  forwardRef<HTMLSpanElement, UserAvatarGroupProps>(function UserAvatarGroup(
    { users: given, max = 4, total, size = 'sm', shape, ...props },
    ref,
  ) {
    const kit = useAvatarKit()
    const words = useWords('table', enTable)
    const people = Math.max(total ?? given.length, given.length)
    // “+1” takes as much room as the face does.
    const room = people === max + 1 && given.length >= people ? people : max
    const shown = given.slice(0, room).map((user) => kit.fields.toUser(user))
    const more = people - shown.length
    if (people === 0) return null
    const names = [...shown.map(displayName), ...(more > 0 ? [words.others(more)] : [])]
    const { code } = kit.locale
    return (
      <span
        data-slot="user-avatar-group"
        data-size={size}
        lang={code}
        role="img"
        aria-label={new Intl.ListFormat(code, { type: 'conjunction' }).format(names)}
        {...props}
        ref={ref}
      >
        {shown.map((user) => (
          <Face key={user.id} kit={kit} user={user} size={size} shape={shape} />
        ))}
        {more > 0 ? (
          <span data-slot="user-avatar-group-more" aria-hidden="true">
            {new Intl.NumberFormat(code, { notation: 'compact', signDisplay: 'always' }).format(more)}
          </span>
        ) : null}
      </span>
    )
  })

const asItIs = (user: object) => user as User

function Face({
  kit,
  user,
  size,
  shape,
}: { kit: AvatarKit; user: User } & Pick<UserAvatarProps, 'size' | 'shape'>): ReactElement {
  return (
    <UserAvatar
      user={user}
      read={asItIs}
      image={useImageOf(kit, user)}
      size={size}
      shape={shape}
      decorative
      allowHttpImages={kit.allowHttpImages}
    />
  )
}
