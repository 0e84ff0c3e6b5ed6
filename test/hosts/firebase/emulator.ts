import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http'
import { createRequire } from 'node:module'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { type App, deleteApp, initializeApp } from 'firebase-admin/app'
import { getAuth } from 'firebase-admin/auth'
import type { Answer } from '../../support/faultServer.ts'

// Google's own emulator of Firebase Authentication, in this process: the command that starts it wants Java for others.
const { createApp } = createRequire(import.meta.url)('firebase-tools/lib/emulator/auth/server.js') as {
  createApp(project: string): Promise<RequestListener>
}

/** A request to Identity Toolkit, such as `accounts:update`. */
export interface Request {
  verb: string
  body: Record<string, unknown>
}

/** In place of the emulator's answer. */
export interface Fault {
  /** Which request: a verb, or `re-read` for the look-up that `updateUser` makes by itself after the update. */
  on: 'accounts:update' | 'accounts:lookup' | 're-read'
  answer: Answer
  /** Whether what was asked for is done all the same. */
  carryOut?: boolean
  /** Default: always. */
  times?: number
}

/** One Firebase project in the emulator, as one `firebase-admin` sees it. */
export interface Project {
  app: App
  auth: ReturnType<typeof getAuth>
  requests: Request[]
  /** How many of them were such look-ups. */
  rereads: number
  faults: Fault[]
  /** The emulator's own answer, for what `firebase-admin` does not offer: signing in. */
  call(path: string, body: unknown): Promise<Record<string, string>>
  close(): Promise<void>
}

const listen = async (handler: RequestListener) => {
  const server = createServer(handler)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return { server, host: `127.0.0.1:${(server.address() as AddressInfo).port}` }
}

/** Starts the emulator with something in front that listens, and answers in its place where a project says so. */
export async function startEmulator() {
  const projects = new Map<string, { project: Project; updated: boolean; silent: Set<ServerResponse> }>()
  const inner = await listen(await createApp('nobody'))

  async function forward(request: IncomingMessage, body: string): Promise<Answer> {
    const headers = Object.entries(request.headers).filter(
      ([name]) => !['host', 'connection', 'content-length'].includes(name),
    ) as [string, string][]
    const reply = await fetch(`http://${inner.host}${request.url}`, {
      method: request.method,
      headers,
      body: body || undefined,
    })
    return {
      status: reply.status,
      headers: { 'content-type': reply.headers.get('content-type') ?? '' },
      body: await reply.text(),
    }
  }

  async function answer(request: IncomingMessage, response: ServerResponse) {
    const body = await text(request)
    const [, project = '', verb = ''] =
      /\/projects\/([^/]+)\/(?:tenants\/[^/]+\/)?([\w:]+)/.exec(request.url ?? '') ?? []
    const held = projects.get(project)
    let right: Answer | undefined
    let fault: Fault | undefined
    if (held) {
      held.project.requests.push({ verb, body: body ? (JSON.parse(body) as Request['body']) : {} })
      const name = verb === 'accounts:lookup' && held.updated ? 're-read' : verb
      if (name === 're-read') held.project.rereads++
      fault = held.project.faults.find(({ on, times = 1 }) => times > 0 && on === name)
      if (fault?.times !== undefined) fault.times--
      if (!fault || fault.carryOut) right = await forward(request, body)
      // After a removal's answer that the SDK can read it asks for the user; no other look-up comes in between.
      held.updated =
        verb === 'accounts:update' &&
        body.includes('PHOTO_URL') &&
        /"localId"/.test(String((fault?.answer ?? right)?.body))
    } else right = await forward(request, body)
    const { instead, status = 200, headers, body: reply } = fault?.answer ?? right!
    if (instead === 'reset') return request.socket.resetAndDestroy()
    if (instead === 'silence') return held?.silent.add(response)
    response.writeHead(status, headers)
    if (instead === 'cut') return response.write(reply ?? '', () => request.socket.destroy())
    response.end(reply)
  }

  const outer = await listen((request, response) => void answer(request, response))
  process.env.FIREBASE_AUTH_EMULATOR_HOST = outer.host

  return {
    open(): Project {
      const projectId = `project-${projects.size + 1}`
      const app = initializeApp({ projectId }, projectId)
      const silent = new Set<ServerResponse>()
      const project: Project = {
        app,
        auth: getAuth(app),
        requests: [],
        rereads: 0,
        faults: [],
        async call(path, body) {
          const headers = { 'content-type': 'application/json', authorization: 'Bearer owner' }
          const reply = await fetch(`http://${inner.host}/${path.replace('{project}', projectId)}`, {
            method: 'POST',
            headers,
            body: JSON.stringify(body),
          })
          const told = (await reply.json()) as Record<string, string>
          if (!reply.ok) throw new Error(JSON.stringify(told))
          return told
        },
        async close() {
          project.faults = []
          for (const response of silent) response.socket?.destroy()
          await deleteApp(app)
        },
      }
      projects.set(projectId, { project, updated: false, silent })
      return project
    },
    async close() {
      for (const { server } of [outer, inner]) {
        server.closeAllConnections()
        await new Promise((resolve) => server.close(resolve))
      }
    },
  }
}
