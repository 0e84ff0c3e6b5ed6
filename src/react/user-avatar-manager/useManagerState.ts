'use client'

import { useCallback, useId, useRef, useState } from 'react'
import { AvatarKitError } from '../../core/errors.ts'
import { displayName, type User } from '../../core/user.ts'
import type { ManagerMode, RemovalOptions } from '../deleteUserProfileImageOptions.ts'
import { type AvatarKit, useAvatarKit } from '../kit.ts'
import { holdRemoval, sendRemoval } from '../removeUserProfileImage.ts'
import { useUserImage } from '../useUserImage.ts'
import { focusFirst, successorsOf } from './focus.ts'
import type { Manager } from './manager.ts'

export interface ManagerOptions extends Omit<RemovalOptions, 'name' | 'mode'> {
  /** Default `optimistic`. */
  mode?: ManagerMode
  /** The user, in any common shape. */
  user?: object
  /** Nothing can be removed. */
  disabled?: boolean
  /** Whether a dialog asks first. Default true. */
  confirm?: boolean
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

/** All that the parts of a manager share. The mutation is built when it is needed, not per row. */
export function useManagerState(options: ManagerOptions, reading?: Reading): Manager {
  const kit = useAvatarKit()
  const { mode = 'optimistic', disabled = false, confirm = true, onRemoved, onError } = options
  const user = options.user && checkUser(kit, options.user)
  const image = useUserImage(options.user)
  const nameId = useId()
  const rootRef = useRef<HTMLDivElement>(null)
  const opener = useRef<{ element: HTMLElement | null; successors: HTMLElement[] }>({ element: null, successors: [] })
  // Synchronous, so that neither a double click nor a click on a closing dialog counts twice.
  const asked = useRef(false)
  const [ownOpen, setOwnOpen] = useState(false)
  const [removedImage, setRemovedImage] = useState<string | null>()

  const userId = user?.id ?? reading?.userId ?? ''
  const name = user ? displayName(user) : userId
  const busy = image.imageStatus !== 'idle' && image.imageStatus !== 'failed'
  const allowed = user !== undefined && kit.can('deleteUserProfileImage', user)
  const removable = allowed && !disabled && !busy && image.hasImage
  const open = options.open ?? ownOpen

  const setOpen = (next: boolean) => {
    asked.current = next
    setOwnOpen(next)
    options.onOpenChange?.(next)
  }

  const restoreFocus = useCallback(() => {
    const { element, successors } = opener.current
    const trigger = rootRef.current?.querySelector<HTMLElement>('[data-slot="user-avatar-manager-remove-trigger"]')
    focusFirst([element, trigger, rootRef.current, ...successors])
  }, [])

  const send = () => {
    if (!user) return
    setRemovedImage(undefined)
    const removed = (after: User) => {
      setRemovedImage(after.imageUrl)
      if (mode === 'pessimistic') setOpen(false)
      onRemoved?.(after)
    }
    if (mode === 'undoable') holdRemoval(kit, user, { name, onError, onRemoved: removed, onUndone: restoreFocus })
    else sendRemoval(kit, user, { mode, name, onError, onRemoved: removed })
  }

  return {
    kit,
    user,
    name,
    nameId,
    image,
    imageStatus: image.imageStatus,
    error: image.error ?? reading?.error,
    loading: reading?.loading ?? false,
    mode,
    allowed,
    removable,
    removed: removedImage !== undefined && !busy && !image.hasImage,
    open,
    setOpen,
    ask: (element) => {
      if (!removable) return
      opener.current = { element, successors: element ? successorsOf(element) : [] }
      kit.ledger.dismiss(userId)
      if (confirm) setOpen(true)
      else send()
    },
    remove: () => {
      if (!asked.current && options.open === undefined) return
      const status = kit.ledger.get(userId)?.imageStatus ?? 'idle'
      if (status !== 'idle' && status !== 'failed') return
      asked.current = false
      send()
      if (mode === 'pessimistic') asked.current = true
      else setOpen(false)
    },
    retry: () => {
      restoreFocus()
      if (reading?.error) reading.reload()
      else send()
    },
    dismiss: () => {
      restoreFocus()
      kit.ledger.dismiss(userId)
    },
    restoreFocus,
    rootRef,
  }
}
