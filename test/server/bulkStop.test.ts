import { describe, expect, test } from 'vitest'
import { AvatarKitError } from '../../src/core/errors.ts'
import { bulkRemoval, memoryLimiter, type UserImageHandlerOptions } from '../../src/server/index.ts'
import { until, wait } from '../support/until.ts'
import { bulkHeaders, countingAdapter, requestOf, startPanel } from './startPanel.ts'

// What meets while a batch runs: a stop, a second call under its key, a lost connection, a slow provider.

const path = '/api/users/profile_images/delete'
const keyed = { headers: { 'idempotency-key': 'k' } }
const stop = { ...keyed, stop: true }
const statusOf = ({ status }: { status: string }) => status

/** So many people at a provider that takes its time. */
function crowd(count: number, ms = 10) {
  const counted = countingAdapter()
  const ids = Array.from({ length: count }, (_, index) => `user_${index + 1}`)
  for (const id of ids.slice(2))
    counted.users.set(id, { ...counted.users.get('user_1')!, id, imageUrl: `https://images.test/${id}.png` })
  const adapter = {
    ...counted.adapter,
    async deleteUserProfileImage(id: string) {
      await wait(ms)
      return counted.adapter.deleteUserProfileImage(id)
    },
  }
  return { ...counted, adapter, ids }
}

describe('a stop', () => {
  test('tells nothing of users whom the caller may not touch, however often it is said', async () => {
    const { adapter, users, reads } = crowd(3)
    Object.assign(users.get('user_2')!, { imageUrl: null, hasImage: false })
    const authorize: UserImageHandlerOptions['authorize'] = async ({ userId, getTarget }) => {
      if (userId !== undefined && !(await getTarget()).emailAddress?.endsWith('@alpha.test'))
        throw new AvatarKitError('user-not-found')
      return { id: 'admin_1' }
    }
    const { askBulk, changes } = startPanel({ adapter, authorize, bulk: bulkRemoval() })
    const ids = ['user_1', 'user_2', 'user_9']
    expect((await askBulk(ids, stop)).body.map(statusOf)).toEqual(['not-sent', 'not-sent', 'not-sent'])
    expect(reads).toEqual([])
    // Another tenant's, who has no image, and one who is not there: the same.
    const { body } = await askBulk(ids, stop)
    const errors = Object.fromEntries(
      body.map(({ userId, error }: { userId: string; error: object }) => [userId, error]),
    )
    expect(errors).toEqual({
      user_1: { code: 'unavailable' },
      user_2: { code: 'user-not-found' },
      user_9: { code: 'user-not-found' },
    })
    expect(changes).toEqual([])
  })

  test('while `authorize` is still asked about them: what was told not to be sent is never sent', async () => {
    let go = () => {}
    const held = new Promise<void>((resolve) => (go = resolve))
    const authorize = async ({ userId }: { userId?: string }) => {
      if (userId !== undefined) await held
      return { id: 'admin_1' }
    }
    const { askBulk, asked, changes } = startPanel({ authorize, bulk: bulkRemoval({ onDisconnect: 'continue' }) })
    const running = askBulk(['user_1', 'user_2'], keyed)
    await until(() => expect(asked.length).toBeGreaterThan(1))
    expect((await askBulk(['user_1', 'user_2'], stop)).body.map(statusOf)).toEqual(['not-sent', 'not-sent'])
    go()
    expect((await running).body.map(statusOf)).toEqual(['not-sent', 'not-sent'])
    expect(changes).toEqual([])
  })

  test('ends every run under its key, also one whose connection was lost and nobody noticed', async () => {
    const { adapter, ids, changes } = crowd(20)
    const { askBulk } = startPanel({ adapter, bulk: bulkRemoval({ concurrency: 1, onDisconnect: 'continue' }) })
    const runs = [askBulk(ids, keyed), wait(15).then(() => askBulk(ids, keyed))]
    await until(() => expect(changes.length).toBeGreaterThan(1))
    await askBulk(ids, stop)
    const sent = changes.length
    await Promise.all(runs)
    expect(changes).toHaveLength(sent)
    expect(sent).toBeLessThan(20)
  })

  test('is heard where the batch itself has used up the limit per actor, and counts as one', async () => {
    const { adapter, ids, changes } = crowd(20)
    const limiter = memoryLimiter({ max: 20, windowMs: 60_000 })
    const counts: number[] = []
    const perActor = (actor: { id: string }, _: string, users: number) => (counts.push(users), limiter(actor.id, users))
    const { askBulk } = startPanel({
      adapter,
      limit: { perActor },
      bulk: bulkRemoval({ concurrency: 1, onDisconnect: 'continue' }),
    })
    const running = askBulk(ids, keyed)
    await until(() => expect(changes.length).toBeGreaterThan(1))
    expect((await askBulk(ids, stop)).status).toBe(429)
    expect((await running).body.map(statusOf)).toContain('not-sent')
    expect(changes.length).toBeLessThan(20)
    expect(counts).toEqual([20, 1])
  })
})

test('whoever has reached their limit does not have the provider asked about so many users first', async () => {
  const { askBulk, asked, reads } = startPanel({
    bulk: bulkRemoval(),
    limit: { perActor: () => ({ ok: false, retryAfter: 7 }) },
    authorize: async ({ userId, getTarget }) => {
      if (userId !== undefined) await getTarget()
      return { id: 'admin_1' }
    },
  })
  expect([(await askBulk(['user_1', 'user_2'])).status, asked.length, reads]).toEqual([429, 1, []])
})

test('a call that took over from one whose connection is found lost only later: it is not ended with it', async () => {
  const { adapter, ids, changes } = crowd(6, 5)
  const { handler, askBulk } = startPanel({
    adapter,
    bulk: bulkRemoval({ concurrency: 2, rateLimit: { max: 10, windowMs: 300 }, share: 1 }),
  })
  const headers = { ...bulkHeaders, 'idempotency-key': 'k' }
  const first = await handler(requestOf(path, { method: 'POST', headers, body: JSON.stringify({ userIds: ids }) }))
  await wait(20)
  const second = askBulk(ids, keyed)
  await wait(20)
  await first.body!.cancel()
  expect((await second).body.map(statusOf)).toEqual(Array(6).fill('done'))
  expect(changes.toSorted()).toEqual(ids.toSorted())
})

test('a target that waits for its turn at a slow provider is no silence of `authorize`', async () => {
  const { adapter, ids } = crowd(8, 0)
  const slow = bulkRemoval({ rateLimit: { max: 1, windowMs: 25 }, share: 1 })
  const silent = new Promise<never>(() => {})
  const ask = (stays: boolean) =>
    startPanel({
      adapter,
      bulk: slow,
      authorizeTimeoutMs: 60,
      async authorize({ userId, getTarget }) {
        if (userId !== undefined) await getTarget()
        return stays && userId === 'user_8' ? silent : { id: 'admin_1' }
      },
    }).askBulk(ids)
  expect(await ask(false)).toMatchObject({ status: 200, body: { length: 8 } })
  expect(await ask(true)).toMatchObject({ status: 403, body: { error: { code: 'forbidden', userId: 'user_8' } } })
})
