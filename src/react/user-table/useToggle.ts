'use client'

import { useCallback, useEffect, useRef } from 'react'
import type { User } from '../../core/user.ts'
import type { AvatarKit } from '../kit.ts'
import type { RowSource } from './table.ts'
import type { Selection } from './useSelection.ts'

/** More than this in one range is a slip, or a list that nobody has seen. */
const RANGE_MOST = 1000

/** Selects one user, or all from the last one that was pressed to there. `list` is what is shown: in another one the last is forgotten. */
export function useToggle(
  kit: AvatarKit,
  list: object,
  getSource: () => RowSource,
  selection: Selection,
  selectedRange: () => void,
): (index: number, range: boolean) => void {
  const anchor = useRef<number | undefined>(undefined)
  useEffect(() => {
    // `list` is named for its change alone.
    void list
    anchor.current = undefined
  }, [list])
  const { has, set } = selection
  return useCallback(
    (index: number, range: boolean) => {
      const userAt = (at: number): User[] => {
        const given = getSource().at(at)
        return given ? [kit.fields.toUser(given)] : []
      }
      const start = anchor.current
      if (range && start !== undefined) {
        const from = Math.max(Math.min(start, index), index - RANGE_MOST)
        const to = Math.min(Math.max(start, index), index + RANGE_MOST)
        const select = () => {
          const users: User[] = []
          for (let at = from; at <= to; at++) users.push(...userAt(at))
          set(users, true)
          selectedRange()
        }
        const loading = getSource().load?.(from, to)
        if (loading) void loading.then(select, () => {})
        else select()
        return
      }
      const [user] = userAt(index)
      if (!user) return
      anchor.current = index
      set([user], !has(user.id))
    },
    [kit, getSource, has, set, selectedRange],
  )
}
