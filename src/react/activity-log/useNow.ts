'use client'

import { useSyncExternalStore } from 'react'

const TICK_MS = 30_000

// One clock for all that say how long ago something was. It stands still while nobody looks at it.
const listeners = new Set<() => void>()
let now = 0
let timer: ReturnType<typeof setInterval> | undefined

function tick(): void {
  now = Date.now()
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  timer ??= setInterval(tick, TICK_MS)
  return () => {
    listeners.delete(listener)
    if (listeners.size > 0) return
    clearInterval(timer)
    timer = undefined
  }
}

function read(): number {
  // While it stands still it is set by whoever looks, and not by each look: a render sees one time.
  if (timer === undefined && Date.now() - now > 1000) now = Date.now()
  return now
}

/** Unix ms, to half a minute; `undefined` on servers and while the page is hydrated, where nobody knows the reader's clock and time zone. */
export function useNow(): number | undefined {
  return useSyncExternalStore<number | undefined>(subscribe, read, () => undefined)
}
