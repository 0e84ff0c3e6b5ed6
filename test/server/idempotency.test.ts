import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { AvatarKitError } from '../../src/core/errors.ts'
import { memoryIdempotency } from '../../src/server/idempotency.ts'
import { createUserImageActions } from '../../src/server/index.ts'
import { wait } from '../support/until.ts'
import { admin, countingAdapter, image, origin, startPanel } from './startPanel.ts'

const other = image.replace('user_1', 'user_2')
const keyed = (key: string, headers: Record<string, string> = admin) => ({
  headers: { ...headers, 'idempotency-key': key },
})

describe('the same key', () => {
  test('runs once: the second answer is the first, and the audit says so', async () => {
    const { ask, changes, events } = startPanel()
    const first = await ask(image, keyed('k'))
    const second = await ask(image, keyed('k'))
    expect([first.status, second.status, changes]).toEqual([200, 200, ['user_1']])
    expect(second.body).toEqual(first.body)
    expect(events.map(({ type, repeated }) => [type, repeated])).toEqual([
      ['image.removed', undefined],
      ['image.removed', true],
    ])
  })

  test('while the first still runs: one call, and both wait for it', async () => {
    const { adapter, changes } = countingAdapter()
    let go = () => {}
    const slow = async (id: string) => {
      await new Promise<void>((resolve) => (go = resolve))
      return adapter.deleteUserProfileImage(id)
    }
    const { ask } = startPanel({ adapter: slow })
    const both = [ask(image, keyed('k')), ask(image, keyed('k'))]
    await wait(20)
    go()
    expect((await Promise.all(both)).map(({ status }) => status)).toEqual([200, 200])
    expect(changes).toEqual(['user_1'])
  })

  test('for another user: 409, and nothing is sent', async () => {
    const { ask, changes } = startPanel()
    await ask(image, keyed('k'))
    const { status, body } = await ask(other, keyed('k'))
    expect([status, body, changes]).toEqual([409, { error: { code: 'unexpected' } }, ['user_1']])
  })

  test('of another actor is another key', async () => {
    const { ask, changes } = startPanel()
    await ask(image, keyed('k'))
    expect((await ask(other, keyed('k', { authorization: 'Bearer script' }))).status).toBe(200)
    expect(changes).toEqual(['user_1', 'user_2'])
  })

  test('is still asked who it is: a role that was lost gets no old answer', async () => {
    let allowed = true
    const { ask } = startPanel({ authorize: () => (allowed ? { id: 'admin_1' } : undefined) })
    await ask(image, keyed('k'))
    allowed = false
    expect((await ask(image, keyed('k'))).status).toBe(403)
  })

  test.each([true, false])('after an unknown outcome is looked up first (carried out: %s)', async (carriedOut) => {
    const { adapter, changes, reads } = countingAdapter()
    let trouble = true
    const broken = {
      ...adapter,
      async deleteUserProfileImage(id: string) {
        if (!trouble) return adapter.deleteUserProfileImage(id)
        if (carriedOut) await adapter.deleteUserProfileImage(id)
        throw new AvatarKitError('unknown-outcome')
      },
      async getUser(id: string) {
        if (trouble) throw new AvatarKitError('unavailable')
        return adapter.getUser(id)
      },
    }
    const { ask } = startPanel({ adapter: broken })
    expect((await ask(image, keyed('k'))).body).toMatchObject({ error: { code: 'unknown-outcome' } })
    trouble = false
    const { status, body } = await ask(image, keyed('k'))
    expect([status, (body as { hasImage: boolean }).hasImage]).toEqual([200, false])
    expect(reads).toEqual(['user_1'])
    expect(changes).toEqual(['user_1'])
  })

  test('through actions: the same', async () => {
    const { adapter, changes } = countingAdapter()
    const actions = createUserImageActions({
      adapter,
      authorize: () => ({ id: 'admin_1' }),
      getHeaders: () => new Headers({ host: 'panel.test', origin, cookie: 'session=admin' }),
    })
    const call = (id: string) => actions.deleteUserProfileImage(id, { idempotencyKey: 'k' })
    expect([(await call('user_1')).ok, (await call('user_1')).ok, (await call('user_2')).ok]).toEqual([
      true,
      true,
      false,
    ])
    expect(changes).toEqual(['user_1'])
  })

  test.each(['', ' '])('%j is none', async (key) => {
    const { ask, changes } = startPanel()
    expect([(await ask(image, keyed(key))).status, (await ask(other, keyed(key))).status, changes]).toEqual([
      200,
      200,
      ['user_1', 'user_2'],
    ])
  })

  test('without one, each call is a call of its own', async () => {
    const { ask, changes } = startPanel()
    await ask(image)
    await ask(image)
    expect(changes).toEqual(['user_1', 'user_1'])
  })
})

describe('memoryIdempotency', () => {
  test('forgets a key when its time is over, and the oldest where there are too many', async () => {
    let now = 0
    const store = memoryIdempotency({ ttlMs: 100, maxKeys: 2, now: () => now })
    let calls = 0
    const run = async (key: string) => (await store.run(key, '', async () => ++calls))?.result
    expect([await run('a'), await run('a')]).toEqual([1, 1])
    now = 100
    expect(await run('a')).toBe(2)
    await run('b')
    await run('c')
    expect([await run('b'), await run('c'), await run('a')]).toEqual([3, 4, 5])
  })

  test('one that still runs is not forgotten, and its time begins when it ends', async () => {
    let now = 0
    const store = memoryIdempotency({ ttlMs: 100, now: () => now })
    let calls = 0
    let go = () => {}
    const run = () =>
      store.run('a', '', async () => {
        calls++
        await new Promise<void>((resolve) => (go = resolve))
      })
    const first = run()
    now = 150
    const second = run()
    go()
    expect([await first, await second]).toMatchObject([{ repeated: false }, { repeated: true }])
    now = 249
    expect([await run(), calls]).toMatchObject([{ repeated: true }, 1])
  })

  test('in any order of calls, each key succeeds once', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ key: fc.constantFrom('a', 'b'), fails: fc.boolean(), ms: fc.nat(3) }), { maxLength: 12 }),
        async (calls) => {
          const store = memoryIdempotency()
          const done: Record<string, number> = {}
          const results = await Promise.allSettled(
            calls.map(({ key, fails, ms }) =>
              store.run(key, key, async () => {
                await wait(ms)
                if (fails) throw new Error('no')
                return (done[key] = (done[key] ?? 0) + 1)
              }),
            ),
          )
          for (const count of Object.values(done)) expect(count).toBe(1)
          for (const result of results) if (result.status === 'fulfilled') expect(result.value?.result).toBe(1)
        },
      ),
      { numRuns: 60 },
    )
  })
})
