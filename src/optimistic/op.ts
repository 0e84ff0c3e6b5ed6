import { AvatarKitError } from '../core/errors.ts'
import type { ImageChange } from '../core/user.ts'
import type { Hold } from './hold.ts'

/** Sends the change; resolves with the user, or the image fields, as the server now holds them. */
export type Send = (context: SendContext) => Promise<unknown>

export interface SendContext {
  /** To be told when the outcome is unknown and is being looked up. */
  onVerifying: () => void
  /** To be told when it waits for the connection, and when no more. */
  onPaused: (paused: boolean) => void
}

export interface ImageIntent {
  userId: string
  change: ImageChange
  send: Send
  /** Default true: shown before the server agrees. */
  optimistic?: boolean
  /** Milliseconds for which it is shown and not sent, so that it can be undone. Default 0. */
  holdMs?: number
}

export interface SubmittedChange {
  userId: string
  outcome: Promise<Outcome>
  /** Undoes it; true only while it was not yet sent: then it never is. */
  cancel(): boolean
  /** Whether it is shown and not sent yet, so that it can be undone. */
  readonly held: boolean
  /** Milliseconds until it is sent; 0 where it is not held. */
  readonly holdLeft: number
  /** Stops the time of a held change, while somebody reads or points at it. */
  pause(): void
  resume(): void
  /** Sends a held change now. */
  release(): void
}

/** How one change ended. */
export type Outcome = { status: 'done'; user: unknown } | { status: 'failed'; error: AvatarKitError } | { status: 'superseded' | 'undone' | 'not-sent' }

/** One pending change of one user's image. */
export class Op {
  readonly userId: string
  readonly change: ImageChange
  /** Whether it shows before the server agrees. */
  readonly optimistic: boolean
  readonly outcome: Promise<Outcome>
  send: Send | undefined
  state: 'unsent' | 'sent' | 'verifying' | 'ended' = 'unsent'
  hold: Hold | undefined
  /** Offline: react-query holds the mutation back. */
  paused = false
  /** Keys of the images that copies had when it was submitted. */
  before: ReadonlySet<string> = new Set()
  #resolve!: (outcome: Outcome) => void

  constructor(userId: string, change: ImageChange, optimistic: boolean, hold?: Hold) {
    this.hold = hold
    this.userId = userId
    this.change = change
    this.optimistic = optimistic
    this.outcome = new Promise((resolve) => {
      this.#resolve = resolve
    })
  }

  /** The outcome is being looked up; whether that is news. */
  verify(): boolean {
    if (this.state !== 'sent') return false
    this.state = 'verifying'
    return true
  }

  /** Only the first call counts. */
  end(outcome: Outcome): void {
    this.state = 'ended'
    this.#resolve(outcome)
  }

  sameAs(change: ImageChange, optimistic: boolean): boolean {
    return this.optimistic === optimistic && this.change.kind === 'remove' && change.kind === 'remove'
  }
}

/** The outcome as a promise settles: the user, or an `AvatarKitError`. */
export function valueOf(outcome: Outcome, userId: string): unknown {
  if (outcome.status === 'done') return outcome.user
  if (outcome.status === 'failed') throw outcome.error
  throw new AvatarKitError(outcome.status === 'not-sent' ? 'aborted' : outcome.status, { userId })
}
