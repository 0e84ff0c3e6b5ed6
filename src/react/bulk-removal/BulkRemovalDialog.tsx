'use client'

import { AlertDialog } from 'radix-ui'
import { type ComponentPropsWithoutRef, type ForwardRefExoticComponent, forwardRef, type RefAttributes, useRef } from 'react'
import { type ReasonControl, ReasonFields } from '../reason/ReasonFields.tsx'
import { ignoreHeldKeys } from '../user-avatar-manager/ignoreHeldKeys.ts'
import { useWarmCache } from '../useWarmCache.ts'
import { BulkFaces } from './BulkFaces.tsx'
import { type Bulk, useBulk } from './bulk.ts'

export interface BulkRemovalDialogProps extends Omit<ComponentPropsWithoutRef<'div'>, 'children'> {}

/**
 * Asks once before many images are removed: how many, whose, and who is skipped. Mounted when it is first opened;
 * closes at the confirm. Renders Radix's `AlertDialog.Content` (`role="alertdialog"`) in a portal.
 */
export const BulkRemovalDialog: ForwardRefExoticComponent<BulkRemovalDialogProps & RefAttributes<HTMLDivElement>> = forwardRef<HTMLDivElement, BulkRemovalDialogProps>(
  function BulkRemovalDialog(props, ref) {
    const bulk = useBulk('BulkRemovalDialog')
    return bulk.wasOpen ? <Dialog {...props} bulk={bulk} ref={ref} /> : null
  },
)

interface DialogProps extends BulkRemovalDialogProps {
  bulk: Bulk
}

const Dialog = forwardRef<HTMLDivElement, DialogProps>(function Dialog({ bulk, ...props }, ref) {
  const { kit, words, open, asked, questions } = bulk
  const { messages, direction, code } = kit.locale
  const answers = useRef<ReasonControl>(null)
  const count = asked.users.length
  useWarmCache(kit, open)
  const confirm = () => {
    const given = questions && answers.current ? answers.current.check() : {}
    if (given) bulk.confirm(given)
  }
  return (
    <AlertDialog.Root open={open} onOpenChange={(next) => !next && bulk.close()}>
      <AlertDialog.Portal container={kit.container}>
        <AlertDialog.Overlay data-slot="bulk-removal-overlay" />
        <AlertDialog.Content
          data-slot="bulk-removal-dialog"
          dir={direction}
          lang={code}
          {...props}
          onKeyDown={(event) => {
            props.onKeyDown?.(event)
            if (!(event.target instanceof HTMLTextAreaElement)) ignoreHeldKeys(event)
          }}
          onCloseAutoFocus={(event) => {
            event.preventDefault()
            bulk.restoreFocus()
          }}
          ref={ref}
        >
          <AlertDialog.Title data-slot="bulk-removal-dialog-title">{words.dialogTitle(count)}</AlertDialog.Title>
          <AlertDialog.Description asChild>
            <div data-slot="bulk-removal-dialog-description">
              <p>{words.dialogDescription(count)}</p>
              {asked.withoutImage > 0 ? <p>{words.withoutImage(asked.withoutImage)}</p> : null}
              {asked.notAllowed > 0 ? <p>{words.notAllowed(asked.notAllowed)}</p> : null}
              {kit.adapter.imageMayReturn ? <p data-slot="bulk-removal-warning">{words.imagesMayReturn}</p> : null}
            </div>
          </AlertDialog.Description>
          <BulkFaces kit={kit} words={words} users={asked.users} />
          {questions ? <ReasonFields ask={questions} user={asked.users[0]} users={count} controlRef={answers} onConfirm={confirm} /> : null}
          <div data-slot="bulk-removal-dialog-actions">
            <AlertDialog.Cancel data-slot="bulk-removal-cancel">{messages.cancel}</AlertDialog.Cancel>
            <button type="button" data-slot="bulk-removal-confirm" onClick={confirm}>
              {words.removeCount(count)}
            </button>
          </div>
        </AlertDialog.Content>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  )
})
