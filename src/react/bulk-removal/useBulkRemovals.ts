'use client'

import { useCallback, useEffect, useSyncExternalStore } from 'react'
import type { BulkMessages } from '../../core/messages.ts'
import { enBulk } from '../../locales/en/bulk.ts'
import { type AvatarKit, useAvatarKit, useWords } from '../kit.ts'
import type { RemovalAnswers } from '../reason/RemovalQuestions.ts'
import type { BulkRun } from './BulkRun.ts'
import { type BulkRuns, bulkRunsOf } from './BulkRuns.ts'
import { selectionOf } from './selectionOf.ts'

/** The server's own limit is 500, unless it was told otherwise. */
export const MAX_PER_CALL = 500

const none: readonly BulkRun[] = []

/** The runs of the panel, and what goes with them. */
export function useBulkRuns(): { kit: AvatarKit; words: BulkMessages; runs: BulkRuns } {
  const kit = useAvatarKit()
  const words = useWords('bulk', enBulk)
  const runs = bulkRunsOf(kit)
  useEffect(() => runs.attach(kit, words), [runs, kit, words])
  return { kit, words, runs }
}

/**
 * Every removal of many images in this panel that was not dismissed: running, interrupted by a reload, or ended.
 * Oldest first; the same array until something changes. Empty on servers and in the first render in a browser.
 */
export function useBulkRemovals(): readonly BulkRun[] {
  const { runs } = useBulkRuns()
  return useSyncExternalStore(runs.subscribe, runs.get, () => none)
}

export interface StartBulkOptions extends RemovalAnswers {
  /** Users in one call at most. Default 500. */
  maxPerCall?: number
  /** Whether a page that is loaded again can go on: ids and outcomes are kept in this tab's `sessionStorage` until then. Default true. */
  resumable?: boolean
  /** Told when it has ended, also when the component is gone; again after each further try. */
  onEnded?: (run: BulkRun) => void
}

/**
 * Starts a removal of many images, for a question of your own. Each user counts once; those without an image, and
 * those the person in front may not change, are left out. All images are gone when it returns; `undefined` where
 * there was nothing to remove.
 */
export function useStartBulkRemoval(): (users: readonly object[], options?: StartBulkOptions) => BulkRun | undefined {
  const { kit, words, runs } = useBulkRuns()
  return useCallback(
    (users, { maxPerCall = MAX_PER_CALL, resumable = true, ...options } = {}) =>
      runs.start(kit, words, selectionOf(kit, users, (user) => runs.isGone(user)).users, {
        maxPerCall,
        resumable,
        ...options,
      }),
    [kit, words, runs],
  )
}
