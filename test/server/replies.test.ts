import { describe, expect, test, vi } from 'vitest'
import { commonFields } from '../../src/core/commonFields.ts'
import { toUser } from '../../src/core/toUser.ts'
import { type Authorize, createUserImageHandler } from '../../src/server/index.ts'
import { stream } from '../../src/server/reply.ts'
import { admin, countingAdapter, image, startPanel } from './startPanel.ts'

const read = (panel: ReturnType<typeof startPanel>, path: string) => panel.ask(path, { method: 'GET', headers: admin })
const keys = [
  'banned',
  'createdAt',
  'emailAddress',
  'firstName',
  'hasImage',
  'id',
  'imageUrl',
  'lastActiveAt',
  'lastName',
  'updatedAt',
  'username',
]

describe('options', () => {
  const { adapter } = countingAdapter()
  const authorize: Authorize = () => undefined
  const table: [name: string, options: unknown, word: string][] = [
    ['no options', undefined, 'authorize'],
    ['no authorize', { adapter, basePath: '/api' }, 'authorize'],
    ['an authorize that is no function', { adapter, basePath: '/api', authorize: true }, 'authorize'],
    ['no adapter', { authorize, basePath: '/api' }, 'adapter'],
    [
      'an adapter that removes nothing',
      { authorize, basePath: '/api', adapter: { getUser: adapter.getUser } },
      'adapter',
    ],
    ...[
      undefined,
      'api',
      '/api/',
      '/',
      '/api//v1',
      '/../api',
      '/api?x',
      '/a%2fb',
      'https://panel.test/api',
      '/api\n',
    ].map((basePath): [string, unknown, string] => [
      `the base path ${JSON.stringify(basePath)}`,
      { authorize, adapter, basePath },
      'basePath',
    ]),
    ...[
      '*',
      'null',
      'panel.test',
      'https://panel.test/',
      'https://panel.test/admin',
      'HTTPS://panel.test',
      'https://*.panel.test/',
      'https://panel.test:443',
      '',
      1,
      null,
    ].map((given): [string, unknown, string] => [
      `the origin ${JSON.stringify(given)}`,
      { authorize, adapter, basePath: '/api', allowedOrigins: ['https://a.test', given] },
      'allowedOrigins',
    ]),
    [
      'one origin without a list',
      { authorize, adapter, basePath: '/api', allowedOrigins: 'https://a.test' },
      'allowedOrigins',
    ],
  ]
  test.each(table)('%s: misconfigured at once', (_, options, word) => {
    expect(() => createUserImageHandler(options as any)).toThrow(
      expect.objectContaining({ code: 'misconfigured', message: expect.stringContaining(word) }),
    )
  })

  test.each(['', '/api', '/admin/v1/api_2'])('the base path %j', async (basePath) => {
    const panel = startPanel({ basePath })
    expect((await read(panel, `${basePath}/users/user_1`)).status).toBe(200)
    expect((await read(panel, `${basePath}/x/users/user_1`)).status).toBe(404)
    expect((await read(panel, `/x${basePath}/users/user_1`)).status).toBe(404)
  })
})

describe('lists', () => {
  test.each([
    ['', { query: undefined, limit: 20, offset: 0 }],
    ['?limit=1&offset=7&query=ada%20l', { query: 'ada l', limit: 1, offset: 7 }],
    ['?limit=500&query=', { query: undefined, limit: 500, offset: 0 }],
    [`?query=${'a'.repeat(1000)}`, { query: 'a'.repeat(200), limit: 20, offset: 0 }],
    ['?limit=5&limit=501', { query: undefined, limit: 5, offset: 0 }],
  ])('%.40s', async (search, params) => {
    const panel = startPanel()
    expect((await read(panel, `/api/users${search}`)).status).toBe(200)
    expect(panel.lists).toEqual([params])
    expect(panel.asked).toEqual([{ userId: undefined, action: 'getUserList' }])
  })

  test.each([
    'limit=0',
    'limit=501',
    'limit=x',
    'limit=',
    'limit=1.5',
    'limit=-1',
    'limit=1e2',
    'limit=0x10',
    'limit=%201',
    'offset=-1',
    'offset=x',
    'offset=9999999999',
    'offset=NaN',
  ])('%s: 400', async (search) => {
    const panel = startPanel()
    expect((await read(panel, `/api/users?${search}`)).status).toBe(400)
    expect([panel.lists, panel.asked]).toEqual([[], []])
  })
})

test('a capability that the adapter lacks is a route that is not there', async () => {
  const { adapter, changes } = countingAdapter()
  const panel = startPanel({ adapter: adapter.deleteUserProfileImage })
  for (const path of ['/api/users', '/api/users/user_1']) {
    expect((await read(panel, path)).status).toBe(404)
    expect((await panel.ask(path, { method: 'GET', headers: { ...admin, cookie: 'session=none' } })).status).toBe(403)
  }
  expect(changes).toEqual([])
  expect((await panel.ask()).status).toBe(200)
  expect(changes).toEqual(['user_1'])
})

test('a reply holds the kit’s fields and no other', async () => {
  const panel = startPanel()
  const [user, list] = [await read(panel, '/api/users/user_1'), await read(panel, '/api/users')]
  const before = toUser(panel.users.get('user_1')!)
  const removed = await panel.ask()
  expect(user.body).toEqual(before)
  expect(list.body).toEqual({ data: [before, toUser(panel.users.get('user_2')!)], totalCount: 2 })
  expect(removed.body).toEqual({ ...before, imageUrl: null, hasImage: false })
  for (const view of [user.body, removed.body, ...list.body.data]) expect(Object.keys(view).sort()).toEqual(keys)
})

test('not even where the adapter’s own way to read a user lets more through', async () => {
  const { adapter } = countingAdapter()
  const fields = {
    ...commonFields,
    toUser: (user: any) => ({ ...commonFields.toUser(user), privateMetadata: user.privateMetadata }),
  }
  const panel = startPanel({ adapter: { ...adapter, fields } })
  for (const reply of [await read(panel, '/api/users/user_1'), await panel.ask()])
    expect(Object.keys(reply.body).sort()).toEqual(keys)
})

test('every reply is JSON that nobody keeps or takes for something else', async () => {
  const panel = startPanel()
  const replies = [
    await panel.ask(),
    await read(panel, '/api/users'),
    await read(panel, '/api/nothing'),
    await panel.ask(image, { headers: { cookie: 'x' } }),
    await panel.ask(image, { method: 'PUT' }),
  ]
  expect(replies.map(({ status }) => status)).toEqual([200, 200, 404, 403, 405])
  for (const { headers } of replies) {
    expect([headers.get('cache-control'), headers.get('x-content-type-options'), headers.get('content-type')]).toEqual([
      'no-store',
      'nosniff',
      'application/json; charset=utf-8',
    ])
    expect(headers.has('access-control-allow-origin')).toBe(false)
  }
})

test('a stream that breaks leaves no beat behind, which would end the process', async () => {
  vi.useFakeTimers()
  async function* lines() {
    yield { retryAfter: 1n as never }
  }
  await expect(stream(lines(), () => {}).text()).rejects.toThrow()
  expect(vi.getTimerCount()).toBe(0)
  vi.useRealTimers()
})
