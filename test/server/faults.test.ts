import { describe, expect, test } from 'vitest'
import { AvatarKitError, type ErrorCode } from '../../src/core/errors.ts'
import {
  type Authorize,
  bulkRemoval,
  type HandlerAction,
  type HandlerEvent,
  imageUpload,
} from '../../src/server/index.ts'
import { forgedIds } from '../support/forgedIds.ts'
import { wait } from '../support/until.ts'
import { countingAdapter } from './startPanel.ts'
import { type Given, wayNames, ways } from './ways.ts'

// What a caller may try, and what a host or a provider may do wrong: the same table for both ways in, for one image
// and for many, removed, set and brought back. None of it changes anything.

const actions = [
  'deleteUserProfileImage',
  'deleteUserProfileImages',
  'updateUserProfileImage',
  'restoreUserProfileImage',
] as const

interface Fault {
  given?: Omit<Given, 'action' | 'ids'>
  authorize?: Authorize
  limit?: { perActor: () => any }
  code: ErrorCode
}

const deny = (authorize: unknown, code: ErrorCode = 'forbidden'): Fault => ({ authorize: authorize as Authorize, code })
const evil = (headers: Record<string, string>): Fault => ({
  given: { headers: { cookie: 'session=admin', ...headers } },
  code: 'forbidden',
})

const faults: Record<string, Fault> = {
  'no session': { given: { headers: {} }, code: 'unauthenticated' },
  'a session that is no admin’s': { given: { headers: { cookie: 'session=visitor' } }, code: 'forbidden' },
  'a header that once passed for a middleware': {
    given: { headers: { cookie: 'session=visitor', 'x-middleware-subrequest': 'middleware:middleware:middleware' } },
    code: 'forbidden',
  },
  'another site': evil({ origin: 'https://evil.test', 'sec-fetch-site': 'cross-site' }),
  'Origin: null': evil({ origin: 'null' }),
  'another site that claims to be forwarded': evil({
    origin: 'https://evil.test',
    'sec-fetch-site': '',
    'x-forwarded-host': 'evil.test',
    forwarded: 'host=evil.test',
  }),
  'a token from another site': {
    given: { headers: { authorization: 'Bearer script', origin: 'https://evil.test' } },
    code: 'forbidden',
  },
  'authorize throws': deny(() => Promise.reject(new Error('database'))),
  'authorize throws at once': deny(() => JSON.parse('{')),
  'authorize gives undefined': deny(() => undefined),
  'authorize gives true': deny(() => true),
  'authorize gives {}': deny(() => ({})),
  'authorize gives an actor whose id is no text': deny(() => ({ id: 7 })),
  'authorize promises false': deny(async () => false),
  'authorize is silent': deny(() => new Promise(() => {})),
  'authorize looks for a target that is not theirs': deny(
    async ({ userId, getTarget }: { userId?: string; getTarget: () => Promise<unknown> }) => {
      if (userId !== undefined) await getTarget()
      throw new AvatarKitError('user-not-found')
    },
    'user-not-found',
  ),
  'the limit per actor is reached': { limit: { perActor: () => ({ ok: false, retryAfter: 9 }) }, code: 'rate-limited' },
  'the limit is found to be reached a moment later': {
    limit: { perActor: async () => ({ ok: false, retryAfter: 9 }) },
    code: 'rate-limited',
  },
  'a limit that is a query, and no promise, is reached': {
    // oxlint-disable-next-line unicorn/no-thenable
    limit: { perActor: () => ({ then: (answer: (result: object) => void) => answer({ ok: false }) }) },
    code: 'rate-limited',
  },
  'the limiter answers yes, and not what it is asked': { limit: { perActor: () => true }, code: 'rate-limited' },
  'the limiter answers nothing': { limit: { perActor: () => undefined }, code: 'rate-limited' },
  'the limiter is down': { limit: { perActor: () => Promise.reject(new Error('redis: canary')) }, code: 'unexpected' },
}

const admin: Authorize = ({ headers }) =>
  headers.get('cookie') === 'session=admin' || headers.get('authorization') === 'Bearer script'
    ? { id: 'admin_1' }
    : undefined

function start({ authorize = admin, limit }: Pick<Fault, 'authorize' | 'limit'> = {}) {
  const counted = countingAdapter()
  const events: HandlerEvent[] = []
  const change = async (id: string) => {
    counted.changes.push(id)
    return { ...(await counted.adapter.getUser(id)) }
  }
  const options = {
    adapter: { ...counted.adapter, updateUserProfileImage: change, restoreUserProfileImage: change },
    authorize,
    limit,
    bulk: bulkRemoval(),
    upload: imageUpload(),
    policy: { retries: 0 },
    authorizeTimeoutMs: 30,
    onEvent: (event: HandlerEvent) => void events.push(event),
  }
  return { ...counted, options, events }
}

const idsOf = (action: HandlerAction) => (action === 'deleteUserProfileImages' ? ['user_1', 'user_2'] : ['user_1'])

