import { onlineManager, QueryClient } from '@tanstack/react-query'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { memoryAdapter } from '../../../src/adapters/memory.ts'
import type { AdapterLike } from '../../../src/core/adapter.ts'
import { commonFields } from '../../../src/core/commonFields.ts'
import { AvatarKitError } from '../../../src/core/errors.ts'
import type { User } from '../../../src/core/user.ts'
import { en } from '../../../src/locales/en.ts'
import { imageLedger } from '../../../src/optimistic/index.ts'
import { imageEventsQueryKey } from '../../../src/react/activity-log/imageEventsQueryKey.ts'
import { selectionOf } from '../../../src/react/bulk-removal/selectionOf.ts'
import { crowdOf } from '../../support/bulkCrowd.ts'
import { bulkPanel } from '../../support/bulkPanel.ts'
import { bulkServer } from '../../support/bulkServer.ts'
import { until, wait } from '../../support/until.ts'

const users = crowdOf(6) as unknown as User[]
const panel = (adapter: AdapterLike<any>, people: readonly User[] = users) => bulkPanel(adapter, people)

const ids = (count: number, from = 1) => Array.from({ length: count }, (_, at) => `user-${at + from}`)

/** Without a route for many at once. */
const single = (adapter: ReturnType<typeof memoryAdapter>) => ({ ...adapter, deleteUserProfileImages: undefined })

beforeEach(() => sessionStorage.clear())
afterEach(() => {
  onlineManager.setOnline(true)
  vi.unstubAllGlobals()
})

describe('whom it is about', () => {
  const rules = { fields: commonFields, ledger: imageLedger(new QueryClient()), can: () => true }

  it('each once; those without an image and those who may not be changed are counted', () => {
    const [ada, grace, emmy, alan] = [
      users[0]!,
      users[1]!,
      { ...users[2]!, hasImage: false, imageUrl: null },
      users[3]!,
    ]
    const selection = selectionOf({ ...rules, can: (_, { id }) => id !== alan.id }, [
      ada,
      grace,
      ada,
      emmy,
      emmy,
      alan,
      alan,
    ])
    expect(selection).toMatchObject({ users: [{ id: ada.id }, { id: grace.id }], withoutImage: 1, notAllowed: 1 })
  })

  it('somebody without an id is the host’s mistake', () => {
    expect(() => selectionOf(rules, [{ name: 'nobody' }])).toThrow('no id under any known name')
  })

  it('nobody: nothing happens', () => {
    const server = bulkServer()
    const { start, runs, notices } = panel(server.adapter)
    expect(start([])).toBeUndefined()
    expect(runs.get()).toEqual([])
    expect(server.calls).toEqual([])
    expect(notices).toEqual([])
  })
})

