'use client'

import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { User } from '../../core/user.ts'

/** The users that are selected, by id, in the order of selecting; also those on other pages. */
export type UserSelection = ReadonlyMap<string, User>

export interface SelectionProps {
  /** Who is selected, where the host controls it. */
  selection?: UserSelection
  defaultSelection?: UserSelection
  onSelectionChange?: (selection: UserSelection) => void
}

export interface Selection {
  selected: UserSelection
  /** As it is now, also between two renders. */
  has: (userId: string) => boolean
  /** Selects users or lets them go. */
  set: (users: readonly User[], on: boolean) => void
  clear: () => void
}

const nobody: UserSelection = new Map()

/** Kept while paging, searching and filtering: it holds the users and not only their ids. */
export function useSelection({ selection, defaultSelection = nobody, onSelectionChange }: SelectionProps): Selection {
  const [own, setOwn] = useState(defaultSelection)
  const selected = selection ?? own
  const latest = useRef({ selected, onSelectionChange })
  useEffect(() => {
    latest.current = { selected, onSelectionChange }
  })
  const change = useCallback((next: UserSelection) => {
    // Two changes may come before the next render.
    latest.current.selected = next
    setOwn(next)
    latest.current.onSelectionChange?.(next)
  }, [])
  const set = useCallback(
    (users: readonly User[], on: boolean) => {
      const next = new Map(latest.current.selected)
      for (const user of users) {
        if (on) next.set(user.id, user)
        else next.delete(user.id)
      }
      change(next)
    },
    [change],
  )
  const clear = useCallback(() => change(nobody), [change])
  const has = useCallback((userId: string) => latest.current.selected.has(userId), [])
  return useMemo(() => ({ selected, has, set, clear }), [selected, has, set, clear])
}
