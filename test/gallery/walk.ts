import type { Page } from 'playwright'
import { expect, vi } from 'vitest'

/** A key as Playwright names it, and what has the focus afterwards: role, name and state, as screen readers have them; in a dialog with its role ahead. */
export type Step = readonly [key: string, focused: string]

async function focused(page: Page): Promise<string> {
  const dialog = await page.evaluate(() => {
    const { activeElement, body } = document
    return activeElement === body
      ? undefined
      : (activeElement?.parentElement?.closest('[role="dialog"], [role="alertdialog"]')?.getAttribute('role') ?? '')
  })
  if (dialog === undefined) return 'nothing'
  const [line = ''] = (await page.locator(':focus').ariaSnapshot()).split('\n')
  // YAML of one item: quoted where a name has a colon, with a colon behind it where there is more within.
  const item = line.replace(/^- /, '')
  return `${dialog && `${dialog}: `}${item.startsWith("'") ? item.slice(1, item.indexOf("'", 1)) : item.replace(/:$/, '')}`
}

/** Presses the keys one by one, and waits after each until the focus is where it should be. */
export async function walk(page: Page, steps: readonly Step[]): Promise<void> {
  for (const [at, [key, where]] of steps.entries()) {
    await page.keyboard.press(key)
    const keys = steps.slice(0, at + 1).map(([one]) => one)
    await vi.waitFor(async () => expect(await focused(page), `after ${keys.join(' ')}`).toBe(where), {
      timeout: 8000,
      interval: 30,
    })
  }
}
