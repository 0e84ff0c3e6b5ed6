import { type Browser, chromium, type Page } from 'playwright'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { chromiumFlags, findChromium } from '../../scripts/chromium.mjs'
import { type RunningPanel, startPanel } from './support/panel.ts'
import { type Session, signInByRequest } from './support/session.ts'

let panel: RunningPanel
let browser: Browser
let admin: Session

beforeAll(async () => {
  panel = await startPanel()
  browser = await chromium.launch({ executablePath: findChromium(), args: chromiumFlags })
  admin = await signInByRequest(panel.url, 'admin')
})
afterAll(async () => {
  await browser?.close()
  await panel?.stop()
})
beforeEach(() => setFaults({}))

const setFaults = (faults: object) =>
  admin.send('POST', '/api/panel/faults', { delayMs: 0, fault: 'none', carriedOut: false, ...faults })
const imageOnServer = async (id: string) => (await admin.get(`/api/users/${id}`)).body.imageUrl as string | null

async function open(path: string, role: 'admin' | 'support' = 'admin') {
  const page = await (await browser.newContext()).newPage()
  await panel.signIn(page, role)
  await page.goto(panel.url + path)
  return page
}

const go = (page: Page, place: string) => page.getByRole('navigation').getByRole('link', { name: place }).click()
const manager = (page: Page) => page.locator('[data-slot="user-avatar-manager"]')
const trigger = (page: Page) => page.locator('[data-slot="user-avatar-manager-remove-trigger"]')
const picture = (page: Page) => manager(page).locator('img')
/** A user's row or card, wherever it is on the page. */
const entry = (page: Page, id: string) => page.locator('tr, li', { has: page.locator(`a[href="/users/${id}"]`) })

async function confirm(page: Page) {
  await trigger(page).click()
  await page
    .getByRole('alertdialog', { name: 'Remove profile image?' })
    .getByRole('button', { name: 'Remove image' })
    .click()
}

const focusedLabel = (page: Page) =>
  page.evaluate(() => {
    const element = document.activeElement as HTMLInputElement
    return (element.labels?.[0] ?? element).textContent ?? ''
  })
const focusIsOnBody = (page: Page) => page.evaluate(() => document.activeElement === document.body)

describe('an admin removes an image', () => {
  test('gone in page, list and nested members before the server answers, and after a reload; products keep theirs', async () => {
    const id = 'usr_0002'
    const page = await open('/users')
    await expect.poll(() => entry(page, id).locator('img').count()).toBe(1)
    await go(page, 'Products')
    const products = page.locator('main img')
    await expect.poll(() => products.count()).toBeGreaterThan(10)
    const productPictures = await products.evaluateAll((images) =>
      images.map((image) => (image as HTMLImageElement).src),
    )
    await go(page, 'Members')
    await expect.poll(() => entry(page, id).locator('img').count()).toBe(1)
    await go(page, 'Users')
    await entry(page, id).getByRole('link').click()
    await expect.poll(() => picture(page).count()).toBe(1)

    await setFaults({ delayMs: 3000 })
    let answered = false
    page.on('response', (response) => (answered ||= response.request().method() === 'DELETE'))
    await confirm(page)
    expect(await picture(page).count()).toBe(0)
    expect(await manager(page).getAttribute('data-status')).toBe('removing')
    await expect.poll(() => page.getByRole('alertdialog').count()).toBe(0)
    expect(await focusIsOnBody(page)).toBe(false)
    await go(page, 'Users')
    await expect.poll(() => entry(page, id).count()).toBe(1)
    expect(await entry(page, id).locator('img').count()).toBe(0)
    expect(await entry(page, 'usr_0003').locator('img').count()).toBe(1)
    await go(page, 'Members')
    expect(await entry(page, id).locator('img').count()).toBe(0)
    await go(page, 'Products')
    expect(await products.evaluateAll((images) => images.map((image) => (image as HTMLImageElement).src))).toEqual(
      productPictures,
    )
    expect(answered).toBe(false)

    await expect.poll(() => page.getByRole('status').filter({ hasText: 'Profile image removed' }).count()).toBe(1)
    expect(await imageOnServer(id)).toBeNull()
    await page.goto(`${panel.url}/users/${id}`)
    await expect.poll(() => page.getByText('No profile image').count()).toBe(1)
    expect(await picture(page).count()).toBe(0)
    await page.context().close()
  })

  test('from the list, by keyboard alone, with a reason and a note', async () => {
    const page = await open('/users?query=layla.mansour%40')
    await expect.poll(() => trigger(page).count()).toBe(1)
    await trigger(page).focus()
    await page.keyboard.press('Enter')
    // The first question has the focus; nothing is chosen yet.
    await expect.poll(() => focusedLabel(page)).toBe('No reason')
    await page.keyboard.press('ArrowDown')
    expect(await focusedLabel(page)).toBe('Nudity or sexual content')
    await page.keyboard.press('Tab')
    await page.keyboard.type('Seen twice.')
    const passed: string[] = []
    while (passed.at(-1) !== 'Remove image' && passed.length < 5) {
      await page.keyboard.press('Tab')
      passed.push(await focusedLabel(page))
    }
    expect(passed).toEqual(['Tell the user', 'Cancel', 'Remove image'])
    await page.keyboard.press('Enter')
    await expect.poll(() => page.getByRole('alertdialog').count()).toBe(0)
    expect(await trigger(page).evaluate((element) => element === document.activeElement)).toBe(true)
    await expect.poll(() => imageOnServer('usr_0003')).toBeNull()
    const { body } = await admin.get('/api/users/profile_images/events?userId=usr_0003')
    expect(body.data).toMatchObject([
      {
        type: 'removed',
        actor: { id: 'usr_admin', name: 'Robin Hale' },
        reason: 'nudity',
        note: 'Seen twice.',
        toldUser: false,
      },
    ])
    await page.context().close()
  })
})

