import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright'
import { settle } from './settle.ts'

/** The axe that Storybook's addon runs, too. */
const source = readFileSync(
  createRequire(createRequire(import.meta.url).resolve('@storybook/addon-a11y/package.json')).resolve(
    'axe-core/axe.min.js',
  ),
  'utf8',
)

const STANDARDS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice']
/** What a page has, and a part on it has not. */
const OF_THE_PAGE = { 'page-has-heading-one': { enabled: false } }
/** Which of the rules look at more than the elements, and can find something new in other colours or the other way round. */
const LOOKING = ['color-contrast', 'link-in-text-block', 'target-size', 'scrollable-region-focusable']

export const APPEARANCES: readonly string[] = ['light, ltr', 'dark, ltr', 'dark, rtl', 'light, rtl']

/** Colours and direction are attributes of the document and nothing else: see .storybook/preview.tsx. */
async function show(page: Page, appearance: string): Promise<void> {
  await page.evaluate((words) => {
    const [theme, direction] = words.split(', ')
    document.documentElement.dataset.theme = theme
    document.documentElement.dir = direction!
  }, appearance)
  await settle(page)
}

/**
 * What axe finds on a page in every appearance: rule, element and why, a line each.
 *
 * @param without rules that do not fit this page
 */
export async function axeFaults(page: Page, without: readonly string[] = []): Promise<string[]> {
  await page.addScriptTag({ content: source })
  const found: string[] = []
  for (const [at, appearance] of APPEARANCES.entries()) {
    await show(page, appearance)
    const rules =
      at === 0
        ? {
            runOnly: STANDARDS,
            rules: { ...OF_THE_PAGE, ...Object.fromEntries(without.map((rule) => [rule, { enabled: false }])) },
          }
        : { runOnly: { type: 'rule', values: LOOKING } }
    const faults = await page.evaluate(async (only) => {
      // @ts-expect-error -- Put there by `addScriptTag`.
      const { violations } = await axe.run(document, { ...only, resultTypes: ['violations'] })
      return violations.flatMap((rule: { id: string; nodes: { target: string[]; failureSummary: string }[] }) =>
        rule.nodes.map(
          ({ target, failureSummary }) =>
            `${rule.id}: ${target.join(' ')}: ${failureSummary.split('\n').slice(1).join(';').trim()}`,
        ),
      )
    }, rules)
    found.push(...faults.map((fault: string) => `${appearance}: ${fault}`))
  }
  return found
}
