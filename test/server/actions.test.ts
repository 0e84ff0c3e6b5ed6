import { beforeEach, describe, expect, it, vi } from 'vitest'
import { actionsAdapter } from '../../src/adapters/actions.ts'
import { memoryAdapter } from '../../src/adapters/memory.ts'
import { AvatarKitError } from '../../src/core/errors.ts'
import {
  bulkRemoval,
  createUserImageActions,
  type HandlerEvent,
  type UserImageActions,
  type UserImageActionsOptions,
} from '../../src/server/index.ts'
import { forgedIds } from '../support/forgedIds.ts'

const ada = {
  id: 'user_ada',
  firstName: 'Ada',
  lastName: 'Lovelace',
  imageUrl: 'https://images.test/ada.png',
  secret: 'canary',
}
const fromHere = {
  host: 'panel.test',
  origin: 'https://panel.test',
  'sec-fetch-site': 'same-origin',
  cookie: 'session=admin',
}

/** Next.js's own way to redirect. */
const redirect = Object.assign(new Error('NEXT_REDIRECT'), { digest: 'NEXT_REDIRECT;replace;/login;307;' })
const notFound = Object.assign(new Error('NEXT_HTTP_ERROR_FALLBACK;404'), { digest: 'NEXT_HTTP_ERROR_FALLBACK;404' })

let calls: string[]
let events: HandlerEvent[]
beforeEach(() => {
  calls = []
  events = []
})

function make(
  options: Partial<UserImageActionsOptions> = {},
  headers: Record<string, string> = fromHere,
): UserImageActions {
  const users = memoryAdapter([ada], {
    delay: ({ method }) => {
      calls.push(method)
      return 0
    },
  })
  return createUserImageActions({
    adapter: users,
    authorize: ({ headers: given }) => (given.get('cookie') === 'session=admin' ? { id: 'admin' } : null),
    getHeaders: async () => new Headers(headers),
    onEvent: (event) => void events.push(event),
    ...options,
  })
}

