import type { QueryCacheNotifyEvent, QueryClient, Query } from '@tanstack/query-core'
import { commonFields } from '../core/commonFields.ts'
import { AvatarKitError, isAvatarKitError } from '../core/errors.ts'
import type { ImageStatus } from '../core/status.ts'
import { type ImageChange, type ImageFields, imageKey, imageOf, type ProfileImage, type UserFields } from '../core/user.ts'
import { type LedgerClock, realClock } from './clock.ts'
import { canRewrite, type CopyIndex, indexCopies, type Place, rewrite } from './copies.ts'
import { carriedPages, isFetching, moreParamsOf, type QueryTrack, trackOf } from './fetches.ts'
import { Op, type Outcome, type Send } from './op.ts'
import { PendingUser } from './PendingUser.ts'
import { Refetches } from './Refetches.ts'
import { shadow } from './shadow.ts'

export interface LedgerOptions {
  /** How users look in this cache. Default: the common field names. */
  fields?: UserFields
  /** How long after a change a read may still come from before it. Default 30,000 ms. */
  lagMs?: number
  /** Which queries the one refetch after a change reaches. Default `active`. */
  refetch?: 'active' | 'none'
  clock?: LedgerClock
}

export interface ImageIntent {
  userId: string
  change: ImageChange
  send: Send
  /** Default true: shown before the server agrees. */
  optimistic?: boolean
}

export interface SubmittedChange {
  userId: string
  outcome: Promise<Outcome>
  /** True only while it was not yet sent: then it never is. */
  cancel(): boolean
}

/** A user's pending change, for components. The same object until something changes. */
export interface LedgerEntry {
  imageStatus: ImageStatus
  /** Set with `failed`. */
  error: AvatarKitError | undefined
  /** What a component that holds `image` must show. */
  imageFor(image: ProfileImage): ProfileImage
}

/**
 * Pending image changes over every cached copy of a user, in any query and shape of one QueryClient.
 * Never a snapshot: visible = what the admin intends, over what the server is believed to hold, computed
 * again whenever anything lands. Idle, it holds no user, timer or subscription.
 */
export class Ledger {
  readonly fields: UserFields
  readonly #client: QueryClient
  readonly #lagMs: number
  readonly #clock: LedgerClock
  readonly #users = new Map<string, PendingUser>()
  readonly #failures = new Map<string, AvatarKitError>()
  readonly #entries = new Map<string, LedgerEntry>()
  readonly #shown = new Map<string, ProfileImage>()
  readonly #listeners = new Map<string, Set<() => void>>()
  readonly #refetches: Refetches
  #tracks = new Map<string, QueryTrack>()
  #indexes = new WeakMap<object, CopyIndex>()
  #seq = 0
  #writing = false
  #unsubscribe: (() => void) | undefined
  #timer: unknown
  /** Mutations whose own callbacks still run: the one refetch waits for them. */
  #holders = 0

  constructor(client: QueryClient, options: LedgerOptions = {}) {
    this.#client = client
    this.fields = options.fields ?? commonFields
    this.#lagMs = options.lagMs ?? 30_000
    this.#clock = options.clock ?? realClock
    this.#refetches = new Refetches(client, options.refetch ?? 'active', this.#clock, (query) => this.#track(query))
  }

  /** No change, guard, timer or subscription left. */
  get idle(): boolean {
    return this.#unsubscribe === undefined
  }

  /** Synchronous: when it returns the cache shows the changes. One walk for all of them. */
  submit(intents: ImageIntent[]): SubmittedChange[] {
    const ops = this.open(intents)
    intents.forEach((intent, at) => {
      this.sendWith(ops[at]!, intent.send)
    })
    return ops.map((op) => ({ userId: op.userId, outcome: op.outcome, cancel: () => this.drop(op, { status: 'not-sent' }) }))
  }

