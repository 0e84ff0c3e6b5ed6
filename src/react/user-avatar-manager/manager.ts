'use client'

import { createContext, type RefObject, useContext } from 'react'
import { AvatarKitError } from '../../core/errors.ts'
import type { ImageStatus } from '../../core/status.ts'
import type { ProfileImage, User } from '../../core/user.ts'
import type { ManagerMode } from '../deleteUserProfileImageOptions.ts'
import type { AvatarKit } from '../kit.ts'

/** What the parts of one manager share. */
export interface Manager {
  kit: AvatarKit
  /** `undefined` while a user named by id is being read, or where that failed. */
  user: User | undefined
  name: string
  nameId: string
  image: ProfileImage
  imageStatus: ImageStatus
  /** Why the removal, or reading the user, failed. */
  error: AvatarKitError | undefined
  loading: boolean
  mode: ManagerMode
  /** Whether the remove trigger is shown at all. */
  allowed: boolean
  /** Whether there is something to remove now. */
  removable: boolean
  /** Removed here, just now. */
  removed: boolean
  open: boolean
  setOpen: (open: boolean) => void
  /** Opens the dialog, or removes at once where none is wanted. `opener` gets the focus back. */
  ask: (opener: HTMLElement | null) => void
  remove: () => void
  /** Tries again what failed. */
  retry: () => void
  dismiss: () => void
  /** Puts the focus where it belongs after a dialog or a button is gone. */
  restoreFocus: () => void
  rootRef: RefObject<HTMLDivElement | null>
}

export const ManagerContext: React.Context<Manager | undefined> = createContext<Manager | undefined>(undefined)

/** @throws AvatarKitError `misconfigured` outside a `UserAvatarManagerRoot` */
export function useManager(part: string): Manager {
  const manager = useContext(ManagerContext)
  if (manager) return manager
  throw new AvatarKitError('misconfigured', { message: `avatarkit: ${part} must be inside a UserAvatarManagerRoot.` })
}
