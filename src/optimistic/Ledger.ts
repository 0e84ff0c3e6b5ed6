import type { QueryClient } from '@tanstack/react-query'
import { commonFields } from '../core/commonFields.ts'
import { AvatarKitError, isAvatarKitError } from '../core/errors.ts'
import { imageKey, imageOf, type ProfileImage, type UserFields } from '../core/user.ts'
import { type LedgerClock, realClock } from './clock.ts'
import { Entries, type LedgerEntry } from './Entries.ts'
import { Hold } from './hold.ts'
import { type ImageIntent, Op, type Outcome, type Send, type SubmittedChange } from './op.ts'
import { PendingUser, type PendingUserSnapshot } from './PendingUser.ts'
import { Upkeep } from './Upkeep.ts'

export interface LedgerOptions {
  /** How users look in this cache. Default: the common field names. */
  fields?: UserFields
  /** How long after a change a read may still come from before it. Default 30,000 ms. */
  lagMs?: number
  /** Which queries the one refetch after a change reaches. Default `active`. */
  refetch?: 'active' | 'none'
  clock?: LedgerClock
}

/**
 * Pending image changes over every cached copy of a user, in any query and shape of one QueryClient.
 * Never a snapshot: visible = what the admin intends, over what the server is believed to hold, computed
 * again whenever anything lands. Idle, it holds no user, timer or subscription.
 */
export class Ledger {
  readonly fields: UserFields
  readonly #lagMs: number
  readonly #clock: LedgerClock
  readonly #users = new Map<string, PendingUser>()
  readonly #shown = new Map<string, ProfileImage>()
  readonly #entries = new Entries(this.#users)
  readonly #upkeep: Upkeep

  constructor(client: QueryClient, options: LedgerOptions = {}) {
    const { fields = commonFields, lagMs = 30_000, refetch = 'active', clock = realClock } = options
    this.fields = fields
    this.#lagMs = lagMs
    this.#clock = clock
    this.#upkeep = new Upkeep({ client, fields, clock, refetch, users: this.#users, entries: this.#entries, onDue: () => this.#release() })
  }

  /** No change, guard, timer or subscription left. */
  get idle(): boolean {
    return this.#upkeep.resting
  }

