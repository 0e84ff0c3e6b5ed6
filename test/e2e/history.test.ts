// oxlint-disable no-restricted-properties -- the clock is a fake one in all of these tests
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sqlite from 'node-sqlite3-wasm'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { History, KEEP_MS } from '../../examples/admin-panel/server/History.ts'
import { Pictures } from '../../examples/admin-panel/server/Pictures.ts'
import { startPanel } from './support/panel.ts'
import { signInByRequest } from './support/session.ts'

let database: sqlite.Database
let history: History
let pictures: Pictures

beforeEach(() => {
  vi.useFakeTimers({ now: Date.UTC(2026, 0, 1), toFake: ['Date'] })
  database = new sqlite.Database()
  database.exec('create table user (id text primary key, image text)')
  history = new History(database)
  pictures = new Pictures(database)
})
afterEach(() => {
  vi.useRealTimers()
  database.close()
})

const actor = { id: 'mo', name: 'Mo', role: 'admin' }
const bytes = Uint8Array.of(1, 2, 3)

test('a removed picture is kept for seven days, and then nothing of it is left but what was done', () => {
  const address = pictures.store({ type: 'image/webp', bytes })
  history.add({ type: 'removed', userId: 'ada', actor, reason: 'spam', note: 'A shop.', address, keep: true })
  const [event] = history.list({ restorable: true }).data
  expect(event).toMatchObject({
    userId: 'ada',
    actor: { id: 'mo', name: 'Mo' },
    reason: 'spam',
    note: 'A shop.',
    restorableUntil: Date.now() + KEEP_MS,
  })
  expect(history.keptAddress(event!.keptId!)).toBe(address)
  expect(pictures.findPublic(address)).toBeUndefined()

  // Not even where somebody else's account names it.
  database.run('insert into user (id, image) values (?, ?)', ['eve', address])
  expect(pictures.findPublic(address)).toBeUndefined()
  database.run('delete from user')

  vi.setSystemTime(Date.now() + KEEP_MS - 1)
  history.purge()
  pictures.purge()
  expect(history.restorable('ada')).toBe(address)
  expect(pictures.find(address)).toEqual({ type: 'image/webp', bytes })

  vi.setSystemTime(Date.now() + 1)
  // Out of reach at once, also before it is purged.
  expect(history.keptAddress(event!.keptId!)).toBeUndefined()
  expect(history.restorable('ada')).toBeUndefined()
  history.add({ type: 'set', userId: 'eve', actor, address: null })
  pictures.purge()
  expect(pictures.find(address)).toBeUndefined()
  expect(database.get('select count(*) as n from kept_picture')).toEqual({ n: 0 })
  expect(history.list({ userId: 'ada' }).data).toMatchObject([
    { type: 'removed', keptId: null, restorableUntil: undefined },
  ])
})

test('only what was removed last can be brought back, and only once', () => {
  history.add({ type: 'removed', userId: 'ada', actor, address: '/avatars/ada.png', keep: true })
  history.add({ type: 'restored', userId: 'ada', actor, address: '/avatars/ada.png' })
  expect(history.restorable('ada')).toBeUndefined()
  history.add({ type: 'removed', userId: 'ada', actor, address: '/avatars/ada.png', keep: true })
  history.add({ type: 'set', userId: 'ada', actor, address: '/avatars/new.png' })
  expect(history.restorable('ada')).toBeUndefined()
  // It is still evidence.
  expect(history.list({ userId: 'ada' }).data.map(({ keptId }) => keptId !== null)).toEqual([false, true, true, true])
  history.add({ type: 'removed', userId: 'ada', actor, address: '/avatars/new.png', keep: true })
  expect(history.restorable('ada')).toBe('/avatars/new.png')
  expect(history.list({ restorable: true })).toMatchObject({ totalCount: 1 })
})

test('a picture in use or just stored is never forgotten', () => {
  const address = pictures.store({ type: 'image/png', bytes })
  pictures.purge()
  expect(pictures.find(address)).toBeDefined()
  database.run("insert into user values ('ada', ?)", [address])
  vi.setSystemTime(Date.now() + 100 * KEEP_MS)
  pictures.purge()
  expect(pictures.findPublic(address)).toEqual({ type: 'image/png', bytes })
})

test('pages of events, newest first, and their number', () => {
  for (let index = 0; index < 5; index++)
    history.add({ type: 'set', userId: `user_${index}`, actor, address: null, at: index < 3 ? 1000 : 2000 })
  expect(history.list({ limit: 2, offset: 1 })).toMatchObject({
    totalCount: 5,
    data: [{ userId: 'user_3' }, { userId: 'user_2' }],
  })
})

test('data of an earlier panel goes on: the tables and columns that it lacks are made, and nobody is changed', async () => {
  vi.useRealTimers()
  const dataDir = await mkdtemp(join(tmpdir(), 'avatarkit-panel-'))
  const first = await startPanel({ dataDir })
  await first.stop()
  const earlier = new sqlite.Database(join(dataDir, 'panel.sqlite'))
  earlier.exec(
    'drop index user_image; drop table image_event; drop table kept_picture; drop table picture; alter table user drop column lastActiveAt',
  )
  earlier.close()
  const second = await startPanel({ dataDir })
  const admin = await signInByRequest(second.url, 'admin')
  expect((await admin.get('/api/users/profile_images/events')).body).toEqual({ data: [], totalCount: 0 })
  expect((await admin.send('DELETE', '/api/users/usr_0001/profile_image')).status).toBe(200)
  expect((await admin.get('/api/users/profile_images/events?restorable=true')).body).toMatchObject({
    totalCount: 1,
    data: [{ userId: 'usr_0001' }],
  })
  expect((await admin.send('POST', '/api/users/usr_0001/profile_image/restore')).body.imageUrl).toBe(
    '/avatars/usr_0001.png',
  )
  await second.stop()
  await rm(dataDir, { recursive: true })
})
