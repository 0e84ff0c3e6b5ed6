'use client'

import type { ReactElement } from 'react'
import { describeError } from '../deleteUserProfileImageOptions.ts'
import { type Manager, useManager } from '../user-avatar-manager/manager.ts'

function sentenceOf({ kit, imageStatus, error, name, removed }: Manager): string | undefined {
  const { messages } = kit.locale
  if (imageStatus === 'failed') return error && describeError(kit, error, name)
  if (imageStatus === 'held') return messages.heldHere
  if (imageStatus !== 'idle') return messages[imageStatus]
  return removed ? messages.removed : undefined
}

/** What is happening to a row's image, in one line beneath the name. Seen, not announced: the provider's live regions speak. */
export function UserTableRowStatus(): ReactElement | null {
  const manager = useManager('UserTableRowStatus')
  const { kit, imageStatus, removed, open, mode } = manager
  const sentence = open && mode === 'pessimistic' ? undefined : sentenceOf(manager)
  if (!sentence) return null
  const { messages } = kit.locale
  const title = imageStatus === 'failed' ? messages.sentence(messages.notRemoved) : ''
  return (
    <span
      data-slot="user-table-row-status"
      data-status={imageStatus}
      data-removed={removed ? '' : undefined}
      dir={kit.locale.direction}
      title={`${title}${sentence}`}
    >
      {title ? <strong>{title}</strong> : null}
      {sentence}
    </span>
  )
}
