import { oneLine } from './events.ts'
import { Refusal } from './refusal.ts'

/** A request whose page may not make it. */
export class OriginRefusal extends Refusal {
  /** Its `Origin`, or `Sec-Fetch-Site` if it has none. */
  readonly origin: string

  constructor(headers: Headers) {
    super('forbidden')
    this.origin = oneLine(headers.get('origin') ?? headers.get('sec-fetch-site') ?? 'none')
  }
}

/**
 * Checks the request's origin (CSRF): any page can make a browser send its cookies along. The origin must be the
 * request's own or a listed one. Forwarded host headers are ignored, since anybody can write them.
 *
 * @param isOwn whether an origin is the server's own, without a proxy in between
 * @param changing whether the request would change something
 * @throws OriginRefusal
 */
export function checkOrigin(
  headers: Headers,
  allowedOrigins: readonly string[],
  isOwn: (origin: string) => boolean,
  changing: boolean,
): void {
  if (!isFromHere(headers, allowedOrigins, isOwn, changing)) throw new OriginRefusal(headers)
}

function isFromHere(
  headers: Headers,
  allowedOrigins: readonly string[],
  isOwn: (origin: string) => boolean,
  changing: boolean,
): boolean {
  const origin = headers.get('origin')
  const site = headers.get('sec-fetch-site')
  // `Origin: null` comes from sandboxed frames and redirects: it is nobody.
  if (origin !== null)
    return allowedOrigins.includes(origin) || (isOwn(origin) && (site === null || site === 'same-origin'))
  if (site !== null) return site === 'same-origin' || (!changing && site === 'none')
  // No browser of today: a script with a token of its own. With a cookie it may be an old browser misused.
  return !changing || !headers.has('cookie')
}
