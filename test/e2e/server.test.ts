import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from 'playwright'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readSettings } from '../../examples/admin-panel/server/settings.ts'
import { chromiumFlags, findChromium } from '../../scripts/chromium.mjs'
import { soon } from './support/desk.ts'
import type { RunningPanel } from './support/panel.ts'
import { runPanel, startPanel } from './support/panel.ts'
import type { Session } from './support/session.ts'
import { signInByRequest } from './support/session.ts'

let panel: RunningPanel
let admin: Session
let support: Session

beforeAll(async () => {
  panel = await startPanel()
  admin = await signInByRequest(panel.url, 'admin')
  support = await signInByRequest(panel.url, 'support')
})
afterAll(() => panel.stop())

const imageOf = async (session: Session, id: string) => (await session.get(`/api/users/${id}`)).body.imageUrl
const remove = (session: Session, id: string) => session.send('DELETE', `/api/users/${id}/profile_image`)

describe('what the panel serves', () => {
  test('at least 250 people: most with a picture, some without, some with a broken one', async () => {
    const { body } = await admin.get('/api/users?limit=500')
    expect(body.totalCount).toBeGreaterThanOrEqual(250)
    const urls: (string | null)[] = body.data.map((user: any) => user.imageUrl)
    const lost = urls.filter((url) => url?.includes('/lost/')).length
    expect(lost).toBeGreaterThan(5)
    expect(urls.filter((url) => !url).length).toBeGreaterThan(20)
    expect(urls.filter(Boolean).length - lost).toBeGreaterThan(200)
    const scripts = [
      'Latin',
      'Cyrillic',
      'Greek',
      'Arabic',
      'Hebrew',
      'Devanagari',
      'Han',
      'Hiragana',
      'Hangul',
      'Thai',
      'Tamil',
      'Georgian',
      'Armenian',
      'Ethiopic',
    ]
    const names = body.data.map((user: any) => `${user.firstName} ${user.lastName}`).join(' ')
    expect(scripts.filter((script) => !new RegExp(`\\p{Script=${script}}`, 'u').test(names))).toEqual([])
  })

  test('real PNGs that may be kept, and a 404 for the broken ones', async () => {
    const picture = await fetch(`${panel.url}/avatars/usr_0001.png`)
    expect(picture.headers.get('content-type')).toBe('image/png')
    expect(picture.headers.get('cache-control')).toContain('immutable')
    const bytes = Buffer.from(await picture.arrayBuffer())
    expect([...bytes.subarray(0, 4)]).toEqual([0x89, 0x50, 0x4e, 0x47])
    expect(bytes.length).toBeLessThan(6000)
    const product = Buffer.from(await (await fetch(`${panel.url}/products/usr_0001.png`)).arrayBuffer())
    expect(product.equals(bytes)).toBe(false)
    for (const path of ['/avatars/lost/usr_0012.png', '/avatars/usr_0001.svg', '/avatars/..%2fusr_0001.png'])
      expect((await fetch(panel.url + path)).status, path).toBe(404)
  })

  test('search and pages', async () => {
    for (const query of ['layla.mansour@', 'ليلى منصور']) {
      const found = await admin.get(`/api/users?query=${encodeURIComponent(query)}&limit=5`)
      expect(
        found.body.data.map((user: any) => user.id),
        query,
      ).toEqual(['usr_0003'])
    }
    const [first, second] = [await admin.get('/api/users?limit=20'), await admin.get('/api/users?limit=20&offset=20')]
    const ids = [...first.body.data, ...second.body.data].map((user: any) => user.id)
    expect(new Set(ids).size).toBe(40)
  })

  test('members: the same users nested in another shape, page after page to the end', async () => {
    const seen = new Set<string>()
    let cursor: string | null = ''
    while (cursor !== null) {
      const { body } = await admin.get(`/api/panel/members?cursor=${cursor}`)
      for (const { person } of body.members) {
        expect(Object.keys(person)).toEqual(['userId', 'first_name', 'last_name', 'avatar_url', 'has_image'])
        seen.add(person.userId)
      }
      cursor = body.nextCursor
    }
    expect(seen.size).toBe((await admin.get('/api/users?limit=1')).body.totalCount)
    expect((await admin.get('/api/panel/members?cursor=-1')).status).toBe(400)
  })

  test('products and organisations with the ids of users and pictures of their own', async () => {
    const users = (await admin.get('/api/users?limit=24')).body.data.map((user: any) => user.id)
    for (const [path, key] of [
      ['/api/products', 'products'],
      ['/api/organisations', 'organisations'],
    ] as const) {
      const items = (await support.get(path)).body[key]
      expect(items.map((item: any) => item.id)).toEqual(users)
      expect(items.every((item: any) => item.imageUrl.startsWith('/products/'))).toBe(true)
    }
  })

  test('the pages, and neither the data nor the server’s sources', async () => {
    const page = await fetch(`${panel.url}/users/usr_0001`, { headers: { accept: 'text/html' } })
    expect(await page.text()).toContain('<div id="root">')
    for (const path of ['/.data/panel.sqlite', '/.data/session-secret', '/server/auth.ts']) {
      const reply = await fetch(panel.url + path)
      expect(reply.status === 200 && !reply.headers.get('content-type')?.includes('text/html'), path).toBe(false)
    }
  })
})

