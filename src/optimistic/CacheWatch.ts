import type { Query, QueryCache, QueryCacheNotifyEvent } from '@tanstack/react-query'
import { type Arrival, isFetching, moreParamsOf, type QueryTrack, trackOf } from './fetches.ts'

export interface CacheListener {
  /** A fetch begins; `track` tells when. */
  onFetch(query: Query): void
  onData(query: Query, track: QueryTrack, arrival: Arrival): void
  /** Nothing runs in this query now. */
  onIdle(query: Query): void
  onRemoved(query: Query): void
  /** Ledger clock and real time. */
  tick(): { seq: number; now: number }
}

/** Watches a QueryCache while changes are pending or guarded, and knows when each fetch began. */
export class CacheWatch {
  readonly #cache: QueryCache
  readonly #listener: CacheListener
  readonly #ignored: () => boolean
  #tracks = new Map<string, QueryTrack>()
  #unsubscribe: (() => void) | undefined

  constructor(cache: QueryCache, ignored: () => boolean, listener: CacheListener) {
    this.#cache = cache
    this.#ignored = ignored
    this.#listener = listener
  }

  get active(): boolean {
    return this.#unsubscribe !== undefined
  }

  start(): void {
    if (this.#unsubscribe) return
    for (const query of this.#cache.getAll()) this.track(query)
    this.#unsubscribe = this.#cache.subscribe((event) => {
      if (!this.#ignored()) this.#onEvent(event)
    })
  }

  stop(): void {
    this.#unsubscribe?.()
    this.#unsubscribe = undefined
    this.#tracks = new Map()
  }

  track(query: Query): QueryTrack {
    let track = this.#tracks.get(query.queryHash)
    if (!track) this.#tracks.set(query.queryHash, (track = trackOf(query)))
    return track
  }

  /** Whether a fetch that began by then still runs. */
  hasFetchSince(time: number): boolean {
    return this.#cache.getAll().some((query) => isFetching(query) && this.track(query).fetchAt <= time)
  }

  // Runs inside the dispatch, before any `useQuery` sees the new data.
  #onEvent(event: QueryCacheNotifyEvent): void {
    const query = event.query as Query
    if (event.type === 'removed') {
      this.#tracks.delete(query.queryHash)
      this.#listener.onRemoved(query)
    } else if (event.type === 'added') {
      this.#listener.onData(query, this.track(query), 'write')
    } else if (event.type === 'updated') {
      this.#onAction(query, event.action)
      if (!isFetching(query)) this.#listener.onIdle(query)
    }
  }

  #onAction(query: Query, action: { type: string; manual?: boolean; state?: object }): void {
    const track = this.track(query)
    if (action.type === 'fetch') {
      const { seq, now } = this.#listener.tick()
      Object.assign(track, { fetchSeq: seq, fetchAt: now, moreParams: moreParamsOf(query) })
      this.#listener.onFetch(query)
    } else if (action.type === 'success') {
      if (!action.manual) track.readSeq = track.fetchSeq
      this.#listener.onData(query, track, action.manual ? 'write' : 'reply')
    } else if (action.type === 'setState' && action.state && 'data' in action.state) {
      // What another tab broadcasts is a whole state, and not older than what was here; it may be of the same
      // millisecond. So may be what a cancelled fetch puts back, but those objects are known.
      const { dataUpdatedAt = Number.NEGATIVE_INFINITY } = action.state as { dataUpdatedAt?: number }
      this.#listener.onData(query, track, dataUpdatedAt >= track.updatedAt ? 'other tab' : 'write')
    }
    track.updatedAt = query.state.dataUpdatedAt
  }
}
