import {
  InfiniteQueryObserver,
  MutationCache,
  MutationObserver,
  onlineManager,
  QueryClient,
  QueryObserver,
} from '@tanstack/react-query'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { commonFields } from '../../src/core/commonFields.ts'
import { AvatarKitError } from '../../src/core/errors.ts'
import { engineOf, imageLedger } from '../../src/optimistic/imageLedger.ts'
import type { Ledger } from '../../src/optimistic/Ledger.ts'
import { deleteUserProfileImageKey } from '../../src/optimistic/mutations.ts'
import { withoutOptimistic } from '../../src/optimistic/shadow.ts'
import { tick } from '../support/until.ts'
import { FakeClock } from './simulation/FakeClock.ts'

const ada = () => ({ id: 'ada', email: 'ada@example.test', image: '/ada.png' as string | null })
const grace = () => ({ id: 'grace', email: 'grace@example.test', image: '/grace.png' as string | null })

afterEach(() => onlineManager.setOnline(true))

function setUp(options: ConstructorParameters<typeof QueryClient>[0] = {}) {
  const client = new QueryClient({
    ...options,
    defaultOptions: { queries: { retry: false, staleTime: Number.POSITIVE_INFINITY }, ...options.defaultOptions },
  })
  const clock = new FakeClock()
  const { ledger, mutations } = engineOf(client, { clock })
  const detach = mutations.attach()
  return { client, clock, ledger, mutations, detach }
}

/** A request whose end the test decides. */
function request() {
  let resolve!: (value: unknown) => void
  let reject!: (error: unknown) => void
  const promise = new Promise<unknown>((yes, no) => {
    resolve = yes
    reject = no
  })
  const send = vi.fn(() => promise)
  return { send, resolve, reject }
}

const remove = (ledger: Ledger, userId: string, send: () => Promise<unknown>) =>
  ledger.submit([{ userId, change: { kind: 'remove' }, send }])[0]!

function mutate(
  { client, mutations }: ReturnType<typeof setUp>,
  userId: string,
  send: () => Promise<unknown>,
  options: object = {},
) {
  const observer = new MutationObserver(client, {
    mutationKey: deleteUserProfileImageKey,
    mutationFn: (variables: { userId: string }) => mutations.run(variables, true, send),
    ...options,
  })
  return observer.mutate({ userId })
}