describe('who may what', () => {
  test('nobody without a session', async () => {
    for (const path of [
      '/api/users',
      '/api/users/usr_0001',
      '/api/panel/members',
      '/api/products',
      '/api/panel/faults',
    ]) {
      expect((await fetch(panel.url + path)).status, path).toBe(401)
    }
    expect(await (await fetch(`${panel.url}/api/panel/me`)).json()).toBeNull()
  })

  test('support sees everybody and removes nothing, also not through the identity provider’s own routes', async () => {
    expect((await support.get('/api/panel/me')).body).toMatchObject({ id: 'usr_support', role: 'support' })
    expect((await support.get('/api/users?limit=3')).body.data).toHaveLength(3)
    expect((await remove(support, 'usr_0001')).status).toBe(403)
    expect(
      (await support.send('POST', '/api/auth/admin/update-user', { userId: 'usr_0001', data: { image: null } })).status,
    ).toBe(403)
    // Nobody makes a removed picture public again by calling it their own.
    expect((await support.send('POST', '/api/auth/update-user', { image: '/avatars/usr_0001.png' })).status).toBe(404)
    expect((await support.send('POST', '/api/panel/faults', { fault: '503' })).status).toBe(403)
    expect(await imageOf(admin, 'usr_0001')).toBe('/avatars/usr_0001.png')
  })

  test('a wrong password and a new account are refused', async () => {
    await expect(
      fetch(`${panel.url}/api/auth/sign-in/email`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', origin: panel.url },
        body: JSON.stringify({ email: 'admin@panel.test', password: 'wrong-wrong' }),
      }),
    ).resolves.toMatchObject({ status: 401 })
    expect(
      (
        await admin.send('POST', '/api/auth/sign-up/email', {
          email: 'new@panel.test',
          password: 'long-enough',
          name: 'New',
        })
      ).status,
    ).toBe(400)
  })

  test('no changing request from another page or under another name of this machine', async () => {
    for (const origin of ['https://evil.test', 'null', 'http://localhost:1']) {
      expect((await admin.send('POST', '/api/panel/faults', { fault: '503' }, { origin })).status, origin).toBe(403)
      expect(
        (await admin.send('DELETE', '/api/users/usr_0001/profile_image', undefined, { origin })).status,
        origin,
      ).toBe(403)
    }
    expect((await admin.get('/api/panel/faults')).body.fault).toBe('none')
    expect(await imageOf(admin, 'usr_0001')).toBe('/avatars/usr_0001.png')
  })
})

