'use client'

import { useCallback, useMemo, useState, useSyncExternalStore } from 'react'
import { parsePreferences, type ReviewPreferences } from './preferences.ts'

/** Where a browser refuses its storage, or it is full: they then last as long as the page. */
const inMemory = new Map<string, string>()
const listeners = new Set<() => void>()

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  window.addEventListener('storage', listener)
  return () => {
    listeners.delete(listener)
    window.removeEventListener('storage', listener)
  }
}

function read(key: string): string | null {
  try {
    return inMemory.get(key) ?? localStorage.getItem(key)
  } catch {
    return null
  }
}

function write(key: string, value: string): void {
  try {
    localStorage.setItem(key, value)
    inMemory.delete(key)
  } catch {
    inMemory.set(key, value)
  }
  for (const listener of listeners) listener()
}

const notYet = () => null

/**
 * Preferences that outlive the page. What the server renders has the defaults, which hide most: nothing is uncovered
 * for an instant before they are read.
 *
 * @param storageKey in `localStorage`; `false` keeps them while the review is mounted
 */
export function usePreferences(
  storageKey: string | false,
  given: Partial<ReviewPreferences> = {},
): [ReviewPreferences, (change: Partial<ReviewPreferences>) => void] {
  const [defaults] = useState<ReviewPreferences>(() => ({ blur: 'strong', grey: true, singleKeys: true, ...given }))
  const [own, setOwn] = useState<string | null>(null)
  const kept = useSyncExternalStore(subscribe, () => (storageKey === false ? null : read(storageKey)), notYet)
  const text = storageKey === false ? own : kept
  const preferences = useMemo(() => parsePreferences(text, defaults), [text, defaults])
  const change = useCallback(
    (some: Partial<ReviewPreferences>) => {
      const next = JSON.stringify({ ...preferences, ...some })
      if (storageKey === false) setOwn(next)
      else write(storageKey, next)
    },
    [preferences, storageKey],
  )
  return [preferences, change]
}
