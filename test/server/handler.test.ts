import { describe, expect, test } from 'vitest'
import { AvatarKitError, type ErrorCode, meaningOf } from '../../src/core/errors.ts'
import type { Authorize } from '../../src/server/authorize.ts'
import { wait } from '../support/until.ts'
import { type Ask, admin, image, origin, startPanel } from './startPanel.ts'

const without = (...names: (keyof typeof admin)[]) =>
  Object.fromEntries(Object.entries(admin).filter(([name]) => !names.includes(name as keyof typeof admin)))

describe('where a request comes from', () => {
  const elsewhere = { ...admin, origin: 'https://evil.test' }
  const table: [name: string, status: number, headers: Record<string, string>, method?: string][] = [
    ['the panel’s own page', 200, admin],
    ['the own page in a browser without Sec-Fetch-Site', 200, without('sec-fetch-site')],
    ['the own page without Origin', 200, without('origin')],
    ['a token without cookie and Origin', 200, { authorization: 'Bearer script' }],
    ['a listed origin', 200, { ...admin, origin: 'https://public.test', 'sec-fetch-site': 'cross-site' }],
    ['a GET typed into the address bar', 200, { cookie: admin.cookie, 'sec-fetch-site': 'none' }, 'GET'],
    ['another site', 403, elsewhere],
    ['another site that reads', 403, elsewhere, 'GET'],
    ['another site with a token', 403, { authorization: 'Bearer script', origin: 'https://evil.test' }],
    ['Origin: null', 403, { ...admin, origin: 'null' }],
    ['Origin: null of a same-origin frame', 403, { ...without('sec-fetch-site'), origin: 'null' }],
    ['an empty Origin', 403, { ...admin, origin: '' }],
    ['a cookie without Origin and Sec-Fetch-Site', 403, { cookie: admin.cookie }],
    ['the own origin, which the browser says is cross-site', 403, { ...admin, 'sec-fetch-site': 'cross-site' }],
    ['cross-site without Origin', 403, { ...without('origin'), 'sec-fetch-site': 'cross-site' }],
    ['same-site without Origin', 403, { ...without('origin'), 'sec-fetch-site': 'same-site' }],
    ['a removal typed into the address bar', 403, { ...without('origin'), 'sec-fetch-site': 'none' }],
    ['cross-site that reads', 403, { ...without('origin'), 'sec-fetch-site': 'cross-site' }, 'GET'],
    ['same-site that reads', 403, { ...without('origin'), 'sec-fetch-site': 'same-site' }, 'GET'],
    ['another port', 403, { ...admin, origin: `${origin}:8443` }],
    ['another scheme', 403, { ...admin, origin: 'http://panel.test' }],
    ['a longer name', 403, { ...admin, origin: `${origin}.evil.test` }],
    ['X-Forwarded-Host', 403, { ...elsewhere, 'x-forwarded-host': 'evil.test', 'x-forwarded-proto': 'https' }],
    ['Forwarded', 403, { ...elsewhere, forwarded: 'host=evil.test;proto=https' }],
    ['another Host header', 403, { ...elsewhere, host: 'evil.test' }],
  ]
  test.each(table)('%s: %i', async (_, status, headers, method = 'DELETE') => {
    const { ask, changes, reads } = startPanel({ allowedOrigins: ['https://public.test'] })
    expect((await ask(method === 'GET' ? '/api/users/user_1' : image, { method, headers })).status).toBe(status)
    expect(changes).toEqual(status === 200 && method === 'DELETE' ? ['user_1'] : [])
    expect(reads).toEqual(status === 200 && method === 'GET' ? ['user_1'] : [])
  })
})

test('the audit says which page was refused', async () => {
  const { ask, events } = startPanel()
  const { origin: _, ...withoutOrigin } = admin
  await ask(image, { method: 'DELETE', headers: { ...admin, origin: 'http://localhost:5290' } })
  await ask(image, { method: 'DELETE', headers: { ...withoutOrigin, 'sec-fetch-site': 'cross-site' } })
  await ask(image, { method: 'DELETE', headers: { ...admin, cookie: 'session=none' } })
  expect(events.map(({ type, code, origin: from }) => [type, code, from])).toEqual([
    ['denied', 'forbidden', 'http://localhost:5290'],
    ['denied', 'forbidden', 'cross-site'],
    ['denied', 'forbidden', undefined],
  ])
})