describe('a removal shows at once on every copy', () => {
  it.each<[string, unknown, (data: any) => unknown]>([
    ['a user on its own', ada(), (data) => data.image],
    ['a page of a list', { data: [grace(), ada()], totalCount: 2 }, (data) => data.data[1].image],
    ['an infinite list', { pages: [{ items: [ada()] }], pageParams: [0] }, (data) => data.pages[0].items[0].image],
    [
      'Clerk’s own shape',
      { id: 'ada', firstName: 'Ada', imageUrl: '/ada.png', hasImage: true },
      (data) => data.imageUrl,
    ],
    [
      'Clerk’s API shape',
      {
        object: 'user',
        id: 'ada',
        first_name: 'Ada',
        image_url: '/ada.png',
        profile_image_url: '/ada.png',
        has_image: true,
      },
      (data) => data.image_url ?? data.profile_image_url,
    ],
    [
      'Clerk’s memberships',
      [{ id: 'mem_1', publicUserData: { userId: 'ada', firstName: 'Ada', imageUrl: '/ada.png', hasImage: true } }],
      (data) => data[0].publicUserData.imageUrl,
    ],
    ['GraphQL', { node: { __typename: 'User', id: 'ada', avatarUrl: '/ada.png' } }, (data) => data.node.avatarUrl],
    ['Firebase', { uid: 'ada', email: 'a@b.c', photoURL: '/ada.png' }, (data) => data.photoURL],
    ['Auth0', { user_id: 'ada', email: 'a@b.c', picture: '/ada.png' }, (data) => data.picture],
  ])('%s', (_, data, image) => {
    const { client, ledger } = setUp()
    client.setQueryData(['somewhere'], data)
    remove(ledger, 'ada', request().send)
    expect(image(client.getQueryData(['somewhere']))).toBeNull()
  })

  it('finds a copy without any mark of a user by the image that other copies have', () => {
    const { client, ledger } = setUp()
    client.setQueryData(['bare'], [{ id: 'ada', avatar: '/ada.png' }])
    client.setQueryData(['full'], ada())
    remove(ledger, 'ada', request().send)
    expect(client.getQueryData(['bare'])).toEqual([{ id: 'ada', avatar: null }])
  })

  it('finds such copies by the image that a component shows', () => {
    const { client, ledger } = setUp()
    client.setQueryData(['bare'], [{ id: 7, name: 'Ada', picture: '/7.png' }])
    ledger.noteImage('7', { imageUrl: '/7.png', hasImage: true })
    remove(ledger, '7', request().send)
    expect(client.getQueryData(['bare'])).toEqual([{ id: 7, name: 'Ada', picture: null }])
  })

  it('touches no product, organisation or comment with the same id', () => {
    const { client, ledger } = setUp()
    const others = {
      products: [{ id: 'ada', name: 'A chair', imageUrl: '/chair.png', price: 10 }],
      organisations: [{ id: 'ada', name: 'Ada Ltd', slug: 'ada', imageUrl: '/logo.png' }],
      typed: [{ __typename: 'Product', id: 'ada', email: 'shop@example.test', imageUrl: '/typed.png' }],
      clerk: { object: 'organization', id: 'ada', image_url: '/org.png', has_image: true },
      comments: [{ id: 'c1', userId: 'ada', text: 'Look', imageUrl: '/attached.png' }],
    }
    for (const [key, data] of Object.entries(others)) client.setQueryData([key], data)
    client.setQueryData(['user'], ada())
    const events: unknown[] = []
    client.getQueryCache().subscribe((event) => events.push(event.query.queryKey[0]))
    remove(ledger, 'ada', request().send)
    for (const [key, data] of Object.entries(others)) expect(client.getQueryData([key])).toBe(data)
    expect(new Set(events)).toEqual(new Set(['user']))
  })

  it('compares numeric ids as text', () => {
    const { client, ledger } = setUp()
    client.setQueryData(['user'], { ...ada(), id: 12 })
    remove(ledger, '12', request().send)
    expect(client.getQueryData(['user'])).toMatchObject({ id: 12, image: null })
  })

  it('leaves a class instance alone, and refetches its query in the end', async () => {
    class Member {
      id = 'ada'
      email = 'ada@example.test'
      image = '/ada.png'
    }
    const { client, ledger } = setUp()
    const fetch = vi.fn(async () => new Member())
    const stop = new QueryObserver(client, {
      queryKey: ['member'],
      queryFn: fetch,
      structuralSharing: false,
    }).subscribe(() => {})
    await tick()
    const { send, resolve } = request()
    const { outcome } = remove(ledger, 'ada', send)
    expect(client.getQueryData<Member>(['member'])!.image).toBe('/ada.png')
    resolve({ ...ada(), image: null })
    await outcome
    await tick()
    expect(fetch).toHaveBeenCalledTimes(2)
    stop()
  })

  it('keeps two query clients apart', () => {
    const one = setUp()
    const other = setUp()
    for (const { client } of [one, other]) client.setQueryData(['user'], ada())
    remove(one.ledger, 'ada', request().send)
    expect(other.client.getQueryData(['user'])).toEqual(ada())
    expect(other.ledger.get('ada')).toBeUndefined()
  })
})

