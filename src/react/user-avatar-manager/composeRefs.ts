import type { Ref } from 'react'

/** One ref callback that fills several refs. Keep it stable with `useMemo`. */
export function composeRefs<T>(...refs: (Ref<T> | undefined)[]): (element: T | null) => void {
  return (element) => {
    for (const ref of refs) {
      if (typeof ref === 'function') ref(element)
      else if (ref) ref.current = element
    }
  }
}