  /** Enters changes whose way to send is not known yet. */
  open(intents: Omit<ImageIntent, 'send'>[]): Op[] {
    this.#attach()
    const entered = new Set<Op>()
    const ops = intents.map(({ userId, change, optimistic = true }) => {
      const user = this.#user(userId)
      const shown = this.#shown.get(userId)
      if (shown) user.known.add(imageKey(shown))
      this.#shown.delete(userId)
      const last = user.ops.at(-1)
      if (last?.sameAs(change, optimistic)) return last
      if (last?.state === 'unsent') {
        user.ops.pop()
        last.end({ status: 'superseded' })
      }
      const op = new Op(userId, change, optimistic)
      user.ops.push(op)
      if (optimistic) user.ghosts.add(imageKey(imageOf(change)))
      this.#failures.delete(userId)
      entered.add(op)
      return op
    })
    const ids = new Set([...entered].map((op) => op.userId))
    this.#learn(ids)
    this.#pass(ids)
    for (const op of entered) {
      op.before = this.#user(op.userId).knownImages()
      this.#emit(op.userId)
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
    if (outcome.status === 'failed') this.#failures.set(op.userId, outcome.error)
    this.#close(user, op, outcome)
    return true
  }

  setPaused(op: Op, paused: boolean): void {
    if (op.paused === paused) return
    op.paused = paused
    this.#emit(op.userId)
  }

  /** Holds the refetch back until `release` is called once. */
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
    let entry = this.#entries.get(userId)
    if (!entry && (entry = this.#entryOf(userId))) this.#entries.set(userId, entry)
    return entry
  }

  /** Forgets a failure that was shown. */
  dismiss(userId: string): void {
    if (this.#failures.delete(userId)) this.#emit(userId)
  }

  subscribe(userId: string, listener: () => void): () => void {
    const listeners = this.#listeners.get(userId) ?? new Set()
    this.#listeners.set(userId, listeners.add(listener))
    return () => {
      listeners.delete(listener)
      if (listeners.size > 0 || this.#listeners.get(userId) !== listeners) return
      this.#listeners.delete(userId)
      if (!this.#users.has(userId)) this.#entries.delete(userId)
    }
  }

  #entryOf(userId: string): LedgerEntry | undefined {
    const user = this.#users.get(userId)
    const error = this.#failures.get(userId)
    if (!user && !error) return undefined
    const op = user?.ops[0]
    const imageStatus = op ? (op.paused ? 'waiting' : op.state === 'verifying' ? 'verifying' : 'removing') : error ? 'failed' : 'idle'
    return { imageStatus, error, imageFor: (image) => user?.imageFor(image) ?? image }
  }

  #emit(userId: string): void {
    this.#entries.delete(userId)
    for (const listener of [...(this.#listeners.get(userId) ?? [])]) listener()
  }

  #user(userId: string): PendingUser {
    let user = this.#users.get(userId)
    if (!user) this.#users.set(userId, (user = new PendingUser(userId)))
    return user
  }

  async #advance(userId: string): Promise<void> {
    const user = this.#users.get(userId)
    const op = user?.ops[0]
    if (!user || op?.state !== 'unsent' || !op.send) return
    op.state = 'sent'
    op.paused = false
    this.#emit(userId)
    try {
      const reply = await op.send({
        onVerifying: () => {
          if (op.state !== 'sent') return
          op.state = 'verifying'
          this.#emit(userId)
        },
      })
      this.#succeeded(user, op, reply)
    } catch (error) {
      const failure = isAvatarKitError(error) ? error : new AvatarKitError('unexpected', { userId, cause: error })
      user.fail(op, failure)
      user.failSeq = ++this.#seq
      user.expires = this.#clock.now() + this.#lagMs
      this.#failures.set(userId, failure)
      this.#close(user, op, { status: 'failed', error: failure })
    }
  }

  #succeeded(user: PendingUser, op: Op, reply: unknown): void {
    const image = typeof reply === 'object' && reply !== null ? this.fields.image(this.fields.read(reply)) : imageOf(op.change)
    user.succeed(op, image, typeof reply === 'object' && reply !== null ? this.fields.version?.(reply) : undefined)
    user.settledSeq = ++this.#seq
    user.expires = this.#clock.now() + this.#lagMs
    this.#close(user, op, { status: 'done', user: reply }, true)
  }

  /** The end of a change: the cache shows what holds now, the next one starts, the last one refetches. */
  #close(user: PendingUser, op: Op, outcome: Outcome, committing = false): void {
    user.ops.splice(user.ops.indexOf(op), 1)
    this.#refetches.settledSeq = ++this.#seq
    this.#pass(new Set([user.id]), committing)
    op.end(outcome)
    this.#emit(user.id)
    void this.#advance(user.id)
    // After the callers of `outcome`, who may refetch themselves.
    void Promise.resolve().then(() => this.#drain())
  }

  #pending(): boolean {
    for (const user of this.#users.values()) if (user.ops.length > 0) return true
    return false
  }

  #drain(): void {
    if (this.#unsubscribe && !this.#pending() && this.#holders === 0) this.#refetches.reconcile()
    this.#sweep()
  }

  /** Collects the images by which copies without another mark of a user are recognised. */
  #learn(ids: ReadonlySet<string>): void {
    for (const query of this.#client.getQueryCache().getAll()) {
      const index = this.#indexOf(query)
      for (const id of index ? ids : []) {
        for (const place of index!.copies.get(id) ?? []) {
          if (!place.weak) this.#user(id).known.add(imageKey(this.fields.image(shadow.get(place.object) ?? this.fields.read(place.object))))
        }
      }
    }
  }

  /** Lays what is pending over every cached copy of these users. */
  #pass(ids: ReadonlySet<string>, committing = false): void {
    for (const query of this.#client.getQueryCache().getAll()) {
      this.#lay(query, ids, (user, place) => user.baseOf(place.object, this.fields, committing))
    }
  }

  /** Writes visible = changes over base on the copies of these users in one query. */
  #lay(query: Query, ids: Iterable<string>, baseOf: (user: PendingUser, place: Place) => ImageFields): void {
    const index = this.#indexOf(query)
    if (!index) return
    const changes = new Map<Place, ImageFields>()
    const bases = new Map<Place, ImageFields>()
    for (const id of ids) {
      const user = this.#users.get(id)
      const places = user && index.copies.get(id)
      if (!places) continue
      const known = user.knownImages()
      for (const place of places) {
        if (place.weak && !shadow.has(place.object) && this.fields.match(place.object, known) !== id) continue
        this.#refetches.touch(query)
        if (!canRewrite(place, this.fields)) continue
        const base = baseOf(user, place)
        user.remember(query.queryHash, base, this.fields)
        const visible = user.overlay(base, place.object, this.fields)
        if (!same(visible, base)) bases.set(place, base)
        if (same(visible, this.fields.read(place.object))) continue
        changes.set(place, visible)
      }
      for (const place of places) if (!changes.has(place) && !bases.has(place)) shadow.delete(place.object)
    }
    if (changes.size > 0) {
      this.#indexes.delete(index.root)
      this.#write(query, rewrite(index, changes, this.fields))
      this.#indexes.set(index.root, index)
    }
    for (const [place, base] of bases) shadow.set(place.object, base)
  }

