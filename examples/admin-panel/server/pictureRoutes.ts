import type { Context } from 'hono'
import { Hono } from 'hono'
import { emblem } from './emblem.ts'
import type { Picture, Pictures } from './Pictures.ts'

const EMBLEM = /^([A-Za-z0-9_-]{1,64})\.png$/
const MAX_EMBLEMS = 1000
// In browsers only, and for a day: a proxy would go on serving what was removed.
const PERSON = 'private, max-age=86400, immutable'
const THING = 'public, max-age=31536000, immutable'

/** `/avatars/<name>`, people's pictures, and `/products/<id>.png`. What is removed is not there, and everything else is lost. */
export function pictureRoutes(pictures: Pictures): Hono {
  const emblems = new Map<string, Uint8Array<ArrayBuffer>>()
  const app = new Hono()
  app.get('/avatars/:file', (c) => {
    const picture = pictures.findPublic(`/avatars/${c.req.param('file')}`)
    if (picture) return sendPicture(c, picture, PERSON)
    return c.json({ error: { code: 'not-found' } }, 404, { 'cache-control': 'no-store' })
  })
  app.get('/products/:file', (c) => {
    const id = EMBLEM.exec(c.req.param('file'))?.[1]
    if (!id) return c.notFound()
    const bytes = emblems.get(id) ?? emblem(id)
    // Ids can be made up by anyone: the cache stays small whatever is asked for.
    if (emblems.size < MAX_EMBLEMS) emblems.set(id, bytes)
    return sendPicture(c, { type: 'image/png', bytes }, THING)
  })
  return app
}

/** As nothing but a picture, whatever its bytes would like to be. */
export function sendPicture(c: Context, { type, bytes }: Picture, cacheControl: string): Response {
  return c.body(bytes, 200, {
    'content-type': type,
    'cache-control': cacheControl,
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; sandbox",
    'cross-origin-resource-policy': 'same-origin',
  })
}
