/**
 * The address if it is safe to load as a picture, else `undefined`: `https:`, relative ones, `http:` on
 * the page's own origin or an allowed one, `blob:`, and raster `data:` URLs. Never `javascript:`, SVG
 * data, or anything that does not parse.
 *
 * @param allowHttp origins such as `http://images.internal` that may be loaded without TLS
 */
export function safeImageUrl(url: string | null | undefined, allowHttp: readonly string[] = []): string | undefined {
  if (!url) return undefined
  const trimmed = url.trim()
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(trimmed)?.[1]?.toLowerCase()
  if (scheme === undefined) return /[\\\p{Cc}]/u.test(trimmed) || trimmed.startsWith('//') ? undefined : trimmed
  if (scheme === 'blob') return trimmed
  if (scheme === 'data') return /^data:image\/(png|jpe?g|gif|webp|avif|bmp)[;,]/i.test(trimmed) ? trimmed : undefined
  if (scheme !== 'https' && scheme !== 'http') return undefined
  try {
    const parsed = new URL(trimmed)
    const own = (globalThis as { location?: { origin?: string } }).location?.origin
    return scheme === 'https' || parsed.origin === own || allowHttp.includes(parsed.origin) ? parsed.href : undefined
  } catch {
    return undefined
  }
}
