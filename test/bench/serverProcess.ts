import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import { AvatarKitError } from '../../src/core/errors.ts'
import type { User } from '../../src/core/user.ts'
import { bulkRemoval } from '../../src/server/bulk.ts'
import { createUserImageHandler } from '../../src/server/handler.ts'
import { memoryLimiter } from '../../src/server/limiter.ts'

/** What a server of the bench says of itself when it is asked. */
export interface Report {
  port: number
  /** In bytes; after the rubbish was collected where that was asked for. */
  heap: number
  rss: number
  /** CPU time of the process so far, in µs. */
  cpu: number
  /** Lines of the audit so far. */
  events: number
}

const users = new Map(
  Array.from({ length: 1000 }, (_, at): User => {
    const id = `user_${at}`
    const names = {
      firstName: 'Ada',
      lastName: `Lovelace ${at}`,
      username: `ada_${at}`,
      emailAddress: `ada_${at}@people.test`,
    }
    return {
      id,
      imageUrl: `https://images.test/${id}.png`,
      hasImage: true,
      ...names,
      banned: false,
      createdAt: 1_700_000_000_000,
      updatedAt: 1_700_000_000_000,
      lastActiveAt: null,
    }
  }).map((user) => [user.id, user]),
)

function find(id: string): User {
  const user = users.get(id)
  if (user) return user
  throw new AvatarKitError('user-not-found')
}

/**
 * What stands in for the provider, which costs nearly nothing. Who lost a picture gets it back at once, so that each
 * removal is one. Not the memory adapter: it keeps what was done for as long as it lives.
 */
const provider = {
  getUser: async (id: string) => ({ ...find(id) }),
  async deleteUserProfileImage(id: string) {
    const user = find(id)
    const bared = { ...user, imageUrl: null, hasImage: false, updatedAt: Date.now() }
    users.set(id, bared)
    queueMicrotask(() => users.set(id, user))
    return bared
  },
}

let events = 0

/** As in the guide: a session, a limit by address, a limit per admin, an audit, removals in bulk. */
function kit(): (request: Request) => Promise<Response> {
  const perAddress = memoryLimiter({ max: 1e9, windowMs: 60_000 })
  const perAdmin = memoryLimiter({ max: 1e9, windowMs: 60_000 })
  return createUserImageHandler({
    adapter: provider,
    basePath: '/api',
    authorize: async ({ headers }) => (headers.get('cookie') === 'session=admin' ? { id: 'admin_1' } : undefined),
    limit: {
      beforeAuth: (request) => perAddress(request.headers.get('x-real-ip') ?? 'unknown'),
      perActor: ({ id }) => perAdmin(id),
    },
    bulk: bulkRemoval(),
    onEvent: () => void events++,
  })
}

/** The same answers for anybody who asks. */
function bare(): (request: Request) => Promise<Response> {
  const headers = {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  }
  return async (request) => {
    if (request.method === 'POST') return new Response('{}', { status: 404, headers })
    const id = new URL(request.url).pathname.split('/')[3]!
    return new Response(
      JSON.stringify(await (request.method === 'DELETE' ? provider.deleteUserProfileImage(id) : provider.getUser(id))),
      { headers },
    )
  }
}

const answer = getRequestListener(process.argv[2] === 'kit' ? kit() : bare())
// What the guide tells a host to set.
const limits = { headersTimeout: 10_000, requestTimeout: 60_000, connectionsCheckingInterval: 5_000 }
const server = createServer(limits, (request, response) => void answer(request, response))
const { gc } = globalThis as { gc?: () => void }

/** @param ask `heap` to collect the rubbish first: that forgets what was compiled, so no round may follow at once */
function report(ask: unknown): void {
  if (ask === 'heap') for (let times = 0; times < 2; times++) gc?.()
  const { heapUsed: heap, rss } = process.memoryUsage()
  const { user, system } = process.cpuUsage()
  process.send!({
    port: (server.address() as AddressInfo).port,
    heap,
    rss,
    cpu: user + system,
    events,
  } satisfies Report)
}

// In its own time, so that a profile is written.
process.on('disconnect', () => process.exit())
server.listen(0, '127.0.0.1', () => {
  process.on('message', report)
  report('heap')
})
