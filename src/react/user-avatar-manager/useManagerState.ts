'use client'

import { useId, useRef, useState } from 'react'
import { AvatarKitError } from '../../core/errors.ts'
import { displayName, type User } from '../../core/user.ts'
import type { ManagerMode, RemovalOptions } from '../deleteUserProfileImageOptions.ts'
import type { AvatarKit } from '../kit.ts'
import type { RemovalQuestions } from '../reason/RemovalQuestions.ts'
import { useImageOf } from '../useUserImage.ts'
import type { LocalState, Manager } from './manager.ts'

export interface ManagerOptions extends Omit<RemovalOptions, 'name' | 'mode'> {
  /** Default `optimistic`. */
  mode?: ManagerMode
  /** The user, in any common shape. */
  user?: object
  /** Nothing can be removed. */
  disabled?: boolean
  /** Whether a dialog asks first, and what it asks beside yes or no: a reason, a note, whether the person is told. Default true. */
  confirm?: boolean | RemovalQuestions
  /** The dialog, where the host controls it. */
  open?: boolean
  onOpenChange?: (open: boolean) => void
}

/** How reading a user named by id goes. */
export interface Reading {
  userId: string
  loading: boolean
  error: AvatarKitError | undefined
  reload: () => void
}

function checkUser(kit: AvatarKit, user: object): User {
  const view = kit.fields.toUser(user)
  if (view.id !== '') return view
  throw new AvatarKitError('misconfigured', {
    message: `avatarkit: \`user\` has no id under any known name (its fields: ${Object.keys(user).join(', ') || 'none'}). Pass the user object itself, or tell the provider how to read it with \`fields\`.`,
  })
}

const closed: LocalState = { open: false }

/** All that the parts of a manager share. The mutation is built when it is needed, not per row. */
export function useManagerState(kit: AvatarKit, options: ManagerOptions, reading?: Reading): Manager {
  const user = options.user && checkUser(kit, options.user)
  const image = useImageOf(kit, user)
  const nameId = useId()
  const rootRef = useRef<HTMLDivElement>(null)
  const [local, setLocal] = useState(closed)

  const open = options.open ?? local.open
  if (open && !local.wasOpen) setLocal((old) => ({ ...old, wasOpen: true }))
  const userId = user?.id ?? reading?.userId ?? ''
  const { imageStatus, hasImage } = image
  const busy = imageStatus !== 'idle' && imageStatus !== 'failed'
  const allowed = user !== undefined && kit.can('deleteUserProfileImage', user)
  return {
    kit,
    options,
    user,
    userId,
    name: user ? displayName(user) : userId,
    nameId,
    image,
    imageStatus,
    error: image.error ?? reading?.error,
    reload: reading?.error && reading.reload,
    loading: reading?.loading ?? false,
    mode: options.mode ?? 'optimistic',
    allowed,
    removable: allowed && !options.disabled && !busy && hasImage,
    removed: local.removed === true && !busy && !hasImage,
    open,
    wasOpen: open || local.wasOpen === true,
    setLocal,
    rootRef,
  }
}
