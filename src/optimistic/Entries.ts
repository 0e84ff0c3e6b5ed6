import type { AvatarKitError } from '../core/errors.ts'
import type { ImageStatus } from '../core/status.ts'
import type { ProfileImage } from '../core/user.ts'
import type { PendingUser } from './PendingUser.ts'

/** A user's pending change, for components. The same object until something changes. */
export interface LedgerEntry {
  imageStatus: ImageStatus
  /** Set with `failed`. */
  error: AvatarKitError | undefined
  /** What a component that holds `image` must show. */
  imageFor(image: ProfileImage): ProfileImage
}

/** What components see of the ledger, and who is told of changes. */
export class Entries {
  /** Kept until dismissed, retried or replaced. */
  readonly failures: Map<string, AvatarKitError> = new Map()
  readonly #users: ReadonlyMap<string, PendingUser>
  readonly #entries = new Map<string, LedgerEntry>()
  readonly #listeners = new Map<string, Set<() => void>>()

  constructor(users: ReadonlyMap<string, PendingUser>) {
    this.#users = users
  }

  get(userId: string): LedgerEntry | undefined {
    let entry = this.#entries.get(userId)
    if (!entry && (entry = this.#read(userId))) this.#entries.set(userId, entry)
    return entry
  }

  #read(userId: string): LedgerEntry | undefined {
    const user = this.#users.get(userId)
    const error = this.failures.get(userId)
    if (!user && !error) return undefined
    return {
      imageStatus: user?.imageStatus ?? (error ? 'failed' : 'idle'),
      error,
      imageFor: (image) => user?.imageFor(image) ?? image,
    }
  }

  emit(userId: string): void {
    this.#entries.delete(userId)
    for (const listener of Array.from(this.#listeners.get(userId) ?? [])) listener()
  }

  subscribe(userId: string, listener: () => void): () => void {
    const listeners = this.#listeners.get(userId) ?? new Set()
    this.#listeners.set(userId, listeners.add(listener))
    return () => {
      listeners.delete(listener)
      if (listeners.size === 0 && this.#listeners.get(userId) === listeners) this.#listeners.delete(userId)
    }
  }
}
