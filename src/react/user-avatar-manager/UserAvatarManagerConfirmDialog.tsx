'use client'

import { AlertDialog } from 'radix-ui'
import { type ComponentPropsWithoutRef, type ForwardRefExoticComponent, forwardRef, type MouseEvent, memo, type RefAttributes, useRef } from 'react'
import { describeError } from '../deleteUserProfileImageOptions.ts'
import { LazyReasonFields } from '../reason/LazyReasonFields.tsx'
import type { ReasonControl } from '../reason/ReasonFields.tsx'
import { UserAvatar } from '../user-avatar/UserAvatar.tsx'
import { useWarmCache } from '../useWarmCache.ts'
import { ignoreHeldKeys } from './ignoreHeldKeys.ts'
import { type Manager, useManager } from './manager.ts'
import { answersOf, confirmRemoval, restoreFocus, setOpen } from './managerActions.ts'

export interface UserAvatarManagerConfirmDialogProps extends Omit<ComponentPropsWithoutRef<'div'>, 'children'> {}

/**
 * Asks before an image is removed; mounted when it is first opened. Optimistic: closes at once.
 * Pessimistic: stays until the server agreed, shows progress and tells errors inside. Renders Radix's
 * `AlertDialog.Content` (`role="alertdialog"`) in a portal.
 */
export const UserAvatarManagerConfirmDialog: ForwardRefExoticComponent<UserAvatarManagerConfirmDialogProps & RefAttributes<HTMLDivElement>> = forwardRef<
  HTMLDivElement,
  UserAvatarManagerConfirmDialogProps
>(function UserAvatarManagerConfirmDialog(props, ref) {
  const manager = useManager('UserAvatarManagerConfirmDialog')
  return manager.wasOpen ? <Dialog {...props} manager={manager} ref={ref} /> : null
})

interface DialogProps extends UserAvatarManagerConfirmDialogProps {
  manager: Manager
}

// On its way out it stays as it was: what happens to the image then is not drawn in it too.
const Dialog = memo(
  forwardRef<HTMLDivElement, DialogProps>(function Dialog({ manager, ...props }, ref) {
    const { kit, user, name, image, imageStatus, error, mode, open, options } = manager
    const { messages, direction, code } = kit.locale
    useWarmCache(kit, open)
    const waits = mode === 'pessimistic' && imageStatus !== 'idle' && imageStatus !== 'failed'
    const failure = mode === 'pessimistic' && imageStatus === 'failed' ? error : undefined
    const ask = typeof options.confirm === 'object' ? options.confirm : undefined
    const control = useRef<ReasonControl>(null)
    const confirm = () => {
      const answers = ask && control.current?.check()
      if (!waits && (!ask || answers)) confirmRemoval(manager, answers)
    }
    const progress = imageStatus === 'verifying' ? messages.verifying : imageStatus === 'waiting' ? messages.waiting : messages.removing
    return (
      <AlertDialog.Root
        open={open}
        onOpenChange={(next) => {
          // What was sent cannot be taken back: the dialog stays until the answer is there.
          if (!next && !waits) setOpen(manager, false)
        }}
      >
        <AlertDialog.Portal container={kit.container}>
          <AlertDialog.Overlay data-slot="user-avatar-manager-overlay" />
          <AlertDialog.Content
            data-slot="user-avatar-manager-confirm-dialog"
            data-status={imageStatus}
            dir={direction}
            lang={code}
            aria-busy={waits || undefined}
            {...props}
            onKeyDown={(event) => {
              props.onKeyDown?.(event)
              ignoreHeldKeys(event)
            }}
            onCloseAutoFocus={(event) => {
              event.preventDefault()
              restoreFocus(manager)
            }}
            ref={ref}
          >
            <div data-slot="user-avatar-manager-dialog-body">
              {user ? <UserAvatar user={user} read={() => user} image={image} size="lg" decorative allowHttpImages={kit.allowHttpImages} /> : null}
              <div data-slot="user-avatar-manager-dialog-text">
                <AlertDialog.Title data-slot="user-avatar-manager-dialog-title">{messages.dialogTitle}</AlertDialog.Title>
                <AlertDialog.Description data-slot="user-avatar-manager-dialog-description">
                  {messages.dialogDescription(name)}
                  {kit.adapter.imageMayReturn ? <span data-slot="user-avatar-manager-warning">{messages.imageMayReturn}</span> : null}
                </AlertDialog.Description>
                {failure ? (
                  <p data-slot="user-avatar-manager-error">
                    <strong>{messages.notRemoved}</strong> {describeError(kit, failure, name)}
                  </p>
                ) : null}
                {waits ? <p data-slot="user-avatar-manager-progress">{progress}</p> : null}
              </div>
            </div>
            {ask ? (
              <LazyReasonFields
                kit={kit}
                name={name}
                ask={ask}
                user={user}
                defaultValue={answersOf(manager)}
                controlRef={control}
                disabled={waits}
                takesFocus
                onConfirm={confirm}
                failure={<p data-slot="user-avatar-manager-error">{messages.errors.unexpected({ name })}</p>}
              />
            ) : null}
            <div data-slot="user-avatar-manager-dialog-actions">
              <AlertDialog.Cancel data-slot="user-avatar-manager-cancel" aria-disabled={waits || undefined}>
                {messages.cancel}
              </AlertDialog.Cancel>
              <button
                type="button"
                data-slot="user-avatar-manager-confirm"
                aria-disabled={waits || undefined}
                onClick={(event: MouseEvent) => {
                  event.preventDefault()
                  confirm()
                }}
              >
                {failure ? messages.tryAgain : messages.removeImage}
              </button>
            </div>
          </AlertDialog.Content>
        </AlertDialog.Portal>
      </AlertDialog.Root>
    )
  }),
  (before, after) => !before.manager.open && !after.manager.open,
)