describe('the server has the queue', () => {
  it('all are gone at once, results come in any order, one call', async () => {
    const server = bulkServer()
    const { start, shown, run, notices } = panel(server.adapter)
    start(users, { reason: 'spam', note: 'why' })
    expect(shown()).toEqual([])
    await until(() => expect(server.calls).toHaveLength(1))
    const [call] = server.calls
    expect(call!.ids).toEqual(ids(6))
    expect(call!.context).toMatchObject({
      reason: 'spam',
      note: 'why',
      idempotencyKey: expect.stringMatching(/^[0-9a-f]{32}$/),
    })
    // The last ones first: their turn in the ledger's lanes has not come.
    call!.agree('user-6', 'user-5')
    await until(() => expect(run().done).toBe(2))
    call!.agree(...ids(4))
    call!.end()
    await until(() => expect(run().status).toBe('ended'))
    expect(run()).toMatchObject({ total: 6, done: 6, failed: 0, notSent: 0, waiting: 0 })
    expect(shown()).toEqual([])
    expect(notices).toMatchObject([{ type: 'removed', title: '6 images removed' }])
  })

  it('the log of what was done is read again when it has ended', async () => {
    const server = bulkServer()
    const { start, run, kit } = panel(server.adapter)
    const client = kit.queryClient
    const key = imageEventsQueryKey({ limit: 20 })
    client.setQueryData(key, { pages: [], pageParams: [] })
    start(users)
    await until(() => expect(server.calls).toHaveLength(1))
    expect(client.getQueryState(key)?.isInvalidated).toBe(false)
    server.calls[0]!.agree(...ids(6))
    server.calls[0]!.end()
    await until(() => expect(run().status).toBe('ended'))
    expect(client.getQueryState(key)?.isInvalidated).toBe(true)
  })

  it('each failure brings its own image back; again sends only those, under another key', async () => {
    const server = bulkServer()
    const { start, shown, run, kit, notices } = panel(server.adapter)
    start()
    await until(() => expect(server.calls).toHaveLength(1))
    server.calls[0]!.agree('user-1', 'user-3', 'user-5')
    server.calls[0]!.refuse('user-2', 'unavailable')
    server.calls[0]!.refuse('user-4', 'forbidden')
    server.calls[0]!.refuse('user-6', 'user-not-found')
    server.calls[0]!.end()
    await until(() => expect(run().status).toBe('ended'))
    expect(shown()).toEqual(['user-2', 'user-4', 'user-6'])
    expect(run().failures.map(({ userId, error }) => [userId, error.code])).toEqual([
      ['user-2', 'unavailable'],
      ['user-4', 'forbidden'],
      ['user-6', 'user-not-found'],
    ])
    expect(kit.ledger.get('user-2')!.imageStatus).toBe('failed')
    expect(notices).toMatchObject([{ type: 'failed', title: '3 images removed, 3 failed' }])
    run().retry()
    run().retry()
    await until(() => expect(server.calls).toHaveLength(2))
    // Nobody who is not there any more.
    expect(server.calls[1]!.ids).toEqual(['user-2', 'user-4'])
    expect(server.calls[1]!.context.idempotencyKey).not.toBe(server.calls[0]!.context.idempotencyKey)
    expect(shown()).toEqual(['user-6'])
    server.calls[1]!.agree('user-2', 'user-4')
    server.calls[1]!.end()
    await until(() => expect(run().status).toBe('ended'))
    expect(run()).toMatchObject({ total: 6, done: 5, failed: 1 })
    expect(notices).toHaveLength(2)
    expect(notices[1]).toMatchObject({ type: 'removed', title: '2 images removed' })
  })

  it('stopped: what was sent ends, the rest is untouched and has no mark of a failure', async () => {
    const server = bulkServer()
    const { start, shown, run, kit } = panel(server.adapter)
    start()
    await until(() => expect(server.calls).toHaveLength(1))
    server.calls[0]!.agree('user-1')
    await until(() => expect(run().done).toBe(1))
    run().cancel()
    expect(run().status).toBe('stopping')
    expect(server.calls[0]!.context.signal!.aborted).toBe(true)
    for (const id of ['user-3', 'user-4', 'user-5']) server.calls[0]!.leave(id)
    // Two were under way; the turn of the last has not come in the ledger.
    server.calls[0]!.agree('user-2', 'user-6')
    server.calls[0]!.end()
    await until(() => expect(run().status).toBe('ended'))
    expect(run()).toMatchObject({ done: 3, notSent: 3, failed: 0 })
    expect(shown()).toEqual(['user-3', 'user-4', 'user-5'])
    for (const id of ids(6)) expect(kit.ledger.get(id)?.error).toBeUndefined()
    run().sendRest()
    await until(() => expect(server.calls).toHaveLength(2))
    expect(server.calls[1]!.ids).toEqual(['user-3', 'user-4', 'user-5'])
    server.calls[1]!.agree('user-3', 'user-4', 'user-5')
    server.calls[1]!.end()
    await until(() => expect(run()).toMatchObject({ status: 'ended', done: 6 }))
  })

  it('a session that has ended: the rest is not sent, and it is said once', async () => {
    const server = bulkServer()
    const { start, shown, run, notices } = panel(server.adapter)
    start()
    await until(() => expect(server.calls).toHaveLength(1))
    server.calls[0]!.agree('user-1')
    server.calls[0]!.refuse('user-2', 'unauthenticated')
    for (const id of ids(4, 3)) server.calls[0]!.leave(id, 'unauthenticated')
    server.calls[0]!.end()
    await until(() => expect(run().status).toBe('ended'))
    expect(run()).toMatchObject({ done: 1, failed: 0, notSent: 5, stoppedBy: { code: 'unauthenticated' } })
    expect(shown()).toEqual(ids(5, 2))
    expect(notices).toMatchObject([
      {
        type: 'failed',
        title: '1 image removed, 5 not sent',
        description: 'Your session has ended. Sign in again, then try again.',
      },
    ])
  })

  it('refused as a whole: nothing was sent', async () => {
    const server = bulkServer()
    const { start, shown, run } = panel(server.adapter)
    start()
    await until(() => expect(server.calls).toHaveLength(1))
    server.calls[0]!.fail(new AvatarKitError('forbidden', { userId: 'user-4', settled: true }))
    await until(() => expect(run().status).toBe('ended'))
    expect(run()).toMatchObject({
      done: 0,
      failed: 1,
      notSent: 5,
      stoppedBy: { code: 'forbidden' },
      failures: [{ userId: 'user-4' }],
    })
    expect(shown()).toEqual(ids(6))
  })

  it('too many for one call: halves, and as many calls as `maxPerCall` says', async () => {
    const server = bulkServer()
    const { start, run } = panel(server.adapter)
    start(users, { maxPerCall: 4 })
    await until(() => expect(server.calls).toHaveLength(1))
    expect(server.calls[0]!.ids).toEqual(ids(4))
    server.calls[0]!.fail(new AvatarKitError('too-large', { settled: true }))
    for (const [at, part] of [
      ['user-1', 'user-2'],
      ['user-3', 'user-4'],
      ['user-5', 'user-6'],
    ].entries()) {
      await until(() => expect(server.calls[at + 1]?.ids).toEqual(part))
      server.calls[at + 1]!.agree(...part)
      server.calls[at + 1]!.end()
    }
    await until(() => expect(run()).toMatchObject({ status: 'ended', done: 6 }))
    expect(new Set(server.calls.map(({ context }) => context.idempotencyKey)).size).toBe(4)
  })

  it('the server asks for patience: paused until then', async () => {
    const server = bulkServer()
    const { start, run } = panel(server.adapter)
    start()
    await until(() => expect(server.calls).toHaveLength(1))
    server.calls[0]!.context.onPaused!(0.2)
    expect(run()).toMatchObject({ status: 'paused' })
    expect(run().pausedUntil).toEqual(expect.any(Number))
    await until(() => expect(run().status).toBe('running'))
    server.calls[0]!.agree(...ids(6))
    server.calls[0]!.end()
    await until(() => expect(run()).toMatchObject({ status: 'ended', done: 6 }))
  })

  it('offline: waits, and asks again under the same key for what got lost', async () => {
    const server = bulkServer()
    const { start, run, shown } = panel(server.adapter)
    onlineManager.setOnline(false)
    start()
    expect(shown()).toEqual([])
    await until(() => expect(run().status).toBe('offline'))
    expect(server.calls).toHaveLength(0)
    onlineManager.setOnline(true)
    await until(() => expect(server.calls).toHaveLength(1))
    server.calls[0]!.agree('user-1')
    await until(() => expect(run().done).toBe(1))
    onlineManager.setOnline(false)
    server.calls[0]!.fail(new TypeError('network'))
    await until(() => expect(run().status).toBe('offline'))
    expect(run().failed).toBe(0)
    onlineManager.setOnline(true)
    await until(() => expect(server.calls).toHaveLength(2))
    expect(server.calls[1]!.context.idempotencyKey).toBe(server.calls[0]!.context.idempotencyKey)
    expect(server.calls[1]!.ids).toEqual(ids(6))
    server.calls[1]!.agree(...ids(6))
    server.calls[1]!.end()
    await until(() => expect(run()).toMatchObject({ status: 'ended', done: 6, failed: 0 }))
  })

  it('an id that is none fails alone', async () => {
    const server = bulkServer()
    const odd = { ...users[0]!, id: '../me' }
    const { start, run } = panel(server.adapter, [odd, users[1]!])
    start()
    await until(() => expect(server.calls[0]?.ids).toEqual(['user-2']))
    server.calls[0]!.agree('user-2')
    server.calls[0]!.end()
    await until(() =>
      expect(run()).toMatchObject({
        status: 'ended',
        done: 1,
        failed: 1,
        failures: [{ error: { code: 'invalid-user-id' } }],
      }),
    )
  })
})

