import { type Browser, chromium, type Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { chromiumFlags, findChromium } from '../../scripts/chromium.mjs'
import { entryOf, go, openPage, soon } from './support/desk.ts'
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

const imageOnServer = async (id: string) => (await admin.get(`/api/users/${id}`)).body.imageUrl as string | null

describe('as support', () => {
  test('everything is seen and nothing can be changed', async () => {
    const page = await openPage(browser, panel, '/users', 'support')
    await soon(() => entryOf(page, 'usr_0003').count()).toBe(1)
    const changing = page.getByRole('button', { name: /remove|restore|replace|add image/i })
    expect(await changing.count()).toBe(0)
    expect(await page.getByRole('checkbox').count()).toBe(0)
    await go(page, 'Removed')
    await soon(() =>
      page.getByRole('region', { name: 'Recently removed' }).getByRole('listitem').count(),
    ).toBeGreaterThan(2)
    expect(await page.getByRole('button', { name: /restore/i }).count()).toBe(0)
    await go(page, 'Activity')
    await soon(() => page.getByText('Image removed by Kofi Mensah').count()).toBeGreaterThan(2)
    await page.goto(`${panel.url}/users/usr_0071`)
    await soon(() => page.getByRole('heading', { name: 'What was done' }).count()).toBe(1)
    await soon(() => page.getByText('Press photo of an actor. Two people reported it.').count()).toBeGreaterThan(0)
    expect(await page.getByRole('button', { name: /^(remove|restore|replace|add) image/i }).count()).toBe(0)
    expect(await page.getByRole('link', { name: 'Review' }).count()).toBe(0)
    await page.goto(`${panel.url}/review`)
    await soon(() => page.getByRole('heading', { name: 'Page not found' }).count()).toBe(1)
    await page.context().close()
  })

  test('nor by forged requests', async () => {
    for (const [method, path, body] of [
      ['POST', '/api/users/profile_images/delete', { userIds: ['usr_0018'] }],
      ['POST', '/api/users/usr_0071/profile_image/restore', undefined],
    ] as const) {
      expect((await support.send(method, path, body)).status, path).toBe(403)
    }
    expect(await imageOnServer('usr_0018')).not.toBeNull()
    expect(await imageOnServer('usr_0071')).toBeNull()
  })
})

describe('getting about', () => {
  const focused = (page: Page) => page.evaluate(() => document.activeElement?.textContent ?? '')

  test('by keyboard: past the navigation, to another screen, and out of the table again', async () => {
    const page = await openPage(browser, panel, '/users')
    await soon(() => entryOf(page, 'usr_0003').count()).toBe(1)
    await page.keyboard.press('Tab')
    expect(await focused(page)).toBe('Skip to the content')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement?.getAttribute('type'))).toBe('search')
    // Through whatever is in the page, to the bar at its foot.
    const bar = page.getByRole('region', { name: 'Rehearse trouble' })
    let steps = 0
    while (!(await bar.evaluate((element) => element.contains(document.activeElement))) && steps < 40) {
      await page.keyboard.press('Tab')
      steps++
    }
    expect(steps).toBeLessThan(40)
    await page.getByRole('link', { name: 'Activity' }).focus()
    await page.keyboard.press('Enter')
    await soon(() => focused(page)).toBe('Activity')
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H1')
    await page.context().close()
  })

  test('who signs out leaves nothing behind for the next person', async () => {
    const page = await openPage(browser, panel, '/activity')
    await soon(() => page.getByText('Image removed by Kofi Mensah').count()).toBeGreaterThan(0)
    await page.evaluate(() => sessionStorage.setItem('left', 'something'))
    await page.getByRole('button', { name: 'Sign out' }).click()
    await soon(() => page.getByRole('heading', { name: 'Sign in to Harbour' }).count()).toBe(1)
    await soon(() => page.evaluate(() => sessionStorage.length)).toBe(0)
    expect((await page.request.get(`${panel.url}/api/users`)).status()).toBe(401)
    await page.context().close()
  })

  test('what the list shows is in its address, and the way back leads there', async () => {
    const page = await openPage(browser, panel, '/users?image=without&order=name')
    await soon(() => page.getByRole('button', { name: 'Without image' }).getAttribute('aria-pressed')).toBe('true')
    await soon(() => entryOf(page, 'usr_0003').count()).toBe(0)
    await page.getByRole('button', { name: 'Next page' }).click()
    await soon(() => new URL(page.url()).search).toBe('?order=name&image=without&page=2')
    await page.getByRole('rowheader').first().getByRole('link').click()
    await page.getByRole('link', { name: 'All users' }).click()
    expect(new URL(page.url()).search).toBe('?order=name&image=without&page=2')
    await page.context().close()
  })

  test('on a narrow screen nothing is cut off', async () => {
    const page = await openPage(browser, panel, '/users', 'admin', { width: 320, height: 640 })
    for (const path of [
      '/users',
      '/users/usr_0071',
      '/review',
      '/activity',
      '/removed',
      '/members',
      '/products',
      '/organisations',
    ]) {
      await page.goto(panel.url + path)
      await soon(() => page.locator('main').getByRole('img').or(page.locator('main img')).count()).toBeGreaterThan(0)
      expect(
        await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
        path,
      ).toBe(0)
      for (const link of await page.getByRole('navigation', { name: 'Main' }).getByRole('link').all()) {
        const box = (await link.boundingBox())!
        expect(box.x >= 0 && box.x + box.width <= 320 && box.height >= 24, `${path}: ${await link.textContent()}`).toBe(
          true,
        )
      }
    }
    await page.context().close()
  })
})
