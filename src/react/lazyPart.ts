'use client'

import { type ComponentType, useEffect, useSyncExternalStore } from 'react'

interface LazyState<P> {
  /** The component, once its code is there. */
  Part?: ComponentType<P>
  /** Set if its code did not arrive and is not being requested again. */
  failed?: boolean
}

const unloaded = {}

/**
 * A component in a separate chunk. Unlike React's `lazy` it never throws: if the chunk does not arrive (offline, or
 * removed by a deployment), `failed` is set, and `load` requests it again.
 */
export class LazyPart<P> {
  readonly #import: () => Promise<ComponentType<P>>
  #state: LazyState<P> = unloaded
  #loading = false
  readonly #listeners = new Set<() => void>()

  constructor(load: () => Promise<ComponentType<P>>) {
    this.#import = load
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  readonly get = (): LazyState<P> => this.#state

  /** Requests the code, unless it is there or on its way. Never throws. */
  readonly load = (): void => {
    if (this.#state.Part || this.#loading) return
    this.#loading = true
    this.#set(unloaded)
    this.#import().then(
      (Part) => this.#set({ Part }),
      () => this.#set({ failed: true }),
    )
  }

  #set(state: LazyState<P>): void {
    this.#loading = state === unloaded
    this.#state = state
    for (const listener of this.#listeners) listener()
  }
}

/** A lazy part as it is now. Requests its code when it is first needed, and again if an earlier request failed. */
export function useLazyPart<P>(part: LazyPart<P>, needed: boolean): LazyState<P> {
  useEffect(() => {
    if (needed) part.load()
  }, [part, needed])
  // On the server and during hydration the part is not loaded.
  return useSyncExternalStore(part.subscribe, part.get, () => unloaded as LazyState<P>)
}