test('the checks come in order, each before the provider is asked', async () => {
  const path = '/api/users/user_1%23/profile_image'
  const bad = {
    ...admin,
    origin: 'https://evil.test',
    'content-type': 'text/plain',
    cookie: 'session=none',
    'x-flood': '1',
  }
  const refused = { ok: false, retryAfter: 1.2 }
  // Each row mends the fault that refused the row above.
  const table: [status: number, code: ErrorCode, steps: string[], path: string, ask: Ask][] = [
    [405, 'unexpected', [], `/api//${path}`, { method: 'PUT', headers: bad }],
    [404, 'unexpected', [], `/api//${path}`, { headers: bad }],
    [403, 'forbidden', [], path, { headers: bad }],
    [429, 'rate-limited', ['beforeAuth'], path, { headers: { ...bad, origin } }],
    [415, 'unexpected', ['beforeAuth'], path, { headers: { ...bad, origin, 'x-flood': '' } }],
    [
      400,
      'invalid-user-id',
      ['beforeAuth'],
      path,
      { headers: { ...bad, origin, 'x-flood': '', 'content-type': 'application/json' } },
    ],
    [403, 'forbidden', ['beforeAuth', 'authorize'], image, { headers: { ...admin, cookie: 'session=none' } }],
    [429, 'rate-limited', ['beforeAuth', 'authorize', 'perActor'], image, { headers: { ...admin, 'x-busy': '1' } }],
  ]
  for (const [status, code, expected, path, request] of table) {
    const steps: string[] = []
    const step = <T>(name: string, result: T) => {
      steps.push(name)
      return result
    }
    const { ask, changes, reads, events } = startPanel({
      authorize: ({ headers }) =>
        step(
          'authorize',
          headers.get('cookie') === 'session=admin' ? { id: 'admin_1', busy: headers.has('x-busy') } : undefined,
        ),
      limit: {
        beforeAuth: async ({ headers }) => step('beforeAuth', headers.get('x-flood') ? refused : { ok: true }),
        perActor: (actor, action) =>
          step(
            'perActor',
            actor.id === 'admin_1' && action === 'deleteUserProfileImage' && actor.busy ? refused : { ok: true },
          ),
      },
    })
    const reply = await ask(path, request)
    expect([reply.status, reply.body.error.code, steps]).toEqual([status, code, expected])
    expect([changes, reads]).toEqual([[], []])
    expect(events).toMatchObject([{ type: 'denied', code }])
    expect(reply.headers.get('retry-after')).toBe(status === 429 ? '2' : null)
    if (status === 405) expect(reply.headers.get('allow')).toBe('GET, DELETE')
  }
})

test.each([
  ['POST', image, 'GET, DELETE'],
  ['HEAD', '/api/users', 'GET, DELETE'],
  ['OPTIONS', image, 'GET, DELETE'],
  ['GET', image, 'DELETE'],
  ['DELETE', '/api/users/user_1', 'GET'],
  ['DELETE', '/api/users', 'GET'],
])('%s %s: 405 with Allow', async (method, path, allow) => {
  const { ask, changes, asked } = startPanel()
  const { status, headers } = await ask(path, { method, headers: admin })
  expect([status, headers.get('allow'), changes, asked]).toEqual([405, allow, [], []])
})

test.each([
  ['text/plain', 415],
  ['Text/Plain; charset=utf-8', 415],
  [' application/x-www-form-urlencoded', 415],
  ['multipart/form-data; boundary=x', 415],
  ['application/json', 200],
])('a removal with the content type %j: %i', async (type, status) => {
  const { ask, changes } = startPanel()
  expect((await ask(image, { headers: { ...admin, 'content-type': type } })).status).toBe(status)
  expect(changes).toEqual(status === 200 ? ['user_1'] : [])
})

test.each([
  ['GET', '/api/users'],
  ['GET', '/api/users/user_1'],
  ['DELETE', image],
])('%s %s with an idempotency key that is too long to be one', async (method, path) => {
  const { ask, asked, changes } = startPanel()
  expect((await ask(path, { method, headers: { ...admin, 'idempotency-key': 'k'.repeat(256) } })).status).toBe(400)
  expect([asked, changes]).toEqual([[], []])
  expect((await ask(path, { method, headers: { ...admin, 'idempotency-key': 'k'.repeat(255) } })).status).toBe(200)
})