describe('the panel has the queue', () => {
  it('too many requests: all wait as long as the server says, and then go on', async () => {
    let refused = false
    const calls: string[] = []
    const people = memoryAdapter(users, {
      fail: ({ userId }) => {
        calls.push(userId!)
        if (userId !== 'user-3' || refused) return undefined
        refused = true
        return new AvatarKitError('rate-limited', { retryAfter: 0.3 })
      },
    })
    const { start, run, shown } = panel(single(people))
    start()
    await until(() => expect(run().status).toBe('paused'))
    expect(run().pausedUntil).toEqual(expect.any(Number))
    await until(() => expect(run()).toMatchObject({ status: 'ended', done: 6 }))
    expect([...calls].sort()).toEqual([...ids(6), 'user-3'].sort())
    expect(shown()).toEqual([])
  })

  it('a session that has ended: the rest is not sent', async () => {
    const people = memoryAdapter(users, {
      fail: ({ userId }) => (userId === 'user-2' ? 'unauthenticated' : undefined),
      delay: ({ userId }) => (userId === 'user-2' ? 5 : 40),
    })
    const { start, run, shown, kit, notices } = panel(single(people))
    start()
    await until(() => expect(run().status).toBe('ended'))
    expect(run()).toMatchObject({ done: 3, failed: 0, notSent: 3, stoppedBy: { code: 'unauthenticated' } })
    expect(shown()).toEqual(['user-2', 'user-5', 'user-6'])
    expect(kit.ledger.get('user-2')?.error).toBeUndefined()
    expect(notices).toHaveLength(1)
  })

  it('stopped: four were sent and end, the others are back', async () => {
    const { start, run, shown } = panel(single(memoryAdapter(users, { delay: 30 })))
    start()
    run().cancel()
    expect(shown()).toEqual(['user-5', 'user-6'])
    await until(() => expect(run()).toMatchObject({ status: 'ended', done: 4, notSent: 2 }))
  })

  it('offline: nothing is sent, and stopping it then leaves everybody untouched', async () => {
    onlineManager.setOnline(false)
    const { start, run, shown, kit } = panel(single(memoryAdapter(users)))
    start()
    await until(() => expect(run().status).toBe('offline'))
    expect(kit.ledger.get('user-1')!.imageStatus).toBe('waiting')
    run().cancel()
    await until(() => expect(run()).toMatchObject({ status: 'ended', done: 0, notSent: 6, stoppedBy: undefined }))
    expect(shown()).toEqual(ids(6))
    for (const id of ids(6)) expect(kit.ledger.get(id)?.error).toBeUndefined()
  })
})