describe('server actions', () => {
  it('remove, read and list, and answer plain values with the kit’s fields alone', async () => {
    const actions = make()
    const read = await actions.getUser(ada.id)
    const list = await actions.getUserList({ limit: 5 })
    const removed = await actions.deleteUserProfileImage(ada.id, { reason: 'Nudity' })
    expect(read).toMatchObject({ ok: true, user: { id: ada.id, hasImage: true } })
    expect(list).toMatchObject({ ok: true, totalCount: 1, data: [{ id: ada.id }] })
    expect(removed).toMatchObject({ ok: true, user: { id: ada.id, hasImage: false } })
    for (const value of [read, list, removed]) {
      expect(structuredClone(value)).toEqual(value)
      expect(JSON.stringify(value)).not.toContain('canary')
    }
    expect(events.at(-1)).toMatchObject({
      type: 'image.removed',
      action: 'deleteUserProfileImage',
      actorId: 'admin',
      userId: ada.id,
      reason: 'Nudity',
    })
  })

  it.each<[string, Record<string, string>]>([
    ['another site', { ...fromHere, origin: 'https://evil.test', 'sec-fetch-site': 'cross-site' }],
    [
      'another site that claims to be forwarded',
      { ...fromHere, origin: 'https://evil.test', 'x-forwarded-host': 'evil.test' },
    ],
    ['a sibling of the same site', { ...fromHere, origin: 'https://other.panel.test', 'sec-fetch-site': 'same-site' }],
    ['nobody', { ...fromHere, origin: 'null' }],
    ['somewhere that does not say', { host: 'panel.test', cookie: 'session=admin' }],
    ['no host at all', { origin: 'https://panel.test', cookie: 'session=admin' }],
  ])('are refused from %s, before anybody is asked who it is', async (_, headers) => {
    const authorize = vi.fn(() => ({ id: 'admin' }))
    const actions = make({ authorize }, headers)
    for (const result of [
      await actions.deleteUserProfileImage(ada.id),
      await actions.getUser(ada.id),
      await actions.getUserList({}),
    ]) {
      expect(result).toEqual({ ok: false, error: { code: 'forbidden' } })
    }
    expect([authorize.mock.calls.length, calls]).toEqual([0, []])
  })

  it('are answered to a listed origin behind a proxy', async () => {
    const behind = { ...fromHere, host: '10.0.0.7:3000' }
    expect(await make({}, behind).getUser(ada.id)).toMatchObject({ ok: false })
    expect(await make({ allowedOrigins: ['https://panel.test'] }, behind).getUser(ada.id)).toMatchObject({ ok: true })
  })

  it.each<[string, UserImageActionsOptions['authorize']]>([
    ['nothing', () => undefined],
    ['true', () => true as never],
    ['an empty object', () => ({}) as never],
    ['a promise of false', async () => false as never],
    ['an error', () => Promise.reject(new Error('secret: canary'))],
  ])('are denied where `authorize` gives %s, and nothing is changed', async (_, authorize) => {
    const result = await make({ authorize }).deleteUserProfileImage(ada.id)
    expect(result).toEqual({ ok: false, error: { code: 'forbidden' } })
    expect(calls).toEqual([])
    expect(events).toMatchObject([{ type: 'denied', code: 'forbidden', userId: ada.id }])
  })

  it.each<[string, unknown]>([
    ['redirect()', redirect],
    ['notFound()', notFound],
    ['a thrown Response', new Response(null, { status: 302, headers: { location: '/login' } })],
  ])('let a framework’s %s through from `authorize`, and change nothing', async (_, flow) => {
    const actions = make({
      authorize: () => {
        throw flow
      },
    })
    await expect(actions.deleteUserProfileImage(ada.id)).rejects.toBe(flow)
    expect(calls).toEqual([])
    expect(events).toMatchObject([{ type: 'denied' }])
  })

  it('take an error that only looks a little like control flow for a denial', async () => {
    const authorize = () => Promise.reject(Object.assign(new Error('x'), { digest: 'NEXT_REDIRECTION' }))
    expect(await make({ authorize }).deleteUserProfileImage(ada.id)).toEqual({
      ok: false,
      error: { code: 'forbidden' },
    })
  })

  it.each(Object.entries(forgedIds))('refuse an id with %s, from whoever calls', async (_, forge) => {
    const actions = make()
    const forged = forge(ada.id) as string
    expect(await actions.deleteUserProfileImage(forged)).toEqual({ ok: false, error: { code: 'invalid-user-id' } })
    expect(await actions.getUser(forged)).toEqual({ ok: false, error: { code: 'invalid-user-id' } })
    expect(calls).toEqual([])
  })

  it.each<[string, unknown]>([
    ['a negative offset', { offset: -1 }],
    ['a limit of text', { limit: '5' }],
    ['a limit beyond all', { limit: 1e9 }],
    ['NaN', { limit: Number.NaN }],
  ])('refuse a list with %s', async (_, params) => {
    expect(await make().getUserList(params as never)).toEqual({ ok: false, error: { code: 'unexpected' } })
    expect(calls).toEqual([])
  })

  it.each([undefined, null, 'text', 7, { query: { $ne: 1 } }])(
    'list as usual where the parameters are %s',
    async (params) => {
      expect(await make().getUserList(params as never)).toMatchObject({ ok: true, totalCount: 1 })
    },
  )

  it.each([undefined, null, 'because', { reason: { toString: 'x' } }, { reason: 7 }])(
    'remove without a reason where the context is %s',
    async (context) => {
      expect(await make().deleteUserProfileImage(ada.id, context as never)).toMatchObject({ ok: true })
      expect(events.at(-1)!.reason).toBeUndefined()
    },
  )

  it('tell the host what to refresh, whose trouble with it does not undo the removal', async () => {
    const revalidate = vi.fn()
    expect(await make({ revalidate }).deleteUserProfileImage(ada.id)).toMatchObject({ ok: true })
    expect(revalidate.mock.calls).toEqual([[expect.objectContaining({ id: ada.id, hasImage: false })]])
    expect(
      await make({ revalidate: () => Promise.reject(new Error('x')) }).deleteUserProfileImage(ada.id),
    ).toMatchObject({ ok: true })
    const reads = make({ revalidate })
    await reads.getUser(ada.id)
    expect(revalidate).toHaveBeenCalledOnce()
  })

  it('let the host leave for another page when a batch has come to its end', async () => {
    const people = Array.from({ length: 6 }, (_, index) => ({ ...ada, id: `user_${index}` }))
    const revalidate = vi.fn(() => Promise.reject(redirect))
    const actions = make({ adapter: memoryAdapter(people), bulk: bulkRemoval(), revalidate })
    await expect(actions.deleteUserProfileImages(people.map(({ id }) => id))).rejects.toBe(redirect)
    expect(revalidate).toHaveBeenCalledTimes(6)
    expect(events.at(-1)).toMatchObject({ type: 'bulk.ended', counts: { done: 6, failed: 0, 'not-sent': 0 } })
  })

  it('are limited before and after it is known who calls', async () => {
    const limited = { ok: false as const, retryAfter: 3 }
    const error = { ok: false, error: { code: 'rate-limited', retryAfter: 3 } }
    expect(await make({ limit: { beforeAuth: () => limited } }).deleteUserProfileImage(ada.id)).toEqual(error)
    expect(
      await make({ limit: { perActor: ({ id }) => (id === 'admin' ? limited : { ok: true }) } }).deleteUserProfileImage(
        ada.id,
      ),
    ).toEqual(error)
    expect(calls).toEqual([])
  })

  it('give another tenant’s user and an absent one the same answer', async () => {
    const authorize: UserImageActionsOptions['authorize'] = async ({ getTarget }) => {
      await getTarget()
      throw new AvatarKitError('user-not-found')
    }
    const [foreign, absent] = [
      await make({ authorize }).deleteUserProfileImage(ada.id),
      await make({ authorize }).deleteUserProfileImage('user_nobody'),
    ]
    expect(foreign).toEqual(absent)
  })

  it.each<[string, object]>([
    ['authorize', { authorize: undefined }],
    ['getHeaders', { getHeaders: undefined }],
    ['an adapter', { adapter: undefined }],
    ['an origin that is one', { allowedOrigins: ['https://panel.test/'] }],
  ])('cannot be made without %s', (_, options) => {
    expect(() => make(options)).toThrow(AvatarKitError)
  })
})

