import { contest } from './contest.ts'
import type { Name } from './page/main.tsx'
import type { Pages } from './pages.ts'

/** The most that `UserTable` shows on a page. */
const MOST_ON_A_PAGE = 500

const NAMES: Name[] = ['bare', 'bareWindowed', 'recipe', 'recipeWindowed', 'parts', 'table', 'tableEndless']

const FIGURES = {
  load: 'load: first render to paint, ms',
  heap: 'heap with the rows, MiB',
  open: 'open: click to dialog painted, ms',
  confirm: 'confirm: click to paint, ms',
  after: 'after: confirm to settled, ms',
}

/** From the first render to the end of a removal, in so many rows. */
export function compareRows({ withPage }: Pages, rows: number, rounds: number): Promise<void> {
  const names = NAMES.filter((name) => name !== 'table' || rows <= MOST_ON_A_PAGE)
  return contest(`${rows} rows`, names, rounds, FIGURES, (name) =>
    withPage(async (page) => {
      const session = await page.context().newCDPSession(page)
      await session.send('HeapProfiler.enable')
      const heap = async () => {
        await session.send('HeapProfiler.collectGarbage')
        return (await session.send('Runtime.getHeapUsage')).usedSize / 1024 / 1024
      }
      const empty = await heap()
      const load = await page.evaluate(([which, count]) => window.bench.load(which, count), [name, rows] as const)
      const held = (await heap()) - empty
      const open = await page.evaluate(() => window.bench.open())
      const { confirm, after } = await page.evaluate(() => window.bench.confirm())
      return { load, heap: held, open, confirm, after }
    }),
  )
}
