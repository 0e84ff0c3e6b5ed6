/**
 * Whether a request may come from where it comes: cookies are sent along by any page that asks. The page's
 * origin must be the request's own or a listed one; forwarded host headers, which anyone can write, are
 * not looked at.
 *
 * @param changing whether the request would change something
 */
export function isFromHere(request: Request, allowedOrigins: readonly string[], changing: boolean): boolean {
  const { headers } = request
  const origin = headers.get('origin')
  const site = headers.get('sec-fetch-site')
  const own = new URL(request.url).origin
  // `Origin: null` comes from sandboxed frames and redirects: it is nobody.
  if (origin !== null) return allowedOrigins.includes(origin) || (origin === own && (site === null || site === 'same-origin'))
  if (site !== null) return site === 'same-origin' || (!changing && site === 'none')
  // No browser of today: a script with a token of its own. With a cookie it may be an old browser misused.
  return !changing || !headers.has('cookie')
}
