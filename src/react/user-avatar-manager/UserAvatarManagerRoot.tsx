'use client'

import { useQuery } from '@tanstack/react-query'
import { Slot } from 'radix-ui'
import {
  type ComponentPropsWithoutRef,
  type ForwardedRef,
  type ForwardRefExoticComponent,
  forwardRef,
  type ReactElement,
  type RefAttributes,
  useMemo,
} from 'react'
import type { AdapterLike } from '../../core/adapter.ts'
import { AvatarKitError } from '../../core/errors.ts'
import { type AvatarKit, guardInBrowser, KitContext, useAvatarKit } from '../kit.ts'
import { userQueryOptions } from '../userQueryOptions.ts'
import { composeRefs } from './composeRefs.ts'
import { ManagerContext } from './manager.ts'
import { type ManagerOptions, type Reading, useManagerState } from './useManagerState.ts'

export interface UserAvatarManagerRootProps
  extends ManagerOptions,
    Omit<ComponentPropsWithoutRef<'div'>, keyof ManagerOptions> {
  /** In place of `user`: read through the adapter's `getUser`, kept under `userQueryKey(userId)`. */
  userId?: string
  /** In place of the provider's. */
  adapter?: AdapterLike<any>
  asChild?: boolean
}

/** A hook and not a component: a table has one in each row. */
export function useManagerElement(
  kit: AvatarKit,
  props: Omit<UserAvatarManagerRootProps, 'adapter' | 'userId'>,
  reading: Reading | undefined,
  ref: ForwardedRef<HTMLDivElement>,
): ReactElement {
  const { user, disabled, confirm, open, onOpenChange, mode, onRemoved, onError, asChild, ...rest } = props
  const manager = useManagerState(
    kit,
    { user, disabled, confirm, open, onOpenChange, mode, onRemoved, onError },
    reading,
  )
  const Element = asChild ? Slot.Root : 'div'
  const { rootRef } = manager
  const bothRefs = useMemo(() => composeRefs(rootRef, ref), [rootRef, ref])
  return (
    <ManagerContext.Provider value={manager}>
      <Element
        data-slot="user-avatar-manager"
        data-status={manager.imageStatus}
        data-has-image={manager.image.hasImage ? '' : undefined}
        role="group"
        aria-labelledby={manager.nameId}
        aria-busy={manager.loading || undefined}
        lang={kit.locale.code}
        {...rest}
        ref={bothRefs}
      />
    </ManagerContext.Provider>
  )
}

/** Reads the user first. A component of its own, so that rows with a user at hand hold no query observer. */
const ManagerById = forwardRef<
  HTMLDivElement,
  Omit<UserAvatarManagerRootProps, 'adapter'> & { kit: AvatarKit; userId: string }
>(function ManagerById({ kit, userId, ...props }, ref) {
  const { data, isPending, error, refetch } = useQuery(userQueryOptions(kit, userId), kit.queryClient)
  const reading = { userId, loading: isPending, error: error ?? undefined, reload: () => void refetch() }
  return useManagerElement(kit, { ...props, user: data }, reading, ref)
})

/**
 * Looks after one user's picture; the parts inside show and change it. Renders a `<div role="group">`.
 *
 * @throws AvatarKitError `misconfigured` without a provider, or without `user` or `userId`
 */
export const UserAvatarManagerRoot: ForwardRefExoticComponent<
  UserAvatarManagerRootProps & RefAttributes<HTMLDivElement>
> = forwardRef<HTMLDivElement, UserAvatarManagerRootProps>(function UserAvatarManagerRoot(
  { adapter, userId, ...props },
  ref,
) {
  if (!props.user && userId === undefined) {
    throw new AvatarKitError('misconfigured', {
      message: 'avatarkit: UserAvatarManager needs `user`, or `userId` and an adapter with `getUser`.',
    })
  }
  const provided = useAvatarKit()
  const kit = useMemo(
    () => (adapter ? { ...provided, adapter: guardInBrowser(adapter) } : provided),
    [provided, adapter],
  )
  const byUser = useManagerElement(kit, props, undefined, ref)
  const manager =
    props.user || userId === undefined ? byUser : <ManagerById {...props} kit={kit} userId={userId} ref={ref} />
  return adapter ? <KitContext.Provider value={kit}>{manager}</KitContext.Provider> : manager
})
