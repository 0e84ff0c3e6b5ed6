import { describe, expect, test, vi } from 'vitest'
import { AvatarKitError } from '../../src/core/errors.ts'
import { bulkRemoval } from '../../src/server/bulk.ts'
import { createUserImageActions, type UserImageHandlerOptions } from '../../src/server/index.ts'
import { forgedIds } from '../support/forgedIds.ts'
import { admin, bulkHeaders, countingAdapter, origin, requestOf, startPanel } from './startPanel.ts'

const path = '/api/users/profile_images/delete'
const panel = (options: Partial<UserImageHandlerOptions> = {}, bulk: Parameters<typeof bulkRemoval>[0] = {}) =>
  startPanel({ bulk: bulkRemoval(bulk), ...options })
const done = (userId: string) => ({
  userId,
  status: 'done',
  user: expect.objectContaining({ id: userId, hasImage: false, imageUrl: null }),
})
const sorted = (lines: { userId?: string }[]) =>
  [...lines].sort((a, b) => String(a.userId).localeCompare(String(b.userId)))

/** Adds people to the two that are there. */
function crowd(count: number) {
  const counted = countingAdapter()
  const ids = Array.from({ length: count }, (_, index) => `user_${index + 1}`)
  for (const id of ids.slice(2))
    counted.users.set(id, { ...counted.users.get('user_1')!, id, imageUrl: `https://images.test/${id}.png` })
  return { ...counted, ids }
}

describe('many removals in one call', () => {
  test('are each answered, as the kit sees the user and nothing else', async () => {
    const { askBulk, changes } = panel()
    const { status, headers, body, text } = await askBulk(['user_1', 'user_2'])
    expect([
      status,
      headers.get('content-type'),
      headers.get('cache-control'),
      headers.get('x-content-type-options'),
    ]).toEqual([200, 'application/x-ndjson; charset=utf-8', 'no-store', 'nosniff'])
    expect(sorted(body)).toEqual([done('user_1'), done('user_2')])
    expect(text).not.toContain('privateMetadata')
    expect(changes.sort()).toEqual(['user_1', 'user_2'])
  })

  test('are no route where the host does not want them', async () => {
    const { askBulk, asked } = startPanel()
    const { status, headers } = await askBulk(['user_1'])
    expect([status, headers.get('allow'), asked]).toEqual([405, 'GET, DELETE', []])
  })

  test('ask `authorize` for the call and then for each user, all before the first is sent', async () => {
    const counted = crowd(40)
    let sent = 0
    const adapter = {
      ...counted.adapter,
      deleteUserProfileImage: (id: string) => (sent++, counted.adapter.deleteUserProfileImage(id)),
    }
    const seen: number[] = []
    const { askBulk, asked } = panel({
      adapter,
      authorize: ({ headers }) => {
        seen.push(sent)
        return headers.get('cookie') === admin.cookie ? { id: 'admin_1' } : undefined
      },
    })
    expect((await askBulk(counted.ids)).body).toHaveLength(40)
    expect(asked).toEqual([
      { userId: undefined, action: 'deleteUserProfileImages' },
      ...counted.ids.map((userId) => ({ userId, action: 'deleteUserProfileImage' })),
    ])
    expect([new Set(seen), sent]).toEqual([new Set([0]), 40])
  })

  test('tell the audit of each, and of the whole', async () => {
    const { askBulk, events } = panel()
    await askBulk(['user_1', 'user_9'], { headers: { 'avatarkit-reason': 'spam%0A' } })
    const common = { requestId: events[0]!.requestId, actorId: 'admin_1', reason: 'spam\\u000a' }
    expect(events).toHaveLength(3)
    expect(events).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          ...common,
          type: 'image.removed',
          action: 'deleteUserProfileImage',
          userId: 'user_1',
        }),
        expect.objectContaining({
          ...common,
          type: 'image.remove-failed',
          action: 'deleteUserProfileImage',
          userId: 'user_9',
          code: 'user-not-found',
        }),
      ]),
    )
    expect(events[2]).toMatchObject({
      ...common,
      type: 'bulk.ended',
      action: 'deleteUserProfileImages',
      counts: { done: 1, failed: 1, 'not-sent': 0 },
    })
  })

  test('count as many for the limit per actor', async () => {
    const perActor = vi.fn(() => ({ ok: false, retryAfter: 7 }))
    const { askBulk, changes } = panel({ limit: { perActor } })
    const { status, body } = await askBulk(['user_1', 'user_2', 'user_1'])
    expect([status, body, changes]).toEqual([429, { error: { code: 'rate-limited', retryAfter: 7 } }, []])
    expect(perActor.mock.calls).toEqual([[{ id: 'admin_1' }, 'deleteUserProfileImages', 2]])
  })
})