describe('the end of a removal', () => {
  it('gives each its own: one fails while another succeeds', async () => {
    const { client, ledger } = setUp()
    client.setQueryData(['users'], [ada(), grace()])
    const [first, second] = [request(), request()]
    const a = remove(ledger, 'ada', first.send)
    const g = remove(ledger, 'grace', second.send)
    expect(client.getQueryData(['users'])).toMatchObject([{ image: null }, { image: null }])
    first.reject(new AvatarKitError('forbidden', { userId: 'ada' }))
    second.resolve({ ...grace(), image: null })
    expect(await a.outcome).toMatchObject({ status: 'failed', error: { code: 'forbidden' } })
    expect(await g.outcome).toMatchObject({ status: 'done' })
    expect(client.getQueryData(['users'])).toMatchObject([{ image: '/ada.png' }, { image: null }])
    expect(ledger.get('ada')).toMatchObject({ imageStatus: 'failed', error: { code: 'forbidden' } })
    expect(ledger.get('grace')).toMatchObject({ imageStatus: 'idle', error: undefined })
  })

  it('restores the very fields it found', async () => {
    const { client, ledger } = setUp()
    const before = {
      id: 'ada',
      first_name: 'Ada',
      image_url: '/big.png',
      profile_image_url: '/small.png',
      has_image: true,
      avatar: undefined,
    }
    client.setQueryData(['user'], before)
    const { send, reject } = request()
    const { outcome } = remove(ledger, 'ada', send)
    reject(new Error('lost'))
    await outcome
    expect(client.getQueryData(['user'])).toStrictEqual(before)
  })

  it('does not bring back a row that was deleted meanwhile', async () => {
    const { client, ledger } = setUp()
    client.setQueryData(['users'], [ada(), grace()])
    const { send, reject } = request()
    const { outcome } = remove(ledger, 'ada', send)
    client.setQueryData(['users'], (rows: { id: string }[] | undefined) => rows?.filter(({ id }) => id !== 'ada'))
    reject(new AvatarKitError('user-not-found', { userId: 'ada' }))
    await outcome
    expect(client.getQueryData(['users'])).toEqual([grace()])
  })

  it('lets the last intent win: remove, then set, replies in any order', async () => {
    const { client, ledger } = setUp()
    client.setQueryData(['user'], ada())
    const [first, second] = [request(), request()]
    remove(ledger, 'ada', first.send)
    const set = ledger.submit([{ userId: 'ada', change: { kind: 'set', imageUrl: '/new.png' }, send: second.send }])[0]!
    expect(client.getQueryData(['user'])).toMatchObject({ image: '/new.png' })
    expect(second.send).not.toHaveBeenCalled()
    second.resolve({ ...ada(), image: '/new.png' })
    await tick()
    expect(second.send).not.toHaveBeenCalled()
    first.resolve({ ...ada(), image: null })
    await set.outcome
    expect(client.getQueryData(['user'])).toMatchObject({ image: '/new.png' })
  })

  it('is idle when the window has passed: no subscription, no timer', async () => {
    const { client, clock, ledger } = setUp()
    client.setQueryData(['user'], ada())
    const { send, resolve } = request()
    const { outcome } = remove(ledger, 'ada', send)
    resolve({ ...ada(), image: null })
    await outcome
    await tick()
    expect(ledger.idle).toBe(false)
    clock.advance(30_001)
    expect(ledger.idle).toBe(true)
    expect(clock.timers).toBe(0)
    expect(client.getQueryCache().hasListeners()).toBe(false)
  })

  it('refetches the queries that show the user once, and no others', async () => {
    const { client, ledger } = setUp()
    const calls: string[] = []
    const observe = (key: string, data: unknown) =>
      new QueryObserver(client, {
        queryKey: [key],
        queryFn: () => {
          calls.push(key)
          return data
        },
      }).subscribe(() => {})
    const stops = [
      observe('user', ada()),
      observe('users', [ada(), grace()]),
      observe('products', [{ id: 'ada', imageUrl: '/chair.png' }]),
    ]
    await tick()
    calls.length = 0
    const { send, resolve } = request()
    remove(ledger, 'ada', send)
    resolve({ ...ada(), image: null })
    await tick()
    expect(calls.sort()).toEqual(['user', 'users'])
    for (const stop of stops) stop()
  })

  it.each(['fails', 'is called off'])(
    'a refetch that %s is asked once more when the window has passed, and then no more',
    async (how) => {
      const { client, clock, ledger } = setUp()
      const read = vi.fn(() => Promise.resolve<unknown>(ada()))
      const stop = new QueryObserver(client, { queryKey: ['user'], queryFn: read }).subscribe(() => {})
      await tick()
      if (how === 'fails') read.mockImplementation(() => Promise.reject(new Error('the server is down')))
      else read.mockImplementation(() => new Promise(() => {}))
      const { send, resolve } = request()
      remove(ledger, 'ada', send)
      resolve({ ...ada(), image: null })
      await tick()
      const end = async () => {
        if (how === 'is called off') await client.cancelQueries()
        await tick()
      }
      await end()
      expect([read.mock.calls.length, client.getQueryData(['user'])]).toEqual([2, { ...ada(), image: null }])
      clock.advance(30_001)
      await end()
      expect(read).toHaveBeenCalledTimes(3)
      clock.advance(600_000)
      await end()
      expect([read.mock.calls.length, ledger.idle, clock.timers]).toEqual([3, true, 0])
      stop()
    },
  )
})

