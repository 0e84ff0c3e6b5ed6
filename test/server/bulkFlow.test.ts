import { createClerkClient } from '@clerk/backend'
import fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import { clerkAdapter } from '../../src/adapters/clerk.ts'
import { AvatarKitError, type ErrorCode } from '../../src/core/errors.ts'
import { guardAdapter } from '../../src/core/guard.ts'
import { type BulkOptions, bulkRemoval } from '../../src/server/bulk.ts'
import { type DeleteUserProfileImagesOptions, deleteUserProfileImages, memoryBudget } from '../../src/server/index.ts'
import { startClerkDouble } from '../support/clerkDouble.ts'
import { until, wait } from '../support/until.ts'
import { bulkHeaders, countingAdapter, linesOf, requestOf, startPanel } from './startPanel.ts'

const ids = Array.from({ length: 12 }, (_, index) => `user_${index + 1}`)
const user = (id: string) => ({ id, imageUrl: null, hasImage: false })

/** All that a run says, in its order: an id with how it ended, or the seconds of a pause. */
async function told(
  userIds: readonly string[],
  options: DeleteUserProfileImagesOptions<object>,
): Promise<(string | number)[]> {
  const lines: (string | number)[] = []
  for await (const line of deleteUserProfileImages(userIds, options)) {
    lines.push(
      'status' in line
        ? `${line.userId} ${line.status}${line.status === 'done' ? '' : ` ${line.error.code}`}`
        : line.retryAfter,
    )
  }
  return lines
}

