import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { type RestAdapterOptions, restAdapter } from '../../src/adapters/rest.ts'
import { type Answer, jsonAnswer, startFaultServer } from '../support/faultServer.ts'
import { startUserApi, type UserApi } from '../support/userApi.ts'

let api: UserApi
beforeEach(async () => {
  api = await startUserApi([
    {
      id: 'ada',
      first_name: 'Ada',
      last_name: 'Lovelace',
      email: 'ada@people.test',
      avatar_url: '/ada.png',
      has_image: true,
    },
  ])
})
afterEach(async () => {
  vi.unstubAllGlobals()
  await api.close()
})

const adapter = (options: Partial<RestAdapterOptions> = {}) =>
  restAdapter({ baseUrl: `${api.url}/api`, deadlineMs: 1500, ...options })
const remove = (options?: Partial<RestAdapterOptions>) => adapter(options).deleteUserProfileImage('ada')
const requests = () => api.calls.map(({ method, path }) => `${method} ${path}`)
const bare = { id: 'ada', avatar_url: null }

describe('what is sent', () => {
  it('the reason, encoded, and the idempotency key', async () => {
    await adapter().deleteUserProfileImage('ada', { reason: 'Größe: “spam”\r\n', idempotencyKey: 'key-1' })
    expect(requests()).toEqual(['DELETE /api/users/ada/profile_image'])
    expect(api.calls[0]!.headers).toMatchObject({
      'avatarkit-reason': 'Gr%C3%B6%C3%9Fe%3A%20%E2%80%9Cspam%E2%80%9D%0D%0A',
      'idempotency-key': 'key-1',
      accept: 'application/json',
    })
  })

  it('a reason that was cut in the middle of an emoji', async () => {
    await adapter().deleteUserProfileImage('ada', { reason: '🙂'.slice(0, 1) })
    expect(api.calls[0]!.headers['avatarkit-reason']).toBe('%EF%BF%BD')
  })

  it('the host’s headers, made anew for each request', async () => {
    let count = 0
    const own = adapter({ headers: async () => ({ authorization: `Bearer ${++count}` }) })
    await own.getUser!('ada')
    await own.getUser!('ada')
    expect(api.calls.map(({ headers }) => headers.authorization)).toEqual(['Bearer 1', 'Bearer 2'])
  })

  it('through the host’s fetch, with its credentials and never following', async () => {
    const own = vi.fn(fetch)
    await remove({ fetch: own, credentials: 'include' })
    expect(own.mock.calls[0]![1]).toMatchObject({
      method: 'DELETE',
      credentials: 'include',
      redirect: 'manual',
      cache: 'no-store',
    })
  })

  it('a search, as parameters', async () => {
    await adapter().getUserList!({ query: 'ada & co#?', limit: 5, offset: 10 })
    expect(requests()).toEqual(['GET /api/users?query=ada+%26+co%23%3F&limit=5&offset=10'])
  })

  it('to the host’s own routes, with the id encoded', async () => {
    const paths = {
      profileImage: (id: string) => `/people/${id}/picture`,
      user: (id: string) => `people/${id}?view=full`,
      users: () => '/people',
    }
    const own = adapter({ paths })
    await own.deleteUserProfileImage('auth0|ada').catch(() => {})
    await own.getUserList!({}).catch(() => {})
    expect(requests()).toEqual([
      'DELETE /api/people/auth0%7Cada/picture',
      'GET /api/people/auth0%7Cada?view=full',
      'GET /api/people',
    ])
  })

  it.each(['/../../x', '/users/./x', 'a\\b', 'x#y', 'http://elsewhere.test/../../x'])(
    'nothing where a route is %s and would lead elsewhere',
    async (path) => {
      await expect(remove({ paths: { profileImage: () => path } })).rejects.toMatchObject({ code: 'invalid-user-id' })
      expect(requests()).toEqual([])
    },
  )

  it('to the page’s own origin where baseUrl is relative', async () => {
    vi.stubGlobal('location', new URL(`${api.url}/panel/users`))
    await remove({ baseUrl: '/api/' })
    expect(requests()).toEqual(['DELETE /api/users/ada/profile_image'])
  })

  it.each(['/api', 'api', 'http://'])('nowhere where baseUrl is %s outside a page: says so', async (baseUrl) => {
    await expect(remove({ baseUrl })).rejects.toMatchObject({
      code: 'misconfigured',
      message: expect.stringContaining('http://'),
    })
  })
})