describe('another page', () => {
  it('goes on under the same key: nothing is lost, and what is done is not done again', async () => {
    const sent: string[] = []
    const people = memoryAdapter(users, {
      delay: ({ userId }) => (userId === 'user-3' ? 250 : 0),
      fail: ({ userId }) => void sent.push(userId!),
    })
    const first = panel(people)
    first.start()
    await until(() => expect(first.run().done).toBe(2))
    // The page goes: what it had asked for by then the server may still do.
    window.dispatchEvent(new Event('pagehide'))
    const text = Object.values({ ...(sessionStorage as Record<string, string>) }).join('')
    expect(text).toContain('user-6')
    for (const secret of ['people.test', 'images.test', 'User ']) expect(text).not.toContain(secret)
    first.run().cancel()
    await until(() => expect(first.run().status).toBe('ended'))
    const [kept] = Object.keys(sessionStorage)
    sessionStorage.setItem(kept!, text)

    const second = panel(people)
    expect(second.run()).toMatchObject({ status: 'interrupted', total: 6, done: 2, waiting: 4, resumable: true })
    expect(second.shown()).toHaveLength(6)
    second.run().resume()
    await until(() => expect(second.shown()).toEqual(['user-1', 'user-2']))
    await until(() => expect(second.run()).toMatchObject({ status: 'ended', done: 6 }))
    expect([...sent].sort()).toEqual(ids(6))
    expect(sessionStorage).toHaveLength(0)
  })

  it('what failed is still there to be tried again, without names', async () => {
    let down = true
    const people = memoryAdapter(users, {
      fail: ({ userId, method }) =>
        down && method === 'deleteUserProfileImage' && userId === 'user-2' ? 'unavailable' : undefined,
    })
    const first = panel(people)
    first.start()
    await until(() => expect(first.run().status).toBe('ended'))
    const second = panel(people)
    expect(second.run()).toMatchObject({
      status: 'ended',
      done: 5,
      failed: 1,
      failures: [{ userId: 'user-2', user: undefined, error: { code: 'unavailable' } }],
    })
    down = false
    second.run().retry()
    await until(() => expect(second.run()).toMatchObject({ status: 'ended', done: 6 }))
    expect(second.run().report()).toContain('"user-2","","","removed","","20')
    second.run().dismiss()
    expect(second.runs.get()).toEqual([])
  })

  it('is offered to whom it belongs, and to nobody who signs in after them', async () => {
    const down = memoryAdapter(users, {
      fail: ({ method }) => (method === 'deleteUserProfileImage' ? 'unavailable' : undefined),
    })
    const first = bulkPanel(down, users, 'admin-1')
    first.start()
    await until(() => expect(first.run()).toMatchObject({ status: 'ended', failed: 6 }))
    for (const other of ['admin-2', undefined]) expect(bulkPanel(down, users, other).runs.get()).toEqual([])
    expect(bulkPanel(down, users, 'admin-1').run()).toMatchObject({ status: 'ended', failed: 6 })
  })

  it('another who signs in without a new page stops it: nothing is sent in their name, and nothing is said to them', async () => {
    const sent: string[] = []
    let answer = () => {}
    const answered = new Promise<void>((resolve) => (answer = resolve))
    const people = memoryAdapter(users)
    const adapter = single({
      ...people,
      deleteUserProfileImage: async (userId, context) => {
        sent.push(userId)
        await answered
        return people.deleteUserProfileImage(userId, context)
      },
    })
    const { kit, runs, start, shown, notices } = bulkPanel(adapter, users, 'admin-1')
    start()
    await until(() => expect(sent).toHaveLength(4))
    runs.attach({ ...kit, actorId: 'admin-2' }, en.bulk)
    expect(runs.get()).toEqual([])
    answer()
    await until(() => expect(shown()).toEqual(['user-5', 'user-6']))
    await wait(50)
    expect([sent, notices]).toEqual([ids(4), []])
    runs.attach(kit, en.bulk)
    expect(runs.get()).toMatchObject([{ status: 'ended', done: 4, notSent: 2 }])
  })

  it('keeps nothing where the host does not want it, and then leaving warns', async () => {
    const leaving = () => !window.dispatchEvent(new Event('beforeunload', { cancelable: true }))
    const { start, run } = panel(memoryAdapter(users, { delay: 10 }))
    start(users, { resumable: false })
    expect(run().resumable).toBe(false)
    expect(sessionStorage).toHaveLength(0)
    expect(leaving()).toBe(true)
    await until(() => expect(run().status).toBe('ended'))
    expect(leaving()).toBe(false)
    start([users[0]!])
    expect(run().resumable).toBe(true)
    expect(leaving()).toBe(false)
    await until(() => expect(run().status).toBe('ended'))
  })
})

it('a later change of one of them wins, and the run says so', async () => {
  const people = memoryAdapter(users, { delay: 30 })
  const { start, run, kit } = bulkPanel({ ...people, deleteUserProfileImages: undefined }, users)
  start()
  // Its turn has not come: four are sent at a time.
  const imageUrl = 'https://images.test/new.png'
  const [change] = kit.ledger.submit([
    { userId: 'user-6', change: { kind: 'set', imageUrl }, send: async () => ({ ...users[5], imageUrl }) },
  ])
  await until(() => expect(run()).toMatchObject({ status: 'ended', done: 5, failed: 0, notSent: 1 }))
  expect(await change!.outcome).toMatchObject({ status: 'done' })
  expect(kit.queryClient.getQueryData<User[]>(['users'])![5]!.imageUrl).toBe(imageUrl)
})