describe.each(wayNames)('%s', (way) => {
  describe.each(actions)('%s', (action) => {
    test.each(Object.entries(faults))('%s: nothing is changed', async (_, { given, authorize, limit, code }) => {
      const { options, changes, events, users } = start({ authorize, limit })
      const told = await ways[way](options, { action, ids: idsOf(action), ...given })
      expect([told.code, changes]).toEqual([code, []])
      expect(events).toMatchObject([{ type: 'denied', code }])
      expect([...users.values()].every(({ hasImage }) => hasImage)).toBe(true)
      expect(told.text + JSON.stringify(events)).not.toMatch(/canary|database|privateMetadata/)
    })

    // An array in a path is its text: as an id of its own it can only arrive where arguments are values.
    const forged = Object.entries(forgedIds).filter(
      ([name]) =>
        way === 'actions' || action === 'deleteUserProfileImages' || !/around it|for it|nothing in it/.test(name),
    )
    test.each(forged)('an id with %s: no change and no look', async (_, forge) => {
      const { options, changes, reads } = start()
      const { code } = await ways[way](options, { action, ids: [forge('user_1')] })
      expect(['invalid-user-id', 'unexpected']).toContain(code)
      expect([changes, reads]).toEqual([[], []])
    })

    test('a provider’s error that holds the key and a cookie: neither is told, to the caller or to the log', async () => {
      const { options, events } = start()
      const leak = Object.assign(new Error('Bearer sk_live_canary'), {
        headers: { 'set-cookie': 'session=canary' },
        config: { secret: 'canary' },
      })
      const fail = () => Promise.reject(leak)
      const told = await ways[way](
        {
          ...options,
          adapter: {
            deleteUserProfileImage: fail,
            updateUserProfileImage: fail,
            restoreUserProfileImage: fail,
            getUser: fail,
          },
        },
        { action, ids: idsOf(action) },
      )
      expect(told.code).toBe('unknown-outcome')
      expect(told.text + JSON.stringify(events)).not.toContain('canary')
    })

    test('a reason with line breaks: the log line stays one line', async () => {
      const { options, events } = start()
      await ways[way](options, { action, ids: idsOf(action), reason: 'spam\r\n{"type":"image.removed"}\u2028x' })
      expect(events.filter(({ type }) => ['image.removed', 'image.set', 'image.restored'].includes(type))).toHaveLength(
        idsOf(action).length,
      )
      for (const { reason } of events) expect(reason).toBe('spam\\u000d\\u000a{"type":"image.removed"}\\u2028x')
    })

    test('a role that is lost counts at the next call', async () => {
      let allowed = true
      const { options, changes } = start({ authorize: () => (allowed ? { id: 'admin_1' } : undefined) })
      const given = { action, ids: idsOf(action), idempotencyKey: 'k' }
      expect((await ways[way](options, given)).code).toBeUndefined()
      allowed = false
      expect((await ways[way](options, given)).code).toBe('forbidden')
      expect(changes.sort()).toEqual(idsOf(action))
    })

    test('the same key runs once, and for something else it is refused', async () => {
      const { options, changes } = start()
      const given = { action, ids: idsOf(action), idempotencyKey: 'k' }
      const [first, again] = [await ways[way](options, given), await ways[way](options, given)]
      expect([first.code, again.code, [...changes].sort()]).toEqual([undefined, undefined, idsOf(action)])
      expect((await ways[way](options, { ...given, ids: ['user_3'] })).code).toBe('unexpected')
      expect(changes).toHaveLength(idsOf(action).length)
    })

    test('a key that is longer than anybody needs is refused', async () => {
      const { options, changes } = start()
      expect((await ways[way](options, { action, ids: idsOf(action), idempotencyKey: 'k'.repeat(256) })).code).toBe(
        'unexpected',
      )
      expect(changes).toEqual([])
      expect(
        (await ways[way](options, { action, ids: idsOf(action), idempotencyKey: 'k'.repeat(255) })).code,
      ).toBeUndefined()
    })

    test('two admins with the same key: neither gets the other’s answer', async () => {
      const { options, changes } = start({ authorize: ({ headers }) => ({ id: headers.get('cookie') ?? '' }) })
      await ways[way](options, { action, ids: ['user_1'], idempotencyKey: 'k', headers: { cookie: 'session=one' } })
      const other = await ways[way](options, {
        action,
        ids: ['user_2'],
        idempotencyKey: 'k',
        headers: { cookie: 'session=two' },
      })
      expect([other.code, changes]).toEqual([undefined, ['user_1', 'user_2']])
      expect(other.text).not.toContain('user_1')
    })

    test('an absent user and one of another tenant: the same words', async () => {
      const authorize: Authorize = async ({ userId, getTarget }) => {
        if (userId !== undefined && !(await getTarget()).emailAddress?.endsWith('@alpha.test'))
          throw new AvatarKitError('user-not-found')
        return { id: 'admin_1' }
      }
      const words = async (id: string) =>
        (await ways[way](start({ authorize }).options, { action, ids: [id] })).text.replaceAll(id, 'X')
      expect(await words('user_2')).toBe(await words('user_9'))
    })
  })
})

test('whoever hangs up while a removal runs: it is carried out once, and nothing is left unheard', async () => {
  const unhandled: unknown[] = []
  const note = (error: unknown) => void unhandled.push(error)
  process.on('unhandledRejection', note)
  const { options, adapter, changes, events } = start()
  const slow = {
    ...adapter,
    async deleteUserProfileImage(id: string) {
      await wait(20)
      return adapter.deleteUserProfileImage(id)
    },
  }
  // Nobody waits for the answer.
  void ways.handler({ ...options, adapter: slow }, { action: 'deleteUserProfileImage', ids: ['user_1'] })
  await wait(60)
  process.off('unhandledRejection', note)
  expect([changes, events.map(({ type }) => type), unhandled]).toEqual([['user_1'], ['image.removed'], []])
})