describe('rehearsed trouble with a removal', () => {
  const set = async (faults: object) =>
    expect((await admin.send('POST', '/api/panel/faults', { delayMs: 0, carriedOut: false, ...faults })).status).toBe(
      200,
    )

  test.each([
    { id: 'usr_0002', fault: '403', carriedOut: false, status: 403, gone: false },
    { id: 'usr_0003', fault: '403', carriedOut: true, status: 403, gone: true },
    { id: 'usr_0004', fault: '404-user', carriedOut: false, status: 404, gone: false },
    { id: 'usr_0005', fault: '404-user', carriedOut: true, status: 404, gone: true },
    { id: 'usr_0007', fault: '404-image', carriedOut: false, status: 200, gone: true },
    { id: 'usr_0008', fault: '503', carriedOut: false, status: 503, gone: false },
    { id: 'usr_0009', fault: '503', carriedOut: true, status: 503, gone: true },
  ])('$fault, carried out: $carriedOut → $status', async ({ id, fault, carriedOut, status, gone }) => {
    await set({ fault, carriedOut })
    expect((await remove(admin, id)).status).toBe(status)
    if (fault === '404-user') {
      expect((await admin.get(`/api/users/${id}`)).status).toBe(404)
      expect((await admin.get('/api/users?limit=20')).body.data.map((user: any) => user.id)).not.toContain(id)
    }
    await set({ fault: 'none' })
    expect((await imageOf(admin, id)) === null).toBe(gone)
  })

  test.each([
    { id: 'usr_0010', fault: 'reset', carriedOut: false },
    { id: 'usr_0011', fault: 'reset', carriedOut: true },
    { id: 'usr_0015', fault: 'html', carriedOut: false },
    { id: 'usr_0013', fault: 'html', carriedOut: true },
    { id: 'usr_0016', fault: 'time-out', carriedOut: false },
    { id: 'usr_0017', fault: 'time-out', carriedOut: true },
  ])('$fault on the way back, carried out: $carriedOut', async ({ id, fault, carriedOut }) => {
    await set({ fault, carriedOut })
    const request = fetch(`${panel.url}/api/users/${id}/profile_image`, {
      method: 'DELETE',
      headers: { cookie: admin.cookie, origin: panel.url },
      signal: AbortSignal.timeout(1500),
    })
    if (fault === 'html') expect(await (await request).text()).toContain('<!doctype html>')
    else await expect(request).rejects.toThrow(fault === 'reset' ? 'fetch failed' : 'timeout')
    await set({ fault: 'none' })
    expect((await imageOf(admin, id)) === null).toBe(carriedOut)
  })

  test('a delay holds the removal and nothing else', async () => {
    await set({ delayMs: 5000 })
    const ended: string[] = []
    const removal = remove(admin, 'usr_0018').then(() => ended.push('removal'))
    await admin.get('/api/users/usr_0018')
    ended.push('read')
    await removal
    expect(ended).toEqual(['read', 'removal'])
    await set({})
  })

  test('settings that make no sense are refused', async () => {
    for (const faults of [{ fault: 'fire' }, { delayMs: -1 }, { delayMs: 1e9 }, { carriedOut: 'yes' }, [], null]) {
      expect((await admin.send('POST', '/api/panel/faults', faults)).status, JSON.stringify(faults)).toBe(400)
    }
  })
})

