import { type Browser, chromium, type Page } from 'playwright'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { portrait } from '../../examples/admin-panel/server/portrait.ts'
import { chromiumFlags, findChromium } from '../../scripts/chromium.mjs'
import { entryOf, focusIsOnBody, go, openPage, soon } from './support/desk.ts'
import { type RunningPanel, startPanel } from './support/panel.ts'
import { type Session, signInByRequest } from './support/session.ts'

let panel: RunningPanel
let browser: Browser
let admin: Session
let support: Session

beforeAll(async () => {
  panel = await startPanel()
  browser = await chromium.launch({ executablePath: findChromium(), args: chromiumFlags })
  admin = await signInByRequest(panel.url, 'admin')
  support = await signInByRequest(panel.url, 'support')
})
afterAll(async () => {
  await browser?.close()
  await panel?.stop()
})
beforeEach(() => setFaults({}))

const setFaults = (faults: object) =>
  admin.send('POST', '/api/panel/faults', { delayMs: 0, fault: 'none', carriedOut: false, ...faults })
const imageOnServer = async (id: string) => (await admin.get(`/api/users/${id}`)).body.imageUrl as string | null
const nameOf = async (id: string) => (await admin.get(`/api/users/${id}`)).body.firstName as string
const eventsOf = async (id: string) =>
  (await admin.get(`/api/users/profile_images/events?userId=${id}`)).body.data as any[]
/** Without any copy that a browser may hold. */
const statusOf = async (path: string, session?: Session) =>
  (await fetch(panel.url + path, { headers: session ? { cookie: session.cookie } : {} })).status

const open = (path: string) => openPage(browser, panel, path)
const tray = (page: Page) => page.getByRole('region', { name: /image removals/i })

async function select(page: Page, ids: string[]) {
  for (const id of ids) {
    await soon(() => entryOf(page, id).count()).toBe(1)
    await entryOf(page, id)
      .getByRole('checkbox', { name: /^Select / })
      .click()
  }
  await soon(() => page.getByText(`${ids.length} selected`, { exact: true }).count()).toBe(1)
}

describe('many images at once', () => {
  test('each has its own end, in a tray that stays while one goes elsewhere; whoever is gone is named', async () => {
    const [gone, ...others] = ['usr_0004', 'usr_0001', 'usr_0002', 'usr_0007'] as const
    const name = await nameOf(gone)
    const page = await open('/users')
    await select(page, [gone, ...others])
    // A colleague deletes one of the accounts meanwhile.
    expect((await admin.send('POST', '/api/auth/admin/remove-user', { userId: gone })).status).toBe(200)
    await setFaults({ delayMs: 1000 })
    await page.getByRole('button', { name: 'Remove 4 images' }).click()
    const dialog = page.getByRole('alertdialog', { name: 'Remove 4 profile images?' })
    await dialog.getByRole('radio', { name: 'Spam or advertising' }).check()
    await dialog.getByRole('button', { name: 'Remove 4 images' }).click()
    // All are gone at once, and nobody is selected any more.
    for (const id of others) expect(await entryOf(page, id).locator('img').count(), id).toBe(0)
    await soon(() => dialog.count()).toBe(0)
    expect(await page.getByRole('checkbox', { name: /^Select /, checked: true }).count()).toBe(0)
    expect(await focusIsOnBody(page)).toBe(false)

    await go(page, 'Products')
    await soon(() => tray(page).getByRole('region', { name: '3 images removed, 1 failed' }).count()).toBe(1)
    const failure = tray(page).getByRole('list', { name: 'What failed' }).getByRole('listitem')
    expect(await failure.count()).toBe(1)
    expect(await failure.textContent()).toContain(name)
    expect(await failure.textContent()).toContain('no longer exists')
    for (const id of others) {
      expect(await imageOnServer(id), id).toBeNull()
      expect((await eventsOf(id))[0], id).toMatchObject({
        type: 'removed',
        reason: 'spam',
        actor: { name: 'Robin Hale' },
      })
    }
    await go(page, 'Users')
    await soon(() => entryOf(page, 'usr_0001').count()).toBe(1)
    expect(await entryOf(page, 'usr_0001').locator('img').count()).toBe(0)
    expect(await entryOf(page, 'usr_0003').locator('img').count()).toBe(1)
    await tray(page).getByRole('button', { name: 'Close' }).click()
    await soon(() => tray(page).count()).toBe(0)
    await page.context().close()
  })

  test('where the provider asks for patience the seconds are counted down, and then it goes on', async () => {
    const ids = ['usr_0008', 'usr_0009', 'usr_0010', 'usr_0011', 'usr_0013']
    const page = await open('/users')
    await select(page, ids)
    await setFaults({ fault: '429' })
    await page.getByRole('button', { name: 'Remove 5 images' }).click()
    await page.getByRole('alertdialog').getByRole('button', { name: 'Remove 5 images' }).click()
    await soon(
      () => tray(page).getByText('The server asked for patience. Going on in 4 seconds.').count(),
      10_000,
      100,
    ).toBe(1)
    await soon(
      () => tray(page).getByText('The server asked for patience. Going on in 2 seconds.').count(),
      10_000,
      100,
    ).toBe(1)
    await soon(() => tray(page).getByRole('region', { name: '5 images removed' }).count(), 20_000).toBe(1)
    for (const id of ids) expect(await imageOnServer(id), id).toBeNull()
    await page.context().close()
  })
})

