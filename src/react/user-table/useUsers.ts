'use client'

import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { UserListParams } from '../../core/adapter.ts'
import type { AvatarKitError } from '../../core/errors.ts'
import type { AvatarKit } from '../kit.ts'
import { type UsersPage, usersQueryOptions } from './usersQueryOptions.ts'

export interface Users {
  /** The page that was asked for, else the one before, also after an error. */
  data: UsersPage | undefined
  /** Where that page begins. */
  offset: number
  /** What is shown is not what was asked for. */
  stale: boolean
  fetching: boolean
  error: AvatarKitError | undefined
  refetch: () => void
}

/** One page of users, with what there was before as long as it is not there. */
export function useUsers(kit: AvatarKit, list: UserListParams & { offset: number }): Users {
  const { data, error, isFetching, isPlaceholderData, refetch } = useQuery(
    usersQueryOptions(kit, list),
    kit.queryClient,
  )
  const [kept, setKept] = useState<{ data: UsersPage; offset: number }>()
  const current = data !== undefined && !isPlaceholderData
  if (current && (kept?.data !== data || kept.offset !== list.offset)) setKept({ data, offset: list.offset })
  const shown = current ? { data, offset: list.offset } : kept
  return {
    data: shown?.data,
    offset: shown?.offset ?? list.offset,
    stale: !current,
    fetching: isFetching,
    error: error ?? undefined,
    refetch: () => void refetch(),
  }
}
