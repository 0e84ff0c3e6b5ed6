import type { Query, QueryClient } from '@tanstack/react-query'
import { backoff } from '../core/patience.ts'
import type { LedgerClock } from './clock.ts'
import { isFetching, isFetchingMore, type QueryTrack } from './fetches.ts'

const FIRST_ECHO_MS = 1000

/** Which queries are owed a refetch, and when: one per query and drain, never at the cost of a page. */
export class Refetches {
  /** Ledger clock at the last end of a change. */
  settledSeq = 0
  readonly #client: QueryClient
  readonly #type: 'active' | 'none'
  readonly #clock: LedgerClock
  readonly #trackOf: (query: Query) => QueryTrack
  readonly #touched = new Set<string>()
  /** Wait for a running fetchNextPage. */
  readonly #deferred = new Set<string>()
  /** Our own, still running. */
  readonly #ours = new Set<string>()
  /** Stale echoes: when to ask again, in real time. */
  readonly #again = new Map<string, number>()

  constructor(client: QueryClient, type: 'active' | 'none', clock: LedgerClock, trackOf: (query: Query) => QueryTrack) {
    this.#client = client
    this.#type = type
    this.#clock = clock
    this.#trackOf = trackOf
  }

  get quiet(): boolean {
    return this.#deferred.size === 0 && this.#ours.size === 0 && this.#again.size === 0
  }

  /** Whether queries are owed a refetch when all changes have ended. */
  get owes(): boolean {
    return this.#touched.size > 0
  }

  get due(): number {
    return Math.min(...this.#again.values())
  }

  touch(query: Query): void {
    this.#touched.add(query.queryHash)
  }

  /** A reply was older than what is confirmed: ask again, later each time. */
  again(query: Query): void {
    const track = this.#trackOf(query)
    this.#again.set(query.queryHash, this.#clock.now() + backoff(FIRST_ECHO_MS, Math.min(track.echoes++, 5)))
  }

  forget(query: Query): void {
    for (const set of [this.#touched, this.#deferred, this.#ours, this.#again]) set.delete(query.queryHash)
  }

  /** A fetch begins. A fetchNextPage that replaced ours read no old page: ours is owed again. */
  started(query: Query): void {
    const hash = query.queryHash
    if (isFetchingMore(query) && this.#ours.delete(hash)) this.#deferred.add(hash)
  }

  /** A fetch ended, with data or without. What waited for it goes out after the dispatch that told us. */
  ended(query: Query, pending: () => boolean): void {
    const hash = query.queryHash
    this.#ours.delete(hash)
    if (!this.#deferred.has(hash)) return
    void Promise.resolve().then(() => {
      if (!this.#deferred.delete(hash)) return
      this.request([hash], pending())
    })
  }

  /** Asks again for stale echoes that are due. */
  wake(pending: boolean): void {
    const now = this.#clock.now()
    const due = [...this.#again].filter(([, at]) => at <= now).map(([hash]) => hash)
    for (const hash of due) this.#again.delete(hash)
    this.request(due, pending)
  }

  /** Now, or where changes are pending at their end. */
  request(hashes: string[], pending: boolean): void {
    if (pending) for (const hash of hashes) this.#touched.add(hash)
    else this.#invalidate(hashes)
  }

  /** One invalidation of what was touched, but for queries that were read since. */
  reconcile(): void {
    this.#invalidate([...this.#touched].filter((hash) => !this.#isFresh(hash)))
    this.#touched.clear()
  }

  /** Whether a query's last fetch failed or was called off. */
  unanswered(hash: string): boolean {
    const query = this.#client.getQueryCache().get(hash) as Query | undefined
    if (!query || isFetching(query)) return false
    const { readSeq, fetchSeq } = this.#trackOf(query)
    return readSeq !== fetchSeq
  }

  #isFresh(hash: string): boolean {
    const query = this.#client.getQueryCache().get(hash) as Query | undefined
    if (!query) return true
    const track = this.#trackOf(query)
    return track.fetchSeq > this.settledSeq && track.moreParams === undefined && !this.unanswered(hash)
  }

  #invalidate(hashes: string[]): void {
    const now = new Set<string>()
    for (const hash of hashes) {
      const query = this.#client.getQueryCache().get(hash) as Query | undefined
      this.#touched.delete(hash)
      this.#again.delete(hash)
      if (!query) continue
      if (isFetchingMore(query)) this.#deferred.add(hash)
      else now.add(hash)
    }
    if (now.size === 0) return
    void this.#client.invalidateQueries({ predicate: (query) => now.has(query.queryHash), refetchType: this.#type })
    for (const hash of now) {
      const query = this.#client.getQueryCache().get(hash) as Query | undefined
      if (query && isFetching(query)) this.#ours.add(hash)
    }
  }
}
