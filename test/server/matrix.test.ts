import { createClerkClient } from '@clerk/backend'
import { describe, expect, test } from 'vitest'
import { clerkAdapter } from '../../src/adapters/clerk.ts'
import { AvatarKitError } from '../../src/core/errors.ts'
import {
  type Authorize,
  bulkRemoval,
  createUserImageActions,
  type HandlerAction,
  type HandlerEvent,
  imageUpload,
} from '../../src/server/index.ts'
import { startClerkDouble } from '../support/clerkDouble.ts'
import { wayNames, ways } from './ways.ts'

// Who may do what to whom, each way in, as a host with several tenants writes it. What must come out stands in
// `right` and `expected`, and not in the `authorize` that is tested.

const roles = ['nobody', 'visitor', 'reader', 'remover', 'lead', 'script'] as const
type Role = (typeof roles)[number]
const tenants = ['alpha', 'beta'] as const
type Tenant = (typeof tenants)[number]

const right: Record<Role, readonly HandlerAction[]> = {
  nobody: [],
  visitor: [],
  reader: ['getUser', 'getUserList'],
  remover: ['getUser', 'getUserList', 'deleteUserProfileImage'],
  lead: [
    'getUser',
    'getUserList',
    'getImageEvents',
    'deleteUserProfileImage',
    'deleteUserProfileImages',
    'updateUserProfileImage',
    'restoreUserProfileImage',
  ],
  script: ['deleteUserProfileImage', 'deleteUserProfileImages'],
}

const people = { alpha: ['user_a1', 'user_a2'], beta: ['user_b1', 'user_b2'], absent: ['user_x1'] }
type Whose = keyof typeof people

/** A session is written `role@tenant`, in a cookie or, for scripts, a token. */
const authorize: Authorize = async ({ headers, action, userId, getTarget }) => {
  const session = headers.get('cookie')?.replace('session=', '') ?? headers.get('authorization')?.replace('Bearer ', '')
  if (session === undefined) throw new AvatarKitError('unauthenticated')
  const [role, tenant] = session.split('@') as [Role, Tenant]
  if (!right[role].includes(action)) return undefined
  if (userId !== undefined && (await getTarget()).tenantId !== tenant) throw new AvatarKitError('user-not-found')
  return { id: session }
}

function start() {
  const users = new Map(
    tenants.flatMap((tenant) =>
      people[tenant].map((id) => [
        id,
        { id, tenantId: tenant, firstName: 'Ada', imageUrl: `https://images.test/${id}.png` as string | null },
      ]),
    ),
  )
  const changes: string[] = []
  const find = (id: string) => users.get(id) ?? Promise.reject(new AvatarKitError('user-not-found'))
  const adapter = {
    deleteUserProfileImage: async (id: string) => (changes.push(id), Object.assign(await find(id), { imageUrl: null })),
    getUser: async (id: string) => ({ ...(await find(id)) }),
    getUserList: async () => ({ data: [...users.values()], totalCount: users.size }),
    updateUserProfileImage: async (id: string) => (changes.push(id), { ...(await find(id)) }),
    restoreUserProfileImage: async (id: string) => (changes.push(id), { ...(await find(id)) }),
    getImageEvents: async ({ userId = '' }) => ({
      data: [{ id: 'e1', type: 'removed' as const, at: 1, userId, actor: { id: 'x', tenantId: 'y' } }],
      totalCount: 1,
    }),
  }
  const events: HandlerEvent[] = []
  return {
    users,
    changes,
    events,
    options: {
      adapter,
      authorize,
      bulk: bulkRemoval(),
      upload: imageUpload(),
      policy: { retries: 0 },
      onEvent: (event: HandlerEvent) => void events.push(event),
    },
  }
}

interface Outcome {
  code: string | undefined
  /** What was told, as text. */
  text: string
  changes: string[]
  events: HandlerEvent[]
}

const sessionOf = (role: Role, tenant: Tenant): Record<string, string> =>
  role === 'nobody'
    ? {}
    : role === 'script'
      ? { authorization: `Bearer script@${tenant}` }
      : { cookie: `session=${role}@${tenant}` }

/** One call on fresh users, with all that came of it. */
async function call(
  way: keyof typeof ways,
  session: Record<string, string>,
  action: HandlerAction,
  ids: string[],
): Promise<Outcome> {
  const { options, changes, events } = start()
  return { ...(await ways[way](options, { action, ids, headers: session })), changes, events }
}

/** Which users a call is about. */
const targets: Record<HandlerAction, Whose[][]> = {
  getUserList: [[]],
  getUser: [['alpha'], ['beta'], ['absent']],
  getImageEvents: [[], ['alpha'], ['beta'], ['absent']],
  updateUserProfileImage: [['alpha'], ['beta'], ['absent']],
  restoreUserProfileImage: [['alpha'], ['beta'], ['absent']],
  deleteUserProfileImage: [['alpha'], ['beta'], ['absent']],
  deleteUserProfileImages: [['alpha'], ['beta'], ['absent'], ['alpha', 'beta'], ['beta', 'alpha'], ['alpha', 'absent']],
}

