import type { Query } from '@tanstack/react-query'

/** When a query's running or last fetch began, and what it carries along. */
export interface QueryTrack {
  /** Ledger clock at its start; 0 where it began before the ledger looked. */
  fetchSeq: number
  /** The last fetch whose reply arrived. */
  readSeq: number
  /** Real time at its start. */
  fetchAt: number
  /** The page params held when a fetchNextPage began: those pages are carried, not read. */
  moreParams: Set<unknown> | undefined
  /** As the query's own `dataUpdatedAt`: when its data last came from a server. */
  updatedAt: number
  /** How often a stale echo was seen in a row, for the back-off. */
  echoes: number
}

/** How data came into a query: a reply, the host's own hand, or what another tab was told. */
export type Arrival = 'reply' | 'write' | 'other tab'

interface Pages {
  pages: unknown[]
  pageParams: unknown[]
}

export function isFetching(query: Query): boolean {
  return query.state.fetchStatus !== 'idle'
}

/** Whether a fetchNextPage or fetchPreviousPage runs, which the kit never cancels. */
export function isFetchingMore(query: Query): boolean {
  return isFetching(query) && query.state.fetchMeta?.fetchMore !== undefined
}

export function pagesOf(data: unknown): Pages | undefined {
  const value = data as Partial<Pages> | null | undefined
  return typeof value === 'object' && Array.isArray(value?.pages) && Array.isArray(value.pageParams)
    ? (value as Pages)
    : undefined
}

/** A query seen for the first time; what it already fetches began before anything the ledger knows. */
export function trackOf(query: Query): QueryTrack {
  return {
    fetchSeq: 0,
    readSeq: 0,
    fetchAt: Number.NEGATIVE_INFINITY,
    moreParams: moreParamsOf(query),
    updatedAt: query.state.dataUpdatedAt,
    echoes: 0,
  }
}

export function moreParamsOf(query: Query): Set<unknown> | undefined {
  return isFetchingMore(query) ? new Set(pagesOf(query.state.data)?.pageParams) : undefined
}

/** The page objects that a fetchNextPage carried along from the cache. */
export function carriedPages(query: Query, track: QueryTrack): object[] {
  const data = pagesOf(query.state.data)
  if (!data || !track.moreParams) return []
  return data.pages.filter(
    (page, at): page is object =>
      typeof page === 'object' && page !== null && track.moreParams!.has(data.pageParams[at]),
  )
}