describe('what is refused before anything is sent', () => {
  const many = Array.from({ length: 501 }, (_, index) => `user_${index}`)
  test.each<[string, unknown, number, string]>([
    ['no ids', [], 400, 'unexpected'],
    ['one more than the maximum', many, 413, 'too-large'],
    ['no list', 'user_1', 400, 'unexpected'],
    ['an object', { 0: 'user_1', length: 1 }, 400, 'unexpected'],
    ['null', null, 400, 'unexpected'],
    ...Object.entries(forgedIds).map(([name, forge]): [string, unknown, number, string] => [
      `an id with ${name}`,
      ['user_2', forge('user_1')],
      400,
      'invalid-user-id',
    ]),
  ])('%s', async (_, userIds, status, code) => {
    const { askBulk, changes, reads } = panel()
    const reply = await askBulk(userIds)
    expect([reply.status, reply.body, changes, reads]).toEqual([status, { error: { code } }, [], []])
  })

  test('the maximum itself is taken, and each id once', async () => {
    const { ids, adapter, changes } = crowd(500)
    const { askBulk } = panel({ adapter })
    expect((await askBulk([...ids.slice(0, 250), ...ids.slice(0, 250)])).body).toHaveLength(250)
    expect(new Set(changes).size).toBe(changes.length)
    expect((await askBulk(ids)).body).toHaveLength(500)
  })

  test.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    '',
    'application/jsonp',
    'application/x-ndjson',
  ])('the content type %j: 415', async (type) => {
    const { ask, changes, asked } = panel()
    const { status } = await ask(path, {
      method: 'POST',
      headers: { ...admin, 'content-type': type },
      body: '{"userIds":["user_1"]}',
    })
    expect([status, changes, asked]).toEqual([415, [], []])
  })

  test.each<[string, string | Uint8Array<ArrayBuffer>, number]>([
    ['no JSON', '{"userIds":["user_1"]', 400],
    ['nothing', '', 400],
    ['JSON that is nothing', 'null', 400],
    ['no UTF-8', new Uint8Array([0x7b, 0xff, 0x7d]), 400],
    ['very deep JSON', '['.repeat(200_000), 400],
    ['another’s prototype', '{"__proto__":{"userIds":["user_1"]}}', 400],
    ['more than the cap', `{"userIds":["user_1"],"x":"${'x'.repeat(256 * 1024)}"}`, 413],
  ])('a body that is %s', async (_, body, status) => {
    const { ask, changes } = panel()
    expect((await ask(path, { method: 'POST', headers: bulkHeaders, body })).status).toBe(status)
    expect(changes).toEqual([])
  })

  test('a body that is declared too large: not read', async () => {
    const { handler } = panel()
    const pull = vi.fn()
    const response = await handler(
      requestOf(path, {
        method: 'POST',
        headers: { ...bulkHeaders, 'content-length': '999999' },
        body: new ReadableStream({ pull }, { highWaterMark: 0 }),
      }),
    )
    expect([response.status, pull.mock.calls.length]).toEqual([413, 0])
  })

  test('a body without an end: 413 at the cap, and the rest is called off', async () => {
    const cancel = vi.fn()
    let sent = 0
    const body = new ReadableStream(
      { pull: (controller) => controller.enqueue((sent++, new Uint8Array(16_384).fill(32))), cancel },
      { highWaterMark: 0 },
    )
    expect((await panel().handler(requestOf(path, { method: 'POST', headers: bulkHeaders, body }))).status).toBe(413)
    expect([cancel.mock.calls.length, sent]).toEqual([1, 17])
  })

  test('a body that never comes: 408', async () => {
    const { handler, changes } = panel({ bodyTimeoutMs: 40 })
    const cancel = vi.fn()
    const body = new ReadableStream({
      start: (controller) => controller.enqueue(new TextEncoder().encode('{"userIds":["user_1"]')),
      cancel,
    })
    const response = await handler(requestOf(path, { method: 'POST', headers: bulkHeaders, body }))
    expect([response.status, await response.json(), changes]).toEqual([408, { error: { code: 'time-out' } }, []])
    expect(cancel).toHaveBeenCalledOnce()
  })

  test('somebody nobody knows: their body is not read', async () => {
    const pull = vi.fn()
    const request = requestOf(path, {
      method: 'POST',
      headers: { ...bulkHeaders, cookie: 'session=none' },
      body: new ReadableStream({ pull }, { highWaterMark: 0 }),
    })
    expect([(await panel().handler(request)).status, pull.mock.calls.length]).toEqual([403, 0])
  })

  test('fields of a stranger change nothing', async () => {
    const { askBulk, changes, asked } = panel()
    await askBulk(['user_1'], { userId: 'user_2', role: 'owner', tenant: 'beta', actor: { id: 'admin_2' } })
    expect([changes, new Set(asked.map(({ userId }) => userId))]).toEqual([['user_1'], new Set([undefined, 'user_1'])])
    expect((await askBulk(['user_1'], { stop: 'yes' })).status).toBe(400)
  })

  test.each([
    ['another id', { id: 'admin_2' }],
    ['nobody', undefined],
  ])('an `authorize` that names %s for one of them', async (_, actor) => {
    const { askBulk, changes } = panel({ authorize: ({ userId }) => (userId === 'user_2' ? actor : { id: 'admin_1' }) })
    const { status, body } = await askBulk(['user_1', 'user_2'])
    expect([status, body, changes]).toEqual([403, { error: { code: 'forbidden', userId: 'user_2' } }, []])
  })
})