describe('starting and stopping', () => {
  test('what is removed stays removed after a restart, people stay signed in, and --reset brings it back', async () => {
    const dataDir = await mkdtemp(join(tmpdir(), 'avatarkit-panel-'))
    const first = await startPanel({ dataDir })
    const session = await signInByRequest(first.url, 'admin')
    expect((await remove(session, 'usr_0001')).status).toBe(200)
    expect(await first.stop('SIGTERM')).toBe(0)
    const { port } = new URL(first.url)
    const second = await startPanel({ dataDir, env: { PORT: port } })
    expect((await session.get('/api/users/usr_0001')).body).toMatchObject({ imageUrl: null, hasImage: false })
    expect(await second.stop('SIGINT')).toBe(0)
    const third = await startPanel({ dataDir, flags: ['--reset'] })
    expect(await imageOf(await signInByRequest(third.url, 'admin'), 'usr_0001')).toBe('/avatars/usr_0001.png')
    await third.stop()
    await rm(dataDir, { recursive: true })
  })

  test('Ctrl+C ends it while tabs are open, and the first thing it says is that it starts', async () => {
    const open = await startPanel({ dev: true })
    expect(open.output()).toMatch(/^Starting the admin panel/)
    const browser = await chromium.launch({ executablePath: findChromium(), args: chromiumFlags })
    try {
      for (const path of ['/', '/users']) {
        const tab = await browser.newPage()
        const socket = tab.waitForEvent('websocket')
        await tab.goto(open.url + path)
        await socket
        await soon(() => tab.getByRole('heading', { name: 'Sign in to Harbour' }).count()).toBe(1)
      }
      expect(await open.stop('SIGINT')).toBe(0)
    } finally {
      await browser.close()
    }
  })

  test('a panel that was killed starts again', async () => {
    const dataDir = await mkdtemp(join(tmpdir(), 'avatarkit-panel-'))
    const first = await startPanel({ dataDir })
    await first.stop('SIGKILL')
    const second = await startPanel({ dataDir })
    expect(
      (await (await signInByRequest(second.url, 'admin')).get('/api/users?limit=1')).body.totalCount,
    ).toBeGreaterThan(250)
    await second.stop()
    await rm(dataDir, { recursive: true })
  })

  test.each([
    {
      why: 'a port that was asked for and is taken',
      env: () => ({ PORT: new URL(panel.url).port }),
      says: 'is taken by another program',
    },
    { why: 'an empty Clerk key', env: () => ({ CLERK_SECRET_KEY: ' ' }), says: 'CLERK_SECRET_KEY is set but empty' },
  ])('$why: a clear sentence and exit code 1', async ({ env, says }) => {
    const run = runPanel({ PANEL_DATA_DIR: panel.dataDir, PORT: '0', ...env() })
    expect(await run.exit).toBe(1)
    expect(run.output()).toContain(says)
    expect(run.output()).not.toContain('    at ')
  })

  test.each([
    { why: 'a port that is none', env: { PORT: 'http' }, flags: [], says: 'PORT is "http", which is not a port' },
    { why: 'a port too high', env: { PORT: '65536' }, flags: [], says: 'is not a port' },
    {
      why: 'a Clerk address without a key',
      env: { CLERK_API_URL: 'http://127.0.0.1:1' },
      flags: [],
      says: 'CLERK_SECRET_KEY is not',
    },
    { why: 'an unknown flag', env: {}, flags: ['--rest'], says: 'does not know --rest' },
  ])('$why is refused with a clear sentence', ({ env, flags, says }) => {
    expect(() => readSettings(env, flags, '.data')).toThrow(says)
  })

  test('started twice: the second takes the next free port, says so, and shares the data', async () => {
    const blocker = createServer().listen(5180, '127.0.0.1')
    await new Promise((resolve) => blocker.once('listening', resolve).once('error', resolve))
    const other = await startPanel({ env: { PORT: undefined }, dataDir: panel.dataDir })
    expect(other.output()).toContain('Port 5180 is taken by another program')
    expect(Number(new URL(other.url).port)).toBeGreaterThan(5180)
    const otherAdmin = await signInByRequest(other.url, 'admin')
    const replies = await Promise.all(
      ['usr_0040', 'usr_0041', 'usr_0043', 'usr_0044'].map((id, index) => remove(index % 2 ? admin : otherAdmin, id)),
    )
    expect(replies.map(({ status }) => status)).toEqual([200, 200, 200, 200])
    expect(await imageOf(admin, 'usr_0040')).toBeNull()
    expect(await imageOf(otherAdmin, 'usr_0041')).toBeNull()
    await other.stop()
    blocker.close()
  })
})
