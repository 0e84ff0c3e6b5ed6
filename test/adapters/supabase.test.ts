import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { type SupabaseAdapterOptions, supabaseAdapter } from '../../src/adapters/supabase.ts'
import { type Answer, jsonAnswer } from '../support/faultServer.ts'
import { DAY, NOW } from '../support/now.ts'
import {
  authError,
  type SupabaseContent,
  type SupabaseDouble,
  startSupabaseDouble,
  supabaseClient,
  supabaseUser,
} from '../support/supabaseDouble.ts'

const secretKey = 'sb_secret_canary'
const id = 'aaaaaaaa-0000-4000-8000-000000000001'
const victim = 'bbbbbbbb-0000-4000-8000-000000000002'
const external = 'https://lh3.googleusercontent.com/a/ada.png'
let double: SupabaseDouble

const start = async (
  metadata: Record<string, unknown> = { avatar_url: external, picture: external },
  buckets?: SupabaseContent['buckets'],
) => {
  double = await startSupabaseDouble({
    secretKey,
    users: [{ id, email: 'ada@engines.test', metadata }, { id: victim }],
    buckets,
  })
}
beforeEach(() => {
  // The SDK writes network failures to the console.
  vi.spyOn(console, 'error').mockImplementation(() => {})
})
afterEach(() => double.close())

const adapter = (options?: SupabaseAdapterOptions, key = secretKey) =>
  supabaseAdapter(supabaseClient(double.url, key), options)
const remove = (options?: SupabaseAdapterOptions) => adapter(options).deleteUserProfileImage(id)
const requests = () => double.calls.map(({ method, path }) => `${method} ${path}`)
const metadata = () => double.users.get(id)!.user_metadata
const changing = () => requests().filter((request) => /^(PUT|DELETE)/.test(request))

describe('the attribute', () => {
  it('is taken away with one request, and nothing else changes', async () => {
    await start({ avatar_url: external, picture: external, full_name: 'Ada Lovelace', theme: 'dark' })
    const before = structuredClone(double.users.get(id)!)
    expect(await remove()).toMatchObject({
      id,
      firstName: 'Ada Lovelace',
      emailAddress: 'ada@engines.test',
      hasImage: false,
      imageUrl: null,
    })
    expect(requests()).toEqual([`PUT /auth/v1/admin/users/${id}`])
    expect(JSON.parse(double.calls[0]!.body)).toEqual({ user_metadata: { avatar_url: null, picture: null } })
    const { avatar_url: _, picture: __, ...rest } = before.user_metadata
    expect(double.users.get(id)).toEqual({ ...before, user_metadata: rest, updated_at: expect.any(String) })
  })

  it.each([
    { avatar_url: external },
    { picture: external },
    { avatar_url: '', picture: external },
    { avatar_url: 7, picture: external },
  ])('is read from %j', async (given) => {
    await start(given)
    expect(await adapter().getUser!(id)).toMatchObject({ imageUrl: external, hasImage: true })
    expect(await remove()).toMatchObject({ hasImage: false })
  })

  it('may come back at the next social sign-in, unless the host says that there is none', async () => {
    await start()
    expect(adapter().imageMayReturn).toBe(true)
    expect(adapter({ imageMayReturn: false }).imageMayReturn).toBe(false)
  })
})

describe('what the person writes into their metadata', () => {
  it('does not make them somebody else, nor leak', async () => {
    const lies = {
      userId: victim,
      user_id: victim,
      uid: victim,
      sub: victim,
      email: 'root@panel.test',
      emailAddress: 'root@panel.test',
      hasImage: false,
      banned: true,
      created_at: 'never',
    }
    await start({ ...lies, avatar_url: external, full_name: 'Ada' })
    const { createdAt, ...user } = await adapter().getUser!(id)
    expect(user).toMatchObject({
      id,
      emailAddress: 'ada@engines.test',
      hasImage: true,
      banned: false,
      firstName: 'Ada',
    })
    expect(createdAt).toBe(1_700_000_000_000)
    expect(JSON.stringify([user, await adapter().getUserList!({})])).not.toContain('canary')
  })

  it.each([null, undefined, 'text', ['x'], { avatar_url: { href: external } }])('may be anything (%j)', async (odd) => {
    await start()
    double.users.get(id)!.user_metadata = odd as never
    expect(await adapter().getUser!(id)).toMatchObject({ id, hasImage: false })
  })

  it('a ban is Auth’s, while it lasts', async () => {
    await start()
    const ban = async (until: string) => {
      double.users.get(id)!.banned_until = until
      return (await adapter().getUser!(id)).banned
    }
    expect(await ban(new Date(NOW + DAY).toISOString())).toBe(true)
    expect(await ban('2020-01-01T00:00:00Z')).toBe(false)
  })
})

