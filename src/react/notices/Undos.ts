import type { SubmittedChange } from '../../optimistic/op.ts'

/** A removal that is shown and not sent yet. */
export interface PendingUndo {
  id: number
  userId: string
  /** How notices call the person. */
  name: string
  /** Milliseconds for which it is held in all. */
  holdMs: number
  change: SubmittedChange
  /** Told when it was undone, for the focus. */
  onUndone: () => void
}

/**
 * The removals that can still be undone. Each has its own time; all stand still while somebody points at or
 * focuses a notice, the tab is hidden, or no notice is shown yet. Leaving the page with one of them unsent warns.
 */
export class Undos {
  #list: readonly PendingUndo[] = []
  #count = 0
  readonly #reasons = new Set<string>()
  readonly #listeners = new Set<() => void>()

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  readonly get = (): readonly PendingUndo[] => this.#list

  add(undo: Omit<PendingUndo, 'id'>): void {
    const entry = { ...undo, id: ++this.#count }
    if (this.#reasons.size > 0) undo.change.pause()
    this.#set([...this.#list, entry])
  }

  /** It is sent, undone or replaced. */
  remove(change: SubmittedChange): void {
    this.#set(this.#list.filter((undo) => undo.change !== change))
  }

  /** Stops the time for a reason, such as `pointer`; it runs again when no reason is left. */
  setPaused(reason: string, paused: boolean): void {
    const before = this.#reasons.size > 0
    if (paused) this.#reasons.add(reason)
    else this.#reasons.delete(reason)
    const now = this.#reasons.size > 0
    if (now === before) return
    for (const { change } of this.#list) {
      if (now) change.pause()
      else change.resume()
    }
    this.#set([...this.#list])
  }

  /** Cancels removals whose notice was never shown. Called when the provider unmounts. */
  dropUnseen(): void {
    if (this.#reasons.has('unseen')) for (const { change } of this.#list) change.cancel()
  }

  get paused(): boolean {
    return this.#reasons.size > 0
  }

  #set(list: readonly PendingUndo[]): void {
    if (list.length > 0 && this.#list.length === 0) addEventListener('beforeunload', warn)
    if (list.length === 0 && this.#list.length > 0) removeEventListener('beforeunload', warn)
    this.#list = list
    for (const listener of this.#listeners) listener()
  }
}

function warn(event: Event): void {
  event.preventDefault()
}