describe('users of several tenants', () => {
  const authorize: UserImageHandlerOptions['authorize'] = async ({ userId, getTarget }) => {
    if (userId !== undefined && !(await getTarget()).emailAddress?.endsWith('@alpha.test'))
      throw new AvatarKitError('user-not-found')
    return { id: 'admin_1' }
  }

  test.each(['user_2', 'user_9'])(
    '%s is refused, whether it is another’s or not there, and nothing is sent for any',
    async (other) => {
      const { askBulk, changes } = panel({ authorize })
      const { status, body } = await askBulk(['user_1', other])
      expect([status, body, changes]).toEqual([404, { error: { code: 'user-not-found', userId: other } }, []])
    },
  )

  test('the one is skipped where the host says so', async () => {
    const { askBulk, changes, events } = panel({ authorize }, { onDenied: 'skip' })
    const { body } = await askBulk(['user_2', 'user_1', 'user_9'])
    const denied = (userId: string) => ({ userId, status: 'failed', error: { code: 'user-not-found' } })
    expect(sorted(body)).toEqual([done('user_1'), denied('user_2'), denied('user_9')])
    expect(changes).toEqual(['user_1'])
    expect(events.filter(({ type }) => type === 'denied').map(({ userId, code }) => [userId, code])).toEqual([
      ['user_2', 'user-not-found'],
      ['user_9', 'user-not-found'],
    ])
  })
})

describe('the same key', () => {
  const keyed = { headers: { 'idempotency-key': 'k' } }

  test('runs each once, and answers the same again', async () => {
    const { askBulk, changes } = panel()
    const first = await askBulk(['user_1', 'user_2'], keyed)
    const again = await askBulk(['user_2', 'user_1'], keyed)
    expect(sorted(again.body)).toEqual(sorted(first.body))
    expect(changes).toHaveLength(2)
  })

  test('for other users: 409', async () => {
    const { askBulk, changes } = panel()
    await askBulk(['user_1'], keyed)
    expect((await askBulk(['user_1', 'user_2'], keyed)).status).toBe(409)
    expect(changes).toEqual(['user_1'])
  })

  test('of another actor tells nothing', async () => {
    const { askBulk, changes } = panel()
    await askBulk(['user_1'], keyed)
    expect(
      (await askBulk(['user_2'], { headers: { 'idempotency-key': 'k', cookie: '', authorization: 'Bearer script' } }))
        .status,
    ).toBe(200)
    expect(changes).toEqual(['user_1', 'user_2'])
  })

  test('a failed one is looked up, and sent again only where it is still there', async () => {
    const counted = crowd(3)
    let broken = true
    const adapter = {
      ...counted.adapter,
      async deleteUserProfileImage(id: string) {
        if (!broken || id === 'user_3') return counted.adapter.deleteUserProfileImage(id)
        // The one is carried out, the other is not, and nobody can tell.
        if (id === 'user_1') await counted.adapter.deleteUserProfileImage(id)
        throw new AvatarKitError('unknown-outcome')
      },
      async getUser(id: string) {
        if (broken) throw new AvatarKitError('unavailable')
        return counted.adapter.getUser(id)
      },
    }
    const { askBulk } = panel({ adapter })
    const first = await askBulk(counted.ids, keyed)
    const unknown = (userId: string) => ({ userId, status: 'failed', error: { code: 'unknown-outcome' } })
    expect(sorted(first.body)).toEqual([unknown('user_1'), unknown('user_2'), done('user_3')])
    broken = false
    expect(sorted((await askBulk(counted.ids, keyed)).body)).toEqual([done('user_1'), done('user_2'), done('user_3')])
    expect(counted.changes.sort()).toEqual(['user_1', 'user_2', 'user_3'])
  })
})

