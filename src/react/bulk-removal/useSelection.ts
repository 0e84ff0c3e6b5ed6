'use client'

import { useEffect, useReducer } from 'react'
import type { AvatarKit } from '../kit.ts'
import type { BulkRuns } from './BulkRuns.ts'
import { type BulkSelection, selectionOf } from './selectionOf.ts'

/** What of these users can be removed now. Many changes at once, as when all are removed, are one render. */
export function useSelection(kit: AvatarKit, runs: BulkRuns, users: readonly object[]): BulkSelection {
  const [, count] = useReducer((old: number) => old + 1, 0)
  const { ledger, fields } = kit
  useEffect(() => {
    let due = false
    let here = true
    const changed = () => {
      if (due) return
      due = true
      queueMicrotask(() => {
        due = false
        if (here) count()
      })
    }
    const stops = [runs.subscribe(changed), ...users.map((user) => ledger.subscribe(fields.toUser(user).id, changed))]
    return () => {
      here = false
      for (const stop of stops) stop()
    }
  }, [ledger, fields, runs, users])
  return selectionOf(kit, users, (user) => runs.isGone(user))
}
