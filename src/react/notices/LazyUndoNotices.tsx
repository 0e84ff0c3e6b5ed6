'use client'

import { type ReactElement, useEffect, useState, useSyncExternalStore } from 'react'
import type { BaseLocale } from '../../core/messages.ts'
import { LazyPart, useLazyPart } from '../lazyPart.ts'
import type { Notices } from './Notices.ts'
import { PlainUndoNotices } from './PlainUndoNotices.tsx'
import type { UndoNoticesProps } from './UndoNotices.tsx'
import type { PendingUndo, Undos } from './Undos.ts'

/** The notices. Loaded when a question opens that may lead to one. */
export const undoNotices: LazyPart<UndoNoticesProps> = new LazyPart(() =>
  import('./UndoNotices.tsx').then((module) => module.default),
)

/** How long to wait for the notices' code before a plain notice is shown, in milliseconds. */
const WAIT_MS = 2000

const giveBackFocus = (undo: PendingUndo) => undo.onUndone()

/**
 * A notice for each removal that can be undone. The countdown of a removal starts when its notice is shown, so that
 * nothing is sent before it could be undone. `silent`: the host's toaster offers the undo.
 */
export function LazyUndoNotices({
  undos,
  notices,
  locale,
  silent,
}: {
  undos: Undos
  notices: Notices
  locale: BaseLocale
  silent: boolean
}): ReactElement | null {
  const list = useSyncExternalStore(undos.subscribe, undos.get, undos.get)
  const needed = list.length > 0 && !silent
  const { Part, failed } = useLazyPart(undoNotices, needed)
  // A visible notice is not replaced: somebody may be about to press it.
  const [shown, setShown] = useState<'full' | 'plain'>()
  if (needed && !shown && (Part || failed)) setShown(Part ? 'full' : 'plain')
  if (!needed && shown === 'plain') setShown(undefined)
  useEffect(() => {
    if (!needed || shown) return
    const timer = setTimeout(() => setShown('plain'), WAIT_MS)
    return () => clearTimeout(timer)
  }, [needed, shown])
  const seen = silent || shown !== undefined
  useEffect(() => undos.setPaused('unseen', !seen), [undos, seen])
  useEffect(() => () => undos.dropUnseen(), [undos])
  useEffect(() => {
    if (!needed) return
    const onVisibility = () => undos.setPaused('hidden', document.visibilityState === 'hidden')
    onVisibility()
    document.addEventListener('visibilitychange', onVisibility)
    return () => {
      document.removeEventListener('visibilitychange', onVisibility)
      undos.setPaused('hidden', false)
      // Radix pauses as long as there are notices; the last one to go takes its pause along.
      undos.setPaused('notice', false)
    }
  }, [undos, needed])
  const props = { undos, locale, onUndone: giveBackFocus }
  if (shown === 'plain') return <PlainUndoNotices {...props} notices={notices} />
  return shown && Part ? <Part {...props} /> : null
}
