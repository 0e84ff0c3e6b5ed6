'use client'

import { useCallback, useEffect, useRef, useState } from 'react'
import type { UserTableParams } from './tableParams.ts'

export interface ParamsProps {
  /** What is shown, where the host keeps it, such as in the address. */
  params?: UserTableParams
  defaultParams?: UserTableParams
  onParamsChange?: (params: UserTableParams) => void
}

const none: UserTableParams = {}

/** What is shown, and how to change it: another search, filter or order begins on the first page. */
export function useParams({
  params,
  defaultParams = none,
  onParamsChange,
}: ParamsProps): [UserTableParams, (change: Partial<UserTableParams>) => void] {
  const [own, setOwn] = useState(defaultParams)
  const current = params ?? own
  const latest = useRef({ current, onParamsChange })
  useEffect(() => {
    latest.current = { current, onParamsChange }
  })
  const change = useCallback((some: Partial<UserTableParams>) => {
    const all = Object.entries({ ...latest.current.current, page: undefined, ...some }).filter(
      ([, value]) => value !== undefined && value !== '',
    )
    const next = Object.fromEntries(all) as UserTableParams
    latest.current.current = next
    setOwn(next)
    latest.current.onParamsChange?.(next)
  }, [])
  return [current, change]
}
