'use client'

import type { QueryClient } from '@tanstack/react-query'
import { createContext, useContext } from 'react'
import type { AdapterLike } from '../core/adapter.ts'
import { AvatarKitError } from '../core/errors.ts'
import { type GuardedAdapter, guardAdapter } from '../core/guard.ts'
import type { BaseLocale, LocaleParts } from '../core/messages.ts'
import type { User, UserFields } from '../core/user.ts'
import type { Ledger } from '../optimistic/Ledger.ts'
import type { Mutations } from '../optimistic/mutations.ts'
import type { Notice } from './notices/Notices.ts'
import type { PendingUndo } from './notices/Undos.ts'

/** What an admin may be allowed to do. */
export type KitAction =
  | 'deleteUserProfileImage'
  | 'deleteUserProfileImages'
  | 'updateUserProfileImage'
  | 'restoreUserProfileImage'
  | 'getImageEvents'

/** Everything a part of the kit works with, as the provider above put it together. */
export interface AvatarKit {
  adapter: GuardedAdapter
  queryClient: QueryClient
  ledger: Ledger
  mutations: Mutations
  fields: UserFields
  /** What every component needs; the words of an entry of its own by `useWords`. */
  locale: BaseLocale & Partial<LocaleParts>
  /** Where dialogs are put. Default: the end of the body. */
  container: HTMLElement | undefined
  /** Origins such as `http://images.internal` from which pictures may be loaded without TLS. */
  allowHttpImages: readonly string[] | undefined
  /** Who is in front of the panel, where it is told. */
  actorId: string | undefined
  can: (action: KitAction, user: User) => boolean
  notify: (notice: Notice) => void
  /** How long a removal can be undone, in milliseconds. */
  undoMs: number
  /** A question is open that may end in a removal that can be undone. */
  expectHeld: () => void
  /** Takes a removal that can be undone, and offers it. */
  held: (undo: Omit<PendingUndo, 'id'>) => void
}

/**
 * An adapter as browsers need it: it waits longer than the server's deadline behind it, and it does not try
 * again by itself, since the server did.
 */
export function guardInBrowser(adapter: AdapterLike<any>): GuardedAdapter {
  return guardAdapter(adapter, {
    deadlineMs: 30_000,
    retries: 0,
    ...(typeof adapter === 'object' ? adapter?.policy : undefined),
  })
}

export const KitContext: React.Context<AvatarKit | undefined> = createContext<AvatarKit | undefined>(undefined)

/** @throws AvatarKitError `misconfigured` without an `AvatarKitProvider` above */
export function useAvatarKit(): AvatarKit {
  const kit = useContext(KitContext)
  if (kit) return kit
  throw new AvatarKitError('misconfigured', {
    message:
      'avatarkit: no AvatarKitProvider above this component. Wrap your panel in <AvatarKitProvider adapter={…}> inside <QueryClientProvider>.',
  })
}

/**
 * The words of an entry of its own, in the panel's language.
 *
 * @param english used where the panel has no other language; it comes into the bundle with the component that names it
 */
export function useWords<P extends keyof LocaleParts>(part: P, english: LocaleParts[P]): LocaleParts[P] {
  const parts: Partial<LocaleParts> = useAvatarKit().locale
  return (parts[part] as LocaleParts[P] | undefined) ?? english
}