describe('deleteUserProfileImages', () => {
  test('sends so many at once and no more', async () => {
    let [running, most] = [0, 0]
    const remove = async (id: string) => {
      most = Math.max(most, ++running)
      await wait(5)
      running--
      return user(id)
    }
    const results = await told(ids, { remove, concurrency: 3 })
    expect([results.length, most]).toEqual([12, 3])
  })

  test('tells each result when it is known, not at the end', async () => {
    let free: (value: object) => void = () => {}
    const slow = new Promise<object>((resolve) => (free = resolve))
    const run = deleteUserProfileImages(['user_1', 'user_2'], {
      remove: (id) => (id === 'user_2' ? slow : Promise.resolve(user(id))),
      concurrency: 1,
    })
    expect((await run.next()).value).toMatchObject({ userId: 'user_1' })
    const second = run.next()
    free(user('user_2'))
    expect((await second).value).toMatchObject({ userId: 'user_2' })
    expect((await run.next()).done).toBe(true)
  })

  test('goes on past those that fail', async () => {
    const codes: Record<string, ErrorCode> = {
      user_1: 'user-not-found',
      user_2: 'unknown-outcome',
      user_3: 'forbidden',
      user_4: 'unavailable',
    }
    const remove = async (id: string) =>
      codes[id]
        ? Promise.reject(new AvatarKitError(codes[id]))
        : id === 'user_5'
          ? Promise.reject(new Error('sk_live'))
          : user(id)
    const results = await told(ids.slice(0, 6), { remove, concurrency: 1 })
    expect(results).toEqual([
      'user_1 failed user-not-found',
      'user_2 failed unknown-outcome',
      'user_3 failed forbidden',
      'user_4 failed unavailable',
      'user_5 failed unexpected',
      'user_6 done',
    ])
  })

  test.each(['unauthenticated', 'misconfigured'] as const)(
    '%s: all others would fail alike, and are not sent',
    async (code) => {
      const remove = vi.fn(async (id: string) =>
        id === 'user_2' ? Promise.reject(new AvatarKitError(code)) : user(id),
      )
      expect(await told(ids.slice(0, 4), { remove, concurrency: 1 })).toEqual([
        'user_1 done',
        `user_2 failed ${code}`,
        `user_3 not-sent ${code}`,
        `user_4 not-sent ${code}`,
      ])
      expect(remove).toHaveBeenCalledTimes(2)
    },
  )

  test('a refusal for now holds all of them back, and then each is sent again', async () => {
    const sent: string[] = []
    let held = true
    const remove = async (id: string) => {
      sent.push(id)
      if (held) throw new AvatarKitError('rate-limited', { retryAfter: 0.3 })
      return user(id)
    }
    vi.useFakeTimers()
    const running = told(ids.slice(0, 4), { remove, concurrency: 2 })
    await vi.advanceTimersByTimeAsync(299)
    expect(sent).toEqual(['user_1', 'user_2'])
    held = false
    await vi.advanceTimersByTimeAsync(500)
    vi.useRealTimers()
    const results = await running
    expect(results).toEqual([0.3, 'user_1 done', 'user_2 done', 'user_3 done', 'user_4 done'])
    expect(sent).toEqual(['user_1', 'user_2', 'user_1', 'user_2', 'user_3', 'user_4'])
  })

  test('one that asks for more than a minute ends it: told with the time, and nothing else is sent', async () => {
    const remove = vi.fn(async (id: string) =>
      id === 'user_2' ? Promise.reject(new AvatarKitError('rate-limited', { retryAfter: 61 })) : user(id),
    )
    const results = await told(ids.slice(0, 4), { remove, concurrency: 1 })
    expect(results).toEqual(['user_1 done', ...[2, 3, 4].map((n) => `user_${n} not-sent rate-limited`)])
    expect(remove).toHaveBeenCalledTimes(2)
  })

  test('one that never relents: five tries', async () => {
    const remove = vi.fn(async () => Promise.reject(new AvatarKitError('rate-limited', { retryAfter: 0 })))
    expect(
      (await told(['user_1', 'user_2'], { remove, concurrency: 1 })).filter((line) => typeof line === 'string'),
    ).toEqual(['user_1 not-sent rate-limited', 'user_2 not-sent rate-limited'])
    expect(remove).toHaveBeenCalledTimes(5)
  })

  test('a signal ends the sending; what was sent ends', async () => {
    const controller = new AbortController()
    const remove = async (id: string) => {
      if (id === 'user_3') controller.abort()
      await wait(5)
      return user(id)
    }
    const results = await told(ids.slice(0, 6), { remove, concurrency: 3, signal: controller.signal })
    expect([...results].sort((a, b) => String(a).localeCompare(String(b)))).toEqual([
      'user_1 done',
      'user_2 done',
      'user_3 done',
      'user_4 not-sent aborted',
      'user_5 not-sent aborted',
      'user_6 not-sent aborted',
    ])
  })

  test('for a worker: Clerk’s own SDK, whose key others use as well, keeps within the limit and loses nobody', async () => {
    const secretKey = 'sk_test_worker'
    const people = Array.from({ length: 40 }, (_, index) => ({
      id: `user_W${index}`,
      imageUrl: 'https://img.clerk.com/w.png',
    }))
    const double = await startClerkDouble({ secretKey, users: people, rateLimit: { max: 25, windowMs: 1000 } })
    const client = createClerkClient({ secretKey, apiUrl: double.url, telemetry: { disabled: true } })
    const { deleteUserProfileImage } = guardAdapter(clerkAdapter(client), { retries: 0 })
    // The other process takes most of what there is, whatever we think we may use.
    const other = setInterval(() => void client.users.getUser('user_W0').catch(() => {}), 60)
    const budget = memoryBudget({ max: 25, windowMs: 1000, share: 0.9 })
    const results = await told(
      people.map(({ id }) => id),
      { remove: (id) => deleteUserProfileImage(id), budget },
    )
    clearInterval(other)
    expect(results.filter((line) => typeof line === 'string')).toHaveLength(40)
    expect(results.filter((line) => typeof line === 'string' && line.endsWith(' done'))).toHaveLength(40)
    expect([...double.users.values()].some(({ has_image }) => has_image)).toBe(false)
    const removals = double.calls.filter(({ method }) => method === 'DELETE').length
    // Some were refused and sent again; most were not.
    expect(removals).toBeLessThan(60)
    await double.close()
  })
})

