'use client'

import { lazy, type ReactElement, Suspense, useState, useSyncExternalStore } from 'react'
import type { BaseLocale } from '../../core/messages.ts'
import type { PendingUndo, Undos } from './Undos.ts'

const UndoNotices = lazy(() => import('./UndoNotices.tsx'))
const giveBackFocus = (undo: PendingUndo) => undo.onUndone()

/** `silent`: the host's toaster offers the undo. */
export function LazyUndoNotices({
  undos,
  locale,
  silent,
}: {
  undos: Undos
  locale: BaseLocale
  silent: boolean
}): ReactElement | null {
  const needed = useSyncExternalStore(undos.subscribe, undos.get, undos.get).length > 0 && !silent
  const [loaded, setLoaded] = useState(false)
  if (needed && !loaded) setLoaded(true)
  if (!loaded) return null
  return (
    <Suspense fallback={null}>
      <UndoNotices undos={undos} locale={locale} onUndone={giveBackFocus} />
    </Suspense>
  )
}