describe('pages that a fetchNextPage carries along', () => {
  /** An infinite list whose second page arrives when the test says so. */
  async function infinite() {
    const panel = setUp()
    const second = request()
    const observer = new InfiniteQueryObserver(panel.client, {
      queryKey: ['pages'],
      initialPageParam: 0,
      getNextPageParam: (_last: unknown, all: unknown[]) => (all.length < 2 ? all.length : undefined),
      queryFn: ({ pageParam }) => (pageParam === 0 ? Promise.resolve([ada()]) : second.send()),
    })
    const imageNow = () =>
      (panel.client.getQueryData(['pages']) as { pages: { image: unknown }[][] } | undefined)?.pages[0]?.[0]?.image
    /** What the first page shows at the moment at which the second arrives, before any refetch mends it. */
    const onArrival = async () => {
      second.resolve([grace()])
      const pages = () => (panel.client.getQueryData(['pages']) as { pages: unknown[] }).pages.length
      for (let turn = 0; pages() < 2 && turn < 50; turn++) await Promise.resolve()
      return imageNow()
    }
    const stop = observer.subscribe(() => {})
    await tick()
    return { ...panel, observer, second, onArrival, stop }
  }

  it('hold our overlay, and show the truth when the removal has failed meanwhile', async () => {
    const { ledger, observer, onArrival, stop } = await infinite()
    const { send, reject } = request()
    const { outcome } = remove(ledger, 'ada', send)
    void observer.fetchNextPage()
    reject(new AvatarKitError('forbidden', { userId: 'ada' }))
    await outcome
    expect(await onArrival()).toBe('/ada.png')
    stop()
  })

  it('hold the old picture, and show what is confirmed when the removal has succeeded meanwhile', async () => {
    const { ledger, observer, onArrival, stop } = await infinite()
    void observer.fetchNextPage()
    const { send, resolve } = request()
    const { outcome } = remove(ledger, 'ada', send)
    resolve({ ...ada(), image: null })
    await outcome
    expect(await onArrival()).toBeNull()
    stop()
  })

  it('are not lost: the kit’s refetch waits for the page', async () => {
    const { client, ledger, observer, second, stop } = await infinite()
    void observer.fetchNextPage()
    const { send, resolve } = request()
    const { outcome } = remove(ledger, 'ada', send)
    resolve({ ...ada(), image: null })
    await outcome
    await tick()
    second.resolve([grace()])
    await tick()
    expect((client.getQueryData(['pages']) as { pages: unknown[] }).pages).toHaveLength(2)
    stop()
  })
})