describe('what is understood', () => {
  it('any 2xx, unread, where the host says that removals answer nothing', async () => {
    for (const answer of [
      { status: 204 },
      { status: 200, headers: { 'content-type': 'text/html' }, body: 'OK' },
      jsonAnswer({ ok: true }, 202),
    ]) {
      api.calls.length = 0
      api.set({ answer, carryOut: true })
      expect(await remove({ reply: 'none' })).toMatchObject({
        id: 'ada',
        imageUrl: null,
        hasImage: false,
        firstName: null,
      })
      expect(requests()).toHaveLength(1)
    }
  })

  it.each([403, 500])('a %i is no success either where removals answer nothing', async (status) => {
    api.set({ answer: jsonAnswer({}, status) })
    await expect(remove({ reply: 'none' })).rejects.toMatchObject({ name: 'AvatarKitError' })
  })

  it('a lost answer, where removals answer nothing and no route for a user is named: stays unknown', async () => {
    api.set({ answer: { instead: 'reset' } })
    await expect(remove({ reply: 'none' })).rejects.toMatchObject({ code: 'unknown-outcome' })
    expect(requests()).toHaveLength(1)
  })

  it('a lost answer, where removals answer nothing and a route for a user is named: looked up', async () => {
    api.set({ answer: { instead: 'reset' }, carryOut: true })
    expect(await remove({ reply: 'none', paths: { user: (id) => `/users/${id}` } })).toMatchObject({ hasImage: false })
    expect(requests()).toHaveLength(2)
  })

  it.each([
    'application/json; charset=utf-8',
    'application/problem+json',
    'Application/JSON;charset=UTF-8',
    'application/vnd.api+json',
  ])('JSON named %s', async (type) => {
    api.set({ answer: { headers: { 'content-type': type }, body: JSON.stringify(bare) }, carryOut: true })
    expect(await remove()).toMatchObject({ id: 'ada', hasImage: false })
    expect(requests()).toHaveLength(1)
  })

  it.each(['text/json', 'application/jsonp', 'text/html; x=application/json'])(
    'not JSON named %s: looked up',
    async (type) => {
      api.set({ answer: { headers: { 'content-type': type }, body: JSON.stringify(bare) } })
      await expect(remove()).rejects.toMatchObject({ code: 'unavailable' })
      expect(requests()).toHaveLength(2)
    },
  )

  it('invalid UTF-8 anywhere in the reply: looked up', async () => {
    const [start, end] = JSON.stringify({ ...bare, first_name: '|' }).split('|') as [string, string]
    api.set({
      answer: {
        headers: { 'content-type': 'application/json' },
        body: Buffer.concat([Buffer.from(start), Buffer.from([0xc3, 0x28]), Buffer.from(end)]),
      },
    })
    await expect(remove()).rejects.toMatchObject({ code: 'unavailable' })
    expect(requests()).toHaveLength(2)
  })

  it('`__proto__` pollutes nothing', async () => {
    api.set({
      answer: {
        headers: { 'content-type': 'application/json' },
        body: '{"id":"ada","avatar_url":null,"__proto__":{"polluted":true,"banned":true}}',
      },
    })
    expect(await remove()).toMatchObject({ id: 'ada', banned: false })
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined()
  })

  it.each([
    ['very deep JSON', '['.repeat(500_000) + ']'.repeat(500_000)],
    ['more than 1 MiB', `{"id":"ada","x":"${'x'.repeat(1024 * 1024)}"}`],
  ])('%s: no answer, and looked up', async (_, body) => {
    api.set({ answer: { headers: { 'content-type': 'application/json' }, body }, carryOut: true })
    expect(await remove()).toMatchObject({ hasImage: false })
    expect(requests()).toHaveLength(2)
  })

  it('a body without an end: read to the cap and no further', async () => {
    const chunk = new Uint8Array(64 * 1024).fill(32)
    let sent = 0
    const endless: typeof fetch = async () =>
      new Response(new ReadableStream({ pull: (controller) => controller.enqueue((sent++, chunk)) }), {
        headers: { 'content-type': 'application/json' },
      })
    await expect(remove({ fetch: endless })).rejects.toMatchObject({ code: 'unknown-outcome' })
    // Two bodies, the look-up's included.
    expect(sent).toBeLessThan(2 * 20)
  })
})

