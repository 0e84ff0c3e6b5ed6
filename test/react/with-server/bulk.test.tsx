import { beforeEach, describe, expect, it } from 'vitest'
import { actionsAdapter } from '../../../src/adapters/actions.ts'
import { memoryAdapter } from '../../../src/adapters/memory.ts'
import { restAdapter } from '../../../src/adapters/rest.ts'
import { AvatarKitError } from '../../../src/core/errors.ts'
import type { User } from '../../../src/core/user.ts'
import { bulkRemoval, createUserImageActions, createUserImageHandler } from '../../../src/server/index.ts'
import { crowdOf } from '../../support/bulkCrowd.ts'
import { bulkPanel } from '../../support/bulkPanel.ts'
import { until } from '../../support/until.ts'

beforeEach(() => sessionStorage.clear())

/** The kit's own server in front of a provider that keeps a list of what it was asked. */
function serve(
  people: readonly User[],
  { fail, delay = 0 }: { fail?: (userId: string, count: number) => AvatarKitError | undefined; delay?: number } = {},
) {
  const asked: string[] = []
  const provider = memoryAdapter(people, {
    delay,
    fail: ({ method, userId }) =>
      method === 'deleteUserProfileImage' ? (asked.push(userId!), fail?.(userId!, asked.length)) : undefined,
  })
  let session = true
  const options = {
    adapter: provider,
    authorize: () => (session ? { id: 'admin' } : new AvatarKitError('unauthenticated')) as { id: string },
    bulk: bulkRemoval(),
  }
  const handler = createUserImageHandler({ ...options, basePath: '/api' })
  const actions = createUserImageActions({ ...options, getHeaders: () => new Headers() })
  const ways = {
    rest: () =>
      restAdapter({
        baseUrl: 'http://panel.test/api',
        bulk: true,
        fetch: async (url, init) => handler(new Request(url as string, init)),
      }),
    actions: () => actionsAdapter(actions),
  }
  return { asked, ways, signOut: () => (session = false) }
}

describe.each(['rest', 'actions'] as const)('over the kit’s own server, by %s', (way) => {
  it('1,200 users: in as many calls as the server takes, each asked of the provider once', async () => {
    const people = crowdOf(1200) as unknown as User[]
    const { ways, asked } = serve(people)
    const { start, run, shown, notices } = bulkPanel(ways[way](), people)
    start()
    expect(shown()).toEqual([])
    await until(() => expect(run()).toMatchObject({ status: 'ended', done: 1200, failed: 0, notSent: 0 }))
    expect(asked).toHaveLength(1200)
    expect(new Set(asked).size).toBe(1200)
    expect(notices.map(({ title }) => title)).toEqual(['1,200 images removed'])
    expect(shown()).toEqual([])
  }, 30_000)

  it('another page goes on under the same key: none is lost, none is done again', async () => {
    const people = crowdOf(60) as unknown as User[]
    const { ways, asked } = serve(people, { delay: 8 })
    const first = bulkPanel(ways[way](), people)
    first.start()
    const text = () => Object.values({ ...(sessionStorage as Record<string, string>) }).join('')
    await until(() => expect(asked.length).toBeGreaterThan(10))
    window.dispatchEvent(new Event('pagehide'))
    const [[name, kept]] = Object.entries({ ...(sessionStorage as Record<string, string>) }) as [[string, string]]
    // The first page ends as it will; what it knew then is what the next one finds.
    first.run().cancel()
    await until(() => expect(first.run().status).toBe('ended'))
    sessionStorage.setItem(name, kept)
    expect(text()).toContain('user-60')
    const second = bulkPanel(ways[way](), people)
    expect(second.run().status).toBe('interrupted')
    second.run().resume()
    await until(() => expect(second.run()).toMatchObject({ status: 'ended', done: 60 }))
    expect([...asked].sort()).toEqual(people.map(({ id }) => id).sort())
  })

  it('the session ends midway: the rest is not sent, and it is said once', async () => {
    const people = crowdOf(30) as unknown as User[]
    const { ways, asked, signOut } = serve(people, {
      fail: (_, count) => (count > 10 ? new AvatarKitError('unauthenticated') : undefined),
      delay: 2,
    })
    const { start, run, shown, notices } = bulkPanel(ways[way](), people)
    start()
    await until(() => expect(run().status).toBe('ended'))
    expect(run()).toMatchObject({ failed: 0, done: 10, notSent: 20, stoppedBy: { code: 'unauthenticated' } })
    expect(asked.length).toBeLessThan(25)
    expect(shown()).toHaveLength(20)
    expect(notices).toMatchObject([
      {
        type: 'failed',
        title: '10 images removed, 20 not sent',
        description: 'Your session has ended. Sign in again, then try again.',
      },
    ])
    signOut()
    run().sendRest()
    await until(() => expect(notices).toHaveLength(2))
    expect(run()).toMatchObject({ done: 10, notSent: 20, failed: 0, stoppedBy: { code: 'unauthenticated' } })
    expect(shown()).toHaveLength(20)
  })
})

it('the provider asks for patience midway: the panel counts down, and nobody is asked for twice but whom it refused', async () => {
  const people = crowdOf(20) as unknown as User[]
  let refused: string | undefined
  const { ways, asked } = serve(people, {
    fail: (userId, count) => {
      if (count !== 8 || refused) return undefined
      refused = userId
      return new AvatarKitError('rate-limited', { retryAfter: 1 })
    },
  })
  const { start, run } = bulkPanel(ways.rest(), people)
  start()
  await until(() => expect(run().status).toBe('paused'))
  expect(run().pausedUntil).toEqual(expect.any(Number))
  await until(() => expect(run()).toMatchObject({ status: 'ended', done: 20, failed: 0 }))
  expect([...asked].sort()).toEqual([...people.map(({ id }) => id), refused!].sort())
})
