import { existsSync, readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { type Browser, chromium, type Page } from 'playwright'
import { build } from 'vite'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { chromiumFlags, findChromium } from '../../scripts/chromium.mjs'
import { NOW } from '../support/now.ts'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const pages = here('../../.cache/undo-pages')
const types: Record<string, string> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' }

let browser: Browser
let server: Server
let page: Page
/** What was asked of the server's API. */
let sent: string[]

beforeAll(async () => {
  await build({
    root: here('pages/undo'),
    configFile: false,
    logLevel: 'error',
    plugins: [react()],
    build: { outDir: pages, emptyOutDir: true },
  })
  server = createServer(({ method, url = '' }, reply) => {
    const { pathname } = new URL(url, 'http://page.test')
    if (pathname.startsWith('/api/')) {
      sent.push(`${method} ${pathname}`)
      reply.setHeader('content-type', 'application/json')
      reply.end(JSON.stringify({ id: 'ada', firstName: 'Ada', lastName: 'Lovelace', imageUrl: null, hasImage: false }))
      return
    }
    const path = join(pages, pathname === '/' ? 'index.html' : pathname)
    const isThere = existsSync(path)
    reply.writeHead(isThere ? 200 : 404, { 'content-type': types[extname(path)] ?? 'application/octet-stream' })
    reply.end(isThere ? readFileSync(path) : undefined)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  browser = await chromium.launch({ executablePath: findChromium(), args: chromiumFlags })
})
afterAll(async () => {
  await browser?.close()
  server?.closeAllConnections()
  server?.close()
})
beforeEach(async () => {
  sent = []
  page = await (await browser.newContext()).newPage()
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`)
  await expect.poll(() => picture().count()).toBe(1)
})
afterEach(() => page.context().close())

const CHUNK = /\/UndoNotices-[^/]*\.js$/
const picture = () => page.getByRole('group', { name: 'Ada Lovelace' }).locator('img')
const undo = () => page.getByRole('button', { name: 'Undo' })
const removals = () => sent.filter((request) => request.startsWith('DELETE'))
const isPlain = async () => (await page.locator('[data-slot="undo-notice-time"]').count()) === 0

const gone = (on: Page) => on.route(CHUNK, (route) => route.fulfill({ status: 404, body: 'Not found' }))
const offline = (on: Page) => on.context().setOffline(true)

async function confirm() {
  await page.getByRole('button', { name: 'Remove image' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Remove image' }).click()
  await expect.poll(() => picture().count()).toBe(0)
  // The question gives the focus back when it is gone.
  await expect.poll(() => page.getByRole('alertdialog').count()).toBe(0)
}

test.each([
  ['taken away by a deployment', gone],
  ['out of reach without a connection', offline],
])('a chunk that is %s: a plain Undo is shown, and pressed, nothing is ever sent', async (_, how) => {
  await how(page)
  await confirm()
  await expect.poll(() => undo().isVisible()).toBe(true)
  await expect.poll(() => page.getByRole('status').filter({ hasText: 'Press F8' }).count()).toBe(1)
  await page.keyboard.press('F8')
  await page.keyboard.press('Tab')
  expect(await undo().evaluate((element) => element === document.activeElement)).toBe(true)
  await page.keyboard.press('Enter')
  await expect.poll(() => picture().count()).toBe(1)
  expect(await undo().count()).toBe(0)
  await page.context().setOffline(false)
  await page.waitForTimeout(4000)
  expect(removals()).toEqual([])
})

test('let run out, it is sent, and once', async () => {
  await gone(page)
  await confirm()
  await expect.poll(() => undo().isVisible()).toBe(true)
  expect(removals()).toEqual([])
  await expect.poll(removals).toEqual(['DELETE /api/users/ada/profile_image'])
  await expect.poll(() => undo().count()).toBe(0)
  await page.waitForTimeout(1000)
  expect(removals()).toHaveLength(1)
})

/** Confirms with the page's clock standing still, so that the test says how late the chunk is. */
async function confirmWhileTimeStands() {
  await page.clock.install()
  await page.getByRole('button', { name: 'Remove image' }).click()
  const yes = page.getByRole('alertdialog').getByRole('button', { name: 'Remove image' })
  await expect.poll(() => yes.isVisible()).toBe(true)
  await page.clock.pauseAt(NOW + 86_400_000)
  await yes.click()
  await expect.poll(() => picture().count()).toBe(0)
}

test('a chunk that comes late: the usual notice, and nothing is sent meanwhile', async () => {
  let release = () => {}
  const late = new Promise<void>((resolve) => {
    release = resolve
  })
  await page.route(CHUNK, async (route) => {
    await late
    await route.continue()
  })
  await confirmWhileTimeStands()
  await page.clock.runFor(1000)
  expect(await undo().count()).toBe(0)
  expect(removals()).toEqual([])
  release()
  await expect.poll(() => undo().isVisible()).toBe(true)
  expect(await isPlain()).toBe(false)
  await page.clock.runFor(2900)
  expect(removals()).toEqual([])
  await page.clock.runFor(200)
  await expect.poll(removals).toHaveLength(1)
})

test('a chunk that does not come at all: a plain Undo, with all of its time to come', async () => {
  // Never answered.
  await page.route(CHUNK, () => {})
  await confirmWhileTimeStands()
  await page.clock.runFor(1900)
  expect(await undo().count()).toBe(0)
  await page.clock.runFor(200)
  await expect.poll(() => undo().isVisible()).toBe(true)
  expect(await isPlain()).toBe(true)
  await page.clock.runFor(2800)
  expect(removals()).toEqual([])
  expect(await undo().isVisible()).toBe(true)
  await page.clock.runFor(400)
  await expect.poll(removals).toHaveLength(1)
})

test('a chunk that comes at the second try', async () => {
  await page.goto(`${page.url()}#ask`)
  await page.reload()
  let tries = 0
  await page.route(/\/ReasonForm-[^/]*\.js$/, (route) =>
    ++tries === 1 ? route.fulfill({ status: 404, body: 'Not found' }) : route.continue(),
  )
  await page.getByRole('button', { name: 'Remove image' }).click()
  const question = page.getByRole('alertdialog')
  await question.getByRole('button', { name: 'Try again' }).click()
  await expect.poll(() => question.getByRole('radio', { name: 'Impersonation' }).count()).toBe(1)
  expect(tries).toBe(2)
})
