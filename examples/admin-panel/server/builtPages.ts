import type { IncomingMessage, ServerResponse } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import { serveStatic } from '@hono/node-server/serve-static'
import { Hono } from 'hono'

/** Serves what `vite build` made of the pages: a file where there is one, else the page itself, which knows the address. */
export function builtPages(root: string): (request: IncomingMessage, response: ServerResponse) => void {
  const app = new Hono().use(serveStatic({ root })).get('*', serveStatic({ root, path: 'index.html' }))
  const answer = getRequestListener(app.fetch, { overrideGlobalObjects: false })
  return (request, response) => void answer(request, response)
}
