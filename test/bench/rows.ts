import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Browser, chromium, type Page } from 'playwright'
import { build, preview } from 'vite'
import { chromiumFlags, findChromium } from '../../scripts/chromium.mjs'

const root = fileURLToPath(new URL('rows/', import.meta.url))
const source = fileURLToPath(new URL('../../src/', import.meta.url))

const VARIANTS = ['bare', 'kit', 'recipe'] as const
type Variant = (typeof VARIANTS)[number]

interface Figures {
  render: number
  heap: number
  open: number
  confirm: number
}
const measures: { name: keyof Figures; title: string; target: number }[] = [
  { name: 'render', title: 'first render to paint, ms', target: 1.15 },
  { name: 'heap', title: 'heap with the rows, MiB', target: 1.5 },
  { name: 'open', title: 'open the dialog to paint, ms', target: Number.POSITIVE_INFINITY },
  { name: 'confirm', title: 'confirm to paint, ms', target: 1.3 },
]
/** More than in bare React, whose dialog renders as many of Radix's as the kit's. */
const MOST_RENDERED = 40

const median = (figures: number[]) => figures.toSorted((a, b) => a - b)[Math.floor(figures.length / 2)]!

/** A page of its own for each measurement, so that no variant inherits another's heap or warmth. */
async function withPage<T>(browser: Browser, url: string, run: (page: Page) => Promise<T>): Promise<T> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce' })
  try {
    const page = await context.newPage()
    await page.goto(url)
    return await run(page)
  } finally {
    await context.close()
  }
}

const measure = (browser: Browser, url: string, variant: Variant, rows: number) =>
  withPage(browser, url, async (page): Promise<Figures> => {
    const session = await page.context().newCDPSession(page)
    await session.send('HeapProfiler.enable')
    const heap = async () => {
      await session.send('HeapProfiler.collectGarbage')
      return (await session.send('Runtime.getHeapUsage')).usedSize / 1024 / 1024
    }
    const empty = await heap()
    const render = await page.evaluate(([name, count]) => window.bench.render(name, count), [variant, rows] as const)
    await page.waitForTimeout(300)
    const held = (await heap()) - empty
    const open = await page.evaluate(() => window.bench.open())
    const confirm = await page.evaluate(() => window.bench.confirm())
    return { render, heap: held, open, confirm }
  })

const count = (browser: Browser, url: string, variant: Variant, rows: number) =>
  withPage(browser, url, (page) =>
    page.evaluate(
      async ([name, size]) => {
        await window.bench.render(name, size)
        await window.bench.open()
        return window.bench.countConfirm()
      },
      [variant, rows] as const,
    ),
  )

/**
 * The kit in rows, beside bare React with the same elements and one dialog, and beside the documented recipe
 * with a Radix avatar, a dialog and a mutation in each row: production builds in Chromium, one interleaved run.
 * Says where the kit is over its target for 1,000 rows, and then ends with an error.
 */
export async function main(args: string[]): Promise<void> {
  const sizes = args.length > 0 ? args.map(Number) : [100, 1000, 10_000]
  const outDir = mkdtempSync(join(tmpdir(), 'avatarkit-bench-'))
  const alias = [
    { find: /^avatarkit\/styles\.css$/, replacement: `${source}styles/styles.css` },
    { find: /^avatarkit$/, replacement: `${source}index.ts` },
  ]
  await build({ configFile: false, root, logLevel: 'error', resolve: { alias }, build: { outDir, target: 'es2022' } })
  const server = await preview({
    configFile: false,
    root,
    logLevel: 'error',
    build: { outDir },
    preview: { port: 0, host: '127.0.0.1' },
  })
  const url = server.resolvedUrls!.local[0]!
  const browser = await chromium.launch({ executablePath: findChromium(), args: chromiumFlags })
  let over = false
  try {
    for (const variant of VARIANTS) await measure(browser, url, variant, 100)
    for (const rows of sizes) {
      const runs = rows > 1000 ? 5 : 15
      const all: Record<Variant, Figures[]> = { bare: [], kit: [], recipe: [] }
      for (let run = 0; run < runs; run++)
        for (const variant of VARIANTS) all[variant].push(await measure(browser, url, variant, rows))
      console.log(
        `\n${rows} rows, medians of ${runs} interleaved runs`.padEnd(52) +
          ['bare React', 'avatarkit', 'the recipe', 'kit / bare'].map((title) => title.padStart(12)).join(''),
      )
      for (const { name, title, target } of measures) {
        const [bare, kit, recipe] = VARIANTS.map((variant) => median(all[variant].map((figures) => figures[name]))) as [
          number,
          number,
          number,
        ]
        const missed = rows === 1000 && kit / bare > target
        over ||= missed
        console.log(
          `${title.padEnd(51)}${[bare, kit, recipe, kit / bare].map((figure) => figure.toFixed(figure < 10 ? 2 : 1).padStart(12)).join('')}${missed ? `  over ${target}` : ''}`,
        )
      }
      const rendered: number[] = []
      for (const variant of VARIANTS) rendered.push(await count(browser, url, variant, rows))
      const missed = rendered[1]! - rendered[0]! > MOST_RENDERED
      over ||= missed
      console.log(
        `${'components rendered from confirm to the end'.padEnd(51)}${rendered.map((figure) => String(figure).padStart(12)).join('')}${missed ? `  over by more than ${MOST_RENDERED}` : ''}`,
      )
    }
  } finally {
    await browser.close()
    await server.close()
    rmSync(outDir, { recursive: true, force: true })
  }
  if (over) process.exitCode = 1
}
