import type { Page } from 'playwright'
import { expect, vi } from 'vitest'

/** Role, name and state of all that screen readers find on a page, which may stand indented by four. */
export async function expectAria(page: Page, tree: string): Promise<void> {
  const plain = tree.trim().replace(/\n {4}/g, '\n')
  await vi.waitFor(async () => expect(await page.locator('body').ariaSnapshot()).toBe(plain), { timeout: 8000 })
}
