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

/** A change whose way to send may not be known yet. */
export interface OpIntent extends Omit<ImageIntent, 'send'> {
  /** The same object for changes that were submitted together. */
  batch?: object
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
export type Outcome =
  | { status: 'done'; user: unknown }
  | { status: 'failed'; error: AvatarKitError }
  | { status: 'superseded' | 'undone' | 'not-sent' }

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
  /** What it was submitted together with. */
  readonly batch: object | undefined
  /** How often it was sent. */
  tries = 0
  #resolve!: (outcome: Outcome) => void

  constructor({ userId, change, optimistic = true, batch }: OpIntent, hold?: Hold) {
    this.userId = userId
    this.change = change
    this.optimistic = optimistic
    this.batch = batch
    this.hold = hold
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

  /** Whether it is news that it waits for the connection, or no more. */
  pause(paused: boolean): boolean {
    if (this.paused === paused) return false
    this.paused = paused
    return true
  }

  /** Only the first call counts. */
  end(outcome: Outcome): void {
    this.state = 'ended'
    this.#resolve(outcome)
  }

  sameAs({ change, optimistic = true }: OpIntent): boolean {
    return this.optimistic === optimistic && this.change.kind === 'remove' && change.kind === 'remove'
  }
}

/** The outcome as a promise settles: the user, or an `AvatarKitError`. */
export function valueOf(outcome: Outcome, userId: string): unknown {
  if (outcome.status === 'done') return outcome.user
  if (outcome.status === 'failed') throw outcome.error
  throw new AvatarKitError(outcome.status === 'not-sent' ? 'aborted' : outcome.status, { userId })
}

/** What the one who submitted a change can do with it. */
export function handleOf(op: Op, { drop, onHold }: { drop: () => boolean; onHold: () => void }): SubmittedChange {
  const hold = (act: 'pause' | 'resume' | 'end') => () => {
    op.hold?.[act]()
    onHold()
  }
  return {
    userId: op.userId,
    outcome: op.outcome,
    get held() {
      return op.hold !== undefined && op.state === 'unsent'
    },
    get holdLeft() {
      return op.hold?.left ?? 0
    },
    cancel: drop,
    pause: hold('pause'),
    resume: hold('resume'),
    release: hold('end'),
  }
}
