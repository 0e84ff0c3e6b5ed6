import { contest } from './contest.ts'
import type { ReviewName } from './page/review.tsx'
import type { Pages } from './pages.ts'

const NAMES: ReviewName[] = ['bare', 'review']
const FIGURES = { median: 'key to paint, median, ms', late: 'key to paint, 95th of 100, ms' }

/** Sixty decisions as fast as keys come, over a slow server, beside a bare grid of the same pictures. */
export function compareReviews({ withPage }: Pages, rounds: number): Promise<void> {
  return contest('review', NAMES, rounds, FIGURES, (name) =>
    withPage(async (page) => {
      const keys = await page.evaluate((which) => window.bench.reviewKeys(which), name)
      const at = (share: number) => keys[Math.floor((keys.length - 1) * share)]!
      return { median: at(0.5), late: at(0.95) }
    }),
  )
}
