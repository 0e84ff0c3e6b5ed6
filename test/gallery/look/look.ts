import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { type Gallery, openGallery } from '../openGallery.ts'
import { compareGalleries } from './compareGalleries.ts'
import { baseOf, sourcesOf } from './sourcesOf.ts'
import { type Compared, writeReport } from './writeReport.ts'

const cache = fileURLToPath(new URL('../../../.cache/', import.meta.url))

/** Built files do not change while they are shown: the browser compiles them once. */
const KEPT = { 'Cache-Control': 'max-age=3600' }

/** What is said of it in the terminal: a story a line. */
function linesOf(compared: Compared[]): string[] {
  return [...new Set(compared.map(({ story }) => story))].flatMap((story) => {
    const looks = compared.filter((one) => one.story === story)
    const { kind, failed } = looks[0]!
    const changed = looks
      .filter((one) => one.kind === 'changed')
      .map(({ look, share }) => `${look} ${(share * 100).toFixed(2)} %`)
    return [
      ...(kind === 'new' || kind === 'gone' ? [`  ${kind}: ${story}`] : []),
      ...(changed.length > 0 ? [`  ${story}: ${changed.join(', ')}`] : []),
      ...Object.entries(failed).flatMap(([side, why]) =>
        why ? [`  ${story} did not come to its end ${side} the change: ${why.split('\n')[0]}`] : [],
      ),
    ]
  })
}

/** Every story as it looks before and after a change, in light, dark, right to left and narrow: a page shows what differs. */
export async function main(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      base: { type: 'string' },
      only: { type: 'string' },
      out: { type: 'string', default: join(cache, 'look') },
      all: { type: 'boolean' },
      fail: { type: 'boolean' },
    },
  })
  const only = values.only ? new RegExp(values.only) : undefined
  const { commit, title, otherPackages } = baseOf(values.base)
  mkdirSync(cache, { recursive: true })
  const work = mkdtempSync(join(cache, 'look-'))
  const open: Gallery[] = []
  try {
    const base = await openGallery({
      root: sourcesOf(commit, join(work, 'base')),
      outDir: join(work, 'before'),
      headers: KEPT,
    })
    open.push(base)
    const change = await openGallery({ outDir: join(work, 'after'), headers: KEPT })
    open.push(change)
    const compared = await compareGalleries({ base, change, only, all: values.all })
    const differing = compared.filter(({ kind }) => kind !== 'same')
    const sentence = `${differing.length === 0 ? 'Nothing differs' : `${differing.length} pictures differ`} between ${commit.slice(0, 7)} (${title}) and the working tree.`
    const warnings = otherPackages
      ? ['package-lock.json differs between the two, and both are drawn with the packages that are installed now.']
      : []
    const page = writeReport(resolve(values.out), { sentence, warnings }, compared)
    console.log([sentence, ...warnings, ...linesOf(compared), relative(process.cwd(), page)].join('\n'))
    if (values.fail && differing.length > 0) process.exitCode = 1
  } finally {
    await Promise.all(open.map((gallery) => gallery.close()))
    rmSync(work, { recursive: true, force: true })
  }
}
