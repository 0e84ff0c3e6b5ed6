'use client'

import { type ComponentPropsWithoutRef, type ForwardRefExoticComponent, forwardRef, type RefAttributes } from 'react'
import { meaningOf } from '../../core/errors.ts'
import { describeError } from '../deleteUserProfileImageOptions.ts'
import { type Manager, useManager } from './manager.ts'
import { dismiss, retry } from './managerActions.ts'

export interface UserAvatarManagerStatusProps extends Omit<ComponentPropsWithoutRef<'div'>, 'children'> {
  /** Whether "No profile image" is said where there is none. Default true. */
  showNoImage?: boolean
}

function sentenceOf(
  { kit, imageStatus, loading, removed, image, user }: Manager,
  showNoImage: boolean,
): string | undefined {
  const { messages } = kit.locale
  if (loading) return undefined
  if (imageStatus === 'waiting') return messages.waiting
  if (imageStatus === 'verifying') return messages.verifying
  if (imageStatus === 'held') return messages.heldHere
  if (imageStatus === 'removing') return messages.removing
  if (imageStatus === 'uploading') return messages.uploading
  if (removed) return messages.removed
  return user && !image.hasImage && showNoImage ? messages.noImage : undefined
}

/**
 * What is happening to the image, in words, beside it: progress, success, or the failure with its reason
 * and "Try again". Seen, not announced: the provider's live regions speak. Renders a `<div>`, or nothing
 * where there is nothing to say.
 */
export const UserAvatarManagerStatus: ForwardRefExoticComponent<
  UserAvatarManagerStatusProps & RefAttributes<HTMLDivElement>
> = forwardRef<HTMLDivElement, UserAvatarManagerStatusProps>(function UserAvatarManagerStatus(
  { showNoImage = true, ...props },
  ref,
) {
  const manager = useManager('UserAvatarManagerStatus')
  const { kit, imageStatus, error, name, user, open, mode, removed } = manager
  const { messages } = kit.locale
  // An open pessimistic dialog tells it itself.
  if (error && (imageStatus === 'failed' || !user) && !(open && mode === 'pessimistic')) {
    return (
      <div data-slot="user-avatar-manager-status" data-status="failed" {...props} ref={ref}>
        <p data-slot="user-avatar-manager-error" dir={kit.locale.direction}>
          {user ? <strong>{messages.notRemoved}</strong> : null}{' '}
          {error.code === 'user-not-found' && !user ? messages.notFound : describeError(kit, error, name)}
        </p>
        <div data-slot="user-avatar-manager-status-actions">
          {meaningOf(error.code).final ? null : (
            <button type="button" data-slot="user-avatar-manager-retry" onClick={() => retry(manager)}>
              {messages.tryAgain}
            </button>
          )}
          {user ? (
            <button type="button" data-slot="user-avatar-manager-dismiss" onClick={() => dismiss(manager)}>
              {messages.dismiss}
            </button>
          ) : null}
        </div>
      </div>
    )
  }
  const sentence = open && mode === 'pessimistic' ? undefined : sentenceOf(manager, showNoImage)
  if (!sentence) return null
  return (
    <div
      data-slot="user-avatar-manager-status"
      data-status={imageStatus}
      data-removed={removed ? '' : undefined}
      {...props}
      ref={ref}
    >
      <p data-slot="user-avatar-manager-sentence" dir={kit.locale.direction}>
        {sentence}
      </p>
    </div>
  )
})
