'use client'

import { createContext, type RefObject, useContext } from 'react'
import { AvatarKitError } from '../../core/errors.ts'
import type { ImageFileLimits } from '../../core/imageFile.ts'
import type { UploadMessages } from '../../core/messages.ts'
import type { User } from '../../core/user.ts'
import type { AvatarKit } from '../kit.ts'
import type { UserImage } from '../useUserImage.ts'
import type { UploadSession, UploadState } from './UploadSession.ts'

export interface UploadOptions extends ImageFileLimits {
  /** The user, in any common shape. Default: that of the `UserAvatarManagerRoot` around it. */
  user?: object
  /** Nothing can be replaced. */
  disabled?: boolean
  /** Side of the square that is sent, in pixels; less where the picture has less, at least 64. Default 512. */
  size?: number
  /** The dialog, where the host controls it. */
  open?: boolean
  onOpenChange?: (open: boolean) => void
  /** Told once when the server has the new image, also after the component is gone. */
  onReplaced?: (user: User) => void
  /** Told once when it did not take it; not when a later change replaced this one. */
  onError?: (error: AvatarKitError) => void
}

/** What the parts of one upload share. What is done with it is in uploadActions.ts. */
export interface Upload {
  kit: AvatarKit
  words: UploadMessages
  options: UploadOptions
  /** `undefined` while a manager around it reads the user. */
  user: User | undefined
  name: string
  /** Of the person's name, where a manager around it shows it. */
  nameId: string | undefined
  image: UserImage
  session: UploadSession
  state: UploadState
  open: boolean
  /** Whether it is shown at all: the adapter can, and the person in front may. */
  allowed: boolean
  /** What files may be at most. */
  limits: { maxBytes: number; maxPixels: number }
  rootRef: RefObject<HTMLDivElement | null>
}

export const UploadContext: React.Context<Upload | undefined> = createContext<Upload | undefined>(undefined)

/** @throws AvatarKitError `misconfigured` outside a `UserImageUploadRoot` */
export function useUpload(part: string): Upload {
  const upload = useContext(UploadContext)
  if (upload) return upload
  throw new AvatarKitError('misconfigured', { message: `avatarkit: ${part} must be inside a UserImageUploadRoot.` })
}
