'use client'

import { useEffect, useState } from 'react'

/** A value once it has stayed the same for a while: what flies by while scrolling is never asked for. */
export function useSettled<T extends string | number>(value: T, ms: number): T {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), ms)
    return () => clearTimeout(timer)
  }, [value, ms])
  return settled
}
