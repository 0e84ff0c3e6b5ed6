'use client'

import { Dialog } from 'radix-ui'
import { type ComponentPropsWithoutRef, type ForwardRefExoticComponent, forwardRef, type RefAttributes } from 'react'
import { useUpload } from './upload.ts'

export interface UserImageUploadCancelProps extends ComponentPropsWithoutRef<'button'> {
  asChild?: boolean
}

/** Closes the dialog without a change. Renders a `<button>`. */
export const UserImageUploadCancel: ForwardRefExoticComponent<
  UserImageUploadCancelProps & RefAttributes<HTMLButtonElement>
> = forwardRef<HTMLButtonElement, UserImageUploadCancelProps>(function UserImageUploadCancel(
  { children, ...props },
  ref,
) {
  const { kit } = useUpload('UserImageUploadCancel')
  return (
    <Dialog.Close data-slot="user-image-upload-cancel" {...props} ref={ref}>
      {children ?? kit.locale.messages.cancel}
    </Dialog.Close>
  )
})
