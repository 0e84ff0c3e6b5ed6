import type { QueryClient } from '@tanstack/query-core'
import { commonFields } from '../core/commonFields.ts'
import { AvatarKitError, isAvatarKitError } from '../core/errors.ts'
import { imageKey, imageOf, type ProfileImage, type UserFields } from '../core/user.ts'
import { CacheWatch } from './CacheWatch.ts'
import { Alarm, type LedgerClock, realClock } from './clock.ts'
import { Entries, type LedgerEntry } from './Entries.ts'
import { Overlay } from './Overlay.ts'
import { type ImageIntent, Op, type Outcome, type Send, type SubmittedChange } from './op.ts'
import { PendingUser } from './PendingUser.ts'
import { Refetches } from './Refetches.ts'

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
  readonly #overlay: Overlay
  readonly #watch: CacheWatch
  readonly #refetches: Refetches
  readonly #alarm: Alarm
  #seq = 0
  /** Mutations whose own callbacks still run: the one refetch waits for them. */
  #holders = 0

  constructor(client: QueryClient, options: LedgerOptions = {}) {
    this.fields = options.fields ?? commonFields
    this.#lagMs = options.lagMs ?? 30_000
    this.#clock = options.clock ?? realClock
    this.#alarm = new Alarm(this.#clock, () => {
      this.#refetches.wake(this.#pending)
      this.#sweep()
    })
    this.#refetches = new Refetches(client, options.refetch ?? 'active', this.#clock, (query) => this.#watch.track(query))
    this.#overlay = new Overlay(client, this.fields, this.#users, (query) => this.#refetches.touch(query))
    this.#watch = new CacheWatch(client.getQueryCache(), () => this.#overlay.writing, {
      tick: () => ({ seq: ++this.#seq, now: this.#clock.now() }),
      onFetch: (query) => this.#refetches.started(query),
      onData: (query, track, read) => {
        if (this.#overlay.land(query, track, read)) this.#refetches.again(query)
        else if (read) track.echoes = 0
        this.#arm()
      },
      onIdle: (query) => {
        this.#refetches.ended(query, () => this.#pending)
        this.#sweep()
      },
      onRemoved: (query) => {
        this.#refetches.forget(query)
        for (const user of this.#users.values()) user.mem.delete(query.queryHash)
        this.#sweep()
      },
    })
  }

  /** No change, guard, timer or subscription left. */
  get idle(): boolean {
    return !this.#watch.active
  }

  get #pending(): boolean {
    return [...this.#users.values()].some((user) => user.ops.length > 0)
  }

  /** Synchronous: when it returns the cache shows the changes. One walk for all of them. */
  submit(intents: ImageIntent[]): SubmittedChange[] {
    const ops = this.open(intents)
    ops.forEach((op, at) => this.sendWith(op, intents[at]!.send))
    return ops.map((op) => ({ userId: op.userId, outcome: op.outcome, cancel: () => this.drop(op, { status: 'not-sent' }) }))
  }

  /** Enters changes whose way to send is not known yet. */
  open(intents: Omit<ImageIntent, 'send'>[]): Op[] {
    this.#watch.start()
    const entered = new Set<Op>()
    const ops = intents.map(({ userId, change, optimistic = true }) => {
      const user = this.#enter(userId)
      const last = user.ops.at(-1)
      // A double click: the same change.
      if (last?.sameAs(change, optimistic)) return last
      if (last?.state === 'unsent') user.ops.pop()!.end({ status: 'superseded' })
      const op = new Op(userId, change, optimistic)
      user.ops.push(op)
      if (optimistic) user.ghosts.add(imageKey(imageOf(change)))
      entered.add(op)
      return op
    })
    const ids = new Set([...entered].map((op) => op.userId))
    this.#overlay.learn(ids)
    this.#overlay.pass(ids)
    for (const op of entered) {
      op.before = this.#users.get(op.userId)!.knownImages()
      this.#entries.failures.delete(op.userId)
      this.#entries.emit(op.userId)
    }
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

  /** Holds the refetch back until `release` is called. */
  hold(): () => void {
    this.#holders++
    let held = true
    return () => {
      if (!held) return
      held = false
      this.#holders--
      this.#drain()
    }
  }

  /**
   * Tells of the image that a component shows, right before its change is submitted, so that cached copies
   * which bear no other mark of a user are found by it.
   */
  noteImage(userId: string, image: ProfileImage): void {
    this.#shown.set(userId, image)
  }

  get(userId: string): LedgerEntry | undefined {
    return this.#entries.get(userId)
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

  async #advance(userId: string): Promise<void> {
    const user = this.#users.get(userId)
    const op = user?.ops[0]
    if (!user || op?.state !== 'unsent' || !op.send) return
    op.state = 'sent'
    op.paused = false
    this.#entries.emit(userId)
    let reply: unknown
    try {
      reply = await op.send({ onVerifying: () => op.verify() && this.#entries.emit(userId) })
    } catch (error) {
      const failure = isAvatarKitError(error) ? error : new AvatarKitError('unexpected', { userId, cause: error })
      user.fail(op, failure)
      user.failSeq = ++this.#seq
      this.#entries.failures.set(userId, failure)
      this.#close(user, op, { status: 'failed', error: failure })
      return
    }
    user.succeed(op, reply, this.fields)
    user.settledSeq = ++this.#seq
    this.#close(user, op, { status: 'done', user: reply }, true)
  }

  /** The end of a change: the cache shows what holds now, the next one starts, the last one refetches. */
  #close(user: PendingUser, op: Op, outcome: Outcome, committing = false): void {
    const sent = op.state !== 'unsent'
    user.ops.splice(user.ops.indexOf(op), 1)
    if (sent) user.expires = this.#clock.now() + this.#lagMs
    this.#refetches.settledSeq = ++this.#seq
    this.#overlay.pass(new Set([user.id]), committing)
    op.end(outcome)
    this.#entries.emit(user.id)
    void this.#advance(user.id)
    // After those who wait for the outcome: they may refetch themselves.
    void Promise.resolve().then(() => this.#drain())
  }

  #drain(): void {
    if (!this.#pending && this.#holders === 0) this.#refetches.reconcile()
    this.#sweep()
  }

  /** Forgets users of whom no late reply can tell anything outdated; then, when nothing is left, rests. */
  #sweep(): void {
    const now = this.#clock.now()
    for (const user of this.#users.values()) {
      if (user.ops.length > 0 || now <= user.expires || this.#watch.hasFetchSince(user.expires)) continue
      this.#users.delete(user.id)
      this.#entries.emit(user.id)
      // An outcome stayed unknown: ask once more, now that no read lags behind it.
      if (user.final) this.#refetches.request([...user.mem.keys()], this.#pending)
    }
    if (this.#users.size === 0 && this.#refetches.quiet && this.#holders === 0) this.#rest()
    else this.#arm()
  }

  #arm(): void {
    const now = this.#clock.now()
    const guards = [...this.#users.values()].filter((user) => user.ops.length === 0 && user.expires >= now).map((user) => user.expires + 1)
    this.#alarm.set(Math.min(...guards, this.#refetches.due))
  }

  #rest(): void {
    this.#alarm.set(Number.POSITIVE_INFINITY)
    this.#watch.stop()
    this.#overlay.rest()
  }
}
