import type { QueryClient } from '@tanstack/react-query'
import type { UserFields } from '../core/user.ts'
import { CacheWatch } from './CacheWatch.ts'
import { Alarm, type LedgerClock } from './clock.ts'
import type { Entries } from './Entries.ts'
import type { Lanes } from './Lanes.ts'
import { Overlay } from './Overlay.ts'
import type { PendingUser } from './PendingUser.ts'
import { Refetches } from './Refetches.ts'

/** How long the one refetch waits for the host's own mutations, and how often it looks. */
const PATIENCE_MS = 10_000
const LOOK_MS = 100

export interface UpkeepOptions {
  client: QueryClient
  fields: UserFields
  clock: LedgerClock
  refetch: 'active' | 'none'
  users: Map<string, PendingUser>
  entries: Entries
  lanes: Lanes
  /** Time has come for something that is not upkeep. */
  onDue: () => void
}

/**
 * What goes on around the changes: watching the cache, asking it again when all have ended, forgetting
 * users of whom nothing outdated can arrive any more, and resting when nothing is left.
 */
export class Upkeep {
  readonly overlay: Overlay
  readonly #client: QueryClient
  readonly #users: Map<string, PendingUser>
  readonly #entries: Entries
  readonly #clock: LedgerClock
  readonly #lanes: Lanes
  readonly #refetches: Refetches
  readonly #watch: CacheWatch
  readonly #alarm: Alarm
  #seq = 0
  /** Mutations whose own callbacks still run: the one refetch waits for them. */
  #holders = 0
  /** When to look again whether the host's own mutations have ended, and until when at most. */
  #drainAt: number | undefined
  #patientUntil: number | undefined

  constructor({ client, fields, clock, refetch, users, entries, lanes, onDue }: UpkeepOptions) {
    this.#client = client
    this.#users = users
    this.#entries = entries
    this.#clock = clock
    this.#lanes = lanes
    this.overlay = new Overlay(client, fields, users, (query) => this.#refetches.touch(query))
    this.#refetches = new Refetches(client, refetch, clock, (query) => this.#watch.track(query))
    this.#alarm = new Alarm(clock, () => {
      this.#refetches.wake(this.#pending)
      onDue()
      if (this.#drainAt !== undefined && this.#drainAt <= clock.now()) this.#drain()
      else this.sweep()
    })
    this.#watch = new CacheWatch(client.getQueryCache(), () => this.overlay.writing, {
      tick: () => ({ seq: this.next(), now: clock.now() }),
      onFetch: (query) => this.#refetches.started(query),
      onData: (query, track, arrival) => {
        if (this.overlay.land(query, track, arrival)) this.#refetches.again(query)
        else if (arrival === 'reply') track.echoes = 0
        this.arm()
      },
      onIdle: (query) => {
        this.#refetches.ended(query, () => this.#pending)
        this.sweep()
      },
      onRemoved: (query) => {
        this.#refetches.forget(query)
        for (const user of users.values()) user.mem.delete(query.queryHash)
        this.sweep()
      },
    })
  }

  get resting(): boolean {
    return !this.#watch.active
  }

  get #pending(): boolean {
    return [...this.#users.values()].some((user) => user.ops.length > 0)
  }

  /** The ledger's clock: orders what happens. */
  next(): number {
    return ++this.#seq
  }

  start(): void {
    this.#watch.start()
  }

  /** A change ended. What it owes is paid after those who wait for its outcome: they may refetch themselves. */
  settled(): void {
    this.#refetches.settledSeq = this.next()
    void Promise.resolve().then(() => this.#drain())
  }

  /** Holds the refetch back until the result is called. */
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

  #drain(): void {
    if (!this.#pending && this.#holders === 0) {
      const now = this.#clock.now()
      // A host's own optimistic edit shows what no server tells yet: its end is waited for, within reason.
      this.#patientUntil ??= now + PATIENCE_MS
      const wait = this.#refetches.owes && now < this.#patientUntil && this.#client.isMutating() > 0
      this.#drainAt = wait ? now + LOOK_MS : undefined
      if (!wait) {
        this.#patientUntil = undefined
        this.#refetches.reconcile()
      }
    }
    this.sweep()
  }

  /** Forgets users of whom no late reply can tell anything outdated; then, when nothing is left, rests. */
  sweep(): void {
    const now = this.#clock.now()
    const final: string[] = []
    for (const user of this.#users.values()) {
      if (user.ops.length > 0 || now <= user.expires || this.#watch.hasFetchSince(user.expires)) continue
      this.#users.delete(user.id)
      this.#entries.emit(user.id)
      // An outcome stayed unknown, or a query without its reply: ask once more, now that no read lags behind.
      final.push(
        ...[...user.mem.keys()].filter(
          (hash) => user.final || user.doubtful.has(hash) || this.#refetches.unanswered(hash),
        ),
      )
    }
    if (final.length > 0) this.#refetches.request(final, this.#pending)
    if (this.#users.size > 0 || this.#drainAt !== undefined || !this.#refetches.quiet || this.#holders > 0)
      return this.arm()
    this.#alarm.set(Number.POSITIVE_INFINITY)
    this.#watch.stop()
    this.overlay.rest()
  }

  /** Sets the one timer to what is due next. */
  arm(): void {
    const now = this.#clock.now()
    const users = [...this.#users.values()]
    const guards = users.filter((user) => user.ops.length === 0 && user.expires >= now).map((user) => user.expires + 1)
    const holds = users.flatMap((user) => user.ops.map((op) => op.hold?.due ?? Number.POSITIVE_INFINITY))
    this.#alarm.set(
      Math.min(...guards, ...holds, this.#lanes.due, this.#refetches.due, this.#drainAt ?? Number.POSITIVE_INFINITY),
    )
  }
}
