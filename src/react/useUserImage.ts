'use client'

import { useCallback, useState, useSyncExternalStore } from 'react'
import type { AvatarKitError } from '../core/errors.ts'
import type { ImageStatus } from '../core/status.ts'
import { hasProfileImage, imageKey, type ProfileImage } from '../core/user.ts'
import type { LedgerEntry } from '../optimistic/Entries.ts'
import { type AvatarKit, useAvatarKit } from './kit.ts'

/** A user's pending change; re-renders only when that changes. */
export function useLedgerEntry({ ledger }: AvatarKit, userId: string | undefined): LedgerEntry | undefined {
  const subscribe = useCallback(
    (listener: () => void) => (userId === undefined ? () => {} : ledger.subscribe(userId, listener)),
    [ledger, userId],
  )
  const get = () => (userId === undefined ? undefined : ledger.get(userId))
  return useSyncExternalStore(subscribe, get, () => undefined)
}

export interface UserImage {
  imageUrl: string | null
  hasImage: boolean
  imageStatus: ImageStatus
  /** Set while `imageStatus` is `failed`. */
  error: AvatarKitError | undefined
}

const nobody: ProfileImage = { imageUrl: null, hasImage: false }

/**
 * A user's image as it must be shown now: pending changes are laid over what `user` (any common shape)
 * says, also where that is an old copy, such as a server component's prop.
 */
export function useUserImage(user: object | undefined): UserImage {
  const kit = useAvatarKit()
  return useImageOf(kit, user && kit.fields.toUser(user))
}

/** The same for a user that was read already. */
export function useImageOf(kit: AvatarKit, given: (ProfileImage & { id?: string }) | undefined = nobody): UserImage {
  const entry = useLedgerEntry(kit, given.id)
  const key = `${given.id}\n${imageKey(given)}`
  const pending = entry !== undefined && entry.imageStatus !== 'idle' && entry.imageStatus !== 'failed'
  const now = entry?.imageFor(given) ?? given
  // A prop that never changes must not show the old picture again once the ledger has forgotten the user.
  const [kept, setKept] = useState<{ key: string; image: ProfileImage }>()
  if (!pending && entry && imageKey(now) !== imageKey(given)) {
    if (kept?.key !== key || imageKey(kept.image) !== imageKey(now)) setKept({ key, image: now })
  } else if (kept && kept.key !== key) {
    setKept(undefined)
  }
  const image = !entry && kept?.key === key ? kept.image : now
  const hasImage = hasProfileImage(image)
  // It failed, or so it seemed, and then the image was gone all the same: nothing is left to try again.
  const overtaken = entry?.imageStatus === 'failed' && !hasImage
  return {
    imageUrl: image.imageUrl,
    hasImage,
    imageStatus: (!overtaken && entry?.imageStatus) || 'idle',
    error: overtaken ? undefined : entry?.error,
  }
}