describe('the review queue', () => {
  test('one key a decision; what is undone is never sent, and what is not is sent with its reason', async () => {
    const page = await open('/review?of=all')
    const cells = page.getByRole('grid', { name: 'Pictures to review' }).locator('[data-slot="avatar-review-cell"]')
    await soon(() => cells.count()).toBeGreaterThan(8)
    const names = await cells.locator('[data-slot="avatar-review-name"]').allTextContents()
    const { data } = (await admin.get('/api/users?hasImage=true&limit=20')).body
    const users: { id: string; firstName: string }[] = data
    expect(names).toEqual(users.slice(0, names.length).map(({ firstName }) => firstName))
    const [kept, removed, undone] = users.map(({ id }) => id) as [string, string, string]

    await cells.first().focus()
    await page.keyboard.press('k')
    await page.keyboard.press('4')
    await page.keyboard.press('r')
    await page.keyboard.press('r')
    await page.keyboard.press('u')
    expect(await imageOnServer(removed)).not.toBeNull()
    await soon(() => imageOnServer(removed)).toBeNull()
    expect((await eventsOf(removed))[0]).toMatchObject({ type: 'removed', reason: 'impersonation' })
    expect(await imageOnServer(kept)).not.toBeNull()
    expect(await imageOnServer(undone)).not.toBeNull()
    expect(await focusIsOnBody(page)).toBe(false)
    await page.context().close()
  })
})

