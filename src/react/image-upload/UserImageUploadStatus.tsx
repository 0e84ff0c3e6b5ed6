'use client'

import { type ComponentPropsWithoutRef, type ForwardRefExoticComponent, forwardRef, type RefAttributes } from 'react'
import { meaningOf } from '../../core/errors.ts'
import { describeReplacement } from './sendReplacement.ts'
import { type Upload, useUpload } from './upload.ts'
import { ask, cancelSent, dismiss, retry } from './uploadActions.ts'

export interface UserImageUploadStatusProps extends Omit<ComponentPropsWithoutRef<'div'>, 'children'> {}

function sentenceOf({ kit, words, state, nameId, image }: Upload): string | undefined {
  if (state.phase === 'waiting') return words.waiting
  if (state.phase === 'queued') return words.queued
  // A manager around it says it already.
  if (state.phase === 'sending') return nameId === undefined ? kit.locale.messages.uploading : undefined
  return state.replaced && image.hasImage && image.imageStatus === 'idle' ? words.replaced : undefined
}

/**
 * What became of the new image, in words, beside the trigger: progress, with "Cancel" until it is sent; success;
 * or the failure with its reason and "Try again", which keeps what was cut out. Seen, not announced: the provider's
 * live regions speak. Renders a `<div>`, or nothing where there is nothing to say.
 */
export const UserImageUploadStatus: ForwardRefExoticComponent<
  UserImageUploadStatusProps & RefAttributes<HTMLDivElement>
> = forwardRef<HTMLDivElement, UserImageUploadStatusProps>(function UserImageUploadStatus(props, ref) {
  const upload = useUpload('UserImageUploadStatus')
  const { kit, words, state, session, name } = upload
  const { messages, direction } = kit.locale
  const { error, phase } = state
  if (error && !phase) {
    return (
      <div data-slot="user-image-upload-status" data-status="failed" {...props} ref={ref}>
        <p data-slot="user-image-upload-error" dir={direction}>
          <strong>{words.notReplaced}</strong> {describeReplacement(kit, words, error, name)}
        </p>
        <div data-slot="user-image-upload-status-actions">
          {meaningOf(error.code).final || !session.result ? null : (
            <button type="button" data-slot="user-image-upload-retry" onClick={() => retry(upload)}>
              {messages.tryAgain}
            </button>
          )}
          {state.picture ? (
            <button
              type="button"
              data-slot="user-image-upload-adjust"
              onClick={() =>
                ask(upload, upload.rootRef.current?.querySelector('[data-slot="user-image-upload-trigger"]') ?? null)
              }
            >
              {words.adjust}
            </button>
          ) : null}
          <button type="button" data-slot="user-image-upload-dismiss" onClick={() => dismiss(upload)}>
            {messages.dismiss}
          </button>
        </div>
      </div>
    )
  }
  const sentence = sentenceOf(upload)
  if (!sentence) return null
  return (
    <div
      data-slot="user-image-upload-status"
      data-status={phase ?? 'idle'}
      data-replaced={phase ? undefined : ''}
      {...props}
      ref={ref}
    >
      <p data-slot="user-image-upload-sentence" dir={direction}>
        {sentence}
      </p>
      {phase === 'queued' || phase === 'waiting' ? (
        <button type="button" data-slot="user-image-upload-cancel-sent" onClick={() => cancelSent(upload)}>
          {messages.cancel}
        </button>
      ) : null}
    </div>
  )
})
