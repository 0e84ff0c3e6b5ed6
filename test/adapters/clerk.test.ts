import { createClerkClient } from '@clerk/backend'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { type ClerkAdapterOptions, clerkAdapter, clerkSelfAdapter } from '../../src/adapters/clerk.ts'
import { type ClerkDouble, refusal, startClerkDouble } from '../support/clerkDouble.ts'
import { type ClerkFrontend, startClerkFrontend } from '../support/clerkFrontend.ts'

const secretKey = 'sk_test_clerk'
const id = 'user_victim'
let double: ClerkDouble

beforeEach(async () => {
  double = await startClerkDouble({
    secretKey,
    users: [{ id, firstName: 'Ada', emailAddress: 'ada@people.test', imageUrl: 'https://img.clerk.com/victim.png' }],
  })
})
afterEach(() => double.close())

const client = (key = secretKey) =>
  createClerkClient({ secretKey: key, apiUrl: double.url, telemetry: { disabled: true } })
const remove = (options?: ClerkAdapterOptions) => clerkAdapter(client(), options).deleteUserProfileImage(id)
const requests = () => double.calls.map(({ method, path }) => `${method} ${path}`)
const removals = () => double.calls.filter(({ method }) => method === 'DELETE')

describe('Clerk through its own SDK', () => {
  it.each(['user_victim#', 'user_victim?', 'user_victim/.'])(
    '%s: deletes the account through the bare SDK, and is never sent by the adapter',
    async (forged) => {
      await expect(clerkAdapter(client()).deleteUserProfileImage(forged)).rejects.toMatchObject({
        code: 'invalid-user-id',
      })
      expect(requests()).toEqual([])
      await client()
        .users.deleteUserProfileImage(forged)
        .catch(() => {})
      expect(double.users.has(id)).toBe(forged === 'user_victim/.')
    },
  )

  it.each(['victim', 'org_victim', 'user_', 'user_vic-tim', 'user_vic_tim', 'USER_victim'])(
    '%s: no id of Clerk’s',
    async (other) => {
      await expect(clerkAdapter(client()).deleteUserProfileImage(other)).rejects.toMatchObject({
        code: 'invalid-user-id',
      })
      expect(requests()).toEqual([])
    },
  )

  it('sends exactly the removal, with the key', async () => {
    expect(await remove()).toMatchObject({ id, firstName: 'Ada', emailAddress: 'ada@people.test', hasImage: false })
    expect(requests()).toEqual([`DELETE /v1/users/${id}/profile_image`])
    expect(double.calls[0]!.headers.authorization).toBe(`Bearer ${secretKey}`)
  })

  it.each([
    ['a page', { status: 404, headers: { 'content-type': 'text/html' }, body: '<h1>Not found</h1>' }],
    ['nothing', { status: 404 }],
    ['other JSON', { status: 404, headers: { 'content-type': 'application/json' }, body: '{"message":"no route"}' }],
  ])('404 with %s: not Clerk, and says what to check', async (_, answer) => {
    double.set({ answer, on: 'all' })
    await expect(remove()).rejects.toMatchObject({ code: 'misconfigured', message: expect.stringContaining('apiUrl') })
    await expect(clerkAdapter(client()).getUser!(id)).rejects.toMatchObject({ code: 'misconfigured' })
    expect(removals()).toHaveLength(1)
  })

  it('leaves metadata behind', async () => {
    expect(JSON.stringify(await client().users.getUser(id))).toContain('private-canary')
    const adapter = clerkAdapter(client())
    for (const reply of [await remove(), await adapter.getUser!(id), await adapter.getUserList!({})])
      expect(JSON.stringify(reply)).not.toContain('private-canary')
  })

  it('503 with the provider’s own error body, then success: tries again', async () => {
    double.set({ answer: refusal(503, 'service_unavailable', 'Try again'), times: 2 })
    expect(await remove()).toMatchObject({ hasImage: false })
    expect(requests()).toEqual(Array(3).fill(`DELETE /v1/users/${id}/profile_image`))
  })

  it('503 with the provider’s own error body, again and again: gives up after two further tries', async () => {
    double.set({ answer: refusal(503, 'service_unavailable', 'Try again') })
    await expect(remove()).rejects.toMatchObject({ code: 'unavailable' })
    expect(removals()).toHaveLength(3)
    expect(double.users.get(id)).toMatchObject({ has_image: true })
  })

  it('429 with 1: waits that long', async () => {
    double.set({ answer: refusal(429, 'too_many_requests', 'Slow down', { 'retry-after': '1' }), times: 1 })
    const timers = vi.spyOn(globalThis, 'setTimeout')
    expect(await remove()).toMatchObject({ hasImage: false })
    // The second that was asked for, and a little by chance.
    expect(timers.mock.calls.some(([, ms]) => ms! >= 1000 && ms! <= 1250)).toBe(true)
    timers.mockRestore()
    expect(removals()).toHaveLength(2)
  })

  // What the SDK makes of the header is the SDK's: "1e9" is 1, and a date is nothing.
  it.each([
    ['5', 5],
    ['45', 45],
    ['99999999999', 99_999_999_999],
    ['-5', 0],
    ['NaN', undefined],
    ['Tue, 24 Nov 2026 04:00:00 GMT', undefined],
    [undefined, undefined],
  ])('429 with %s: tells the time where nobody waits', async (header, retryAfter) => {
    double.set({
      answer: refusal(429, 'too_many_requests', 'Slow down', header === undefined ? {} : { 'retry-after': header }),
    })
    await expect(remove({ policy: { retries: 0 } })).rejects.toMatchObject({ code: 'rate-limited', retryAfter })
    expect(removals()).toHaveLength(1)
  })

  it('429 with more than the deadline: one request, and the time', async () => {
    double.set({ answer: refusal(429, 'too_many_requests', 'Slow down', { 'retry-after': '45' }) })
    const timers = vi.spyOn(globalThis, 'setTimeout')
    await expect(remove()).rejects.toMatchObject({ code: 'rate-limited', retryAfter: 45 })
    expect(timers.mock.calls.some(([, ms]) => ms! >= 45_000)).toBe(false)
    timers.mockRestore()
    expect(removals()).toHaveLength(1)
  })

  it.each([
    [400, 'unexpected'],
    [401, 'misconfigured'],
    [403, 'misconfigured'],
    [422, 'unexpected'],
  ])('%i: %s, and no second request', async (status, code) => {
    double.set({ answer: refusal(status, 'x', 'x') })
    await expect(remove()).rejects.toMatchObject({ code })
    expect(requests()).toHaveLength(1)
  })

  it('a followed redirect to a login page: no success', async () => {
    const html = { headers: { 'content-type': 'text/html' }, body: '<form>' }
    double.set(
      { times: 1, answer: { status: 302, headers: { location: `${double.url}/login` } } },
      { times: 1, answer: html },
    )
    await expect(remove()).rejects.toMatchObject({ code: 'unavailable' })
    expect(requests()).toEqual([`DELETE /v1/users/${id}/profile_image`, 'DELETE /login', `GET /v1/users/${id}`])
    expect(double.users.get(id)).toMatchObject({ has_image: true })
  })

  it('a name that nobody resolves: an error, not a success', async () => {
    const nowhere = createClerkClient({ secretKey, apiUrl: 'http://nobody.invalid', telemetry: { disabled: true } })
    await expect(clerkAdapter(nowhere).deleteUserProfileImage(id)).rejects.toMatchObject({
      code: 'unknown-outcome',
      userId: id,
    })
  })

  it('a wrong key: says which setting', async () => {
    const wrong = clerkAdapter(client('sk_test_wrong'))
    await expect(wrong.deleteUserProfileImage(id)).rejects.toMatchObject({
      code: 'misconfigured',
      message: expect.stringContaining('CLERK_SECRET_KEY'),
    })
    const missing = clerkAdapter(createClerkClient({ apiUrl: double.url, telemetry: { disabled: true } }))
    await expect(missing.deleteUserProfileImage(id)).rejects.toMatchObject({
      code: 'misconfigured',
      message: expect.stringContaining('CLERK_SECRET_KEY'),
    })
    expect(double.users.get(id)).toMatchObject({ has_image: true })
    await expect(wrong.getUserList!({})).rejects.toMatchObject({ code: 'misconfigured' })
  })

  it('a list that is none: unavailable', async () => {
    double.set({ on: 'look-ups', answer: { headers: { 'content-type': 'text/html' }, body: '<form>' } })
    await expect(clerkAdapter(client()).getUserList!({})).rejects.toMatchObject({ code: 'unavailable' })
  })

  it.each([undefined, {}, { users: {} }])('no client (%o): says so at once', (none) => {
    expect(() => clerkAdapter(none as never)).toThrow(
      expect.objectContaining({ code: 'misconfigured', message: expect.stringContaining('createClerkClient') }),
    )
  })
})

