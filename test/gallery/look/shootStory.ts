import type { Browser, BrowserContext, Page } from 'playwright'
import { urlOf } from '../openGallery.ts'

export const LOOKS = ['light', 'dark', 'right to left', 'narrow'] as const
export type Look = (typeof LOOKS)[number]

const WIDE = { width: 1000, height: 640 }
const NARROW = { width: 360, height: 640 }
const NOW = Date.UTC(2026, 10, 25, 12)

/** Rows out of sight, too. */
const DRAWN = '* { content-visibility: visible !important }'

export interface Shots {
  pictures: Record<Look, Buffer>
  /** Why the story did not come to its end. */
  why?: string
}

/** Once nothing has changed for a while; pictures out of sight are loaded too. */
async function settle(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await new Promise<void>((resolve) => {
      const wait = () => setTimeout(resolve, 250)
      let timer = wait()
      const observer = new MutationObserver(() => {
        clearTimeout(timer)
        timer = wait()
      })
      observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true })
      setTimeout(resolve, 20_000)
    })
    for (const image of document.images) image.loading = 'eager'
    await Promise.all([
      document.fonts.ready,
      ...[...document.images].map((image) => image.decode().catch(() => undefined)),
    ])
  })
}

/** What differs between the looks is the document and the window, so that one load of the story shows all of them. */
async function wear(page: Page, look: Look): Promise<void> {
  await page.setViewportSize(look === 'narrow' ? NARROW : WIDE)
  await page.evaluate(
    ({ theme, direction }) => {
      document.documentElement.dataset.theme = theme
      document.documentElement.dir = direction
      // What sticks is where the page is scrolled to.
      window.scrollTo({ top: 0, behavior: 'instant' })
      return new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
    },
    { theme: look === 'dark' ? 'dark' : 'light', direction: look === 'right to left' ? 'rtl' : 'ltr' },
  )
}

/** A window of its own, which keeps the gallery's files from story to story, and where time stands still: stories tell how long ago something was. */
export async function openWindow(browser: Browser): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport: WIDE, locale: 'en-US', timezoneId: 'UTC' })
  await context.clock.setFixedTime(NOW)
  await context.addInitScript(() => localStorage.clear())
  return context
}

/** The story in every look. */
export async function shootStory(window: BrowserContext, origin: string, story: string): Promise<Shots> {
  const page = await window.newPage()
  try {
    await page.goto(urlOf(origin, { story }))
    await page.locator('html[data-gallery]').waitFor({ state: 'attached', timeout: 60_000 })
    await page.addStyleTag({ content: DRAWN })
    await settle(page)
    const pictures: Partial<Record<Look, Buffer>> = {}
    for (const look of LOOKS) {
      await wear(page, look)
      pictures[look] = await page.screenshot({ fullPage: true, animations: 'disabled', caret: 'hide' })
    }
    const why = await page.locator('html').getAttribute('data-why')
    return { pictures: pictures as Record<Look, Buffer>, ...(why && { why }) }
  } finally {
    await page.close()
  }
}
