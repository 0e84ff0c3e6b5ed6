import { isSafeUserId } from '../core/adapter.ts'

/** What `authorize` is asked about. */
export type HandlerAction = 'getUserList' | 'getUser' | 'getImageEvents' | 'deleteUserProfileImages' | ChangeAction

/** Those that change one user's image. */
export type ChangeAction = 'deleteUserProfileImage' | 'updateUserProfileImage' | 'restoreUserProfileImage'

export interface Route {
  action: HandlerAction
  method: 'GET' | 'DELETE' | 'POST'
  /** As it stands in the path, not yet decoded. */
  segment?: string
}

/** The routes below the base path: a path has one spelling, and what is spelt otherwise is not there. */
const ROUTES: { path: RegExp; method: Route['method']; action: HandlerAction }[] = [
  { path: /^\/users$/, method: 'GET', action: 'getUserList' },
  { path: /^\/users\/([^/]+)$/, method: 'GET', action: 'getUser' },
  { path: /^\/users\/([^/]+)\/profile_image$/, method: 'DELETE', action: 'deleteUserProfileImage' },
  { path: /^\/users\/profile_images\/delete$/, method: 'POST', action: 'deleteUserProfileImages' },
  { path: /^\/users\/([^/]+)\/profile_image$/, method: 'POST', action: 'updateUserProfileImage' },
  { path: /^\/users\/([^/]+)\/profile_image\/restore$/, method: 'POST', action: 'restoreUserProfileImage' },
  { path: /^\/users\/profile_images\/events$/, method: 'GET', action: 'getImageEvents' },
]

/** Those that are there: what the host does not want, or its adapter cannot do, has no route. */
export const routesOf = (wanted: Partial<Record<HandlerAction, boolean>>): typeof ROUTES =>
  ROUTES.filter(({ action }) => wanted[action] ?? true)

/** `undefined` where there is no such path; `allow` where it has other methods. */
export function findRoute(
  routes: typeof ROUTES,
  method: string,
  pathname: string,
  basePath: string,
): Route | { allow: string } | undefined {
  if (!pathname.startsWith(`${basePath}/`) || (ODD.test(pathname) && AMBIGUOUS.test(pathname))) return undefined
  const path = pathname.slice(basePath.length)
  for (const route of routes) {
    const match = route.method === method && route.path.exec(path)
    if (match) return { action: route.action, method: route.method, segment: match[1] }
  }
  const others = routes.filter((route) => route.path.test(path))
  return others.length === 0 ? undefined : { allow: others.map((route) => route.method).join(', ') }
}

/** What a proxy or framework in between might read as another path. */
const AMBIGUOUS = /\/\/|;|\\|%2f|%5c|%00|%25|\/\.|\.$/i
/** Most paths have none of these signs, which is quicker to see. */
const ODD = /[;\\%.]|\/\//

/** The id in a path segment, decoded once; `undefined` where it is none or is spelt in an unusual way. */
export function idOf(segment: string): string | undefined {
  let id: string
  try {
    id = decodeURIComponent(segment)
  } catch {
    return undefined
  }
  return isSafeUserId(id) && (segment === id || segment === encodeURIComponent(id)) ? id : undefined
}
