'use client'

import { type QueryClient, QueryClientContext } from '@tanstack/react-query'
import { type ReactElement, type ReactNode, useContext, useEffect, useMemo, useRef, useState } from 'react'
import type { AdapterLike } from '../core/adapter.ts'
import { AvatarKitError } from '../core/errors.ts'
import type { Locale, Messages } from '../core/messages.ts'
import type { User, UserFields } from '../core/user.ts'
import { en } from '../locales/en.ts'
import { engineOf } from '../optimistic/imageLedger.ts'
import { type AvatarKit, guardInBrowser, type KitAction, KitContext } from './kit.ts'
import { LiveRegions } from './LiveRegions.tsx'
import { type Notice, Notices } from './Notices.ts'

export interface AvatarKitProviderProps {
  /** The way to your server, such as `restAdapter({ baseUrl: '/api' })`, or a bare `deleteUserProfileImage` function. */
  adapter: AdapterLike<any>
  /** Default: the client of the `QueryClientProvider` above. */
  queryClient?: QueryClient
  /** Default English. */
  locale?: Locale
  /** Words that differ from the locale's. */
  messages?: Partial<Messages>
  /** Where dialogs are put. Default: the end of the body. */
  container?: HTMLElement | null
  /** Speaks notices in the host's toaster; the kit's own live regions then stay silent. */
  notify?: (notice: Notice) => void
  /** Whether the person in front may do this to that user. What it denies is not shown; the server decides. Default: everything. */
  can?: (action: KitAction, user: User) => boolean
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
  const { adapter, locale = en, messages, container, can = everything, fields, allowHttpImages } = props
  const above = useContext(QueryClientContext)
  const queryClient = props.queryClient ?? above
  if (!queryClient) {
    throw new AvatarKitError('misconfigured', {
      message:
        'avatarkit: no QueryClient. Put <QueryClientProvider> above <AvatarKitProvider>; where one is there, two copies of @tanstack/react-query are installed: see `npm ls @tanstack/react-query`, dedupe them, or pass `queryClient`.',
    })
  }
  const [notices] = useState(() => new Notices())
  const notify = useRef(props.notify)
  useEffect(() => {
    notify.current = props.notify
  })
  const kit = useMemo<AvatarKit>(() => {
    const engine = engineOf(queryClient, { fields })
    return {
      ...engine,
      adapter: guardInBrowser(adapter),
      queryClient,
      fields: engine.ledger.fields,
      locale: messages ? { ...locale, messages: { ...locale.messages, ...messages } } : locale,
      container: container ?? undefined,
      allowHttpImages,
      can,
      notify: (notice) => (notify.current ?? notices.give)(notice),
    }
  }, [adapter, queryClient, fields, locale, messages, container, allowHttpImages, can, notices])
  const { mutations } = kit
  useEffect(() => mutations.attach(), [mutations])
  return (
    <KitContext.Provider value={kit}>
      {props.children}
      <LiveRegions notices={notices} />
    </KitContext.Provider>
  )
}
