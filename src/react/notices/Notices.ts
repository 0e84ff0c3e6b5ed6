import type { AvatarKitError } from '../../core/errors.ts'

/** How one change ended, or that it waits, in words. Given once per outcome. */
export interface Notice {
  /** `held`: it can be undone; `waiting`: it is sent when the connection is back; the others are how it ended. */
  type: 'removed' | 'replaced' | 'failed' | 'undone' | 'held' | 'waiting'
  userId: string
  /** "Profile image removed". */
  title: string
  /** Why it failed and what to do. */
  description?: string
  error?: AvatarKitError
  /** With `held`: takes the removal back; false where it was sent already. */
  undo?: () => boolean
  /** With `held`: the time to undo it, in milliseconds, and how to stop and restart it. */
  holdMs?: number
  pause?: () => void
  resume?: () => void
}

/** Hands notices to whoever speaks them: the provider's live regions, or the host's toaster. */
export class Notices {
  current: Notice | undefined
  /** Grows with each notice, so that the same words are spoken again. */
  count = 0
  readonly #listeners = new Set<() => void>()

  readonly give = (notice: Notice | undefined): void => {
    this.current = notice
    this.count++
    for (const listener of this.#listeners) listener()
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  readonly get = (): Notice | undefined => this.current
}
