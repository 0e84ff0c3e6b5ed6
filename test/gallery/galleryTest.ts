import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright'
import { test } from 'vitest'
import { chromiumFlags, findChromium } from '../../scripts/chromium.mjs'

/** What a test of the gallery has: one browser for its file, and pages of its own. */
export const it = test.extend<{ browser: Browser; open(url: string, options?: BrowserContextOptions): Promise<Page> }>({
  browser: [
    // oxlint-disable-next-line no-empty-pattern -- Vitest reads from the pattern what a fixture needs.
    async ({}, hand) => {
      const browser = await chromium.launch({ executablePath: findChromium(), args: chromiumFlags })
      await hand(browser)
      await browser.close()
    },
    { scope: 'file' },
  ],
  /**
   * Opens a page in a window of its own and waits until the story has been played. By default motion is reduced:
   * what fades in counts as invisible for as long as a busy browser draws no frame.
   */
  open: async ({ browser }, hand) => {
    const opened: Page[] = []
    await hand(async (url, options) => {
      const page = await (await browser.newContext({ reducedMotion: 'reduce', ...options })).newPage()
      opened.push(page)
      await page.goto(url)
      await page.locator('html[data-gallery]').waitFor({ state: 'attached' })
      const why = await page.locator('html').getAttribute('data-why')
      if (why) throw new Error(why)
      return page
    })
    await Promise.all(opened.map((page) => page.context().close()))
  },
})
