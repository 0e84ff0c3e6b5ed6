'use client'

import { Dialog } from 'radix-ui'
import {
  type ComponentPropsWithoutRef,
  type ForwardRefExoticComponent,
  forwardRef,
  type RefAttributes,
  useRef,
} from 'react'
import { DialogOverlay } from '../DialogOverlay.tsx'
import { useOwnModal } from '../ownModal.ts'
import { type ReasonControl, ReasonFields } from '../reason/ReasonFields.tsx'
import { useQuestion } from '../useQuestion.ts'
import { ignoreHeldKeys } from '../user-avatar-manager/ignoreHeldKeys.ts'
import { useWarmCache } from '../useWarmCache.ts'
import { BulkFaces } from './BulkFaces.tsx'
import { type Bulk, useBulk } from './bulk.ts'

export interface BulkRemovalDialogProps extends Omit<ComponentPropsWithoutRef<'div'>, 'children'> {}

/**
 * Asks once before many images are removed: how many, whose, and who is skipped. Mounted when it is first opened;
 * closes at the confirm. Renders Radix's `Dialog.Content` with `role="alertdialog"` in a portal.
 */
export const BulkRemovalDialog: ForwardRefExoticComponent<BulkRemovalDialogProps & RefAttributes<HTMLDivElement>> =
  forwardRef<HTMLDivElement, BulkRemovalDialogProps>(function BulkRemovalDialog(props, ref) {
    const bulk = useBulk('BulkRemovalDialog')
    return bulk.wasOpen ? <Question {...props} bulk={bulk} ref={ref} /> : null
  })

interface QuestionProps extends BulkRemovalDialogProps {
  bulk: Bulk
}

const Question = forwardRef<HTMLDivElement, QuestionProps>(function Question({ bulk, ...props }, ref) {
  const { kit, words, open, asked, questions } = bulk
  const { messages, direction, code } = kit.locale
  const answers = useRef<ReasonControl>(null)
  const { question, cancelRef } = useQuestion()
  const count = asked.users.length
  useWarmCache(kit, open)
  const confirm = () => {
    const given = questions && answers.current ? answers.current.check() : {}
    if (given) bulk.confirm(given)
  }
  const modal = useOwnModal(ref, props, () => bulk.close())
  return (
    <Dialog.Root open={open} onOpenChange={(next) => !next && bulk.close()}>
      <Dialog.Portal container={kit.container}>
        <DialogOverlay data-slot="bulk-removal-overlay" open={open} />
        <Dialog.Content
          {...question}
          data-slot="bulk-removal-dialog"
          dir={direction}
          lang={code}
          {...props}
          {...modal}
          onKeyDown={(event) => {
            props.onKeyDown?.(event)
            ignoreHeldKeys(event)
          }}
          onCloseAutoFocus={(event) => {
            event.preventDefault()
            bulk.restoreFocus()
          }}
        >
          <Dialog.Title data-slot="bulk-removal-dialog-title">{words.dialogTitle(count)}</Dialog.Title>
          <Dialog.Description asChild>
            <div data-slot="bulk-removal-dialog-description">
              <p>{words.dialogDescription(count)}</p>
              {asked.withoutImage > 0 ? <p>{words.withoutImage(asked.withoutImage)}</p> : null}
              {asked.notAllowed > 0 ? <p>{words.notAllowed(asked.notAllowed)}</p> : null}
              {kit.adapter.imageMayReturn ? <p data-slot="bulk-removal-warning">{words.imagesMayReturn}</p> : null}
            </div>
          </Dialog.Description>
          <BulkFaces kit={kit} words={words} users={asked.users} />
          {questions ? (
            <ReasonFields
              ask={questions}
              user={asked.users[0]}
              users={count}
              controlRef={answers}
              onConfirm={confirm}
            />
          ) : null}
          <div data-slot="bulk-removal-dialog-actions">
            <Dialog.Close data-slot="bulk-removal-cancel" ref={cancelRef}>
              {messages.cancel}
            </Dialog.Close>
            <button type="button" data-slot="bulk-removal-confirm" onClick={confirm}>
              {words.removeCount(count)}
            </button>
          </div>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  )
})
