import { describe, expect, test, vi } from 'vitest'
import type { CallContext } from '../../src/core/adapter.ts'
import { AvatarKitError, type ErrorCode } from '../../src/core/errors.ts'
import type { HandlerEvent, OnEvent } from '../../src/server/events.ts'
import type { UserImageHandlerOptions } from '../../src/server/handler.ts'
import { wait } from '../support/until.ts'
import { admin, countingAdapter, image, startPanel } from './startPanel.ts'

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/
const because = (reason: string) => ({ headers: { ...admin, 'avatarkit-reason': encodeURIComponent(reason) } })

describe('a removal', () => {
  test('is told once: who, whom, what, why and how long it took', async () => {
    const { adapter } = countingAdapter()
    const slow = async (id: string, context?: CallContext) => {
      vi.setSystemTime(1_700_000_000_030)
      return adapter.deleteUserProfileImage(id, context)
    }
    const { ask, events } = startPanel({ adapter: slow })
    vi.useFakeTimers({ toFake: ['Date'], now: 1_700_000_000_000 })
    await ask(image, because('Not a picture of a person – “ägain”'))
    vi.useRealTimers()
    expect(events).toEqual([
      {
        type: 'image.removed',
        action: 'deleteUserProfileImage',
        actorId: 'admin_1',
        userId: 'user_1',
        reason: 'Not a picture of a person – “ägain”',
        requestId: expect.stringMatching(UUID),
        at: 1_700_000_000_000,
        durationMs: 30,
      },
    ])
    await ask(image)
    expect(events[1]!.requestId).not.toBe(events[0]!.requestId)
    expect(events[1]).not.toHaveProperty('reason')
  })

  test('reaches the adapter with the actor, the reason and the idempotency key', async () => {
    const { ask, contexts } = startPanel()
    await ask(image, { headers: { ...because('spam\r\nagain').headers, 'idempotency-key': 'key-1' } })
    expect(contexts).toMatchObject([{ actor: { id: 'admin_1' }, reason: 'spam\r\nagain', idempotencyKey: 'key-1' }])
    expect(contexts[0]!.headers!.get('cookie')).toBe(admin.cookie)
  })

  test('that fails is told once, with the code', async () => {
    const { ask, events } = startPanel({
      adapter: () => Promise.reject(new AvatarKitError('rate-limited', { retryAfter: 90 })),
    })
    const { status, headers } = await ask(image, because('spam'))
    expect([status, headers.get('retry-after')]).toEqual([429, '90'])
    expect(events).toMatchObject([
      { type: 'image.remove-failed', code: 'rate-limited', actorId: 'admin_1', userId: 'user_1', reason: 'spam' },
    ])
  })
})

test('reading is not told', async () => {
  const { ask, events } = startPanel()
  for (const path of ['/api/users', '/api/users/user_1']) expect((await ask(path, { method: 'GET' })).status).toBe(200)
  expect(events).toEqual([])
})

test('a denial tells what was known by then and never the path', async () => {
  const { ask, events } = startPanel({ limit: { perActor: ({ id }) => ({ ok: id !== 'script_1' }) } })
  await ask('/api/nothing/SECRET')
  await ask(image, { headers: { ...admin, origin: 'https://evil.test' } })
  await ask('/api/users/SECRET%0d%0a/profile_image')
  await ask(image, { headers: { ...admin, cookie: 'session=SECRET' } })
  await ask(image, { headers: { authorization: 'Bearer script' } })
  const common = {
    type: 'denied',
    requestId: expect.stringMatching(UUID),
    at: expect.any(Number),
    durationMs: expect.any(Number),
  }
  const action = 'deleteUserProfileImage'
  expect(events).toEqual([
    { ...common, action: undefined, code: 'unexpected' },
    { ...common, action, code: 'forbidden', origin: 'https://evil.test' },
    { ...common, action, code: 'invalid-user-id' },
    { ...common, action, code: 'forbidden', userId: 'user_1' },
    { ...common, action, code: 'rate-limited', userId: 'user_1', actorId: 'script_1' },
  ])
  expect(JSON.stringify(events)).not.toContain('SECRET')
})