test('one bulkRemoval for two adapters: each call goes to its own', async () => {
  const bulk = bulkRemoval()
  const [alpha, beta] = [startPanel({ bulk }), startPanel({ bulk })]
  await alpha.askBulk(['user_1'])
  await beta.askBulk(['user_2'])
  expect([alpha.changes, beta.changes]).toEqual([['user_1'], ['user_2']])
})

test.each([
  [{ max: 0 }, 'max'],
  [{ max: 1.5 }, 'max'],
  [{ concurrency: 0 }, 'concurrency'],
  [{ share: 0 }, 'share'],
  [{ share: 1.1 }, 'share'],
  [{ share: Number.NaN }, 'share'],
])('%j: misconfigured at once', (options, word) => {
  expect(() => bulkRemoval(options)).toThrow(
    expect.objectContaining({ code: 'misconfigured', message: expect.stringContaining(word) }),
  )
})

test.each([true, {}, bulkRemoval])('bulk: %o is not what bulkRemoval makes', (bulk) => {
  expect(() => startPanel({ bulk: bulk as never })).toThrow(
    expect.objectContaining({ code: 'misconfigured', message: expect.stringContaining('bulkRemoval()') }),
  )
})

describe('through actions', () => {
  const make = (bulk: boolean, options: object = {}) => {
    const counted = countingAdapter()
    const headers = new Headers({ host: 'panel.test', origin, cookie: 'session=admin' })
    return {
      ...counted,
      actions: createUserImageActions({
        adapter: counted.adapter,
        authorize: () => ({ id: 'admin_1' }),
        getHeaders: () => headers,
        ...(bulk && { bulk: bulkRemoval() }),
        ...options,
      }),
    }
  }

  test('they answer all results at the end, and refresh what the server rendered', async () => {
    const revalidate = vi.fn()
    const { actions, changes } = make(true, { revalidate })
    const result = await actions.deleteUserProfileImages(['user_1', 'user_9'], { idempotencyKey: 'k' })
    expect(result).toEqual({
      ok: true,
      results: expect.arrayContaining([
        done('user_1'),
        { userId: 'user_9', status: 'failed', error: { code: 'user-not-found' } },
      ]),
    })
    await actions.deleteUserProfileImages(['user_9', 'user_1'], { idempotencyKey: 'k' })
    expect(changes.filter((id) => id === 'user_1')).toHaveLength(1)
    expect(revalidate).toHaveBeenCalledWith(expect.objectContaining({ id: 'user_1' }))
  })

  test.each<[string, unknown, object]>([
    ['no ids', [], { code: 'unexpected' }],
    ['text', 'user_1', { code: 'unexpected' }],
    ['a forged id', ['user_1#'], { code: 'invalid-user-id' }],
  ])('%s: refused', async (_, ids, error) => {
    const { actions, changes } = make(true)
    expect([await actions.deleteUserProfileImages(ids as never), changes]).toEqual([{ ok: false, error }, []])
  })

  test('not where the host does not want them', async () => {
    const { actions, changes } = make(false)
    expect([await actions.deleteUserProfileImages(['user_1']), changes]).toEqual([
      { ok: false, error: { code: 'unexpected' } },
      [],
    ])
  })
})
