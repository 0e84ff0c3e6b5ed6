import { Hono } from 'hono'
import { emblem } from './emblem.ts'
import { portrait } from './portrait.ts'

const ID = /^([A-Za-z0-9_-]{1,64})\.png$/

/** `/avatars/<id>.png` and `/products/<id>.png`, painted when first asked for. Everything else below is lost. */
export function pictures(): Hono {
  const painted = new Map<string, Uint8Array<ArrayBuffer>>()
  const app = new Hono()
  for (const [folder, paint] of [
    ['avatars', portrait],
    ['products', emblem],
  ] as const) {
    app.get(`/${folder}/:file`, (c) => {
      const id = ID.exec(c.req.param('file'))?.[1]
      if (!id) return c.notFound()
      const key = `${folder}/${id}`
      const bytes = painted.get(key) ?? paint(id)
      // Ids can be made up by anyone: the cache stays small whatever is asked for.
      if (painted.size < 1000) painted.set(key, bytes)
      return c.body(bytes, 200, { 'content-type': 'image/png', 'cache-control': 'public, max-age=31536000, immutable', 'x-content-type-options': 'nosniff' })
    })
  }
  return app
}
