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
import { useUpload } from './upload.ts'
import { ask } from './uploadActions.ts'

export interface UserImageUploadTriggerProps extends ComponentPropsWithoutRef<'button'> {
  asChild?: boolean
}

/**
 * Opens the dialog. Not shown where the adapter cannot set images, nor to people who may not; `aria-disabled`
 * and not `disabled`, so that it keeps the focus. Renders a `<button>`.
 */
export const UserImageUploadTrigger: ForwardRefExoticComponent<
  UserImageUploadTriggerProps & RefAttributes<HTMLButtonElement>
> = forwardRef<HTMLButtonElement, UserImageUploadTriggerProps>(function UserImageUploadTrigger(
  { asChild, onClick, onKeyDown, children, ...props },
  ref,
) {
  const upload = useUpload('UserImageUploadTrigger')
  const { words, image, options, nameId, allowed, open } = upload
  const bothRefs = useMemo(() => composeRefs(passFocusOn(), ref), [ref])
  if (!allowed) return null
  const Element = asChild ? Slot.Root : 'button'
  return (
    <Element
      data-slot="user-image-upload-trigger"
      aria-describedby={nameId}
      aria-haspopup="dialog"
      aria-expanded={open}
      aria-disabled={options.disabled || undefined}
      {...(asChild ? {} : { type: 'button' as const })}
      {...props}
      onKeyDown={(event: KeyboardEvent<HTMLButtonElement>) => {
        onKeyDown?.(event)
        ignoreHeldKeys(event)
      }}
      onClick={(event: MouseEvent<HTMLButtonElement>) => {
        onClick?.(event)
        if (!event.defaultPrevented) ask(upload, event.currentTarget)
      }}
      ref={bothRefs}
    >
      {children ?? (image.hasImage ? words.replaceImage : words.addImage)}
    </Element>
  )
})
