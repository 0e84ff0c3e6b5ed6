'use client'

import { useQueries } from '@tanstack/react-query'
import { useEffect, useMemo } from 'react'
import type { Table } from './table.ts'
import { type UsersPage, usersQueryKey, usersQueryOptions } from './usersQueryOptions.ts'
import { useSettled } from './useSettled.ts'

/** How long a part of the list must stay in view before it is read. */
const SETTLE_MS = 90

export interface Chunks {
  /** `undefined` where the user is not loaded. */
  at: (index: number) => object | undefined
  /** Reads what is missing between two indexes. */
  load: (from: number, to: number) => Promise<void>
}

/**
 * The parts of a long list that are in view, read by offset as pages are and kept in the same cache. The first one
 * is the table's own page. `visible`: the rows that are drawn.
 */
export function useChunks(table: Table, visible: readonly [from: number, to: number]): Chunks {
  const { kit, list, data: first, busy, setTotal, setBodyError } = table
  const { limit } = list
  const wanted: number[] = []
  for (let chunk = Math.floor(visible[0] / limit); chunk <= Math.floor(visible[1] / limit); chunk++)
    if (chunk > 0) wanted.push(chunk)
  const settled = useSettled(wanted.join(), SETTLE_MS).split(',')
  const optionsOf = (chunk: number) => ({
    ...usersQueryOptions(kit, { ...list, offset: chunk * limit }),
    placeholderData: undefined,
  })
  const results = useQueries(
    { queries: wanted.map((chunk) => ({ ...optionsOf(chunk), enabled: !busy && settled.includes(String(chunk)) })) },
    kit.queryClient,
  )

  // Each says how many there are; the latest knows best.
  const newest = results.reduce<(typeof results)[number] | undefined>(
    (best, result) => (result.data && result.dataUpdatedAt > (best?.dataUpdatedAt ?? 0) ? result : best),
    undefined,
  )
  const firstAt = kit.queryClient.getQueryState(usersQueryKey({ ...list, offset: 0 }))?.dataUpdatedAt ?? 0
  const total = newest && newest.dataUpdatedAt > firstAt ? newest.data?.totalCount : first?.totalCount
  useEffect(() => {
    if (total !== undefined && !busy) setTotal(total)
  }, [total, busy, setTotal])

  const failed = results.filter(({ isError }) => isError)
  const error = failed[0]?.error ?? undefined
  useEffect(() => {
    setBodyError(
      error,
      () =>
        void kit.queryClient.refetchQueries({
          queryKey: ['avatarkit', 'users'],
          predicate: ({ state }) => state.status === 'error',
        }),
    )
    return () => setBodyError(undefined)
  }, [error, kit, setBodyError])

  return useMemo(() => {
    const { queryClient } = kit
    const pageOf = (chunk: number) =>
      chunk === 0 ? first : queryClient.getQueryData<UsersPage>(usersQueryKey({ ...list, offset: chunk * limit }))
    return {
      at: (index) => pageOf(Math.floor(index / limit))?.data[index % limit],
      load: async (from, to) => {
        const missing: Promise<unknown>[] = []
        for (let chunk = Math.floor(from / limit); chunk <= Math.floor(to / limit); chunk++) {
          const { queryKey, queryFn, retry } = usersQueryOptions(kit, { ...list, offset: chunk * limit })
          if (!pageOf(chunk)) missing.push(queryClient.fetchQuery({ queryKey, queryFn, retry }))
        }
        await Promise.all(missing)
      },
    }
  }, [kit, list, limit, first])
}
