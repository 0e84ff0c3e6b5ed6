import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type LimitResult, memoryLimiter } from '../../src/server/limiter.ts'
import { admin, image, startPanel } from './startPanel.ts'

describe('memoryLimiter', () => {
  // Each step: time in ms, key, and the answer, which is `ok` or the seconds to wait.
  const table: [name: string, options: { max: number; windowMs: number; maxKeys?: number }, steps: string][] = [
    [
      'lets the maximum through and tells how long to wait, in whole seconds rounded up',
      { max: 2, windowMs: 10_000 },
      '0 a ok, 1 a ok, 2 a 10, 9001 a 1, 9999 a 1',
    ],
    ['begins anew when the window ends', { max: 1, windowMs: 10_000 }, '0 a ok, 9999 a 1, 10000 a ok, 10001 a 10'],
    ['a refused request does not make the window longer', { max: 1, windowMs: 1_000 }, '0 a ok, 900 a 1, 1000 a ok'],
    [
      'counts each key apart',
      { max: 1, windowMs: 5_000 },
      '0 a ok, 0 b ok, 1000 a 4, 1000 b 4, 1000 __proto__ ok, 1000 __proto__ 5',
    ],
    ['a maximum of 0 refuses all', { max: 0, windowMs: 1_000 }, '0 a 1, 1000 a 1'],
    [
      'forgets the oldest key first',
      { max: 1, windowMs: 9_000, maxKeys: 2 },
      '0 a ok, 0 b ok, 0 a 9, 0 c ok, 0 b 9, 0 a ok, 0 c 9',
    ],
    [
      'a key whose window began anew is not the oldest',
      { max: 1, windowMs: 100, maxKeys: 2 },
      '0 a ok, 50 b ok, 100 a ok, 101 c ok, 102 a 1',
    ],
  ]
  test.each(table)('%s', (_, options, steps) => {
    let time = 0
    const limiter = memoryLimiter({ ...options, now: () => time })
    for (const step of steps.split(', ')) {
      const [at, key, answer] = step.split(' ') as [string, string, string]
      time = Number(at)
      expect(limiter(key), step).toEqual(answer === 'ok' ? { ok: true } : { ok: false, retryAfter: Number(answer) })
    }
  })

  test('of any keys that come in any order, the newer half at least count on', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 9 }), fc.array(fc.nat(30), { maxLength: 80 }), (maxKeys, keys) => {
        const limiter = memoryLimiter({ max: 1, windowMs: 1000, maxKeys, now: () => 0 })
        const begun: number[] = []
        for (const key of keys) {
          const { ok } = limiter(String(key)) as LimitResult
          if (begun.slice(-Math.floor(maxKeys / 2)).includes(key)) expect(ok).toBe(false)
          // Neither is anybody counted whom `maxKeys` others have followed: they are forgotten.
          if (!begun.slice(-maxKeys).includes(key)) expect(ok).toBe(true)
          if (ok) begun.push(key)
        }
      }),
    )
  })

  test('reads the clock of the machine and holds 10,000 keys where nothing else is said', () => {
    const limiter = memoryLimiter({ max: 1, windowMs: 60_000 })
    for (let key = 0; key < 10_000; key++) expect(limiter(String(key))).toEqual({ ok: true })
    expect(limiter('0')).toEqual({ ok: false, retryAfter: expect.any(Number) })
    expect(limiter('one more')).toEqual({ ok: true })
    expect(limiter('0')).toEqual({ ok: true })
  })
})

describe('in the handler', () => {
  const bearer = { authorization: 'Bearer script' }

  test('a limit before authentication holds for everybody and asks nobody who it is', async () => {
    const limiter = memoryLimiter({ max: 2, windowMs: 30_000, now: () => 0 })
    const { ask, asked, changes } = startPanel({
      limit: { beforeAuth: (request) => limiter(request.headers.get('x-address') ?? '') },
    })
    const from = (address: string) => ask(image, { headers: { ...admin, 'x-address': address } })
    expect([(await from('a')).status, (await from('a')).status]).toEqual([200, 200])
    const refused = await from('a')
    expect([refused.status, refused.body, refused.headers.get('retry-after')]).toEqual([
      429,
      { error: { code: 'rate-limited', retryAfter: 30 } },
      '30',
    ])
    expect([asked.length, changes.length]).toEqual([2, 2])
    expect((await from('b')).status).toBe(200)
  })

  test('a limit per actor holds for that actor and action', async () => {
    const limiter = memoryLimiter({ max: 1, windowMs: 30_000, now: () => 0 })
    const { ask, asked, changes } = startPanel({ limit: { perActor: ({ id }, action) => limiter(`${id} ${action}`) } })
    expect((await ask()).status).toBe(200)
    const refused = await ask('/api/users/user_2/profile_image')
    expect([refused.status, refused.headers.get('retry-after'), asked.length, changes]).toEqual([
      429,
      '30',
      2,
      ['user_1'],
    ])
    expect((await ask('/api/users/user_2', { method: 'GET' })).status).toBe(200)
    expect((await ask('/api/users/user_2/profile_image', { headers: bearer })).status).toBe(200)
  })

  test.each([
    [
      'throws',
      500,
      () => {
        throw new Error('the store is down: sk_live_CANARY')
      },
    ],
    ['rejects', 500, () => Promise.reject(new Error('the store is down: sk_live_CANARY'))],
    ['answers nothing', 429, () => undefined],
    ['answers false', 429, () => false],
    ['answers {}', 429, () => ({})],
    ['answers later that there is room', 200, async () => ({ ok: true })],
    ['refuses without a time', 429, () => ({ ok: false })],
  ])('a limiter that %s: %i', async (_, status, limiter) => {
    for (const which of ['beforeAuth', 'perActor']) {
      const { ask, changes, events } = startPanel({ limit: { [which]: limiter as () => LimitResult } })
      const reply = await ask()
      expect([reply.status, reply.headers.has('retry-after'), changes]).toEqual([
        status,
        false,
        status === 200 ? ['user_1'] : [],
      ])
      expect(reply.text + JSON.stringify(events)).not.toContain('CANARY')
    }
  })
})
