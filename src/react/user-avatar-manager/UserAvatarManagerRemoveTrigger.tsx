'use client'

import { Slot } from 'radix-ui'
import {
  type ComponentPropsWithoutRef,
  type ForwardRefExoticComponent,
  forwardRef,
  type KeyboardEvent,
  type MouseEvent,
  type RefAttributes,
  useCallback,
  useMemo,
  useRef,
} from 'react'
import { composeRefs } from './composeRefs.ts'
import { focusFirst, successorsOf } from './focus.ts'
import { ignoreHeldKeys } from './ignoreHeldKeys.ts'
import { useManager } from './manager.ts'

export interface UserAvatarManagerRemoveTriggerProps extends ComponentPropsWithoutRef<'button'> {
  asChild?: boolean
}

/**
 * Asks for the removal. Not shown to people who may not remove; `aria-disabled` and not `disabled` while
 * there is nothing to remove, so that it keeps the focus. Renders a `<button>`.
 */
export const UserAvatarManagerRemoveTrigger: ForwardRefExoticComponent<UserAvatarManagerRemoveTriggerProps & RefAttributes<HTMLButtonElement>> = forwardRef<
  HTMLButtonElement,
  UserAvatarManagerRemoveTriggerProps
>(function UserAvatarManagerRemoveTrigger({ asChild, onClick, onKeyDown, children, ...props }, ref) {
  const { kit, nameId, allowed, removable, open, ask } = useManager('UserAvatarManagerRemoveTrigger')
  const own = useRef<HTMLButtonElement | null>(null)
  // When the row goes with the focus in it, the focus goes to the next one and not to the body. React
  // clears refs before it takes the element out, so its neighbours are still known here.
  const leave = useCallback((element: HTMLButtonElement | null) => {
    const left = element ? null : own.current
    own.current = element
    if (!left || left.ownerDocument.activeElement !== left) return
    const successors = successorsOf(left)
    queueMicrotask(() => {
      if (!left.isConnected && left.ownerDocument.activeElement === left.ownerDocument.body) focusFirst(successors)
    })
  }, [])
  const bothRefs = useMemo(() => composeRefs(leave, ref), [leave, ref])
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
        if (!event.defaultPrevented) ask(event.currentTarget)
      }}
      ref={bothRefs}
    >
      {children ?? removeImage}
    </Element>
  )
})
