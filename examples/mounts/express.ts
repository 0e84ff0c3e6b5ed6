import { getRequestListener } from '@hono/node-server'
import express, { type Express } from 'express'

/** The kit's handler, made with `basePath: '/api'`, in Express 5. */
export function mount(handler: (request: Request) => Promise<Response>, app = express()): Express {
  const answer = getRequestListener(handler, { overrideGlobalObjects: false })
  app.all('/api/users{/*path}', (req, res) => {
    // Where `express.json()` comes first it has read the body: here it is again.
    if (req.body !== undefined) Object.assign(req, { rawBody: Buffer.from(JSON.stringify(req.body)) })
    return answer(req, res)
  })
  return app
}
