import { type Browser, chromium, type Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { chromiumFlags, findChromium } from '../../scripts/chromium.mjs'
import { urlOf } from './openGallery.ts'

let browser: Browser
beforeAll(async () => {
  // With scrollbars that take room, as a mouse's do.
  browser = await chromium.launch({
    executablePath: findChromium(),
    args: chromiumFlags,
    ignoreDefaultArgs: ['--hide-scrollbars'],
  })
})
afterAll(() => browser?.close())

const STYLES =
  'header { position: sticky; inset-block-start: 0; background: Canvas; } .filler { block-size: 3000px; } [role="alertdialog"] { animation: none !important; }'

/** A story in a page that is longer than the window and scrolled down, below a header that sticks to its top. */
async function openLongPage(story: string, css = '', globals = {}): Promise<Page> {
  const page = await (
    await browser.newContext({ viewport: { width: 800, height: 600 }, reducedMotion: 'reduce' })
  ).newPage()
  await page.goto(urlOf(inject('gallery').origin, { story, play: false, globals }))
  await page.locator('html[data-gallery="shown"]').waitFor({ state: 'attached' })
  await page.addStyleTag({ content: STYLES + css })
  await page.evaluate(() => {
    document.body.insertAdjacentHTML('afterbegin', '<header>Panel</header>')
    document.body.insertAdjacentHTML('beforeend', '<div class="filler"></div>')
    document.querySelector('main')!.style.marginBlockStart = '400px'
    window.scrollTo(0, 200)
  })
  return page
}

/** Where things lie in the window, once it has come to rest. */
const places = (page: Page) =>
  page.evaluate(async () => {
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
    const boxes = ['header', 'main', 'main [data-slot="user-avatar-manager"]'].map(
      (selector) => document.querySelector(selector)!.getBoundingClientRect().toJSON() as object,
    )
    return { scrollY, boxes }
  })
const attributes = (page: Page) =>
  page.evaluate(() => [document.documentElement, document.body].map((element) => element.getAttribute('style') || null))

async function wheel(page: Page, x: number, y: number): Promise<void> {
  await page.mouse.move(x, y)
  await page.mouse.wheel(0, 300)
  await page.waitForTimeout(150)
}

describe('while a dialog is open the page does not scroll and nothing in it moves', () => {
  it.each([
    ['a page', '', {}],
    ['from right to left', '', { direction: 'rtl' }],
    ['its body cuts off what is too wide', 'body { overflow-x: hidden; }', {}],
    ['its root always has a scrollbar', 'html { overflow-y: scroll; }', {}],
    ['its root has room around it', 'html { padding-inline: 20px; }', {}],
  ])('%s', async (_, css, globals) => {
    const page = await openLongPage('UserAvatarManager/Default', css, globals)
    const before = await places(page)
    const had = await attributes(page)
    expect(await page.evaluate(() => innerWidth - document.documentElement.clientWidth)).toBeGreaterThan(5)
    await page.getByRole('button', { name: 'Remove image' }).click()
    const dialog = page.getByRole('alertdialog')
    await dialog.waitFor()
    expect(await places(page)).toEqual(before)
    // Over what is behind it, over the dialog, and by keys.
    await wheel(page, 20, 20)
    const box = (await dialog.boundingBox())!
    await wheel(page, box.x + box.width / 2, box.y + 10)
    await page.keyboard.press('PageDown')
    expect(await places(page)).toEqual(before)
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'detached' })
    expect(await places(page)).toEqual(before)
    expect(await attributes(page)).toEqual(had)
    await wheel(page, 20, 20)
    expect((await places(page)).scrollY).toBe(before.scrollY + 300)
    await page.context().close()
  })

  it('opened from a menu that holds the page itself: the page keeps its width when the menu is gone, and afterwards', async () => {
    // On its way out for a while, as menus are.
    const css = '@keyframes away { to { opacity: 0 } } .parts-menu[data-state="closed"] { animation: away 2s }'
    const page = await openLongPage('Parts in other layouts/InAMenu', css)
    const width = () => page.evaluate(() => document.querySelector('main')!.clientWidth)
    const before = await width()
    await page.getByRole('button', { name: 'Actions' }).click()
    await page.locator('body[data-scroll-locked]').waitFor()
    expect(await width()).toBe(before)
    await page.getByRole('menuitem', { name: 'Remove image' }).click()
    await page.getByRole('alertdialog').waitFor()
    expect(await page.locator('body[data-scroll-locked]').count()).toBe(1)
    expect(await width()).toBe(before)
    await page.locator('body:not([data-scroll-locked])').waitFor()
    expect(await width()).toBe(before)
    await page.keyboard.press('Escape')
    await page.getByRole('alertdialog').waitFor({ state: 'detached' })
    expect(await width()).toBe(before)
    expect(await page.evaluate(() => innerWidth - document.documentElement.clientWidth)).toBeGreaterThan(5)
    await page.context().close()
  })

  it('what is too long in it scrolls, though another modal below refuses to scroll whatever is not its own', async () => {
    const page = await openLongPage(
      'UserAvatarManager/Default',
      '[role="alertdialog"] { max-block-size: 120px !important; }',
    )
    await page.evaluate(() => document.addEventListener('wheel', (event) => event.preventDefault(), { passive: false }))
    await page.getByRole('button', { name: 'Remove image' }).click()
    const dialog = page.getByRole('alertdialog')
    const box = (await dialog.boundingBox())!
    await wheel(page, box.x + 40, box.y + 40)
    expect(await dialog.evaluate((element) => element.scrollTop)).toBeGreaterThan(10)
    await page.context().close()
  })
})
