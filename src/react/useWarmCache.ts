'use client'

import { useEffect } from 'react'
import type { AvatarKit } from './kit.ts'

/** After a dialog's entrance, before the quickest click. */
const WARM_MS = 200

/** While a question is read the cache is searched, so that no click pays for it. */
export function useWarmCache({ ledger }: Pick<AvatarKit, 'ledger'>, open: boolean): void {
  useEffect(() => {
    if (!open) return
    let cool: (() => void) | undefined
    const timer = setTimeout(() => {
      cool = ledger.warm()
    }, WARM_MS)
    return () => {
      clearTimeout(timer)
      cool?.()
    }
  }, [open, ledger])
}
