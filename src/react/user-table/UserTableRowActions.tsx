'use client'

import { type ReactElement, useRef } from 'react'
import { meaningOf } from '../../core/errors.ts'
import { useManager } from '../user-avatar-manager/manager.ts'
import { dismiss, retry } from '../user-avatar-manager/managerActions.ts'
import { UserAvatarManagerConfirmDialog } from '../user-avatar-manager/UserAvatarManagerConfirmDialog.tsx'
import { UserAvatarManagerRemoveTrigger } from '../user-avatar-manager/UserAvatarManagerRemoveTrigger.tsx'
import type { RowOptions } from './table.ts'

/**
 * What can be done to one user. After a failure the trigger itself tries again: the focus is on it, and a row of
 * fixed height has no room for another one.
 */
export function UserTableRowActions({ given, options }: { given: object; options: RowOptions }): ReactElement {
  const manager = useManager('UserTableRowActions')
  const { kit, user, imageStatus, error } = manager
  const { messages } = kit.locale
  const trigger = useRef<HTMLButtonElement>(null)
  const failed = imageStatus === 'failed' && error !== undefined
  const again = failed && !meaningOf(error.code).final
  return (
    <span data-slot="user-table-actions">
      <UserAvatarManagerRemoveTrigger
        ref={trigger}
        {...(again
          ? {
              'aria-haspopup': undefined,
              'aria-expanded': undefined,
              onClick: (event) => {
                event.preventDefault()
                retry(manager)
              },
            }
          : {})}
      >
        {again ? messages.tryAgain : undefined}
      </UserAvatarManagerRemoveTrigger>
      {failed ? (
        <button
          type="button"
          data-slot="user-table-dismiss"
          onClick={() => {
            trigger.current?.focus()
            dismiss(manager)
          }}
        >
          {messages.dismiss}
        </button>
      ) : null}
      {user ? options.rowActions?.(user, given) : null}
      <UserAvatarManagerConfirmDialog />
    </span>
  )
}