describe('over the handler', () => {
  const path = '/api/users/profile_images/delete'

  function start(bulk: BulkOptions = {}) {
    const counted = countingAdapter()
    for (const id of ids.slice(2)) counted.users.set(id, { ...counted.users.get('user_1')!, id })
    const adapter = {
      ...counted.adapter,
      async deleteUserProfileImage(id: string) {
        await wait(4)
        return counted.adapter.deleteUserProfileImage(id)
      },
    }
    const panel = startPanel({ adapter, bulk: bulkRemoval({ concurrency: 2, ...bulk }) })
    const post = (more: object = {}) =>
      panel.handler(
        requestOf(path, {
          method: 'POST',
          headers: { ...bulkHeaders, 'idempotency-key': 'k' },
          body: JSON.stringify({ userIds: ids, ...more }),
        }),
      )
    /** Reads so many lines, then hangs up. */
    const hear = async (response: Response, count: number) => {
      const reader = response.body!.getReader()
      let text = ''
      while (linesOf(text).length < count) {
        const { done, value } = await reader.read()
        if (done) break
        text += new TextDecoder().decode(value)
      }
      await reader.cancel()
      return linesOf(text)
    }
    const settle = () => wait(40)
    return { ...panel, changes: counted.changes, post, hear, settle }
  }
  const all = async (response: Response) => linesOf(await response.text())
  const doneOf = (lines: { status: string; userId: string }[]) =>
    lines.filter(({ status }) => status === 'done').map(({ userId }) => userId)

  test('a connection that is lost: what was sent ends, no more is sent, and the same key goes on', async () => {
    const { post, hear, changes, events } = start()
    await hear(await post(), 3)
    await until(() => expect(events.at(-1)).toMatchObject({ type: 'bulk.ended' }))
    const sent = changes.length
    expect(sent).toBeGreaterThanOrEqual(3)
    expect(sent).toBeLessThan(8)
    expect(events.at(-1)).toMatchObject({
      type: 'bulk.ended',
      counts: { done: sent, failed: 0, 'not-sent': 12 - sent },
    })
    expect(doneOf(await all(await post())).sort()).toEqual([...ids].sort())
    expect([...changes].sort()).toEqual([...ids].sort())
  })

  test('a connection that is lost, where the host says so: it goes on to the end', async () => {
    const { post, hear, changes, events } = start({ onDisconnect: 'continue' })
    await hear(await post(), 1)
    await until(() =>
      expect(events.at(-1)).toMatchObject({ type: 'bulk.ended', counts: { done: 12, failed: 0, 'not-sent': 0 } }),
    )
    expect(changes).toHaveLength(12)
  })

  test('told to stop: the run ends, and what was done is told without anything being sent', async () => {
    const { post, settle, changes, events } = start({ onDisconnect: 'continue' })
    const running = all(await post())
    await until(() => expect(changes.length).toBeGreaterThan(1))
    const stopped = await all(await post({ stop: true }))
    const sent = changes.length
    expect(sent).toBeLessThan(12)
    expect(doneOf(stopped).sort()).toEqual([...changes].sort())
    expect(stopped).toHaveLength(12)
    expect(stopped.filter(({ status }) => status !== 'done')).toEqual(
      Array(12 - sent).fill(expect.objectContaining({ status: 'not-sent', error: { code: 'aborted' } })),
    )
    expect(doneOf(await running).sort()).toEqual([...changes].sort())
    await settle()
    expect(changes).toHaveLength(sent)
    // Once each, however often it is asked for.
    expect(events.filter(({ type }) => type === 'image.removed')).toHaveLength(sent)
  })

  test('in any order of calls that are cut off and told to stop, nobody is removed twice, and the last call ends it', async () => {
    const step = fc.record({ lines: fc.nat(8), stop: fc.boolean() })
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 4 }), async (steps) => {
        const { post, hear, changes } = start()
        await Promise.all(
          steps.map(async ({ lines, stop }, at) => {
            await wait(at * 5)
            await hear(await post(stop ? { stop } : {}), lines)
          }),
        )
        const lines = await all(await post())
        expect(doneOf(lines).sort()).toEqual([...ids].sort())
        expect([...changes].sort()).toEqual([...ids].sort())
      }),
      { numRuns: 25 },
    )
  })
})
