'use client'

import { Dialog } from 'radix-ui'
import {
  type ComponentPropsWithoutRef,
  type ForwardRefExoticComponent,
  forwardRef,
  type MouseEvent,
  memo,
  type RefAttributes,
  useEffect,
  useRef,
} from 'react'
import { DialogOverlay } from '../DialogOverlay.tsx'
import { describeError } from '../deleteUserProfileImageOptions.ts'
import { useOwnModal } from '../ownModal.ts'
import { LazyReasonFields } from '../reason/LazyReasonFields.tsx'
import type { ReasonControl } from '../reason/ReasonFields.tsx'
import { useQuestion } from '../useQuestion.ts'
import { UserAvatar } from '../user-avatar/UserAvatar.tsx'
import { useWarmCache } from '../useWarmCache.ts'
import { ignoreHeldKeys } from './ignoreHeldKeys.ts'
import { type Manager, useManager } from './manager.ts'
import { answersOf, confirmRemoval, restoreFocus, setOpen } from './managerActions.ts'

export interface UserAvatarManagerConfirmDialogProps extends Omit<ComponentPropsWithoutRef<'div'>, 'children'> {}

/**
 * Asks before an image is removed; mounted when it is first opened. Optimistic: closes at once.
 * Pessimistic: stays until the server agreed, shows progress and tells errors inside. Renders Radix's
 * `Dialog.Content` with `role="alertdialog"` in a portal.
 */
export const UserAvatarManagerConfirmDialog: ForwardRefExoticComponent<
  UserAvatarManagerConfirmDialogProps & RefAttributes<HTMLDivElement>
> = forwardRef<HTMLDivElement, UserAvatarManagerConfirmDialogProps>(
  function UserAvatarManagerConfirmDialog(props, ref) {
    const manager = useManager('UserAvatarManagerConfirmDialog')
    return manager.wasOpen ? <Question {...props} manager={manager} ref={ref} /> : null
  },
)

interface QuestionProps extends UserAvatarManagerConfirmDialogProps {
  manager: Manager
}

// On its way out it stays as it was: what happens to the image then is not drawn in it too.
const Question = memo(
  forwardRef<HTMLDivElement, QuestionProps>(function Question({ manager, ...props }, ref) {
    const { kit, user, name, image, imageStatus, error, mode, open, options } = manager
    const { messages, direction, code } = kit.locale
    useWarmCache(kit, open)
    useEffect(() => {
      if (open && mode === 'undoable') kit.expectHeld()
    }, [kit, open, mode])
    const waits = mode === 'pessimistic' && imageStatus !== 'idle' && imageStatus !== 'failed'
    const failure = mode === 'pessimistic' && imageStatus === 'failed' ? error : undefined
    const ask = typeof options.confirm === 'object' ? options.confirm : undefined
    const control = useRef<ReasonControl>(null)
    const { question, cancelRef } = useQuestion()
    const confirm = () => {
      const answers = ask && control.current?.check()
      if (!waits && (!ask || answers)) confirmRemoval(manager, answers)
    }
    const cancel = () => {
      // What was sent cannot be taken back: the dialog stays until the answer is there.
      if (!waits) setOpen(manager, false)
    }
    const modal = useOwnModal(ref, props, cancel)
    const progress =
      imageStatus === 'verifying'
        ? messages.verifying
        : imageStatus === 'waiting'
          ? messages.waiting
          : messages.removing
    return (
      <Dialog.Root open={open} onOpenChange={(next) => !next && cancel()}>
        <Dialog.Portal container={kit.container}>
          <DialogOverlay data-slot="user-avatar-manager-overlay" open={open} />
          <Dialog.Content
            {...question}
            data-slot="user-avatar-manager-confirm-dialog"
            data-status={imageStatus}
            dir={direction}
            lang={code}
            aria-busy={waits || undefined}
            {...props}
            {...modal}
            onKeyDown={(event) => {
              props.onKeyDown?.(event)
              ignoreHeldKeys(event)
            }}
            onCloseAutoFocus={(event) => {
              event.preventDefault()
              restoreFocus(manager)
            }}
          >
            <div data-slot="user-avatar-manager-dialog-body">
              {user ? (
                <UserAvatar
                  user={user}
                  read={() => user}
                  image={image}
                  size="lg"
                  decorative
                  allowHttpImages={kit.allowHttpImages}
                />
              ) : null}
              <div data-slot="user-avatar-manager-dialog-text">
                <Dialog.Title data-slot="user-avatar-manager-dialog-title">{messages.dialogTitle}</Dialog.Title>
                <Dialog.Description data-slot="user-avatar-manager-dialog-description">
                  {messages.dialogDescription(name)}
                  {kit.adapter.imageMayReturn ? (
                    <span data-slot="user-avatar-manager-warning">{messages.imageMayReturn}</span>
                  ) : null}
                </Dialog.Description>
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
                failure={messages.errors.unexpected({ name })}
              />
            ) : null}
            <div data-slot="user-avatar-manager-dialog-actions">
              <Dialog.Close data-slot="user-avatar-manager-cancel" aria-disabled={waits || undefined} ref={cancelRef}>
                {messages.cancel}
              </Dialog.Close>
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
          </Dialog.Content>
        </Dialog.Portal>
      </Dialog.Root>
    )
  }),
  (before, after) => !before.manager.open && !after.manager.open,
)
