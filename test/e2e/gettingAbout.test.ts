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

  for (const viewport of [
    { width: 1280, height: 620 },
    // Here the bar has two lines.
    { width: 880, height: 520 },
  ]) {
    test(`the focus is never beneath the bar at the foot, ${viewport.width} px wide`, async () => {
      const page = await openPage(browser, panel, '/users', 'admin', viewport)
      const bar = page.getByRole('region', { name: 'Rehearse trouble' })
      /** What of the focused element lies beneath the bar, in px; undefined where the focus is in the bar. */
      const beneath = () =>
        bar.evaluate((element) => {
          const focused = document.activeElement!
          if (element.contains(focused)) return undefined
          return Math.max(0, Math.round(focused.getBoundingClientRect().bottom - element.getBoundingClientRect().top))
        })
      const name = () => page.evaluate(() => document.activeElement!.outerHTML.slice(0, 120))
      for (const path of ['/users', '/users/usr_0071', '/activity', '/removed', '/members', '/products']) {
        await page.goto(panel.url + path)
        await soon(() => page.locator('main img').count()).toBeGreaterThan(0)
        await page.locator('main').focus()
        for (let step = 0; step < 80; step++) {
          await page.keyboard.press('Tab')
          const hidden = await beneath()
          if (hidden === undefined) break
          expect(hidden, `${path}, step ${step}: ${await name()}`).toBe(0)
        }
        // All the way through: the focus has reached the bar.
        expect(await beneath(), path).toBe(undefined)
      }
      await page.goto(`${panel.url}/users`)
      await soon(() => page.getByRole('rowheader').count()).toBeGreaterThan(15)
      await page.getByRole('checkbox').nth(1).click()
      await page.getByRole('rowheader').first().focus()
      for (let step = 0; step < 15; step++) {
        await page.keyboard.press('ArrowDown')
        expect(await beneath(), `row ${step}: ${await name()}`).toBe(0)
      }
      await page.context().close()
    })
  }

  test.each(['admin', 'support'] as const)('one click signs in as %s', async (role) => {
    const page = await (await browser.newContext()).newPage()
    await page.goto(`${panel.url}/users`)
    await page.getByRole('button', { name: `Sign in as ${role}`, exact: true }).click()
    await soon(() => entryOf(page, 'usr_0003').count()).toBe(1)
    await soon(() => page.getByRole('link', { name: 'Review' }).count()).toBe(role === 'admin' ? 1 : 0)
    await page.context().close()
  })

  test('an address and a password that do not fit are refused with a sentence, by the keyboard alone', async () => {
    const page = await (await browser.newContext()).newPage()
    await page.goto(panel.url)
    await page.getByText('Use an e-mail address and password').press('Enter')
    await page.getByLabel('E-mail').fill('admin@panel.test')
    await page.getByLabel('Password').fill('wrong')
    await page.keyboard.press('Enter')
    await soon(() => page.getByRole('alert').textContent()).toBe('The e-mail address or the password is wrong.')
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
