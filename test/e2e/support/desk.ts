import type { Browser, Page } from 'playwright'
import { expect } from 'vitest'
import type { RunningPanel } from './panel.ts'
import type { Role } from './session.ts'

/** A page of the panel in a window of its own, signed in. */
export async function openPage(
  browser: Browser,
  panel: RunningPanel,
  path: string,
  role: Role = 'admin',
  viewport = { width: 1280, height: 900 },
): Promise<Page> {
  const page = await (await browser.newContext({ viewport })).newPage()
  await panel.signIn(page, role)
  await page.goto(panel.url + path)
  return page
}

export const go = (page: Page, place: string): Promise<void> =>
  page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: place }).click()

/** A user's row or entry, wherever it is on the page. */
export const entryOf = (page: Page, id: string) =>
  page.locator('tr, li', { has: page.locator(`a[href="/users/${id}"]`) })

export const focusIsOnBody = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.activeElement === document.body)

/** Machines that do several things at once take their time. */
export const soon = <T>(read: () => T | Promise<T>, timeout = 15_000, interval = 50) =>
  expect.poll(read, { timeout, interval })