describe('when something goes wrong', () => {
  const said = (page: Page) => page.getByRole('alert').filter({ hasText: /./ })

  test.each([
    { id: 'usr_0004', fault: '403', carriedOut: false, says: 'You are not allowed to remove this image.' },
    { id: 'usr_0005', fault: '403', carriedOut: true, says: 'You are not allowed to remove this image.' },
    { id: 'usr_0007', fault: '503', carriedOut: false, says: 'The identity provider is not available at the moment.' },
    { id: 'usr_0008', fault: '503', carriedOut: true, says: 'The identity provider is not available at the moment.' },
    {
      id: 'usr_0009',
      fault: 'reset',
      carriedOut: false,
      says: 'The identity provider is not available at the moment.',
    },
    { id: 'usr_0010', fault: 'html', carriedOut: false, says: 'The identity provider is not available at the moment.' },
    { id: 'usr_0011', fault: 'time-out', carriedOut: false, says: 'The server took too long to answer.' },
  ])(
    '$fault, carried out: $carriedOut: says why, and shows what the server holds',
    async ({ id, fault, carriedOut, says }) => {
      const page = await open(`/users/${id}`)
      await expect.poll(() => picture(page).count()).toBe(1)
      await setFaults({ fault, carriedOut })
      await confirm(page)
      await expect.poll(() => said(page).count()).toBe(1)
      expect(await said(page).textContent()).toContain(`The image could not be removed. ${says}`)
      await expect.poll(() => picture(page).count()).toBe(carriedOut ? 0 : 1)
      expect(await focusIsOnBody(page)).toBe(false)
      // What is gone after all needs no second try.
      await expect.poll(() => page.getByRole('button', { name: 'Try again' }).count()).toBe(carriedOut ? 0 : 1)
      expect((await imageOnServer(id)) === null).toBe(carriedOut)
      await go(page, 'Users')
      await expect.poll(() => entry(page, id).locator('img').count()).toBe(carriedOut ? 0 : 1)
      await page.context().close()
    },
  )

  test.each([
    { id: 'usr_0013', fault: 'reset' },
    { id: 'usr_0015', fault: 'html' },
    { id: 'usr_0016', fault: 'time-out' },
    { id: 'usr_0017', fault: '404-image' },
  ])('$fault, but it was carried out: a success', async ({ id, fault }) => {
    const page = await open(`/users/${id}`)
    await expect.poll(() => picture(page).count()).toBe(1)
    await setFaults({ fault, carriedOut: true })
    await confirm(page)
    await expect.poll(() => page.getByRole('status').filter({ hasText: 'Profile image removed' }).count()).toBe(1)
    expect(await picture(page).count()).toBe(0)
    expect(await said(page).count()).toBe(0)
    expect(await imageOnServer(id)).toBeNull()
    await page.context().close()
  })

  test('no such user: says so, and the list is read again', async () => {
    const id = 'usr_0018'
    const page = await open('/users')
    const row = entry(page, id)
    await expect.poll(() => row.count()).toBe(1)
    await setFaults({ fault: '404-user' })
    await row.getByRole('button', { name: 'Remove image' }).click()
    await page.getByRole('alertdialog').getByRole('button', { name: 'Remove image' }).click()
    await expect.poll(() => said(page).count()).toBe(1)
    expect(await said(page).textContent()).toContain('no longer exists')
    await expect.poll(() => row.count()).toBe(0)
    await expect.poll(() => focusIsOnBody(page)).toBe(false)
    await page.context().close()
  })

  test('one fails while another succeeds: each has its own end', async () => {
    const page = await open('/users')
    const row = (id: string) => entry(page, id)
    await expect.poll(() => row('usr_0019').count()).toBe(1)
    const remove = async (id: string) => {
      await row(id).getByRole('button', { name: 'Remove image' }).click()
      await page.getByRole('alertdialog').getByRole('button', { name: 'Remove image' }).click()
      await expect.poll(() => page.getByRole('alertdialog').count()).toBe(0)
    }
    await setFaults({ delayMs: 2000 })
    await remove('usr_0019')
    await setFaults({ fault: '403' })
    await remove('usr_0001')
    await expect.poll(() => said(page).count()).toBe(1)
    await setFaults({})
    expect(await row('usr_0001').locator('img').count()).toBe(1)
    await expect.poll(() => row('usr_0019').locator('img').count()).toBe(0)
    await expect.poll(() => imageOnServer('usr_0019')).toBeNull()
    expect(await imageOnServer('usr_0001')).not.toBeNull()
    await page.context().close()
  })
})

describe('as support', () => {
  test('there is no remove button', async () => {
    const page = await open('/users', 'support')
    await expect.poll(() => entry(page, 'usr_0001').count()).toBe(1)
    expect(await page.getByRole('button', { name: 'Remove image' }).count()).toBe(0)
    await page.context().close()
  })

  test('a forged request from the page is refused', async () => {
    const page = await open('/users', 'support')
    const status = await page.evaluate(
      async () => (await fetch('/api/users/usr_0020/profile_image', { method: 'DELETE' })).status,
    )
    expect(status).toBe(403)
    expect(await imageOnServer('usr_0020')).not.toBeNull()
    await page.context().close()
  })
})

describe('a link that leads nowhere', () => {
  test.each(['usr_9999', 'usr_0001%23', '..%2fusers'])('%s: says so', async (id) => {
    const page = await open(`/users/${id}`)
    await expect
      .poll(() =>
        page
          .getByRole('heading', {
            name: /There is no such user|There is nothing at this address|This user could not be loaded/,
          })
          .count(),
      )
      .toBe(1)
    await page.context().close()
  })
})