  /** Synchronous: when it returns the cache shows the changes. One walk for all of them. */
  submit(intents: ImageIntent[]): SubmittedChange[] {
    const ops = this.open(intents)
    ops.forEach((op, at) => this.sendWith(op, intents[at]!.send))
    return ops.map((op) => this.#handleOf(op))
  }

  /** Enters changes whose way to send is not known yet. */
  open(intents: Omit<ImageIntent, 'send'>[]): Op[] {
    this.#upkeep.start()
    const entered = new Set<Op>()
    const ops = intents.map(({ userId, change, optimistic = true, holdMs = 0 }) => {
      const user = this.#enter(userId)
      const last = user.ops.at(-1)
      // A double click: the same change.
      if (last?.sameAs(change, optimistic)) return last
      if (last?.state === 'unsent') user.ops.pop()!.end({ status: 'superseded' })
      const op = new Op(userId, change, optimistic, holdMs > 0 ? new Hold(this.#clock, holdMs) : undefined)
      user.ops.push(op)
      if (optimistic) user.ghosts.add(imageKey(imageOf(change)))
      entered.add(op)
      return op
    })
    const ids = new Set([...entered].map((op) => op.userId))
    this.#upkeep.overlay.learn(ids)
    this.#upkeep.overlay.pass(ids)
    for (const op of entered) {
      op.before = this.#users.get(op.userId)!.knownImages()
      this.#entries.failures.delete(op.userId)
      this.#entries.emit(op.userId)
    }
    this.#upkeep.arm()
    return ops
  }

  /** Gives a change its way to send and starts it when the user's lane is free. */
  sendWith(op: Op, send: Send): void {
    op.send ??= send
    void this.#advance(op.userId)
  }

  /** Takes back a change that was not sent. */
  drop(op: Op, outcome: Outcome): boolean {
    const user = this.#users.get(op.userId)
    if (op.state !== 'unsent' || !user?.ops.includes(op)) return false
    if (outcome.status === 'failed') this.#entries.failures.set(op.userId, outcome.error)
    this.#close(user, op, outcome)
    return true
  }

  setPaused(op: Op, paused: boolean): void {
    if (op.paused === paused) return
    op.paused = paused
    this.#entries.emit(op.userId)
  }

  /** Holds the refetch back until the result is called. */
  hold(): () => void {
    return this.#upkeep.hold()
  }

  /**
   * Tells of the image that a component shows, right before its change is submitted, so that cached copies
   * which bear no other mark of a user are found by it.
   */
  noteImage(userId: string, image: ProfileImage): void {
    this.#shown.set(userId, image)
  }

  /**
   * Searches the cache ahead of a change, such as while a dialog is read, so that the click pays for no first
   * walk. Call the result when no change came of it.
   */
  warm(): () => void {
    this.#upkeep.overlay.warm()
    return () => {
      if (this.idle) this.#upkeep.overlay.rest()
    }
  }

  get(userId: string): LedgerEntry | undefined {
    return this.#entries.get(userId)
  }

  /** All that is remembered now, as plain values: for developers' tools. */
  inspect(): PendingUserSnapshot[] {
    return [...this.#users.values()].map((user) => user.inspect())
  }

  /** Forgets a failure that was shown. */
  dismiss(userId: string): void {
    if (this.#entries.failures.delete(userId)) this.#entries.emit(userId)
  }

  subscribe(userId: string, listener: () => void): () => void {
    return this.#entries.subscribe(userId, listener)
  }

  #enter(userId: string): PendingUser {
    let user = this.#users.get(userId)
    if (!user) this.#users.set(userId, (user = new PendingUser(userId)))
    const shown = this.#shown.get(userId)
    if (shown) user.known.add(imageKey(shown))
    this.#shown.delete(userId)
    return user
  }

  #handleOf(op: Op): SubmittedChange {
    const onHold = (act: 'pause' | 'resume' | 'end') => () => {
      op.hold?.[act]()
      this.#release()
      this.#upkeep.arm()
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
      cancel: () => this.drop(op, { status: 'undone' }),
      pause: onHold('pause'),
      resume: onHold('resume'),
      release: onHold('end'),
    }
  }

  /** Lets go of held changes whose time has come. */
  #release(): void {
    const now = this.#clock.now()
    for (const op of [...this.#users.values()].flatMap((user) => user.ops)) {
      if (!op.hold || op.hold.due > now) continue
      op.hold = undefined
      this.#entries.emit(op.userId)
      void this.#advance(op.userId)
    }
  }

  async #advance(userId: string): Promise<void> {
    const user = this.#users.get(userId)
    const op = user?.ops[0]
    if (!user || op?.state !== 'unsent' || op.hold || !op.send) return
    op.state = 'sent'
    op.paused = false
    this.#entries.emit(userId)
    let reply: unknown
    try {
      reply = await op.send({ onVerifying: () => op.verify() && this.#entries.emit(userId), onPaused: (paused) => this.setPaused(op, paused) })
    } catch (error) {
      const failure = isAvatarKitError(error) ? error : new AvatarKitError('unexpected', { userId, cause: error })
      user.fail(op, failure)
      user.failSeq = this.#upkeep.next()
      this.#entries.failures.set(userId, failure)
      this.#close(user, op, { status: 'failed', error: failure })
      return
    }
    user.succeed(op, reply, this.fields)
    user.settledSeq = this.#upkeep.next()
    this.#close(user, op, { status: 'done', user: reply }, true)
  }

  /** The end of a change: the cache shows what holds now, the next one starts, the last one refetches. */
  #close(user: PendingUser, op: Op, outcome: Outcome, committing = false): void {
    user.ops.splice(user.ops.indexOf(op), 1)
    if (op.state !== 'unsent') user.expires = this.#clock.now() + this.#lagMs
    this.#upkeep.overlay.pass(new Set([user.id]), committing)
    op.end(outcome)
    this.#entries.emit(user.id)
    void this.#advance(user.id)
    this.#upkeep.settled()
  }
}
