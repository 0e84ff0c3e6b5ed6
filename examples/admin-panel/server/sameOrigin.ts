import type { MiddlewareHandler } from 'hono'

/** Lets requests that change something through only from the panel's own pages. */
export function sameOrigin(origins: string[]): MiddlewareHandler {
  return async (c, next) => {
    const origin = c.req.header('origin')
    const site = c.req.header('sec-fetch-site')
    const isOwn = origin === undefined ? site === 'same-origin' : origins.includes(origin)
    if (c.req.method === 'GET' || c.req.method === 'HEAD' || isOwn) return next()
    return c.json({ error: { code: 'forbidden' } }, 403)
  }
}
