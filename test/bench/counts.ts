import type { Page } from 'playwright'
import budgets from '../../budgets.json' with { type: 'json' }
import { bundleSize } from '../../scripts/bundleSize.mjs'
import { line } from './contest.ts'
import type { Name } from './page/main.tsx'
import { alias, type Pages } from './pages.ts'

const NAMES: Name[] = ['bare', 'bareWindowed', 'recipe', 'recipeWindowed', 'parts', 'table', 'tableEndless']
// More than the sizes that a table offers, so that this many and twice as many differ by their rows only.
const ROWS = 200

interface Counts {
  componentsAtConfirm: number
  componentsBeyondBare?: number
  fibersPerRow?: number
  attributesPerRow?: number
  forcedLayoutsAtOpen: number
  forcedLayoutsAtArrowKey?: number
}
const FIGURES: Record<keyof Counts, string> = {
  componentsAtConfirm: 'components rendered at a confirm',
  componentsBeyondBare: '  of them more than bare React does',
  fibersPerRow: 'fibers per row',
  attributesPerRow: 'attributes per row',
  forcedLayoutsAtOpen: 'forced layouts at open',
  forcedLayoutsAtArrowKey: 'forced layouts at an arrow key',
}

/** Longer than any reply or announcement takes. */
const LONG_MS = 15_000
const STEP_MS = 500

/** Lets the page's own clock, which stands still otherwise, go on until `check` holds; or for long. */
async function letPass(page: Page, check?: () => Promise<boolean>): Promise<void> {
  for (let passed = 0; check ? !(await check()) : passed < LONG_MS; passed += STEP_MS) await page.clock.runFor(STEP_MS)
}

/** How often a script forced a layout while `deed` ran. */
async function forcedLayouts({ browser }: Pages, page: Page, deed: () => void): Promise<number> {
  await browser.startTracing(page, {
    categories: ['devtools.timeline', 'disabled-by-default-devtools.timeline.stack'],
  })
  await page.evaluate(deed)
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString()) as {
    traceEvents: { name: string; args: { beginData?: { stackTrace?: unknown } } }[]
  }
  return traceEvents.filter(({ name, args }) => name === 'Layout' && args.beginData?.stackTrace).length
}

/** A page with the rows on it, whose clock stands still, so that no count depends on the machine's speed. */
const withRows = <T>(pages: Pages, name: Name, rows: number, run: (page: Page) => Promise<T>): Promise<T> =>
  pages.withPage(
    async (page) => {
      await page.clock.pauseAt(60_000)
      await page.evaluate(([which, count]) => window.bench.mount(which, count), [name, rows] as const)
      await letPass(page, () =>
        page.evaluate(([which, count]) => window.bench.isShown(which, count), [name, rows] as const),
      )
      await letPass(page)
      return run(page)
    },
    { context: { reducedMotion: 'reduce' }, prepare: (page) => page.clock.install({ time: 0 }) },
  )

const size = (page: Page) =>
  page.evaluate(() => ({ fibers: window.bench.countFibers(), attributes: window.bench.countAttributes() }))

async function count(pages: Pages, name: Name): Promise<Counts> {
  const removal = await withRows(pages, name, ROWS, async (page) => {
    const before = await size(page)
    const forcedLayoutsAtArrowKey = (await page.evaluate(() => window.bench.focusCell()))
      ? await forcedLayouts(pages, page, () => window.bench.pressArrowDown())
      : undefined
    const forcedLayoutsAtOpen = await forcedLayouts(pages, page, () => window.bench.clickOpen())
    await letPass(page, () => page.evaluate(() => window.bench.isOpen()))
    await letPass(page)
    await page.evaluate(() => window.bench.startCounting())
    await page.evaluate(() => window.bench.clickConfirm())
    await letPass(page, () => page.evaluate(() => window.bench.isRemoved()))
    await letPass(page)
    const componentsAtConfirm = await page.evaluate(() => window.bench.countRendered())
    return {
      before,
      counts: { componentsAtConfirm, forcedLayoutsAtOpen, forcedLayoutsAtArrowKey },
    }
  })
  if (/windowed|endless/i.test(name)) return removal.counts
  const { fibers, attributes } = await withRows(pages, name, 2 * ROWS, size)
  return {
    ...removal.counts,
    fibersPerRow: (fibers - removal.before.fibers) / ROWS,
    attributesPerRow: (attributes - removal.before.attributes) / ROWS,
  }
}

/** Prints what can be counted, the same on every machine, and returns whether all of it is within its budget. */
export async function checkCounts(pages: Pages): Promise<boolean> {
  const counts = {} as Record<Name, Counts>
  for (const name of NAMES) {
    counts[name] = await count(pages, name)
    counts[name].componentsBeyondBare = counts[name].componentsAtConfirm - counts.bare.componentsAtConfirm
  }
  console.log(`\n${line(`counts, ${ROWS} rows`, NAMES)}`)
  for (const figure of Object.keys(FIGURES) as (keyof Counts)[])
    console.log(
      line(
        FIGURES[figure],
        NAMES.map((name) => counts[name][figure] ?? '–'),
      ),
    )
  const page = JSON.stringify(new URL('page/contestants.tsx', import.meta.url).pathname)
  const bytes: number[] = []
  for (const name of NAMES) bytes.push((await bundleSize({ code: `export { ${name} } from ${page}`, alias })).now)
  console.log(line('bytes, minified, brotli', bytes))

  const over = Object.entries(budgets.counts).flatMap(([name, ceilings]) =>
    Object.entries(ceilings).flatMap(([figure, ceiling]) => {
      const { [figure as keyof Counts]: counted } = counts[name as Name]
      return counted !== undefined && counted <= ceiling
        ? []
        : [`${name}: ${figure} is ${counted}, its budget ${ceiling}`]
    }),
  )
  console.log(over.length > 0 ? `\nOver budget (budgets.json):\n${over.join('\n')}` : '\nWithin budgets.json.')
  return over.length === 0
}