describe('Auth’s errors', () => {
  beforeEach(() => start())

  it.each<[string, Answer, string]>([
    ['401 of the gateway', jsonAnswer({ message: 'Invalid API key' }, 401), 'misconfigured'],
    ['403', authError(403, 'not_admin', 'User not allowed'), 'misconfigured'],
    ['404 of something else', jsonAnswer({ message: 'no Route matched with those values' }, 404), 'misconfigured'],
    ['422', authError(422, 'validation_failed', 'no'), 'unexpected'],
    ['429', authError(429, 'over_request_rate_limit', 'Request rate limit reached'), 'rate-limited'],
  ])('%s: %s, and no second request', async (_, answer, code) => {
    double.set({ answer, on: 'all' })
    await expect(remove({ policy: { retries: 0 } })).rejects.toMatchObject({ code, userId: id })
    expect(requests()).toHaveLength(1)
  })

  it.each<[string, Answer]>([
    ['reset', { instead: 'reset' }],
    ['truncated JSON', { headers: { 'content-type': 'application/json' }, body: '{"id":"aaa' }],
    [
      'cut off',
      { instead: 'cut', headers: { 'content-type': 'application/json', 'content-length': '9999' }, body: '{"id"' },
    ],
    [
      'gzip garbage',
      {
        headers: { 'content-type': 'application/json', 'content-encoding': 'gzip' },
        body: new Uint8Array([0x1f, 0x8b, 1, 2, 3, 4]),
      },
    ],
    ['HTML 404', { status: 404, headers: { 'content-type': 'text/html' }, body: '<h1>Not found</h1>' }],
    ['500', authError(500, 'unexpected_failure', 'oops')],
    // The SDK does not read what a 503 says, so that nobody knows whether it was Supabase's.
    ['503', authError(503, 'unexpected_failure', 'oops')],
    ['another user', jsonAnswer(supabaseUser({ id: victim }))],
  ])('%s: looked up, before the commit and after', async (_, answer) => {
    double.set({ answer })
    await expect(remove()).rejects.toMatchObject({ code: 'unavailable' })
    expect(requests()).toEqual([`PUT /auth/v1/admin/users/${id}`, `GET /auth/v1/admin/users/${id}`])
    double.set({ answer, carryOut: true })
    expect(await remove()).toMatchObject({ id, hasImage: false })
  })

  it('429, then success: tries again', async () => {
    double.set({ answer: authError(429, 'over_request_rate_limit', 'Slow down'), times: 1 })
    expect(await remove()).toMatchObject({ hasImage: false })
    expect(changing()).toHaveLength(2)
  })

  it('a redirect to a login page is no success', async () => {
    double.set(
      { times: 1, answer: { status: 302, headers: { location: `${double.url}/login` } } },
      { times: 1, answer: { headers: { 'content-type': 'text/html' }, body: '<form>' } },
    )
    await expect(remove()).rejects.toMatchObject({ code: 'unavailable' })
    expect(metadata().avatar_url).toBe(external)
  })

  it('a wrong key: says which one, and does not repeat it', async () => {
    const wrong = adapter({}, 'sb_publishable_canary')
    const error = (await wrong.deleteUserProfileImage(id).catch((reason: unknown) => reason)) as Error
    expect(error).toMatchObject({ code: 'misconfigured', message: expect.stringContaining('secret key') })
    expect(`${JSON.stringify(error)} ${error.message} ${error.stack}`).not.toContain('canary')
    await expect(wrong.getUserList!({})).rejects.toMatchObject({ code: 'misconfigured' })
  })

  it.each([id.toUpperCase(), id.replaceAll('-', ''), `{${id}}`, 'auth0|x', '1'])(
    '%s: no id of Supabase’s, and nothing is sent',
    async (other) => {
      await expect(adapter().deleteUserProfileImage(other)).rejects.toMatchObject({ code: 'invalid-user-id' })
      expect(requests()).toEqual([])
    },
  )

  it.each([undefined, {}, { auth: { admin: {} } }])('no client (%j): said at once', (none) => {
    expect(() => supabaseAdapter(none as never)).toThrow(
      expect.objectContaining({ code: 'misconfigured', message: expect.stringContaining('createClient') }),
    )
  })
})

describe('the list', () => {
  const many = async (count: number) => {
    const people = Array.from({ length: count }, (_, at) => ({
      id: `00000000-0000-4000-8000-${String(at).padStart(12, '0')}`,
      email: `p${at}@people.test`,
      metadata: { full_name: at % 2 === 0 ? `Even ${at}` : undefined },
    }))
    double = await startSupabaseDouble({ secretKey, users: people })
  }

  it('any stretch of it is right, whatever the pages of Supabase are', async () => {
    await many(45)
    const all = (await adapter().getUserList!({ limit: 100 })).data.map((user) => user.id)
    for (const [offset, limit] of [
      [0, 10],
      [10, 10],
      [7, 10],
      [40, 10],
      [44, 3],
      [50, 10],
    ] as const) {
      const { data, totalCount } = await adapter().getUserList!({ offset, limit })
      expect(data.map((user) => user.id)).toEqual(all.slice(offset, offset + limit))
      expect(totalCount).toBe(45)
    }
  })

  it('a search reads all pages, and counts what it found', async () => {
    await many(2100)
    const { data, totalCount } = await adapter().getUserList!({ query: 'EVEN', limit: 5, offset: 3 })
    expect(data.map(({ firstName }) => firstName)).toEqual([
      'Even 2092',
      'Even 2090',
      'Even 2088',
      'Even 2086',
      'Even 2084',
    ])
    expect(totalCount).toBe(1050)
    expect(requests()).toHaveLength(3)
  })

  it('a search beyond the cap is refused rather than half told', async () => {
    await many(30)
    await expect(adapter({ searchUpTo: 29 }).getUserList!({ query: 'p1' })).rejects.toMatchObject({
      code: 'misconfigured',
      message: expect.stringContaining('searchUpTo'),
    })
    expect((await adapter({ searchUpTo: 29 }).getUserList!({})).totalCount).toBe(30)
  })

  it.each<[string, Answer]>([
    ['without a count', jsonAnswer({ users: [supabaseUser({ id })] })],
    ['of something else', jsonAnswer({ message: 'hello' })],
    ['as HTML', { headers: { 'content-type': 'text/html' }, body: '<form>' }],
  ])('%s: unavailable', async (_, answer) => {
    await start()
    double.set({ answer, on: 'look-ups' })
    await expect(adapter().getUserList!({})).rejects.toMatchObject({ code: 'unavailable' })
  })
})
