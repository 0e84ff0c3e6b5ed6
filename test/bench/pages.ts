import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright'
import { build, preview } from 'vite'
import { chromiumFlags, findChromium } from '../../scripts/chromium.mjs'

const root = fileURLToPath(new URL('page/', import.meta.url))
const source = fileURLToPath(new URL('../../src/', import.meta.url))

export const alias = [
  { find: /^avatarkit\/([\w.-]+\.css)$/, replacement: `${source}styles/$1` },
  { find: /^avatarkit\/(.+)$/, replacement: `${source}$1.ts` },
  { find: /^avatarkit$/, replacement: `${source}index.ts` },
]

export interface Pages {
  browser: Browser
  /** Runs something on a page of its own, so that nothing inherits another's heap or warmth. */
  withPage: <T>(
    run: (page: Page) => Promise<T>,
    options?: { context?: BrowserContextOptions; prepare?: (page: Page) => Promise<void> },
  ) => Promise<T>
}

/** Builds the page for production, serves it, and starts a Chromium with motion and scrollbars, as people have. */
export async function withPages<T>(run: (pages: Pages) => Promise<T>): Promise<T> {
  const outDir = mkdtempSync(join(tmpdir(), 'avatarkit-bench-'))
  const settings = { configFile: false, root, logLevel: 'error' } as const
  await build({ ...settings, resolve: { alias }, build: { outDir, target: 'es2022' } })
  const server = await preview({ ...settings, build: { outDir }, preview: { port: 0, host: '127.0.0.1' } })
  const browser = await chromium.launch({
    executablePath: findChromium(),
    args: chromiumFlags,
    ignoreDefaultArgs: ['--hide-scrollbars'],
  })
  try {
    return await run({
      browser,
      async withPage(visit, { context: options, prepare } = {}) {
        const context = await browser.newContext({
          viewport: { width: 1280, height: 800 },
          reducedMotion: 'no-preference',
          ...options,
        })
        try {
          const page = await context.newPage()
          await prepare?.(page)
          await page.goto(server.resolvedUrls!.local[0]!)
          return await visit(page)
        } finally {
          await context.close()
        }
      },
    })
  } finally {
    await browser.close()
    await server.close()
    rmSync(outDir, { recursive: true, force: true })
  }
}