describe('the mutation is the change', () => {
  it('shows it when `mutate` returns, also where the host’s `onMutate` is slow', async () => {
    let go!: () => void
    const panel = setUp({
      mutationCache: new MutationCache({ onMutate: () => new Promise<void>((resolve) => (go = resolve)) }),
    })
    panel.client.setQueryData(['user'], ada())
    const { send, resolve } = request()
    const result = mutate(panel, 'ada', send)
    expect(panel.client.getQueryData(['user'])).toMatchObject({ image: null })
    expect(send).not.toHaveBeenCalled()
    go()
    resolve({ ...ada(), image: null })
    await expect(result).resolves.toMatchObject({ image: null })
    expect(send).toHaveBeenCalledTimes(1)
  })

  it('counts once where `onMutate` returns a context', async () => {
    const panel = setUp()
    panel.client.setQueryData(['user'], ada())
    const { send, resolve } = request()
    const result = mutate(panel, 'ada', send, { onMutate: () => ({ before: 1 }) })
    resolve({ ...ada(), image: null })
    await result
    expect(send).toHaveBeenCalledTimes(1)
  })

  it('brings the picture back where the host’s `onMutate` throws', async () => {
    const panel = setUp({
      mutationCache: new MutationCache({
        onMutate: () => {
          throw new Error('no')
        },
      }),
    })
    panel.client.setQueryData(['user'], ada())
    const { send } = request()
    await expect(mutate(panel, 'ada', send)).rejects.toThrow('no')
    expect(send).not.toHaveBeenCalled()
    expect(panel.client.getQueryData(['user'])).toEqual(ada())
    expect(panel.ledger.get('ada')?.imageStatus).toBe('failed')
  })

  it('sends two removals of one user once, and both have the same end', async () => {
    const panel = setUp()
    panel.client.setQueryData(['user'], ada())
    const { send, resolve } = request()
    const results = [mutate(panel, 'ada', send), mutate(panel, 'ada', send)]
    resolve({ ...ada(), image: null })
    const [one, other] = await Promise.all(results)
    expect(one).toBe(other)
    expect(send).toHaveBeenCalledTimes(1)
  })

  it('works where nobody listens to the mutation cache', async () => {
    const panel = setUp()
    panel.detach()
    panel.client.setQueryData(['user'], ada())
    const { send, resolve } = request()
    const result = mutate(panel, 'ada', send)
    await tick()
    expect(panel.client.getQueryData(['user'])).toMatchObject({ image: null })
    resolve({ ...ada(), image: null })
    await result
  })

  it('waits while offline and is sent once when the connection is back', async () => {
    const panel = setUp()
    panel.client.mount()
    panel.client.setQueryData(['user'], ada())
    onlineManager.setOnline(false)
    const { send, resolve } = request()
    const result = mutate(panel, 'ada', send)
    await tick()
    expect(panel.ledger.get('ada')?.imageStatus).toBe('waiting')
    expect(send).not.toHaveBeenCalled()
    onlineManager.setOnline(true)
    await tick()
    expect(panel.ledger.get('ada')?.imageStatus).toBe('removing')
    resolve({ ...ada(), image: null })
    await result
    expect(send).toHaveBeenCalledTimes(1)
    panel.client.unmount()
  })

  it('takes the change back where the mutations are cleared before it was sent', async () => {
    const panel = setUp()
    panel.client.setQueryData(['user'], ada())
    onlineManager.setOnline(false)
    void mutate(panel, 'ada', request().send).catch(() => {})
    await tick()
    panel.client.getMutationCache().clear()
    expect(panel.client.getQueryData(['user'])).toEqual(ada())
    await tick()
    panel.clock.advance(30_001)
    expect(panel.ledger.idle).toBe(true)
  })

  it('refetches after the host’s own callbacks, so that the host’s invalidation is not doubled', async () => {
    const panel = setUp()
    const fetch = vi.fn(async () => ada())
    const stop = new QueryObserver(panel.client, { queryKey: ['user'], queryFn: fetch }).subscribe(() => {})
    await tick()
    fetch.mockClear()
    const { send, resolve } = request()
    const result = mutate(panel, 'ada', send, { onSuccess: () => panel.client.invalidateQueries() })
    resolve({ ...ada(), image: null })
    await result
    await tick()
    expect(fetch).toHaveBeenCalledTimes(1)
    stop()
  })

  it('refetches only when the host’s own optimistic edit has ended, so that it does not flicker', async () => {
    const panel = setUp()
    const { client, clock, ledger } = panel
    let truth = ada()
    const read = vi.fn(async () => ({ ...truth }))
    const stop = new QueryObserver(client, { queryKey: ['user'], queryFn: read }).subscribe(() => {})
    await tick()
    const edit = request()
    const editing = new MutationObserver(client, { mutationFn: edit.send }).mutate().catch(() => {})
    const removal = request()
    const change = remove(ledger, 'ada', removal.send)
    client.setQueryData(['user'], (old: object | undefined) => ({ ...old, name: 'Ada King' }))
    removal.reject(new AvatarKitError('forbidden'))
    await change.outcome
    await tick()
    clock.advance(500)
    expect([read.mock.calls.length, client.getQueryData(['user'])]).toEqual([1, { ...ada(), name: 'Ada King' }])
    edit.resolve({})
    await editing
    clock.advance(100)
    expect(read).toHaveBeenCalledTimes(2)
    await tick()
    // One that never ends is not waited for.
    void new MutationObserver(client, { mutationFn: request().send }).mutate()
    const other = request()
    const second = remove(ledger, 'ada', other.send)
    truth = { ...truth, image: null }
    other.resolve({ id: 'ada', image: null })
    await second.outcome
    await tick()
    clock.advance(9900)
    const before = read.mock.calls.length
    clock.advance(200)
    expect(read.mock.calls.length).toBe(before + 1)
    stop()
  })

  it('stops listening when nobody is attached and nothing runs', async () => {
    const panel = setUp()
    const { send, resolve } = request()
    const result = mutate(panel, 'ada', send)
    panel.detach()
    expect(panel.client.getMutationCache().hasListeners()).toBe(true)
    resolve(ada())
    await result
    await tick()
    expect(panel.client.getMutationCache().hasListeners()).toBe(false)
  })
})

