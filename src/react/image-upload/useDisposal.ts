'use client'

import { useEffect } from 'react'
import { AvatarKitError } from '../../core/errors.ts'
import type { AvatarKit } from '../kit.ts'
import { updateUserProfileImageKey } from './sendReplacement.ts'
import type { UploadSession } from './UploadSession.ts'

/** Lets go of what was chosen when the component goes; what was sent goes on. */
export function useDisposal({ queryClient }: AvatarKit, session: UploadSession): void {
  useEffect(() => () => session.discard(), [session])
  useEffect(() => {
    // One that waited for the connection when the page was left has lost its file: it ends, and says why.
    queryClient.setMutationDefaults(updateUserProfileImageKey, {
      mutationFn: () => Promise.reject(new AvatarKitError('aborted', { message: 'avatarkit: the page that had the file is gone.' })),
    })
  }, [queryClient])
}
