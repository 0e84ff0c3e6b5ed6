import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import { builtPages } from './builtPages.ts'
import { listen } from './listen.ts'
import { openPanel } from './Panel.ts'
import { readSettings } from './settings.ts'
import { signIns } from './signIns.ts'

export interface MainOptions {
  server: Server
  /** What serves the pages, or the folder with the built ones. */
  pages: string | ((request: IncomingMessage, response: ServerResponse) => void)
  defaultDataDir: string
}

/** Runs the panel until the returned function is called. */
export async function main({ server, pages, defaultDataDir }: MainOptions): Promise<() => Promise<void>> {
  const settings = readSettings(process.env, process.argv.slice(2), defaultDataDir)
  const sockets = new Set<Socket>()
  server.on('connection', (socket: Socket) => sockets.add(socket.once('close', () => sockets.delete(socket))))
  const { port, note } = await listen(server, settings)
  const panel = await openPanel(settings, port)
  const show = typeof pages === 'string' ? builtPages(pages) : pages
  const answer = getRequestListener(panel.app.fetch, { overrideGlobalObjects: false })
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    if (!isOwnHost(request.headers.host, port)) response.writeHead(421).end()
    else if (isServerPath(request.url ?? '/')) void answer(request, response)
    else show(request, response)
  })
  if (note) console.log(note)
  console.log(greeting(port, settings.clerk !== undefined))
  return async () => {
    const closed = new Promise((resolve) => server.close(resolve))
    // An open tab keeps a WebSocket to Vite, which `server.closeAllConnections()` leaves open.
    for (const socket of sockets) socket.destroy()
    await closed
    panel.close()
  }
}

/** A page elsewhere whose name was made to point at this machine gets nothing. */
function isOwnHost(host: string | undefined, port: number): boolean {
  return (
    host === `localhost:${port}` ||
    host === `127.0.0.1:${port}` ||
    (port === 80 && (host === 'localhost' || host === '127.0.0.1'))
  )
}

function isServerPath(url: string): boolean {
  const path = url.split('?', 1)[0]!
  return path.startsWith('/api/') || path.startsWith('/avatars/') || path.startsWith('/products/')
}

function greeting(port: number, onClerk: boolean): string {
  const people = onClerk ? 'with the users of your Clerk application' : 'with people made up for this demo'
  const lines = signIns.map(({ role, email, password }) => `    ${role.padEnd(9)}${email.padEnd(21)}${password}`)
  return [
    '',
    `  The admin panel is open, ${people}:`,
    '',
    `    http://localhost:${port}`,
    '',
    '  Sign in as',
    ...lines,
    '',
    '  Stop it with Ctrl+C.',
    '',
  ].join('\n')
}
