import type { Page } from 'playwright'
import { measure } from './measure.ts'
import { settle } from './settle.ts'

/** The spacing that WCAG 1.4.12 lets everybody ask for. */
const SPACED =
  '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-block-end: 2em !important }'

/** What does not hold on a narrow page: 320 px wide, as 1280 px are when everything is four times as large. */
export async function reflowFaults(page: Page): Promise<string[]> {
  const found = await measure(page, 'moving()')
  await page.setViewportSize({ width: 320, height: 640 })
  await settle(page)
  found.push(...(await narrow(page)), ...(await measure(page, 'smallTargets()')), ...(await focusFaults(page)))
  const style = await page.addStyleTag({ content: SPACED })
  await settle(page)
  const spaced = [...(await narrow(page)), ...(await measure(page, 'overlaps()'))]
  await style.evaluate((element) => (element as Element).remove())
  return [...found, ...spaced.map((fault) => `with more space: ${fault}`)]
}

const narrow = (page: Page) => measure(page, '[...sideways(), ...cutText(), ...dialogsThatDoNotFit()]')

/** Enough for every story; a walk that does not end is a fault of its own. */
const STOPS = 300

/** By Tab through all that can be used: where the focus is must be seen, in forced colours too. */
async function focusFaults(page: Page): Promise<string[]> {
  const found: string[] = []
  await measure(page, 'document.activeElement?.blur(), window.scrollTo(0, 0), (window.stops = []), 0')
  for (let stop = 0; ; stop++) {
    if (stop === STOPS) return [...found, `more than ${STOPS} stops by Tab`]
    await page.keyboard.press('Tab')
    const { over, faults } = await measure<{ over: boolean; faults: string[] }>(
      page,
      `(() => {
        const over = document.activeElement === document.body || stops.includes(document.activeElement)
        if (!over) stops.push(document.activeElement)
        return { over, faults: over ? [] : obscured() }
      })()`,
    )
    if (over) break
    found.push(...faults)
  }
  found.push(...(await measure(page, 'withoutIndicator(stops)')))
  await page.emulateMedia({ forcedColors: 'active' })
  found.push(...(await measure(page, 'withoutIndicator(stops)')).map((fault) => `in forced colours: ${fault}`))
  await page.emulateMedia({ forcedColors: 'none' })
  return found
}
