import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { createAdaptorServer, getRequestListener } from '@hono/node-server'
import express from 'express'
import { Hono } from 'hono'
import { createRequestHandler, type ServerBuild } from 'react-router'
import { afterAll, afterEach, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest'
import * as inExpress from '../../examples/mounts/express.ts'
import * as inHono from '../../examples/mounts/hono.ts'
import * as inReactRouter from '../../examples/mounts/react-router.ts'
import { bulkRemoval, imageUpload } from '../../src/server/index.ts'
import { png } from '../support/png.ts'
import { admin, countingAdapter, image, linesOf, startPanel } from './startPanel.ts'

type Handler = (request: Request) => Promise<Response>

/** A promise that is kept from outside. */
function promised<T = void>() {
  let keep!: (value: T) => void
  return { promise: new Promise<T>((resolve) => (keep = resolve)), keep }
}

/** What React Router's compiler makes of an application whose only route is the kit's. */
function reactRouter(handler: Handler): Server {
  const build = {
    entry: { module: { default: (_: Request, status: number) => new Response('a page', { status }) } },
    routes: { users: { id: 'users', path: 'api/users/*', module: inReactRouter.mount(handler) } },
    assets: { entry: { imports: [], module: '' }, routes: {}, url: '', version: '' },
    publicPath: '/',
    assetsBuildDirectory: '',
    future: {},
    ssr: true,
    isSpaMode: false,
    prerender: [],
    routeDiscovery: { mode: 'initial', manifestPath: '' },
  } as unknown as ServerBuild
  const answer = getRequestListener(createRequestHandler(build, 'test'), { overrideGlobalObjects: false })
  return createServer((request, response) => void answer(request, response))
}

/** The framework's own server around a handler. Hono's comes last: it replaces `Request` and `Response` in the whole process. */
const frameworks: [name: string, start: (handler: Handler) => Server][] = [
  ['Express', (handler) => createServer(inExpress.mount(handler))],
  [
    'Express behind a body parser',
    (handler) => createServer(inExpress.mount(handler, express().use(express.json(), express.urlencoded()))),
  ],
  [
    'Express that trusts its proxy',
    (handler) => createServer(inExpress.mount(handler, express().set('trust proxy', true))),
  ],
  ['React Router', reactRouter],
  ['Hono', (handler) => createAdaptorServer({ fetch: inHono.mount(handler, new Hono()).fetch }) as Server],
]

/** Removals as a proxy or framework in between might read them, and the kit does not. */
const oddPaths = String.raw`
  //api/users/user_1/profile_image /api//users/user_1/profile_image /api/users//user_1/profile_image /api/users/user_1//profile_image
  /api/users/user_1/profile_image/ /api/users/user_1%2fprofile_image /api%2fusers/user_1/profile_image /api/users%2Fuser_1%2Fprofile_image
  /api/users/user_1%252fprofile_image /api/users/..%2fuser_1/profile_image /api/users/user_1;x/profile_image /api;x/users/user_1/profile_image
  /api/users/user_1/profile_image;x /api/users/user_1%3Bx/profile_image /api/users/user%5F1/profile_image /api/users/user_1%zz/profile_image
  /api/users/user_1\profile_image /API/users/user_1/profile_image /api/Users/user_1/Profile_Image /api/users/user_1/profile_image%00
`

describe.each(frameworks)('%s', (_, start) => {
  const panel = startPanel({ allowedOrigins: ['https://public.test'] })
  let own: Handler | undefined
  let server: Server
  let url: string
  let host: string
  beforeAll(async () => {
    server = start((request) => (own ?? panel.handler)(request)).listen(0, '127.0.0.1')
    await once(server, 'listening')
    host = `127.0.0.1:${(server.address() as AddressInfo).port}`
    url = `http://${host}`
  })
  afterEach(() => {
    own = undefined
    panel.changes.length = panel.reads.length = panel.asked.length = 0
  })
  afterAll(() => new Promise((resolve) => server.close(resolve).closeAllConnections()))

  const page = () => ({ ...admin, origin: url })
  const ask = async (path: string, init: RequestInit = {}) => {
    const response = await fetch(url + path, {
      ...init,
      headers: { ...page(), ...(init.headers as Record<string, string>) },
    })
    return { status: response.status, body: await response.json() }
  }

  /** Sends a removal with its target as it is; resolves with the status. */
  const send = async (target: string, headers: Record<string, string> = {}) => {
    const socket = connect(Number(host.split(':')[1]), '127.0.0.1')
    let reply = ''
    socket.setEncoding('latin1').on('data', (data: string) => (reply += data))
    const lines = Object.entries({ host, ...page(), ...headers, connection: 'close' }).map(
      ([name, value]) => `${name}: ${value}\r\n`,
    )
    socket.write(`DELETE ${target} HTTP/1.1\r\n${lines.join('')}\r\n`, 'latin1')
    await once(socket, 'close')
    return Number(/^HTTP\/1\.1 (\d{3})/.exec(reply)?.[1])
  }

  test('list, get, remove', async () => {
    expect(await ask('/api/users?limit=1')).toMatchObject({ status: 200, body: { totalCount: 2 } })
    expect(await ask('/api/users/user_1')).toMatchObject({ status: 200, body: { id: 'user_1', hasImage: true } })
    expect(await ask(image, { method: 'DELETE' })).toMatchObject({
      status: 200,
      body: { id: 'user_1', hasImage: false },
    })
    expect(panel.changes).toEqual(['user_1'])
  })

  test('another origin is refused, and X-Forwarded headers are not believed', async () => {
    const forwarded = {
      'x-forwarded-host': 'evil.test',
      'x-forwarded-proto': 'https',
      forwarded: 'host=evil.test;proto=https',
    }
    expect((await ask(image, { method: 'DELETE', headers: { origin: 'https://evil.test' } })).status).toBe(403)
    expect(
      (await ask(image, { method: 'DELETE', headers: { origin: 'https://evil.test', ...forwarded } })).status,
    ).toBe(403)
    expect(await send(image, { host: 'elsewhere.test' })).toBe(403)
    expect(panel.changes).toEqual([])
    expect(await send(image, { host: 'elsewhere.test', origin: 'http://elsewhere.test' })).toBe(200)
    expect(await send(image, { origin: 'https://public.test', 'sec-fetch-site': 'cross-site' })).toBe(200)
  })

  test('an id with # is no id', async () => {
    expect(await ask('/api/users/user_1%23/profile_image', { method: 'DELETE' })).toMatchObject({
      status: 400,
      body: { error: { code: 'invalid-user-id' } },
    })
    expect([panel.changes, panel.reads, panel.asked]).toEqual([[], [], []])
  })

  test.each(oddPaths.trim().split(/\s+/))('%s never reaches the adapter', async (path) => {
    // React Router warns of addresses that it cannot decode.
    const warned = vi.spyOn(console, 'warn').mockImplementation(() => {})
    onTestFinished(() => warned.mockRestore())
    expect(await send(path)).toSatisfy((status) => status >= 400 && status < 500)
    for (const [text] of warned.mock.calls) expect(text).toContain('could not be decoded')
    expect([panel.changes, panel.reads, panel.asked]).toEqual([[], [], []])
  })

  test('the handler gets the address as it was written, and its origin from Host', async () => {
    let seen = ''
    own = async ({ url: address }) => {
      seen = address
      return Response.json({})
    }
    for (const target of [
      '/api/users/user_1%2F%3b;x//y?limit=1',
      '/api/users',
      '/api/users?query=ada&limit=5',
      '/api/users/%C3%A4',
    ]) {
      expect([await send(target), seen]).toEqual([200, url + target])
    }
    await send('/api/users', { host: 'panel.test', 'x-forwarded-host': 'evil.test', 'x-forwarded-proto': 'https' })
    expect(seen).toBe('http://panel.test/api/users')
  })

  test('a removal may have a body of its own', async () => {
    const json = { 'content-type': 'application/json' }
    expect((await ask(image, { method: 'DELETE', headers: json })).status).toBe(200)
    expect((await ask(image, { method: 'DELETE', headers: json, body: '{"userId":"user_2"}' })).status).toBe(200)
    expect(
      (
        await ask(image, {
          method: 'DELETE',
          headers: { 'content-type': 'application/x-www-form-urlencoded' },
          body: 'userId=user_2',
        })
      ).status,
    ).toBe(415)
    expect(panel.changes).toEqual(['user_1', 'user_1'])
  })

  test('a JSON body arrives, read at once or as a stream', async () => {
    const init = {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ userIds: ['user_1', 'ä'] }),
    }
    own = async (request) => Response.json({ type: request.headers.get('content-type'), got: await request.json() })
    const expected = { status: 200, body: { type: 'application/json', got: { userIds: ['user_1', 'ä'] } } }
    expect(await ask('/api/users/profile_images/delete', init)).toEqual(expected)
    own = async ({ headers, body }) => {
      let text = ''
      for await (const part of body!.pipeThrough(new TextDecoderStream())) text += part
      return Response.json({ type: headers.get('content-type'), got: JSON.parse(text) })
    }
    expect(await ask('/api/users/profile_images/delete', init)).toEqual(expected)
  })

  test('an answer is streamed, and ends where the caller goes away', async () => {
    let push = (_line: string) => {}
    const cancelled = promised()
    own = async () => {
      const body = new ReadableStream<Uint8Array>({
        start(controller) {
          push = (line) => controller.enqueue(new TextEncoder().encode(`${line}\n`))
          push('first')
        },
        cancel: () => cancelled.keep(),
      })
      return new Response(body, { headers: { 'content-type': 'application/x-ndjson' } })
    }
    const leave = new AbortController()
    const response = await fetch(`${url}/api/users`, { method: 'POST', signal: leave.signal })
    const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader()
    // The second line is written only when the first one is there.
    expect(await reader.read()).toEqual({ done: false, value: 'first\n' })
    push('second')
    expect(await reader.read()).toEqual({ done: false, value: 'second\n' })
    leave.abort()
    await reader.closed.catch(() => {})
    await cancelled.promise
  })

  test('many removals are streamed, and a picture arrives as it was', async () => {
    const { adapter, users } = countingAdapter()
    let file: Blob | undefined
    const more = startPanel({
      adapter: {
        ...adapter,
        updateUserProfileImage: async (id, params: { file: Blob }) => (
          (file = params.file), { ...users.get(id)!, imageUrl: 'https://images.test/new.png', hasImage: true }
        ),
      },
      bulk: bulkRemoval(),
      upload: imageUpload(),
    })
    own = more.handler
    const bulk = {
      method: 'POST',
      headers: { ...page(), 'content-type': 'application/json' },
      body: JSON.stringify({ userIds: ['user_1', 'user_2'] }),
    }
    const lines = linesOf(await (await fetch(`${url}/api/users/profile_images/delete`, bulk)).text())
    expect(lines.map(({ userId, status }) => [userId, status]).sort((a, b) => a[0].localeCompare(b[0]))).toEqual([
      ['user_1', 'done'],
      ['user_2', 'done'],
    ])
    const body = new FormData()
    body.set('file', png, 'me.png')
    expect(await ask(image, { method: 'POST', body })).toMatchObject({
      status: 200,
      body: { id: 'user_1', hasImage: true },
    })
    expect(Buffer.from(await file!.arrayBuffer()).equals(Buffer.from(await png.arrayBuffer()))).toBe(true)
  })

  test('the caller’s leaving reaches the request’s signal', async () => {
    const arrival = promised<AbortSignal>()
    own = (request) => {
      arrival.keep(request.signal)
      return new Promise((resolve) => request.signal.addEventListener('abort', () => resolve(new Response())))
    }
    const leave = new AbortController()
    const asked = fetch(url + image, { method: 'DELETE', signal: leave.signal }).catch(() => 'left')
    const signal = await arrival.promise
    leave.abort()
    expect(await asked).toBe('left')
    if (!signal.aborted) await once(signal, 'abort')
  })

  test('a removal that is under way is carried out though the caller left', async () => {
    const [arrival, leaving, ended] = [promised(), promised(), promised<string>()]
    const slow = startPanel({
      authorize: async () => {
        arrival.keep()
        await leaving.promise
        return { id: 'admin_1' }
      },
      onEvent: ({ type }) => ended.keep(type),
    })
    own = slow.handler
    const leave = new AbortController()
    const asked = fetch(url + image, { method: 'DELETE', headers: page(), signal: leave.signal }).catch(() => 'left')
    await arrival.promise
    leave.abort()
    expect(await asked).toBe('left')
    leaving.keep()
    expect(await ended.promise).toBe('image.removed')
    expect(slow.changes).toEqual(['user_1'])
    own = undefined
    expect((await ask('/api/users/user_1')).status).toBe(200)
  })
})

