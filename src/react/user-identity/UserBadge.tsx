import { type ComponentPropsWithoutRef, type ForwardRefExoticComponent, forwardRef, type RefAttributes } from 'react'

export interface UserBadgeProps extends ComponentPropsWithoutRef<'span'> {
  /** Its colour. Default `plain`. */
  kind?: 'plain' | 'active' | 'new' | 'banned'
}

/** A word about a person, such as “Banned”. Renders a `<span>`. */
export const UserBadge: ForwardRefExoticComponent<UserBadgeProps & RefAttributes<HTMLSpanElement>> = forwardRef<
  HTMLSpanElement,
  UserBadgeProps
>(function UserBadge({ kind = 'plain', ...props }, ref) {
  return <span data-slot="user-badge" data-kind={kind} {...props} ref={ref} />
})