/** What must come out: an error's code, or `undefined`. */
function expected(role: Role, tenant: Tenant, action: HandlerAction, whose: Whose[]): string | undefined {
  if (role === 'nobody') return 'unauthenticated'
  if (!right[role].includes(action)) return 'forbidden'
  return whose.every((one) => one === tenant) ? undefined : 'user-not-found'
}

const cells = wayNames.flatMap((way) =>
  roles.flatMap((role) =>
    tenants.flatMap((tenant) =>
      (Object.keys(targets) as HandlerAction[]).flatMap((action) =>
        targets[action].map((whose) => ({ way, role, tenant, action, whose, name: whose.join('+') || 'all' })),
      ),
    ),
  ),
)

describe('who may do what to whom', () => {
  test('every cell is there', () => {
    expect(cells).toHaveLength(2 * 6 * 2 * 23)
    expect(new Set(cells.map((cell) => JSON.stringify(cell))).size).toBe(cells.length)
  })

  test.each(cells)('$way: $role of $tenant, $action of $name', async ({ way, role, tenant, action, whose }) => {
    const ids = whose.flatMap((one) => (action === 'deleteUserProfileImages' ? people[one] : people[one].slice(0, 1)))
    const { code, text, changes, events } = await call(way, sessionOf(role, tenant), action, ids)
    const wanted = expected(role, tenant, action, whose)
    expect(code).toBe(wanted)
    const changing = !action.startsWith('get')
    expect(changes.sort()).toEqual(wanted === undefined && changing ? [...ids].sort() : [])
    // Nobody learns of a tenant, their own or another's.
    expect(text).not.toContain('tenantId')
    if (wanted === undefined) {
      const removed = events.filter(({ type }) => ['image.removed', 'image.set', 'image.restored'].includes(type))
      expect([removed.length, new Set(removed.map(({ userId }) => userId))]).toEqual(
        changing ? [ids.length, new Set(ids)] : [0, new Set()],
      )
      expect(new Set(removed.map(({ actorId }) => actorId))).toEqual(new Set(changing ? [`${role}@${tenant}`] : []))
    } else {
      expect(events).toMatchObject([{ type: 'denied', code: wanted, action }])
      expect(text).not.toContain('images.test')
    }
  })

  test.each(wayNames)('%s: another tenant’s user and an absent one cannot be told apart', async (way) => {
    for (const action of [
      'getUser',
      'deleteUserProfileImage',
      'deleteUserProfileImages',
      'updateUserProfileImage',
      'restoreUserProfileImage',
    ] as const) {
      const session = sessionOf('lead', 'alpha')
      const [foreign, absent] = [
        await call(way, session, action, ['user_b1']),
        await call(way, session, action, ['user_x1']),
      ]
      expect(foreign.text.replaceAll('user_b1', 'user_x1')).toBe(absent.text)
    }
  })
})

test('a role that is lost between two calls counts at the next one', async () => {
  const { options, changes } = start()
  let role: Role = 'lead'
  const actions = createUserImageActions({
    ...options,
    authorize: (request) => authorize({ ...request, headers: new Headers({ cookie: `session=${role}@alpha` }) }),
    getHeaders: () => new Headers({ host: 'panel.test', origin: 'https://panel.test', cookie: 'session=1' }),
  })
  expect(await actions.deleteUserProfileImage('user_a1')).toMatchObject({ ok: true })
  role = 'reader'
  expect(await actions.deleteUserProfileImage('user_a2')).toEqual({ ok: false, error: { code: 'forbidden' } })
  expect(await actions.deleteUserProfileImages(['user_a2'])).toEqual({ ok: false, error: { code: 'forbidden' } })
  expect(changes).toEqual(['user_a1'])
})

test('Clerk’s user tells the tenant to authorize, and to nobody else', async () => {
  const secretKey = 'sk_test_tenants'
  const double = await startClerkDouble({
    secretKey,
    users: [{ id: 'user_a1', imageUrl: 'https://img.clerk.com/a1.png' }],
  })
  Object.assign(double.users.get('user_a1')!, { public_metadata: { tenant: 'tenant-canary' } })
  const client = createClerkClient({ secretKey, apiUrl: double.url, telemetry: { disabled: true } })
  const seen: unknown[] = []
  const actions = createUserImageActions({
    adapter: clerkAdapter(client, {
      tenantOf: (user: { publicMetadata: { tenant?: string } }) => user.publicMetadata.tenant,
    }),
    authorize: async ({ getTarget, userId }) => (userId && seen.push((await getTarget()).tenantId), { id: 'admin' }),
    getHeaders: () => new Headers({ host: 'panel.test', origin: 'https://panel.test', cookie: 'session=1' }),
  })
  const told = [
    await actions.getUser('user_a1'),
    await actions.getUserList({}),
    await actions.deleteUserProfileImage('user_a1'),
  ]
  expect(seen).toEqual(['tenant-canary', 'tenant-canary'])
  expect(told.every(({ ok }) => ok)).toBe(true)
  expect(JSON.stringify(told)).not.toContain('canary')
  await double.close()
})
