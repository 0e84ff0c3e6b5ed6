'use client'

import { type ComponentType, useEffect, useSyncExternalStore } from 'react'

interface LazyState<P> {
  /** The component, once its code is there. */
  Part?: ComponentType<P>
  /** Its code did not arrive, and is not being asked for now. */
  failed?: boolean
}

const unloaded = {}

/**
 * A component in a chunk of its own. Unlike React's `lazy` it never throws: a chunk that does not arrive, since the
 * connection is gone or a deployment took it away, is a state to show, and `load` asks for it again.
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

  /** Asks for the code, unless it is there or on its way. Never throws. */
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

/** A lazy part as it is now. Once it is needed its code is asked for; again if it failed for somebody before. */
export function useLazyPart<P>(part: LazyPart<P>, needed: boolean): LazyState<P> {
  useEffect(() => {
    if (needed) part.load()
  }, [part, needed])
  // On the server, and for a page that comes from there, it is not there yet.
  return useSyncExternalStore(part.subscribe, part.get, () => unloaded as LazyState<P>)
}