describe('a change that is held', () => {
  const hold = (ledger: Ledger, send: () => Promise<unknown>) =>
    ledger.submit([{ userId: 'ada', change: { kind: 'remove' }, holdMs: 8000, send }])[0]!

  it('is shown, and sent when its time is over', async () => {
    const { client, clock, ledger } = setUp()
    client.setQueryData(['user'], ada())
    const { send } = request()
    const change = hold(ledger, send)
    expect(client.getQueryData(['user'])).toMatchObject({ image: null })
    expect(ledger.get('ada')?.imageStatus).toBe('held')
    clock.advance(7999)
    expect([change.held, change.holdLeft, send.mock.calls.length]).toEqual([true, 1, 0])
    clock.advance(1)
    expect([change.held, change.holdLeft, send.mock.calls.length]).toEqual([false, 0, 1])
    expect(ledger.get('ada')?.imageStatus).toBe('removing')
    expect(change.cancel()).toBe(false)
  })

  it('undone, leaves everything as it was, and the ledger idle', async () => {
    const { client, clock, ledger } = setUp()
    const before = ada()
    client.setQueryData(['user'], before)
    const { send } = request()
    const change = hold(ledger, send)
    expect(change.cancel()).toBe(true)
    expect(await change.outcome).toEqual({ status: 'undone' })
    expect(client.getQueryData(['user'])).toStrictEqual(before)
    clock.advance(60_000)
    await tick()
    expect(send).not.toHaveBeenCalled()
    expect([ledger.idle, clock.timers]).toEqual([true, 0])
  })

  it('stands still while paused, and goes on where it stopped', () => {
    const { clock, ledger } = setUp()
    const { send } = request()
    const change = hold(ledger, send)
    clock.advance(5000)
    change.pause()
    clock.advance(60_000)
    expect([change.holdLeft, send.mock.calls.length]).toEqual([3000, 0])
    change.resume()
    clock.advance(2999)
    expect(send).not.toHaveBeenCalled()
    clock.advance(1)
    expect(send).toHaveBeenCalledTimes(1)
  })

  it('can be sent before its time', () => {
    const { ledger } = setUp()
    const { send } = request()
    hold(ledger, send).release()
    expect(send).toHaveBeenCalledTimes(1)
  })

  it('replaced by another change, is never sent', async () => {
    const { clock, ledger } = setUp()
    const [first, second] = [request(), request()]
    const change = hold(ledger, first.send)
    ledger.submit([{ userId: 'ada', change: { kind: 'set', imageUrl: '/new.png' }, send: second.send }])
    expect(await change.outcome).toEqual({ status: 'superseded' })
    clock.advance(60_000)
    expect([first.send.mock.calls.length, second.send.mock.calls.length]).toEqual([0, 1])
  })
})

