import type { ImageEventParams, UserListParams } from '../../core/adapter.ts'
import { AvatarKitError } from '../../core/errors.ts'

/** The address of a route; refused where the id would make it another one than was meant. */
export function urlOf(baseUrl: string, path: string, userId?: string): URL {
  const base = baseOf(baseUrl)
  const intended = `${base.pathname.replace(/\/$/, '')}/${path.replace(/^\/+/, '')}`
  const url = new URL(intended, base)
  if (url.origin === base.origin && url.pathname + url.search === intended && url.hash === '') return url
  throw new AvatarKitError('invalid-user-id', {
    userId,
    message: 'avatarkit: this id would change the address of the request; nothing was sent.',
  })
}

function baseOf(baseUrl: string): URL {
  const origin = (globalThis as { location?: { origin?: string } }).location?.origin
  try {
    return new URL(`${baseUrl.replace(/\/+$/, '')}/`, origin === 'null' ? undefined : origin)
  } catch (cause) {
    // Found out only now: a module that makes the adapter may be loaded on a server that never calls it.
    throw new AvatarKitError('misconfigured', {
      cause,
      message: `avatarkit: restAdapter cannot find ${JSON.stringify(baseUrl)}. Outside a page \`baseUrl\` must begin with http:// or https://.`,
    })
  }
}

export function searchOf(params: UserListParams | ImageEventParams): string {
  // What is not asked for is not sent: nor is the start of a list, which is where each begins.
  const asked = Object.entries(params).filter(
    ([name, value]) => value !== undefined && value !== '' && !(name === 'offset' && value === 0),
  )
  return new URLSearchParams(asked.map(([name, value]) => [name, String(value)])).toString()
}
