import type { AnchorHTMLAttributes, MouseEvent, ReactElement } from 'react'
import { useCallback, useEffect, useMemo, useSyncExternalStore } from 'react'

const CHANGE = 'panel-navigate'

function subscribe(listener: () => void): () => void {
  addEventListener('popstate', listener)
  addEventListener(CHANGE, listener)
  return () => {
    removeEventListener('popstate', listener)
    removeEventListener(CHANGE, listener)
  }
}

/** The last address of each screen, with its search, to go back to. */
const visited = new Map<string, string>()

export function lastAddress(path: string): string {
  return visited.get(path) ?? path
}

/** Shows another screen. `replace` leaves no step behind for "back". */
export function navigate(to: string, { replace = false } = {}): void {
  history[replace ? 'replaceState' : 'pushState'](null, '', to)
  if (!replace) scrollTo(0, 0)
  dispatchEvent(new Event(CHANGE))
}

export interface Route {
  /** The path's parts, decoded: `/users/usr_0001` → `['users', 'usr_0001']`. */
  parts: string[]
  search: URLSearchParams
}

export function useRoute(): Route {
  const address = useSyncExternalStore(subscribe, () => location.pathname + location.search)
  useEffect(() => {
    visited.set(new URL(address, location.origin).pathname, address)
  }, [address])
  return useMemo(() => {
    const { pathname, searchParams } = new URL(address, location.origin)
    return { parts: pathname.split('/').filter(Boolean).map(decode), search: searchParams }
  }, [address])
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}

export interface LinkProps extends AnchorHTMLAttributes<HTMLAnchorElement> {
  href: string
}

/** An ordinary link that does not load the page anew. */
export function Link({ href, onClick, children, ...props }: LinkProps): ReactElement {
  const follow = useCallback(
    (event: MouseEvent<HTMLAnchorElement>) => {
      onClick?.(event)
      if (
        event.defaultPrevented ||
        event.button !== 0 ||
        event.metaKey ||
        event.ctrlKey ||
        event.shiftKey ||
        event.altKey
      )
        return
      event.preventDefault()
      navigate(href)
    },
    [href, onClick],
  )
  return (
    <a {...props} href={href} onClick={follow}>
      {children}
    </a>
  )
}
