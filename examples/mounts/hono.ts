import { Hono } from 'hono'

/** The kit's handler, made with `basePath: '/api'`, in Hono. `/api/users/*` is `/api/users` too. */
export function mount(handler: (request: Request) => Promise<Response>, app = new Hono()): Hono {
  app.all('/api/users/*', (context) => handler(context.req.raw))
  return app
}
