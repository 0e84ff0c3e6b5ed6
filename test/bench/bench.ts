import { cpus } from 'node:os'
import { setTimeout as wait } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { checkCounts } from './counts.ts'
import { withPages } from './pages.ts'
import { compareReviews } from './review.ts'
import { compareRows } from './rows.ts'
import { compareScrolling } from './scroll.ts'

const SECTIONS = ['counts', 'rows', 'scroll', 'review']
const QUIET = 0.15

/** The share of the processors' time that others use now, from 0 to 1. */
async function load(): Promise<number> {
  const read = () => {
    const times = cpus().map(({ times: { idle, ...busy } }) => ({
      idle,
      busy: Object.values(busy).reduce((a, b) => a + b),
    }))
    return times.reduce((sum, { idle, busy }) => ({ idle: sum.idle + idle, busy: sum.busy + busy }))
  }
  const before = read()
  await wait(2000)
  const after = read()
  const busy = after.busy - before.busy
  return busy / (busy + after.idle - before.idle)
}

/**
 * The kit beside bare React and beside the documented recipe, in production builds in Chromium.
 *
 * `--only counts,rows,scroll,review`; default all. `--counts` is `--only counts`.
 * `--rows 100,1000,10000`; default 100 and 1,000. `--rounds 9`.
 *
 * Only counts can fail; what times are depends on the machine.
 */
export async function main(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      only: { type: 'string', default: SECTIONS.join() },
      counts: { type: 'boolean', default: false },
      rows: { type: 'string', default: '100,1000' },
      rounds: { type: 'string', default: '9' },
    },
  })
  const sections = values.counts ? ['counts'] : values.only.split(',')
  const unknown = sections.find((section) => !SECTIONS.includes(section))
  if (unknown !== undefined) throw new Error(`--only ${unknown}: choose among ${SECTIONS.join(', ')}.`)
  const rounds = Number(values.rounds)
  if (sections.some((section) => section !== 'counts')) {
    const busy = await load()
    if (busy > QUIET)
      console.warn(`This machine is busy with other work (${Math.round(busy * 100)} %): do not trust the times below.`)
  }
  await withPages(async (pages) => {
    if (sections.includes('counts') && !(await checkCounts(pages))) process.exitCode = 1
    if (sections.includes('rows'))
      for (const rows of values.rows.split(',')) await compareRows(pages, Number(rows), rounds)
    if (sections.includes('scroll')) await compareScrolling(pages, rounds)
    if (sections.includes('review')) await compareReviews(pages, rounds)
  })
}
