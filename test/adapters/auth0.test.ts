import { ManagementClient } from 'auth0'
import { afterEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import { type Auth0AdapterOptions, auth0Adapter } from '../../src/adapters/auth0.ts'
import {
  type Auth0Double,
  type Auth0Person,
  auth0Client,
  auth0User,
  drawn,
  gravatar,
  refusal,
  startAuth0Double,
} from '../support/auth0Double.ts'
import { type Answer, jsonAnswer } from '../support/faultServer.ts'

const token = 'token_canary'
const id = 'auth0|507f1f77bcf86cd799439020'
const own = 'https://pictures.test/ada.png'
const placeholder = 'https://cdn.auth0.com/avatars/default.png'
let double: Auth0Double

const start = async (person: Partial<Auth0Person> = {}) => {
  double = await startAuth0Double({
    token,
    users: [{ id, name: 'Ada Lovelace', email: 'ada@engines.test', picture: own, ...person }],
  })
}
afterEach(() => double.close())

const adapter = (options?: Auth0AdapterOptions, given = token) => auth0Adapter(auth0Client(double.url, given), options)
const remove = (options?: Auth0AdapterOptions) => adapter(options).deleteUserProfileImage(id)
const requests = () => double.calls.map(({ method, path }) => `${method} ${path}`)
const [removal, lookUp] = [
  'PATCH /api/v2/users/auth0%7C507f1f77bcf86cd799439020',
  'GET /api/v2/users/auth0%7C507f1f77bcf86cd799439020',
]

describe('removing', () => {
  it('puts a placeholder over the picture, and takes the one in metadata away, with one request', async () => {
    await start({ metadata: { picture: 'https://pictures.test/other.png', theme: 'dark' } })
    const before = structuredClone(double.users.get(id)!)
    expect(await remove()).toMatchObject({
      id,
      firstName: 'Ada Lovelace',
      emailAddress: 'ada@engines.test',
      hasImage: false,
    })
    expect(requests()).toEqual([removal])
    expect(double.calls[0]!.headers.authorization).toBe(`Bearer ${token}`)
    const { picture: _, ...metadata } = before.user_metadata!
    expect(double.users.get(id)).toEqual({
      ...before,
      picture: placeholder,
      user_metadata: metadata,
      updated_at: expect.any(String),
    })
  })

  it.each([
    ['a picture of one’s own', 'https://panel.test/nobody.png'],
    ['nothing', null],
  ])('with %s for a placeholder: that one, and it counts as none', async (_, given) => {
    await start()
    expect(await remove({ placeholder: given })).toMatchObject({ hasImage: false })
    expect(double.users.get(id)!.picture ?? null).toBe(given)
    expect(await adapter({ placeholder: given }).getUser!(id)).toMatchObject({ hasImage: false, imageUrl: given })
  })

  it('is no success where Auth0 puts the Gravatar in the place of nothing', async () => {
    await start()
    double.set({ answer: jsonAnswer(auth0User({ id, picture: gravatar('al') })) })
    await expect(remove({ placeholder: null })).rejects.toMatchObject({ code: 'unavailable' })
  })

  it('may come back, unless the host says otherwise; and the free plan’s limit holds, unless the host says otherwise', async () => {
    await start()
    expect(adapter()).toMatchObject({ imageMayReturn: true, rateLimit: { max: 2, windowMs: 1000 } })
    const rateLimit = { max: 50, windowMs: 1000 }
    expect(adapter({ imageMayReturn: false, rateLimit })).toMatchObject({ imageMayReturn: false, rateLimit })
  })

  it('leaves tokens and metadata behind', async () => {
    await start({ metadata: { picture: own } })
    for (const reply of [await adapter().getUser!(id), await adapter().getUserList!({}), await remove()])
      expect(JSON.stringify(reply)).not.toContain('canary')
  })
})

describe('what is a picture', () => {
  it.each<[string, unknown, unknown, boolean]>([
    ['one of the person’s own', own, undefined, true],
    // Anybody may have put anything there for that address, and nobody can tell without asking Gravatar.
    ['a Gravatar, whatever it falls back to', gravatar('al'), undefined, true],
    ['a drawn one', drawn('al'), undefined, false],
    ['the drawn one for nobody', placeholder, undefined, false],
    ['a drawn one by the proxy of WordPress', 'https://i1.wp.com/cdn.auth0.com/avatars/al.png?ssl=1', undefined, false],
    ['one in metadata over a drawn one', drawn('al'), own, true],
    ['a drawn one in metadata over a real one', own, drawn('al'), true],
    ['nothing', undefined, undefined, false],
    ['null', null, undefined, false],
    ['an empty text', '', '', false],
    ['no text', 7, { href: own }, false],
    ['no address', 'nothing', undefined, true],
    ['an address that looks like a drawn one', 'https://cdn.auth0.com@evil.test/avatars/al.png', undefined, true],
    ['another one', 'https://cdn.auth0.com.evil.test/avatars/al.png', undefined, true],
    ['a third one', 'https://evil.test/cdn.auth0.com/avatars/al.png', undefined, true],
  ])('%s', async (_, picture, metadata, hasImage) => {
    await start()
    Object.assign(double.users.get(id)!, { picture, user_metadata: { picture: metadata } })
    expect(await adapter().getUser!(id)).toMatchObject({ id, hasImage })
  })

  it('names and bans are Auth0’s; an e-mail address is no name', async () => {
    await start({ name: undefined, metadata: { user_id: 'auth0|victim', blocked: true, name: 'Root' } })
    Object.assign(double.users.get(id)!, { blocked: true, last_login: '2026-01-01T00:00:00.000Z' })
    expect(await adapter().getUser!(id)).toMatchObject({
      id,
      firstName: null,
      emailAddress: 'ada@engines.test',
      banned: true,
      lastActiveAt: Date.UTC(2026, 0),
    })
  })
})

describe('ids', () => {
  it.each([
    'google-oauth2|103547991597142817347',
    'samlp|people|jane@x.test',
    'apple|000335.2b35be54a7874ae9b8951ff98991939d.1708',
    'email|5f7c8ec7c33c6c004bbafe82',
  ])('%s: encoded on the wire', async (other) => {
    double = await startAuth0Double({ token, users: [{ id: other, picture: own }] })
    expect(await adapter().deleteUserProfileImage(other)).toMatchObject({ id: other, hasImage: false })
    expect(requests()).toEqual([`PATCH /api/v2/users/${encodeURIComponent(other)}`])
  })

  it.each([
    '507f1f77bcf86cd799439020',
    'auth0|',
    '|507f',
    'auth0|a/b',
    'auth0|../roles',
    'auth0|a b',
    'user_x',
    'Auth0|x',
    'samlp|people|jane+x@x.test',
  ])('%s: refused, and nothing is sent', async (other) => {
    await start()
    await expect(adapter().deleteUserProfileImage(other)).rejects.toMatchObject({ code: 'invalid-user-id' })
    expect(requests()).toEqual([])
  })
})

describe('what goes wrong', () => {
  const locked =
    'The following user attributes cannot be updated: picture. The connection (google-oauth2) must either be a database connection.'

  it.each<[string, Answer, object]>([
    ['400', refusal(400, 'Payload validation error', 'invalid_body'), { code: 'unexpected' }],
    [
      '400, as the connection’s own',
      refusal(400, locked, 'operation_not_supported'),
      { code: 'misconfigured', message: expect.stringContaining('Sync user profile') },
    ],
    [
      '401',
      refusal(401, 'Expired token', 'expired_token'),
      { code: 'misconfigured', message: expect.stringContaining('client id') },
    ],
    [
      '403',
      refusal(403, 'Insufficient scope', 'insufficient_scope'),
      { code: 'misconfigured', message: expect.stringContaining('update:users') },
    ],
    [
      '404 of something else',
      { status: 404, headers: { 'content-type': 'text/html' }, body: '<h1>Not found</h1>' },
      { code: 'misconfigured', message: expect.stringContaining('domain') },
    ],
    [
      '429',
      refusal(429, 'Global limit has been reached', 'too_many_requests'),
      { code: 'rate-limited', retryAfter: undefined },
    ],
    ['503', refusal(503, 'Try again'), { code: 'unavailable' }],
  ])('%s: told, and the SDK does not try again', async (_, answer, failure) => {
    await start()
    double.set({ answer, on: 'all' })
    await expect(remove({ policy: { retries: 0 } })).rejects.toMatchObject({ ...failure, userId: id })
    expect(requests()).toEqual([removal])
  })

  it.each<[string, Answer]>([
    ['reset', { instead: 'reset' }],
    ['truncated JSON', { headers: { 'content-type': 'application/json' }, body: '{"user_id":"au' }],
    [
      'cut off',
      { instead: 'cut', headers: { 'content-type': 'application/json', 'content-length': '9999' }, body: '{"user_id"' },
    ],
    [
      'gzip garbage',
      {
        headers: { 'content-type': 'application/json', 'content-encoding': 'gzip' },
        body: new Uint8Array([0x1f, 0x8b, 1, 2, 3, 4]),
      },
    ],
    ['HTML 502', { status: 502, headers: { 'content-type': 'text/html' }, body: '<h1>Bad gateway</h1>' }],
    ['HTML 503', { status: 503, headers: { 'content-type': 'text/html' }, body: '<h1>Back soon</h1>' }],
    ['500', refusal(500, 'Internal error')],
    ['408', refusal(408, 'Request timed out')],
    ['another user', jsonAnswer(auth0User({ id: 'auth0|victim', picture: drawn('v') }))],
  ])('%s: looked up at once, before the commit and after', async (_, answer) => {
    await start()
    double.set({ answer })
    // At once: the SDK's own pause, of a second, would be before a second removal.
    await expect(remove()).rejects.toMatchObject({ code: 'unavailable' })
    expect(requests()).toEqual([removal, lookUp])
    double.set({ answer, carryOut: true })
    expect(await remove()).toMatchObject({ id, hasImage: false })
    expect(requests()).toEqual([removal, lookUp, removal, lookUp])
  })

  it('without the adapter the SDK sends a removal again', async () => {
    await start()
    double.set({ answer: refusal(503, 'Try again', undefined, { 'x-ratelimit-reset': '0', 'retry-after': '0' }) })
    const bare = auth0Client(double.url, token)
    await expect(bare.users.update(id, { picture: placeholder }, { maxRetries: 1 })).rejects.toMatchObject({
      statusCode: 503,
    })
    expect(requests()).toEqual([removal, removal])
  })

  const now = Math.floor(Date.UTC(2026, 0, 1) / 1000)
  const date = new Date(now * 1000).toUTCString()
  it.each<[string, Record<string, string>, number | undefined]>([
    ['its reset', { 'x-ratelimit-reset': String(now + 45), date }, 45],
    ['a reset that is past', { 'x-ratelimit-reset': String(now - 45), date }, 0],
    ['a reset by the clock here', { 'x-ratelimit-reset': String(now + 600), date: '' }, 600],
    ['Retry-After, which counts first', { 'retry-after': '7', 'x-ratelimit-reset': String(now + 45), date }, 7],
    ['Retry-After below zero', { 'retry-after': '-7', date }, 0],
    ['nonsense', { 'x-ratelimit-reset': 'soon', 'retry-after': 'NaN', date }, undefined],
    ['nothing', {}, undefined],
  ])('429 with %s: tells the time', async (_, headers, retryAfter) => {
    await start()
    vi.useFakeTimers({ toFake: ['Date'], now: now * 1000 })
    onTestFinished(() => void vi.useRealTimers())
    double.set({ answer: refusal(429, 'Global limit has been reached', 'too_many_requests', headers) })
    await expect(remove({ policy: { retries: 0 } })).rejects.toMatchObject({ code: 'rate-limited', retryAfter })
    expect(requests()).toHaveLength(1)
  })

  it('429, then success: waits as long as it is told, and tries again', async () => {
    await start()
    double.set({
      times: 1,
      answer: refusal(429, 'Global limit has been reached', 'too_many_requests', { 'retry-after': '1' }),
    })
    const timers = vi.spyOn(globalThis, 'setTimeout')
    expect(await remove()).toMatchObject({ hasImage: false })
    // The second that was asked for, and a little by chance.
    expect(timers.mock.calls.some(([, ms]) => ms! >= 1000 && ms! <= 1250)).toBe(true)
    timers.mockRestore()
    expect(requests()).toEqual([removal, removal])
  })

  it('a caller who goes away does not wait', async () => {
    await start()
    double.set({ answer: undefined, on: 'all', delayMs: 5000 })
    const controller = new AbortController()
    const call = adapter().getUser!(id, { signal: controller.signal })
    setTimeout(() => controller.abort(), 50)
    await expect(call).rejects.toMatchObject({ code: 'unavailable' })
  })

  it('a redirect to a login page is no success', async () => {
    await start()
    double.set(
      { times: 1, answer: { status: 307, headers: { location: '/login' } } },
      { times: 1, answer: { headers: { 'content-type': 'text/html' }, body: '<form>' } },
    )
    await expect(remove()).rejects.toMatchObject({ code: 'unavailable' })
    expect(double.users.get(id)!.picture).toBe(own)
  })

  it.each([
    [401, 'misconfigured'],
    [403, 'misconfigured'],
    [429, 'rate-limited'],
    [500, 'unknown-outcome'],
  ])('no token to be had (%i): %s, and no secret in it', async (status, code) => {
    await start()
    const fetchToken: typeof fetch = async () =>
      Response.json({ error: 'access_denied', error_description: 'canary' }, { status })
    const client = new ManagementClient({
      domain: 'tenant.test',
      clientId: 'panel',
      clientSecret: 'secret_canary',
      fetch: fetchToken,
    })
    const error = (await auth0Adapter(client, { policy: { retries: 0 } })
      .deleteUserProfileImage(id)
      .catch((reason: unknown) => reason)) as Error
    expect(error).toMatchObject({ code })
    expect(`${JSON.stringify(error)} ${error.message} ${error.stack}`).not.toContain('canary')
  })

  it('a wrong token is not repeated', async () => {
    await start()
    const error = (await adapter({}, 'wrong_canary')
      .deleteUserProfileImage(id)
      .catch((reason: unknown) => reason)) as Error
    expect(error).toMatchObject({ code: 'misconfigured' })
    expect(`${JSON.stringify(error)} ${error.message} ${error.stack}`).not.toContain('canary')
  })

  it.each([undefined, {}, { users: {} }])('no client (%j): said at once', async (none) => {
    await start()
    expect(() => auth0Adapter(none as never)).toThrow(
      expect.objectContaining({ code: 'misconfigured', message: expect.stringContaining('ManagementClient') }),
    )
  })
})