describe('a new picture', () => {
  test('is chosen, cut, stored under an address of its own, and served as nothing but a picture; the old address is dead', async () => {
    const id = 'usr_0095'
    const before = (await imageOnServer(id))!
    expect(before).toMatch(/^\/avatars\/u-/)
    expect(await statusOf(before)).toBe(200)
    const page = await open(`/users/${id}`)
    await page.getByRole('button', { name: 'Replace image' }).click()
    const dialog = page.getByRole('dialog', { name: 'Set profile image' })
    await dialog
      .locator('input[type="file"]')
      .setInputFiles({ name: 'me.png', mimeType: 'image/png', buffer: Buffer.from(portrait('a generated one')) })
    await dialog.getByRole('button', { name: 'Set image' }).click()
    await soon(() => imageOnServer(id)).not.toBe(before)
    const after = (await imageOnServer(id))!
    await soon(() => page.locator('[data-slot="user-avatar-manager"] img').getAttribute('src')).toBe(after)
    const picture = await fetch(panel.url + after)
    expect(picture.status).toBe(200)
    expect(picture.headers.get('content-type')).toMatch(/^image\/(webp|png|jpeg)$/)
    expect(picture.headers.get('x-content-type-options')).toBe('nosniff')
    expect(picture.headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(picture.headers.get('cache-control')).toContain('immutable')
    expect(await statusOf(before)).toBe(404)
    expect(await eventsOf(id)).toMatchObject([
      { type: 'set', imageUrl: after },
      { type: 'removed', reason: 'replaced' },
      { type: 'set' },
      { type: 'removed' },
    ])
    await soon(() => page.getByText('Another picture was set').count()).toBe(2)
    await page.context().close()
  })

  test('what is no picture is refused by the server too, whatever it is called', async () => {
    const form = new FormData()
    form.set(
      'file',
      new Blob(['<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'], { type: 'image/png' }),
      'me.png',
    )
    const before = await imageOnServer('usr_0095')
    const reply = await fetch(`${panel.url}/api/users/usr_0095/profile_image`, {
      method: 'POST',
      headers: { cookie: admin.cookie, origin: panel.url },
      body: form,
    })
    expect(reply.status).toBe(400)
    expect(await imageOnServer('usr_0095')).toBe(before)
  })
})

describe('a removed picture', () => {
  test('its address answers nobody, staff see it elsewhere, and restoring brings the address back', async () => {
    const id = 'usr_0052'
    const address = `/avatars/${id}.png`
    const [event] = await eventsOf(id)
    expect(event).toMatchObject({
      type: 'removed',
      reason: 'copyright',
      imageUrl: expect.stringMatching(/^\/api\/panel\/pictures\//),
    })
    expect(await statusOf(address)).toBe(404)
    expect(await statusOf(address, admin)).toBe(404)
    expect([
      await statusOf(event.imageUrl),
      await statusOf(event.imageUrl, support),
      await statusOf(event.imageUrl, admin),
    ]).toEqual([401, 200, 200])
    expect(event.restorableUntil - event.at).toBe(7 * 86_400_000)

    const name = await nameOf(id)
    const page = await open('/removed')
    const items = page.getByRole('region', { name: 'Recently removed' }).getByRole('listitem')
    await soon(() => items.count()).toBeGreaterThan(3)
    const count = await items.count()
    const restored = () => admin.get('/api/users/profile_images/events?restorable=true')
    const before = (await restored()).body.totalCount
    await entryOf(page, id).getByRole('button', { name: 'Restore image' }).dblclick({ delay: 120 })
    await soon(() => page.getByText(`${name}’s profile image is back`).count()).toBeGreaterThan(0)
    // The row stays under the pointer, and nobody else's takes its place.
    await soon(() => entryOf(page, id).textContent()).toContain('Image restored')
    expect(await items.count()).toBe(count)
    expect((await restored()).body.totalCount).toBe(before - 1)
    expect(await focusIsOnBody(page)).toBe(false)
    expect(await imageOnServer(id)).toBe(address)
    expect(await statusOf(address)).toBe(200)
    expect(await statusOf(event.imageUrl, admin)).toBe(404)
    await go(page, 'Activity')
    await soon(() => entryOf(page, id).first().textContent()).toContain('Image restored by Robin Hale')
    await page.context().close()
  })

  test('nothing can be brought back that is not kept, nor twice', async () => {
    expect((await admin.send('POST', '/api/users/usr_0052/profile_image/restore')).status).toBe(404)
    expect((await admin.send('POST', '/api/users/usr_0077/profile_image/restore')).status).toBe(404)
    expect(await imageOnServer('usr_0077')).toBeNull()
  })

  test('who was told is written down, and the words are shown before', async () => {
    const id = 'usr_0017'
    const page = await open(`/users/${id}`)
    await page.getByRole('button', { name: 'Remove image' }).click()
    const dialog = page.getByRole('alertdialog')
    await dialog.getByRole('radio', { name: 'Copyright' }).check()
    await dialog.getByRole('checkbox', { name: 'Tell the user' }).check()
    await soon(() =>
      dialog.getByText(/we have removed your profile image, because it belongs to somebody else/).count(),
    ).toBe(1)
    await dialog.getByRole('button', { name: 'Remove image' }).click()
    await soon(() => page.getByText('The user was told').count()).toBe(1)
    expect((await eventsOf(id))[0]).toMatchObject({ reason: 'copyright', toldUser: true })
    expect(panel.output()).toMatch(/mailbox · would send \d+ characters to usr_0017/)
    await page.context().close()
  })
})
