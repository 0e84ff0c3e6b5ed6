/**
 * Whether a request may come from where it comes: cookies are sent along by any page that asks. The page's
 * origin must be the request's own or a listed one; forwarded host headers, which anyone can write, are
 * not looked at.
 *
 * @param isOwn whether an origin is the server's own, without a proxy in between
 * @param changing whether the request would change something
 */
export function isFromHere(
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