describe('errors', () => {
  it.each(['unknown-outcome', 'time-out', 'user-not-found', 'misconfigured', 'unavailable'] as const)(
    'the kit’s handler saying %s: believed, and not looked up again',
    async (code) => {
      api.set({ answer: jsonAnswer({ error: { code, retryAfter: 7 } }, 502) })
      await expect(remove()).rejects.toMatchObject({ code, retryAfter: 7, userId: 'ada' })
      expect(requests()).toHaveLength(1)
    },
  )

  it.each(['__proto__', 'constructor', '', 7, null, ['forbidden'], { code: 'forbidden' }])(
    'a code that the kit does not have (%o): not believed',
    async (code) => {
      api.set({ answer: jsonAnswer({ error: { code, retryAfter: 'soon' } }, 403) })
      await expect(remove()).rejects.toMatchObject({ code: 'forbidden', retryAfter: undefined })
    },
  )

  it.each<[string, Answer, string]>([
    ['401', jsonAnswer({}, 401), 'unauthenticated'],
    ['403, as HTML', { status: 403, headers: { 'content-type': 'text/html' }, body: '<h1>No' }, 'forbidden'],
    ['429', jsonAnswer({}, 429), 'rate-limited'],
    ['400', jsonAnswer({}, 400), 'unexpected'],
    ['503 with a JSON error body', jsonAnswer({ message: 'later' }, 503), 'unavailable'],
  ])('%s from another server', async (_, answer, code) => {
    api.set({ answer })
    await expect(remove()).rejects.toMatchObject({ code })
    expect(requests()).toHaveLength(1)
  })

  const at = (offset: number) => new Date(Date.UTC(2026, 0, 1) + offset * 1000).toUTCString()
  it.each<[string, string | undefined, string | undefined, number | undefined]>([
    ['5', '5', undefined, 5],
    ['a date', at(30), at(0), 30],
    ['a date by a clock an hour ahead', at(3630), at(3600), 30],
    ['a date by a clock an hour behind', at(-3570), at(-3600), 30],
    ['a date that is past', at(-30), at(0), 0],
    ['nothing', undefined, undefined, undefined],
    ['-1', '-1', undefined, 0],
    ['1e9', '1e9', undefined, undefined],
    ['NaN', 'NaN', undefined, undefined],
    ['99999999999', '99999999999', undefined, 99_999_999_999],
  ])('429 with %s', async (_, header, date, retryAfter) => {
    api.set({ answer: jsonAnswer({}, 429, { ...(header && { 'retry-after': header }), ...(date && { date }) }) })
    await expect(remove()).rejects.toMatchObject({ code: 'rate-limited', retryAfter })
    expect(requests()).toHaveLength(1)
  })

  it.each([
    [302, 'to a login page'],
    [303, 'to a login page'],
    [307, 'to another host'],
    [308, 'to another host'],
  ])('%i %s: "session or proxy", and no credential goes along', async (status) => {
    const other = await startFaultServer(() => jsonAnswer(bare))
    api.set({ answer: { status, headers: { location: `${other.url}/login` } } })
    const failure = remove({ headers: { authorization: 'Bearer secret' } })
    await expect(failure).rejects.toMatchObject({
      code: 'unauthenticated',
      message: expect.stringMatching(/session.*proxy/),
    })
    expect(other.calls).toEqual([])
    expect(requests()).toHaveLength(1)
    await other.close()
  })

  it('a name that nobody resolves: an error, not a success', async () => {
    const nowhere = restAdapter({ baseUrl: 'http://nobody.invalid/api' })
    await expect(nowhere.deleteUserProfileImage('ada')).rejects.toMatchObject({
      code: 'unknown-outcome',
      userId: 'ada',
    })
  })

  it('a list that is none: unavailable', async () => {
    api.set({ on: 'look-ups', answer: jsonAnswer([{ id: 'ada' }]) })
    await expect(adapter().getUserList!({})).rejects.toMatchObject({ code: 'unavailable' })
  })
})

it.each([undefined, {}, { baseUrl: 7 }])('needs a baseUrl (%o)', (options) => {
  expect(() => restAdapter(options as never)).toThrow(
    expect.objectContaining({ code: 'misconfigured', message: expect.stringContaining('baseUrl') }),
  )
})