  #indexOf(query: Query): CopyIndex | undefined {
    const data: unknown = query.state.data
    if (typeof data !== 'object' || data === null) return undefined
    let index = this.#indexes.get(data)
    if (!index) this.#indexes.set(data, (index = indexCopies(data, this.fields)))
    return index
  }

  // `setState` and not `setQueryData`: it keeps `isInvalidated` and `dataUpdatedAt`, is not broadcast to
  // other tabs, and structural sharing does not swap our objects.
  #write(query: Query, data: object): void {
    this.#writing = true
    try {
      query.setState({ data })
    } finally {
      this.#writing = false
    }
  }

  #track(query: Query): QueryTrack {
    let track = this.#tracks.get(query.queryHash)
    if (!track) this.#tracks.set(query.queryHash, (track = trackOf(query)))
    return track
  }

  #attach(): void {
    if (this.#unsubscribe) return
    const cache = this.#client.getQueryCache()
    for (const query of cache.getAll()) if (isFetching(query)) this.#track(query)
    this.#unsubscribe = cache.subscribe((event) => {
      if (!this.#writing) this.#onEvent(event)
    })
  }

  // Runs inside the dispatch, before any `useQuery` sees the new data.
  #onEvent(event: QueryCacheNotifyEvent): void {
    const query = event.query as Query
    if (event.type === 'removed') {
      this.#tracks.delete(query.queryHash)
      this.#refetches.forget(query)
      for (const user of this.#users.values()) user.mem.delete(query.queryHash)
      this.#sweep()
    } else if (event.type === 'added') {
      this.#land(query, false)
    } else if (event.type === 'updated') {
      const { action } = event
      if (action.type === 'fetch') {
        Object.assign(this.#track(query), { fetchSeq: ++this.#seq, fetchAt: this.#clock.now(), moreParams: moreParamsOf(query) })
        this.#refetches.started(query)
      } else if (action.type === 'success') {
        this.#land(query, action.manual !== true)
      } else if (action.type === 'setState' && 'data' in action.state) {
        this.#land(query, false)
      }
      if (!isFetching(query)) {
        this.#refetches.ended(query, () => this.#pending())
        this.#sweep()
      }
    }
  }

  /** Something arrived in the cache while changes are pending or guarded. */
  #land(query: Query, read: boolean): void {
    const track = this.#track(query)
    if (read) track.readSeq = track.fetchSeq
    const carried = new Set<object>()
    if (read) {
      for (const page of carriedPages(query, track)) {
        for (const places of indexCopies(page, this.fields).copies.values()) for (const place of places) carried.add(place.object)
      }
    }
    let again = false
    this.#lay(query, this.#users.keys(), (user, place) => {
      if (!read || carried.has(place.object)) return user.writtenBase(place.object, query.queryHash, this.fields)
      const { base, stale } = user.landedBase(place.object, track, this.fields)
      again ||= stale || track.fetchSeq < user.failSeq
      return base
    })
    if (again) this.#refetches.again(query)
    else if (read) track.echoes = 0
    this.#arm()
  }

  /** Forgets users of whom no late reply can tell anything outdated; then, when nothing is left, rests. */
  #sweep(): void {
    const now = this.#clock.now()
    for (const user of this.#users.values()) {
      if (user.ops.length > 0 || now <= user.expires || this.#lateFetch(user)) continue
      this.#users.delete(user.id)
      for (const hash of user.mem.keys()) if (user.final) this.#refetches.touchHash(hash)
      this.#emit(user.id)
      if (!this.#listeners.has(user.id)) this.#entries.delete(user.id)
      if (user.final && !this.#pending()) this.#refetches.reconcile(true)
    }
    if (this.#users.size === 0 && this.#refetches.quiet && this.#holders === 0) this.#rest()
    else this.#arm()
  }

  /** Any query may bring a copy, also one that held none so far. */
  #lateFetch(user: PendingUser): boolean {
    return this.#client
      .getQueryCache()
      .getAll()
      .some((query) => isFetching(query) && this.#track(query).fetchAt <= user.expires)
  }

  /** One timer for everything that is due. */
  #arm(): void {
    if (this.#timer !== undefined) this.#clock.clearTimeout(this.#timer)
    this.#timer = undefined
    const now = this.#clock.now()
    const guards = [...this.#users.values()].filter((user) => user.ops.length === 0 && user.expires >= now).map((user) => user.expires + 1)
    const due = Math.min(...guards, this.#refetches.due)
    if (!Number.isFinite(due)) return
    this.#timer = this.#clock.setTimeout(() => {
      this.#timer = undefined
      this.#refetches.wake(this.#pending())
      this.#sweep()
    }, Math.max(due - now, 0))
  }

  #rest(): void {
    this.#unsubscribe?.()
    this.#unsubscribe = undefined
    if (this.#timer !== undefined) this.#clock.clearTimeout(this.#timer)
    this.#timer = undefined
    this.#tracks = new Map()
    this.#indexes = new WeakMap()
  }
}

function same(one: ImageFields, other: ImageFields): boolean {
  return Object.keys(one).every((key) => Object.is(one[key], other[key]))
}