describe('a host whose `fields` throw', () => {
  const careless = (name: 'match' | 'read' | 'write') => ({
    ...commonFields,
    [name]: (...args: any[]) => {
      const value = name === 'write' ? args[1] : args[0]
      if (value.email.endsWith('.broken')) throw new Error(`no ${name} for this one`)
      return (commonFields[name] as (...all: any[]) => unknown)(...args)
    },
  })

  it.each(['match', 'read', 'write'] as const)(
    'in `%s` hears of it; its own reads go on, other queries show the change, and this one is asked again',
    async (name) => {
      const complaint = vi.spyOn(console, 'error').mockImplementation(() => {})
      const client = new QueryClient({
        defaultOptions: { queries: { retry: false, staleTime: Number.POSITIVE_INFINITY } },
      })
      const ledger = imageLedger(client, { fields: careless(name), clock: new FakeClock() })
      const broken = { ...ada(), email: 'ada@example.broken' }
      const read = vi.fn(async () => [{ ...broken }])
      const stop = new QueryObserver(client, { queryKey: ['broken'], queryFn: read }).subscribe(() => {})
      await tick()
      client.setQueryData(['fine'], ada())
      const { send, resolve } = request()
      const change = remove(ledger, 'ada', send)
      expect(send).toHaveBeenCalledOnce()
      expect(client.getQueryData(['fine'])).toMatchObject({ image: null })
      expect(await client.fetchQuery({ queryKey: ['broken'], queryFn: read, staleTime: 0 })).toEqual([broken])
      expect(complaint.mock.calls[0]![0]).toMatch(/avatarkit: `fields`.*\["broken"\]/)
      resolve({ id: 'ada', image: null })
      expect(await change.outcome).toMatchObject({ status: 'done' })
      const times = complaint.mock.calls.length
      await tick()
      expect(complaint.mock.calls.length - times).toBeLessThanOrEqual(2)
      stop()
      complaint.mockRestore()
    },
  )
})

describe('around it', () => {
  it('searched ahead, the cache is not searched at the click', () => {
    const match = vi.fn(commonFields.match)
    const client = new QueryClient()
    const ledger = imageLedger(client, { fields: { ...commonFields, match } })
    client.setQueryData(
      ['users'],
      Array.from({ length: 100 }, (_, at) => ({ ...ada(), id: `u${at}` })),
    )
    const cool = ledger.warm()
    expect(match).toHaveBeenCalled()
    match.mockClear()
    remove(ledger, 'u7', request().send)
    expect(match).not.toHaveBeenCalled()
    cool()
    expect(client.getQueryData<{ image: string | null }[]>(['users'])![7]!.image).toBeNull()
  })

  it('can be looked into', () => {
    const { client, ledger } = setUp()
    client.setQueryData(['user'], ada())
    expect(ledger.inspect()).toEqual([])
    remove(ledger, 'ada', request().send)
    expect(ledger.inspect()).toEqual([
      {
        userId: 'ada',
        ops: [{ change: { kind: 'remove' }, state: 'sent' }],
        bases: { '["user"]': '/ada.png' },
        confirmed: undefined,
        superseded: [],
        guardedUntil: 0,
      },
    ])
  })

  it('gives the server’s data to hosts that persist their cache', () => {
    const { client, ledger } = setUp()
    const users = [ada(), grace()]
    client.setQueryData(['users'], users)
    remove(ledger, 'ada', request().send)
    expect(client.getQueryData(['users'])).not.toEqual(users)
    expect(withoutOptimistic(client.getQueryData(['users']))).toEqual(users)
    expect(withoutOptimistic('nothing to do')).toBe('nothing to do')
  })

  it('is one for a client, and refuses a second reading of its users', () => {
    const client = new QueryClient()
    const fields = { ...commonFields }
    const ledger = imageLedger(client, { fields })
    expect(imageLedger(client)).toBe(ledger)
    expect(() => imageLedger(client, { fields: { ...commonFields } })).toThrow(/two providers on one QueryClient/)
  })

  it('can be taken back only before it is sent', () => {
    const { ledger } = setUp()
    const first = remove(ledger, 'ada', request().send)
    const second = ledger.submit([
      { userId: 'ada', change: { kind: 'set', imageUrl: '/n.png' }, send: request().send },
    ])[0]!
    expect(first.cancel()).toBe(false)
    expect(second.cancel()).toBe(true)
    expect(second.cancel()).toBe(false)
  })
})
