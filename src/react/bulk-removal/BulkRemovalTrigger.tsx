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
import { composeRefs } from '../user-avatar-manager/composeRefs.ts'
import { passFocusOn } from '../user-avatar-manager/focus.ts'
import { ignoreHeldKeys } from '../user-avatar-manager/ignoreHeldKeys.ts'
import { useBulk } from './bulk.ts'

export interface BulkRemovalTriggerProps extends ComponentPropsWithoutRef<'button'> {
  asChild?: boolean
}

/**
 * Asks for the removal, and says of how many images. Not shown where the person in front may change none of the
 * selected; `aria-disabled` and not `disabled` while there is nothing to remove, so that it keeps the focus.
 * Renders a `<button>`.
 */
export const BulkRemovalTrigger: ForwardRefExoticComponent<BulkRemovalTriggerProps & RefAttributes<HTMLButtonElement>> =
  forwardRef<HTMLButtonElement, BulkRemovalTriggerProps>(function BulkRemovalTrigger(
    { asChild, onClick, onKeyDown, children, ...props },
    ref,
  ) {
    const { words, selection, allowed, removable, open, ask } = useBulk('BulkRemovalTrigger')
    const bothRefs = useMemo(() => composeRefs(passFocusOn(), ref), [ref])
    if (!allowed) return null
    const Element = asChild ? Slot.Root : 'button'
    const count = selection.users.length
    return (
      <Element
        data-slot="bulk-removal-trigger"
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
          if (!event.defaultPrevented && removable) ask(event.currentTarget)
        }}
        ref={bothRefs}
      >
        {children ?? (count > 0 ? words.removeCount(count) : words.removeImages)}
      </Element>
    )
  })
