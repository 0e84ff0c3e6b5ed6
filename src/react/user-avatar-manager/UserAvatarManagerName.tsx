'use client'

import { Slot } from 'radix-ui'
import { type ComponentPropsWithoutRef, type ForwardRefExoticComponent, forwardRef, type RefAttributes } from 'react'
import { useManager } from './manager.ts'

export interface UserAvatarManagerNameProps extends ComponentPropsWithoutRef<'span'> {
  asChild?: boolean
}

/** The person's name, which also names the manager. Renders a `<span>`. */
export const UserAvatarManagerName: ForwardRefExoticComponent<
  UserAvatarManagerNameProps & RefAttributes<HTMLSpanElement>
> = forwardRef<HTMLSpanElement, UserAvatarManagerNameProps>(function UserAvatarManagerName(
  { asChild, children, ...props },
  ref,
) {
  const { kit, user, name, nameId, loading } = useManager('UserAvatarManagerName')
  const Element = asChild ? Slot.Root : 'span'
  return (
    <Element id={nameId} data-slot="user-avatar-manager-name" dir="auto" {...props} ref={ref}>
      {children ?? (loading && !user ? kit.locale.messages.loading : name)}
    </Element>
  )
})