test('React Router answers at its own address of a route’s data too: with the same checks', async () => {
  const panel = startPanel()
  const server = reactRouter(panel.handler).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const status = async (path: string, method: string, headers: Record<string, string>) =>
    (await fetch(url + path, { method, headers })).status
  try {
    const page = { ...admin, origin: url }
    expect(await status(`${image}.data`, 'DELETE', { ...page, origin: 'https://evil.test' })).toBe(400)
    expect(await status(`${image}.data`, 'DELETE', { cookie: admin.cookie })).toBe(403)
    expect(await status(`${image}.data`, 'DELETE', { ...page, cookie: 'session=none' })).toBe(403)
    expect(await status(`${image}.data`, 'POST', page)).toBe(405)
    expect(await status('/api/users/user_1%23.data', 'GET', page)).toBe(400)
    expect(await status('/api/users/user_1%2fprofile_image.data', 'DELETE', page)).toBe(404)
    expect([panel.changes, panel.reads]).toEqual([[], []])
    const reply = await fetch(`${url}/api/users/user_1.data`, { headers: page })
    expect([reply.status, reply.headers.get('cache-control'), panel.reads]).toEqual([200, 'no-store', ['user_1']])
    expect(await status(`${image}.data`, 'DELETE', page)).toBe(200)
    expect(panel.changes).toEqual(['user_1'])
  } finally {
    server.close().closeAllConnections()
  }
})

test.each(['hono', 'express', 'react-router'])('the guide shows the lines of examples/mounts/%s.ts', (name) => {
  const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')
  const [, body] = /^export function .*\{\n([\s\S]*?)^ {2}return /m.exec(read(`examples/mounts/${name}.ts`))!
  for (const line of body!.match(/\S.*/g)!) expect(read('stories/guides/Mounting.mdx')).toContain(line)
})
