import type { QueryClient } from '@tanstack/react-query'
import { commonFields } from '../core/commonFields.ts'
import { imageKey, imageOf, type ProfileImage, type UserFields } from '../core/user.ts'
import { type ImageBatch, stopsBatch, submitBatch } from './Batch.ts'
import { type LedgerClock, realClock } from './clock.ts'
import { Entries, type LedgerEntry } from './Entries.ts'
import { Hold } from './hold.ts'
import { Lanes } from './Lanes.ts'
import { handleOf, type ImageIntent, Op, type OpIntent, type Outcome, type Send, type SubmittedChange } from './op.ts'
import { PendingUser, type PendingUserSnapshot } from './PendingUser.ts'
import { Upkeep } from './Upkeep.ts'

export interface LedgerOptions {
  /** How users look in this cache. Default: the common field names. */
  fields?: UserFields
  /** How long after a change a read may still come from before it. Default 30,000 ms. */
  lagMs?: number
  /** Which queries the one refetch after a change reaches. Default `active`. */
  refetch?: 'active' | 'none'
  /** How many changes are sent at a time. Default 4, so that the panel's own requests find a connection too. */
  concurrency?: number
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
  readonly #lanes: Lanes
  readonly #upkeep: Upkeep

  /** @throws AvatarKitError `misconfigured` where `concurrency` is not a whole number of at least 1 */
  constructor(client: QueryClient, options: LedgerOptions = {}) {
    const { fields = commonFields, lagMs = 30_000, refetch = 'active', concurrency = 4, clock = realClock } = options
    this.fields = fields
    this.#lagMs = lagMs
    this.#clock = clock
    const users = this.#users
    const entries = this.#entries
    this.#lanes = new Lanes({
      users,
      clock,
      concurrency,
      onProgress: (op) => entries.emit(op.userId),
      onEnd: (user, op, outcome) => this.#settle(user, op, outcome),
      onWait: () => this.#upkeep.arm(),
    })
    this.#upkeep = new Upkeep({
      client,
      fields,
      clock,
      refetch,
      users,
      entries,
      lanes: this.#lanes,
      onDue: () => this.#release(),
    })
  }

  /** No change, guard, timer or subscription left. */
  get idle(): boolean {
    return this.#upkeep.resting
  }

  /** Synchronous: when it returns the cache shows the changes. One walk for all of them. */
  submit(intents: (ImageIntent & { batch?: object })[]): SubmittedChange[] {
    const ops = this.open(intents)
    ops.forEach((op, at) => this.sendWith(op, intents[at]!.send))
    return ops.map((op) =>
      handleOf(op, {
        drop: () => this.drop(op, { status: 'undone' }),
        onHold: () => {
          this.#release()
          this.#upkeep.arm()
        },
      }),
    )
  }

  /**
   * Like `submit`, for changes that belong together: where the server has too many requests (429) they wait for as
   * long as it says and are sent again, up to five times; a session that has ended (401), or a wait of more than
   * 60 s, leaves the rest unsent.
   */
  submitBatch(intents: ImageIntent[]): ImageBatch {
    return submitBatch(this, intents)
  }

  /** Unix ms until which nothing is sent, since the server asked for patience (429); `undefined` where it did not. */
  get waitsUntil(): number | undefined {
    return this.#lanes.closedUntil
  }

  /** Enters changes whose way to send is not known yet. */
  open(intents: OpIntent[]): Op[] {
    this.#upkeep.start()
    const entered = new Set<Op>()
    const ops = intents.map((intent) => {
      const { userId, change, holdMs = 0 } = intent
      const user = this.#enter(userId)
      const last = user.ops.at(-1)
      // A double click: the same change.
      if (last?.sameAs(intent)) return last
      if (last?.state === 'unsent') user.ops.pop()!.end({ status: 'superseded' })
      const op = new Op(intent, holdMs > 0 ? new Hold(this.#clock, holdMs) : undefined)
      user.ops.push(op)
      if (op.optimistic) user.ghosts.add(imageKey(imageOf(change)))
      entered.add(op)
      return op
    })
    const ids = new Set([...entered].map((op) => op.userId))
    this.#upkeep.overlay.learn(ids)
    this.#upkeep.overlay.pass(ids)
    for (const op of entered) {
      this.#entries.failures.delete(op.userId)
      this.#entries.emit(op.userId)
    }
    this.#upkeep.arm()
    return ops
  }

  /** Gives a change its way to send and starts it when the user's lane is free. */
  sendWith(op: Op, send: Send): void {
    op.send ??= send
    this.#lanes.advance([op.userId])
  }

  /** Takes back a change that was not sent. */
  drop(op: Op, outcome: Outcome): boolean {
    const user = this.#users.get(op.userId)
    if (op.state !== 'unsent' || !user?.ops.includes(op)) return false
    if (outcome.status === 'failed') this.#entries.failures.set(op.userId, outcome.error)
    this.#close([op], outcome)
    return true
  }

  /** Takes back what was not sent of a batch. */
  dropAll(batch: object): void {
    const unsent = [...this.#users.values()].flatMap((user) =>
      user.ops.filter((op) => op.batch === batch && op.state === 'unsent'),
    )
    if (unsent.length > 0) this.#close(unsent, { status: 'not-sent' })
  }

  setPaused(op: Op, paused: boolean): void {
    if (op.pause(paused)) this.#entries.emit(op.userId)
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

  /** Lets go of held changes whose time has come. */
  #release(): void {
    const now = this.#clock.now()
    for (const op of [...this.#users.values()].flatMap((user) => user.ops)) {
      if (!op.hold || op.hold.due > now) continue
      op.hold = undefined
      this.#entries.emit(op.userId)
      this.#lanes.advance([op.userId])
    }
    this.#lanes.advance()
  }

  #settle(user: PendingUser, op: Op, outcome: Outcome): void {
    if (outcome.status === 'failed') {
      user.fail(op, outcome.error)
      this.#entries.failures.set(user.id, outcome.error)
    } else if (outcome.status === 'done') {
      user.succeed(op, outcome.user, this.fields)
      user.settledSeq = this.#upkeep.next()
    }
    if (op.batch && stopsBatch(outcome)) this.dropAll(op.batch)
    this.#close([op], outcome)
  }

  /** The end of changes: the cache shows what holds now, the next ones start, the last one refetches. */
  #close(ended: Op[], outcome: Outcome): void {
    const ids = new Set(ended.map((op) => op.userId))
    for (const op of ended) {
      const user = this.#users.get(op.userId)!
      user.ops.splice(user.ops.indexOf(op), 1)
      // Also where nothing was sent: a host may hold a snapshot of what was shown.
      user.expires = this.#clock.now() + this.#lagMs
    }
    this.#upkeep.overlay.pass(ids, outcome.status === 'done')
    for (const op of ended) op.end(outcome)
    for (const id of ids) this.#entries.emit(id)
    this.#lanes.advance(ids)
    this.#upkeep.settled()
  }
}
