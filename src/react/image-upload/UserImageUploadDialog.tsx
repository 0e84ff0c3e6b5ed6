'use client'

import { Dialog } from 'radix-ui'
import { type ComponentPropsWithoutRef, type ForwardRefExoticComponent, forwardRef, type RefAttributes } from 'react'
import { DialogOverlay } from '../DialogOverlay.tsx'
import { isOver, useOwnModal } from '../ownModal.ts'
import { ignoreHeldKeys } from '../user-avatar-manager/ignoreHeldKeys.ts'
import { UserImageUploadCancel } from './UserImageUploadCancel.tsx'
import { UserImageUploadControls } from './UserImageUploadControls.tsx'
import { UserImageUploadCropper } from './UserImageUploadCropper.tsx'
import { UserImageUploadDropZone } from './UserImageUploadDropZone.tsx'
import { UserImageUploadPreview } from './UserImageUploadPreview.tsx'
import { UserImageUploadProblem } from './UserImageUploadProblem.tsx'
import { UserImageUploadSave } from './UserImageUploadSave.tsx'
import { useUpload } from './upload.ts'
import { close, restoreFocus } from './uploadActions.ts'
import { useArrivals } from './useArrivals.ts'

export interface UserImageUploadDialogProps extends ComponentPropsWithoutRef<'div'> {}

/**
 * Where a picture is chosen and cut; mounted while it is open. Takes what is dropped on it or pasted. Its children
 * are the parts in another order, or what the host adds. Renders Radix's `Dialog.Content` (`role="dialog"`) in a portal.
 */
export const UserImageUploadDialog: ForwardRefExoticComponent<
  UserImageUploadDialogProps & RefAttributes<HTMLDivElement>
> = forwardRef<HTMLDivElement, UserImageUploadDialogProps>(function UserImageUploadDialog({ children, ...props }, ref) {
  const upload = useUpload('UserImageUploadDialog')
  const { kit, words, name, state, open, allowed } = upload
  const arrivals = useArrivals(upload)
  const { direction, code } = kit.locale
  const modal = useOwnModal(ref, props, () => close(upload))
  return (
    <Dialog.Root open={open && allowed} onOpenChange={(next) => !next && close(upload)}>
      <Dialog.Portal container={kit.container}>
        <DialogOverlay data-slot="user-image-upload-overlay" open={open && allowed} />
        <Dialog.Content
          data-slot="user-image-upload-dialog"
          data-has-picture={state.picture ? '' : undefined}
          dir={direction}
          lang={code}
          {...props}
          {...arrivals}
          {...modal}
          onKeyDown={(event) => {
            props.onKeyDown?.(event)
            ignoreHeldKeys(event)
          }}
          onInteractOutside={(event) => {
            // A click beside it would lose what was chosen and placed.
            if (state.picture || state.reading || isOver(event.target)) event.preventDefault()
          }}
          onCloseAutoFocus={(event) => {
            event.preventDefault()
            restoreFocus(upload)
          }}
        >
          <Dialog.Title data-slot="user-image-upload-dialog-title">{words.dialogTitle}</Dialog.Title>
          <Dialog.Description data-slot="user-image-upload-dialog-description">
            {words.dialogDescription(name)}
          </Dialog.Description>
          {children ?? (
            <>
              <UserImageUploadDropZone />
              <UserImageUploadProblem />
              {state.picture ? (
                <div data-slot="user-image-upload-editor">
                  <UserImageUploadCropper />
                  <UserImageUploadPreview />
                  <UserImageUploadControls />
                </div>
              ) : null}
              <div data-slot="user-image-upload-dialog-actions">
                <UserImageUploadCancel />
                <UserImageUploadSave />
              </div>
            </>
          )}
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  )
})
