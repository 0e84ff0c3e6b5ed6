'use client'

import { type QueryClient, QueryClientContext } from '@tanstack/react-query'
import { type ReactElement, type ReactNode, useContext, useEffect, useMemo, useRef, useState } from 'react'
import type { AdapterLike } from '../core/adapter.ts'
import { AvatarKitError } from '../core/errors.ts'
import type { BaseLocale, LocaleParts, Messages } from '../core/messages.ts'
import type { User, UserFields } from '../core/user.ts'
import { enBase } from '../locales/en/base.ts'
import { engineOf } from '../optimistic/imageLedger.ts'
import { deleteUserProfileImageKey } from '../optimistic/mutations.ts'
import { deleteUserProfileImageOptions } from './deleteUserProfileImageOptions.ts'
import { type AvatarKit, guardInBrowser, type KitAction, KitContext } from './kit.ts'
import { LazyUndoNotices, undoNotices } from './notices/LazyUndoNotices.tsx'
import { LiveRegions } from './notices/LiveRegions.tsx'
import { type Notice, Notices } from './notices/Notices.ts'
import { Undos } from './notices/Undos.ts'
import { watchKeys } from './ownModal.ts'
import { watchClicks } from './repeatedClicks.ts'
import { useBrowserLayoutEffect } from './useBrowserLayoutEffect.ts'

export interface AvatarKitProviderProps {
  /** The way to your server, such as `restAdapter({ baseUrl: '/api' })`, or a bare `deleteUserProfileImage` function. */
  adapter: AdapterLike<any>
  /** Default: the client of the `QueryClientProvider` above. */
  queryClient?: QueryClient
  /** Default English. */
  locale?: BaseLocale & Partial<LocaleParts>
  /** Words that differ from the locale's. */
  messages?: Partial<Messages>
  /** Where dialogs are put. Default: the end of the body. */
  container?: HTMLElement | null
  /**
   * Shows and speaks notices in the host's toaster: the kit's live regions then stay silent, and a removal that
   * can be undone comes as a notice with `undo`.
   */
  notify?: (notice: Notice) => void
  /** Who is in front of this panel. What this tab keeps of a batch is theirs: it is offered to nobody who signs in after them. Default: one for all. */
  actorId?: string
  /** Whether the person in front may do this to that user. What it denies is not shown; the server decides. Default: everything. */
  can?: (action: KitAction, user: User) => boolean
  /** How long an undoable removal can be undone. Default 8,000 ms. */
  undoMs?: number
  /** How users look in this panel's cache. Define it once, outside components. Default: the common field names. */
  fields?: UserFields
  /** Origins such as `http://images.internal` from which pictures may be loaded without TLS. */
  allowHttpImages?: readonly string[]
  children?: ReactNode
}

const everything = () => true

/**
 * Puts the kit within reach of the parts below: adapter, language, permissions, and the ledger of the
 * QueryClient. Renders its children and two visually hidden live regions.
 *
 * @throws AvatarKitError `misconfigured` without an adapter or a QueryClient
 */
export function AvatarKitProvider(props: AvatarKitProviderProps): ReactElement {
  const {
    adapter,
    locale = enBase,
    messages,
    container,
    actorId,
    can = everything,
    undoMs = 8000,
    fields,
    allowHttpImages,
  } = props
  const above = useContext(QueryClientContext)
  const queryClient = props.queryClient ?? above
  if (!queryClient) {
    throw new AvatarKitError('misconfigured', {
      message:
        'avatarkit: no QueryClient. Put <QueryClientProvider> above <AvatarKitProvider>; where one is there, two copies of @tanstack/react-query are installed: see `npm ls @tanstack/react-query`, dedupe them, or pass `queryClient`.',
    })
  }
  const [notices] = useState(() => new Notices())
  const [undos] = useState(() => new Undos())
  const notify = useRef(props.notify)
  useEffect(() => {
    notify.current = props.notify
  })
  const kit = useMemo<AvatarKit>(() => {
    const engine = engineOf(queryClient, { fields })
    const words = messages ? { ...locale.messages, ...messages } : locale.messages
    const tell = (notice: Notice) => (notify.current ?? notices.give)(notice)
    return {
      ...engine,
      adapter: guardInBrowser(adapter),
      queryClient,
      fields: engine.ledger.fields,
      locale: { ...locale, messages: words },
      container: container ?? undefined,
      allowHttpImages,
      actorId,
      can,
      undoMs,
      notify: tell,
      expectHeld: () => {
        if (!notify.current) undoNotices.load()
      },
      held: (undo) => {
        const { userId, name, holdMs, change } = undo
        const { pause, resume, cancel } = change
        if (notify.current) tell({ type: 'held', userId, title: words.held(name), holdMs, pause, resume, undo: cancel })
        undos.add(undo)
        const stop = engine.ledger.subscribe(userId, () => {
          if (change.held) return
          stop()
          undos.remove(change)
        })
        void change.outcome.then((outcome) => {
          if (outcome.status === 'undone') tell({ type: 'undone', userId, title: words.undone })
        })
      },
    }
  }, [adapter, queryClient, fields, locale, messages, container, allowHttpImages, actorId, can, undoMs, notices, undos])
  const { mutations } = kit
  useEffect(() => {
    // Removals that a persisted cache restores know by their key how to be sent.
    queryClient.setMutationDefaults(deleteUserProfileImageKey, deleteUserProfileImageOptions(kit))
  }, [queryClient, kit])
  useEffect(() => mutations.attach(), [mutations])
  useBrowserLayoutEffect(watchKeys, [])
  useBrowserLayoutEffect(watchClicks, [])
  return (
    <KitContext.Provider value={kit}>
      {props.children}
      <LiveRegions notices={notices} locale={kit.locale} />
      <LazyUndoNotices undos={undos} notices={notices} locale={kit.locale} silent={props.notify !== undefined} />
    </KitContext.Provider>
  )
}