describe('Clerk’s frontend, for the signed-in person', () => {
  let frontend: ClerkFrontend
  beforeEach(async () => {
    frontend = await startClerkFrontend({
      users: [{ id, firstName: 'Ada', imageUrl: 'https://img.clerk.com/victim.png' }],
      signedIn: id,
    })
  })
  afterEach(() => frontend.close())

  it('removes as Clerk recommends, and refreshes the user that the page holds', async () => {
    const user = await clerkSelfAdapter(frontend.user).deleteUserProfileImage(id)
    expect(frontend.calls.map(({ method, path }) => `${method} ${path}`)).toEqual([
      'DELETE /v1/me/profile_image',
      'GET /v1/me',
    ])
    expect(user).toMatchObject({ id, firstName: 'Ada', hasImage: false })
    expect(frontend.user.hasImage).toBe(false)
    expect(JSON.stringify(user)).not.toContain('canary')
  })

  it.each([
    [401, 'unauthenticated', {}],
    [403, 'forbidden', {}],
    [429, 'rate-limited', { retryAfter: 90 }],
    [422, 'unexpected', {}],
  ] as const)('%i is %s', async (status, code, more) => {
    frontend.set({ answer: refusal(status, 'no', 'No', { 'retry-after': '90' }), on: 'all' })
    await expect(clerkSelfAdapter(frontend.user).deleteUserProfileImage(id)).rejects.toMatchObject({
      code,
      userId: id,
      ...more,
    })
  })

  it.each([undefined, null, {}, { id }])('%j is no signed-in user: said when it is made', (user) => {
    expect(() => clerkSelfAdapter(user as never)).toThrow(
      expect.objectContaining({ code: 'misconfigured', message: expect.stringContaining('isSignedIn') }),
    )
  })
})
