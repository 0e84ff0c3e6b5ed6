'use client'

import { Slot } from 'radix-ui'
import {
  type ComponentPropsWithoutRef,
  type ForwardRefExoticComponent,
  forwardRef,
  type KeyboardEvent,
  type MouseEvent,
  type RefAttributes,
  useMemo,
} from 'react'
import { composeRefs } from './composeRefs.ts'
import { passFocusOn } from './focus.ts'
import { ignoreHeldKeys } from './ignoreHeldKeys.ts'
import { useManager } from './manager.ts'
import { ask } from './managerActions.ts'

export interface UserAvatarManagerRemoveTriggerProps extends ComponentPropsWithoutRef<'button'> {
  asChild?: boolean
}

/**
 * Asks for the removal. Not shown to people who may not remove; `aria-disabled` and not `disabled` while
 * there is nothing to remove, so that it keeps the focus. Renders a `<button>`.
 */
export const UserAvatarManagerRemoveTrigger: ForwardRefExoticComponent<
  UserAvatarManagerRemoveTriggerProps & RefAttributes<HTMLButtonElement>
> = forwardRef<HTMLButtonElement, UserAvatarManagerRemoveTriggerProps>(function UserAvatarManagerRemoveTrigger(
  { asChild, onClick, onKeyDown, children, ...props },
  ref,
) {
  const manager = useManager('UserAvatarManagerRemoveTrigger')
  const { kit, nameId, allowed, removable, open } = manager
  const bothRefs = useMemo(() => composeRefs(passFocusOn(), ref), [ref])
  if (!allowed) return null
  const Element = asChild ? Slot.Root : 'button'
  const { removeImage } = kit.locale.messages
  return (
    <Element
      data-slot="user-avatar-manager-remove-trigger"
      aria-describedby={nameId}
      aria-haspopup="dialog"
      aria-expanded={open}
      aria-disabled={removable ? undefined : true}
      {...(asChild ? {} : { type: 'button' as const })}
      {...props}
      onKeyDown={(event: KeyboardEvent<HTMLButtonElement>) => {
        onKeyDown?.(event)
        ignoreHeldKeys(event)
      }}
      onClick={(event: MouseEvent<HTMLButtonElement>) => {
        onClick?.(event)
        if (!event.defaultPrevented) ask(manager, event.currentTarget)
      }}
      ref={bothRefs}
    >
      {children ?? removeImage}
    </Element>
  )
})
