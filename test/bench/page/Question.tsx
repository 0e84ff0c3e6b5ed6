import { AlertDialog } from 'radix-ui'
import { Avatar } from './Cells.tsx'
import { nameOf, type Person } from './people.ts'

/** The dialog as the kit has it, written by hand. */
export function Question({
  person,
  confirm,
  opener,
}: {
  person: Person
  confirm: () => void
  opener?: HTMLElement | null
}) {
  return (
    <AlertDialog.Portal>
      <AlertDialog.Overlay data-slot="user-avatar-manager-overlay" />
      <AlertDialog.Content
        data-slot="user-avatar-manager-confirm-dialog"
        onCloseAutoFocus={(event) => {
          if (!opener) return
          event.preventDefault()
          opener.focus()
        }}
      >
        <div data-slot="user-avatar-manager-dialog-body">
          <Avatar person={person} size="lg" />
          <div data-slot="user-avatar-manager-dialog-text">
            <AlertDialog.Title data-slot="user-avatar-manager-dialog-title">Remove profile image?</AlertDialog.Title>
            <AlertDialog.Description data-slot="user-avatar-manager-dialog-description">
              {nameOf(person)}’s profile image will be removed and replaced by initials.
            </AlertDialog.Description>
          </div>
        </div>
        <div data-slot="user-avatar-manager-dialog-actions">
          <AlertDialog.Cancel data-slot="user-avatar-manager-cancel">Cancel</AlertDialog.Cancel>
          <AlertDialog.Action data-slot="user-avatar-manager-confirm" onClick={confirm}>
            Remove image
          </AlertDialog.Action>
        </div>
      </AlertDialog.Content>
    </AlertDialog.Portal>
  )
}
