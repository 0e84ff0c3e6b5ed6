'use client'

import { type ComponentPropsWithoutRef, type ForwardRefExoticComponent, forwardRef, type RefAttributes } from 'react'
import { useUpload } from './upload.ts'

export interface UserImageUploadProblemProps extends Omit<ComponentPropsWithoutRef<'div'>, 'children'> {}

/**
 * Why the file that was chosen last cannot be used, and what to do. There before anything is to be said, so that
 * it is spoken. Renders a `<div role="alert">`.
 */
export const UserImageUploadProblem: ForwardRefExoticComponent<
  UserImageUploadProblemProps & RefAttributes<HTMLDivElement>
> = forwardRef<HTMLDivElement, UserImageUploadProblemProps>(function UserImageUploadProblem(props, ref) {
  const { words, state, limits } = useUpload('UserImageUploadProblem')
  return (
    <div role="alert" data-slot="user-image-upload-problem" {...props} ref={ref}>
      {state.fault ? words.faults[state.fault.kind]({ bytes: limits.maxBytes, pixels: limits.maxPixels }) : null}
    </div>
  )
})
