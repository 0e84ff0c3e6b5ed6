'use client'

import { Slot } from 'radix-ui'
import {
  type ComponentPropsWithoutRef,
  type ForwardRefExoticComponent,
  forwardRef,
  type MouseEvent,
  type RefAttributes,
} from 'react'
import { useUpload } from './upload.ts'
import { save } from './uploadActions.ts'

export interface UserImageUploadSaveProps extends ComponentPropsWithoutRef<'button'> {
  asChild?: boolean
}

/** Sets the square as the user's image and closes the dialog. `aria-disabled` until a picture is chosen. Renders a `<button>`. */
export const UserImageUploadSave: ForwardRefExoticComponent<
  UserImageUploadSaveProps & RefAttributes<HTMLButtonElement>
> = forwardRef<HTMLButtonElement, UserImageUploadSaveProps>(function UserImageUploadSave(
  { asChild, onClick, children, ...props },
  ref,
) {
  const upload = useUpload('UserImageUploadSave')
  const { words, state } = upload
  const Element = asChild ? Slot.Root : 'button'
  return (
    <Element
      data-slot="user-image-upload-save"
      aria-disabled={state.picture && !state.reading ? undefined : true}
      {...(asChild ? {} : { type: 'button' as const })}
      {...props}
      onClick={(event: MouseEvent<HTMLButtonElement>) => {
        onClick?.(event)
        if (!event.defaultPrevented) void save(upload)
      }}
      ref={ref}
    >
      {children ?? words.save}
    </Element>
  )
})
