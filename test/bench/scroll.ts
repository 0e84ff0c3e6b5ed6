import { contest } from './contest.ts'
import type { Name } from './page/main.tsx'
import type { Pages } from './pages.ts'

const ROWS: Partial<Record<Name, number>> = { bare: 1000, bareWindowed: 100_000, parts: 1000, tableEndless: 100_000 }

const FIGURES = { median: 'median frame, ms', late: '95th of 100 frames, ms', longest: 'longest frame, ms' }

/** Frames while lists scroll by: long ones of which only the rows in view exist, beside plain ones. */
export function compareScrolling({ withPage }: Pages, rounds: number): Promise<void> {
  return contest('scrolling', Object.keys(ROWS) as Name[], rounds, FIGURES, (name) =>
    withPage(async (page) => {
      const frames = await page.evaluate(([which, count]) => window.bench.scroll(which, count), [
        name,
        ROWS[name]!,
      ] as const)
      const at = (share: number) => frames[Math.floor((frames.length - 1) * share)]!
      return { median: at(0.5), late: at(0.95), longest: at(1) }
    }),
  )
}