describe('the adapter over them', () => {
  it('carries the reason, and keeps what the server knows', async () => {
    const adapter = actionsAdapter(make())
    await adapter.deleteUserProfileImage(ada.id, { reason: 'Spam' })
    expect(events.at(-1)).toMatchObject({ type: 'image.removed', reason: 'Spam' })
    const denied = actionsAdapter(make({ authorize: () => null }))
    await expect(denied.deleteUserProfileImage(ada.id)).rejects.toMatchObject({ code: 'forbidden', userId: ada.id })
  })

  it('passes on how long to wait', async () => {
    const adapter = actionsAdapter(make({ limit: { beforeAuth: () => ({ ok: false, retryAfter: 3 }) } }))
    await expect(adapter.deleteUserProfileImage(ada.id)).rejects.toMatchObject({ code: 'rate-limited', retryAfter: 3 })
  })

  it.each([undefined, null, 'ok', { ok: 'yes' }, { ok: false, error: { code: 'no such code' } }, { ok: true }])(
    'does not take %s for an answer',
    async (result) => {
      const adapter = actionsAdapter({ deleteUserProfileImage: async () => result as never })
      await expect(adapter.deleteUserProfileImage(ada.id)).rejects.toMatchObject({ code: 'unknown-outcome' })
    },
  )

  it('lacks what it is not given, and says what it cannot do without', () => {
    expect(actionsAdapter({ deleteUserProfileImage: async () => undefined as never })).toMatchObject({
      getUser: undefined,
      getUserList: undefined,
    })
    expect(() => actionsAdapter({} as never)).toThrow(/'use server'/)
  })
})