describe('text of a stranger stays one line', () => {
  const table: [name: string, reason: string, told: string | undefined][] = [
    ['CR LF', 'spam\r\n{"type":"image.removed"}', 'spam\\u000d\\u000a{"type":"image.removed"}'],
    ['NUL and escape sequences', 'a\0b\u001b[2Jc', 'a\\u0000b\\u001b[2Jc'],
    ['separators of lines', 'a\u0085b\u2028c\u2029d', 'a\\u0085b\\u2028c\\u2029d'],
    ['letters that turn round', 'a\u202eb\u200bc', 'a\\u202eb\\u200bc'],
    ['10,000 letters', 'a'.repeat(10_000), `${'a'.repeat(500)}…`],
    ['other scripts', 'これは猫です', 'これは猫です'],
    ['nothing', '', undefined],
  ]
  test.each(table)('%s', async (_, reason, told) => {
    const { ask, events } = startPanel()
    expect((await ask(image, because(reason))).status).toBe(200)
    expect(events.map((event) => event.reason)).toEqual([told])
  })

  test('a reason that is not encoded is no reason, and no failure', async () => {
    const { ask, events } = startPanel()
    expect((await ask(image, { headers: { ...admin, 'avatarkit-reason': '100% spam' } })).status).toBe(200)
    expect(events).toMatchObject([{ type: 'image.removed', userId: 'user_1' }])
    expect(events[0]).not.toHaveProperty('reason')
  })

  test('an actor’s id', async () => {
    const { ask, events } = startPanel({ authorize: () => ({ id: 'admin_1\r\ndenied' }) })
    await ask()
    expect(events[0]!.actorId).toBe('admin_1\\u000d\\u000adenied')
  })
})

describe('a provider’s error stays here', () => {
  const text = 'Bearer sk_live_CANARY refused, cookie: session=CANARY; at https://provider.test/CANARY'
  const error = () =>
    Object.assign(new Error(text, { cause: new Error(text) }), { headers: { 'set-cookie': 'CANARY' }, stack: text })
  const kits = (code: ErrorCode) => () => new AvatarKitError(code, { message: text, cause: error(), userId: 'CANARY' })
  const table: [name: string, thrown: () => unknown][] = [
    ['an error', error],
    ['a string', () => text],
    ['the kit’s own error', kits('unavailable')],
    ['the kit’s own, where the outcome is unknown', kits('unknown-outcome')],
    ['the kit’s own, where the key is wrong', kits('misconfigured')],
    ['an error with a code of its own', () => Object.assign(error(), { name: 'AvatarKitError', code: text })],
  ]
  test.each(table)('%s', async (_, thrown) => {
    const fail = async () => Promise.reject(thrown())
    const { adapter } = countingAdapter()
    const parts: Partial<UserImageHandlerOptions>[] = [
      { adapter: { deleteUserProfileImage: fail } },
      { adapter: { ...adapter, deleteUserProfileImage: fail } },
      { adapter: { deleteUserProfileImage: fail, getUser: fail, getUserList: fail } },
      { authorize: fail },
      { adapter: { ...adapter, getUser: fail }, authorize: async ({ getTarget }) => ({ id: (await getTarget()).id }) },
    ]
    const asks: [string, string][] = [
      [image, 'DELETE'],
      ['/api/users/user_1', 'GET'],
      ['/api/users', 'GET'],
    ]
    for (const part of parts) {
      const { ask, events } = startPanel(part)
      const refusals = []
      for (const [path, method] of asks) {
        const reply = await ask(path, {
          method,
          headers: { ...admin, cookie: part.authorize ? 'session=CANARY' : admin.cookie },
        })
        if (reply.status >= 400) refusals.push(reply.body)
        expect(reply.text + JSON.stringify([...reply.headers])).not.toContain('CANARY')
      }
      expect(refusals.length).toBeGreaterThan(0)
      for (const refusal of refusals) expect(Object.keys(refusal.error)).toEqual(['code'])
      expect(JSON.stringify(events)).not.toContain('CANARY')
    }
  })
})

describe('onEvent', () => {
  const run: string[] = []
  // As query builders have it.
  // oxlint-disable-next-line unicorn/no-thenable
  const lazy = { then: (resolve: (value: unknown) => void) => resolve(run.push('run')) }
  const table: [name: string, onEvent: OnEvent | undefined][] = [
    [
      'that throws',
      () => {
        throw new Error('the log is full')
      },
    ],
    ['that rejects', () => Promise.reject(new Error('the log is full'))],
    ['that never ends', () => new Promise(() => {})],
    ['that returns a query which runs when waited for', () => lazy as any],
    ['that alters the event', (event: HandlerEvent) => void Object.assign(event, { userId: 'user_2', code: 'x' })],
    ['that is absent', undefined],
  ]
  test.each(table)('%s changes nothing', async (_, onEvent) => {
    const unhandled: unknown[] = []
    const note = (error: unknown) => void unhandled.push(error)
    process.on('unhandledRejection', note)
    const { ask, changes } = startPanel({ onEvent })
    expect((await ask()).body).toMatchObject({ id: 'user_1', hasImage: false })
    expect((await ask(image, { headers: { cookie: 'x' } })).body).toEqual({ error: { code: 'forbidden' } })
    await wait(5)
    process.off('unhandledRejection', note)
    expect([changes, unhandled]).toEqual([['user_1'], []])
  })

  test('a query which runs when waited for has run, once an event', () => expect(run).toEqual(['run', 'run']))
})
