'use client'

import { createContext, type RefObject, useContext } from 'react'
import { AvatarKitError } from '../../core/errors.ts'
import type { ImageStatus } from '../../core/status.ts'
import type { ProfileImage, User } from '../../core/user.ts'
import type { ManagerMode } from '../deleteUserProfileImageOptions.ts'
import type { AvatarKit } from '../kit.ts'
import type { ManagerOptions } from './useManagerState.ts'

/** What the parts of one manager share: values only, for a table has one of these in each row. What is done with them is in managerActions.ts. */
export interface Manager {
  kit: AvatarKit
  options: ManagerOptions
  /** `undefined` while a user named by id is being read, or where that failed. */
  user: User | undefined
  userId: string
  name: string
  nameId: string
  image: ProfileImage
  imageStatus: ImageStatus
  /** Why the removal, or reading the user, failed. */
  error: AvatarKitError | undefined
  /** Reads the user again, where that failed. */
  reload: (() => void) | undefined
  loading: boolean
  mode: ManagerMode
  /** Whether the remove trigger is shown at all. */
  allowed: boolean
  /** Whether there is something to remove now. */
  removable: boolean
  /** Removed here, just now. */
  removed: boolean
  open: boolean
  /** Whether the dialog is or ever was open: what was never asked for costs nothing. */
  wasOpen: boolean
  setLocal: (change: (old: LocalState) => LocalState) => void
  rootRef: RefObject<HTMLDivElement | null>
}

/** What a manager itself remembers. */
export interface LocalState {
  /** The dialog, where the host does not control it. */
  open: boolean
  wasOpen?: boolean
  /** Whether a removal has ended well here. */
  removed?: boolean
}

export const ManagerContext: React.Context<Manager | undefined> = createContext<Manager | undefined>(undefined)

/** @throws AvatarKitError `misconfigured` outside a `UserAvatarManagerRoot` */
export function useManager(part: string): Manager {
  const manager = useContext(ManagerContext)
  if (manager) return manager
  throw new AvatarKitError('misconfigured', { message: `avatarkit: ${part} must be inside a UserAvatarManagerRoot.` })
}