describe('authorize', () => {
  const cookieless = { origin, 'sec-fetch-site': 'same-origin' }
  const table: [
    name: string,
    code: ErrorCode,
    authorize: (request: Parameters<Authorize>[0]) => unknown,
    headers?: Record<string, string>,
  ][] = [
    ['nothing without a session', 'unauthenticated', () => undefined, cookieless],
    ['silence without a session', 'unauthenticated', () => new Promise(() => {}), cookieless],
    ['nothing for a token', 'forbidden', () => undefined, { authorization: 'Bearer other' }],
    ['undefined', 'forbidden', () => undefined],
    ['null', 'forbidden', () => null],
    ['true', 'forbidden', () => true],
    ['a string', 'forbidden', () => 'admin_1'],
    ['{}', 'forbidden', () => ({})],
    ['an empty id', 'forbidden', () => ({ id: '' })],
    ['an id that is a number', 'forbidden', () => ({ id: 1 })],
    ['a promise of false', 'forbidden', async () => false],
    ['silence', 'forbidden', () => new Promise(() => {})],
    ['a response', 'forbidden', () => new Response('no')],
    ['a throw', 'forbidden', () => Promise.reject(new Error('database is down'))],
    ['a throw at once', 'forbidden', () => JSON.parse('{')],
    ['a thrown string', 'forbidden', () => Promise.reject('no')],
    ...(['unauthenticated', 'forbidden', 'user-not-found', 'rate-limited', 'unavailable'] as const).map(
      (code): [string, ErrorCode, () => unknown] => [
        `the error ${code}`,
        code,
        () => Promise.reject(new AvatarKitError(code)),
      ],
    ),
  ]
  test.each(table)('%s is a denial: %s', async (_, code, authorize, headers = admin) => {
    const { ask, changes, reads } = startPanel({ authorize: authorize as Authorize, authorizeTimeoutMs: 20 })
    for (const [path, method] of [
      [image, 'DELETE'],
      ['/api/users/user_1', 'GET'],
      ['/api/users', 'GET'],
    ]) {
      const reply = await ask(path, { method, headers })
      expect([reply.status, reply.body]).toEqual([meaningOf(code).status, { error: { code } }])
    }
    expect([changes, reads]).toEqual([[], []])
  })

  test('another tenant’s user and an absent one get the same reply, to the byte', async () => {
    const { ask, changes, reads, users } = startPanel({
      authorize: async ({ getTarget }) => {
        const [target, again] = await Promise.all([getTarget(), getTarget()])
        if (target !== again || !target.emailAddress?.endsWith('@alpha.test'))
          throw new AvatarKitError('user-not-found', { userId: target.id, message: 'another tenant' })
        return { id: 'admin_1' }
      },
    })
    for (const [path, method] of [
      ['', 'GET'],
      ['/profile_image', 'DELETE'],
    ]) {
      const [foreign, absent] = [
        await ask(`/api/users/user_2${path}`, { method }),
        await ask(`/api/users/user_3${path}`, { method }),
      ]
      expect(foreign.status).toBe(404)
      expect([foreign.status, foreign.text, [...foreign.headers]]).toEqual([
        absent.status,
        absent.text,
        [...absent.headers],
      ])
    }
    expect([changes, reads]).toEqual([[], ['user_2', 'user_3', 'user_2', 'user_3']])
    expect((await ask()).status).toBe(200)
    expect([changes, users.get('user_2')?.hasImage]).toEqual([['user_1'], true])
  })

  test('a target that was asked for and not waited for is no unhandled rejection', async () => {
    const unhandled: unknown[] = []
    const note = (error: unknown) => void unhandled.push(error)
    process.on('unhandledRejection', note)
    const { ask } = startPanel({ authorize: ({ getTarget }) => void getTarget() })
    expect((await ask('/api/users/user_3/profile_image')).status).toBe(403)
    await wait(20)
    process.off('unhandledRejection', note)
    expect(unhandled).toEqual([])
  })
})

test('fields and headers of a stranger change nothing', async () => {
  const more = '?userId=user_2&role=admin&tenant=beta&id=user_2&_method=DELETE'
  const { ask, changes, asked } = startPanel()
  const middleware = {
    'x-middleware-subrequest': 'middleware:middleware:middleware',
    'x-http-method-override': 'DELETE',
    'x-original-url': '/api/users/user_2/profile_image',
  }
  expect(
    (await ask(image + more, { headers: { origin, 'sec-fetch-site': 'same-origin', ...middleware } })).status,
  ).toBe(401)
  expect((await ask(image + more, { headers: { ...admin, cookie: 'session=none', ...middleware } })).status).toBe(403)
  expect((await ask(`/api/users/user_1${more}`, { method: 'GET', headers: { ...admin, ...middleware } })).body.id).toBe(
    'user_1',
  )
  expect(changes).toEqual([])
  expect((await ask(image + more, { headers: { ...admin, ...middleware } })).body.id).toBe('user_1')
  expect([changes, new Set(asked.map(({ userId }) => userId))]).toEqual([['user_1'], new Set(['user_1'])])
})
