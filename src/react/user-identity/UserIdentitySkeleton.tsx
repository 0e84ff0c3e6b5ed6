import { type ComponentPropsWithoutRef, type ForwardRefExoticComponent, forwardRef, type RefAttributes } from 'react'
import type { UserAvatarProps } from '../user-avatar/UserAvatar.tsx'

export interface UserIdentitySkeletonProps extends Omit<ComponentPropsWithoutRef<'span'>, 'children'> {
  /** As of the `UserIdentity` to come. Default `md`. */
  size?: UserAvatarProps['size']
  /** Whether a line beneath the name is to come. Default true. */
  detail?: boolean
}

/** The place of a `UserIdentity` that is being read; screen readers skip it. Renders a `<span>`. */
export const UserIdentitySkeleton: ForwardRefExoticComponent<
  UserIdentitySkeletonProps & RefAttributes<HTMLSpanElement>
> = forwardRef<HTMLSpanElement, UserIdentitySkeletonProps>(function UserIdentitySkeleton(
  { size = 'md', detail = true, ...props },
  ref,
) {
  return (
    <span data-slot="user-identity" data-size={size} data-loading="" aria-hidden="true" {...props} ref={ref}>
      <span data-slot="user-skeleton" data-shape="circle" data-size={size} />
      <span data-slot="user-identity-text">
        <span data-slot="user-skeleton" data-width="lg" />
        {detail ? <span data-slot="user-skeleton" data-width="md" /> : null}
      </span>
    </span>
  )
})
