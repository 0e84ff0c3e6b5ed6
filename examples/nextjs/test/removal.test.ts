import { type ChildProcess, spawn } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Browser, chromium, type Page } from 'playwright'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { chromiumFlags, findChromium } from '../../../scripts/chromium.mjs'

let browser: Browser
beforeAll(async () => {
  browser = await chromium.launch({ executablePath: findChromium(), args: chromiumFlags })
})
afterAll(() => browser.close())

const freePort = () =>
  new Promise<number>((resolve) => {
    const server = createServer().listen(0, () => {
      const { port } = server.address() as { port: number }
      server.close(() => resolve(port))
    })
  })

/** Starts the example as its own command does. */
async function start(flags: string[]): Promise<{ url: string; child: ChildProcess }> {
  const port = await freePort()
  const child = spawn(process.execPath, [fileURLToPath(new URL('../start.mjs', import.meta.url)), ...flags], {
    env: { ...process.env, PORT: String(port), NODE_ENV: undefined },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  await new Promise<void>((resolve, reject) => {
    const read = (bytes: Buffer) => {
      output += bytes.toString()
      if (output.includes('Ready in')) resolve()
    }
    child.stdout.on('data', read)
    child.stderr.on('data', read)
    child.once('exit', () => reject(new Error(output)))
  })
  return { url: `http://localhost:${port}`, child }
}

describe.each([
  ['in development', []],
  ['in production', ['--production']],
])('Next.js %s', (_, flags) => {
  let url: string
  let child: ChildProcess
  let page: Page
  let said: string[]

  beforeAll(async () => {
    ;({ url, child } = await start(flags))
  })
  afterAll(async () => {
    const gone = new Promise((resolve) => child.once('exit', resolve))
    child.kill('SIGTERM')
    await gone
  })
  beforeEach(async () => {
    const context = await browser.newContext({ locale: 'tr-TR', timezoneId: 'Asia/Tokyo' })
    page = await context.newPage()
    said = []
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) said.push(message.text())
    })
    page.on('pageerror', (error) => said.push(String(error)))
  })
  afterEach(() => page.context().close())

  const signIn = () => page.context().addCookies([{ name: 'session', value: 'admin', url }])
  const manager = (name: string) => page.getByRole('group', { name })
  async function remove(name: string) {
    await manager(name).getByRole('button', { name: 'Remove image' }).click()
    await page.getByRole('alertdialog').getByRole('button', { name: 'Remove image' }).click()
    await manager(name).locator('img').waitFor({ state: 'detached' })
  }

  it('renders avatars and the manager on the server, and hydrates them without a word', async () => {
    const markup = await (await page.request.get(`${url}/users/grace`)).text()
    expect(markup).toContain('data-slot="user-avatar-image"')
    expect(markup).toContain('Grace Hopper')
    for (const path of ['/', '/users/grace', '/actions/grace']) {
      await page.goto(url + path, { waitUntil: 'networkidle' })
    }
    await manager('Grace Hopper').getByRole('button', { name: 'Remove image' }).click()
    await page.getByRole('alertdialog').waitFor()
    expect(said).toEqual([])
  })

  it.each(['light', 'dark'] as const)(
    'keeps its %s colours through Next.js’s own CSS compiler',
    async (colorScheme) => {
      await page.emulateMedia({ colorScheme })
      await page.goto(`${url}/users/grace`, { waitUntil: 'networkidle' })
      const styles = await manager('Grace Hopper')
        .getByRole('button', { name: 'Remove image' })
        .evaluate((button) => {
          const { color, borderTopStyle, borderTopColor } = getComputedStyle(button)
          return { color, borderTopStyle, borderTopColor, text: getComputedStyle(document.body).color }
        })
      expect(styles.borderTopStyle).toBe('solid')
      // A colour that the browser cannot read is that of the text around it.
      expect(styles.color).not.toBe(styles.text)
      expect(styles.borderTopColor).not.toBe(styles.text)
    },
  )

  it('without a session: the handler refuses and the picture is back', async () => {
    await page.goto(`${url}/users/ada`, { waitUntil: 'networkidle' })
    await remove('Ada Lovelace')
    await manager('Ada Lovelace').getByRole('button', { name: 'Try again' }).waitFor()
    expect(await manager('Ada Lovelace').locator('img').count()).toBe(1)
  })

  it('without a session: the action sends to sign in, and nothing was removed', async () => {
    await page.goto(`${url}/actions/ada`, { waitUntil: 'networkidle' })
    await remove('Ada Lovelace')
    await page.waitForURL('**/login')
    await page.getByRole('button', { name: 'Sign in as an admin' }).click()
    await page.getByText('3 with a picture').waitFor()
    expect(new URL(page.url()).pathname).toBe('/')
  })

  it('removes through the route handler, and the server’s own pages know', async () => {
    await signIn()
    await page.goto(`${url}/users/ada`, { waitUntil: 'networkidle' })
    await remove('Ada Lovelace')
    await page.getByRole('status').getByText('Profile image removed').waitFor()
    await page.goto(url)
    await page.getByText('2 with a picture').waitFor()
    expect(said).toEqual([])
  })

  it('removes through an action, which refreshes what the server rendered on this very page', async () => {
    await signIn()
    await page.goto(`${url}/actions/grace`, { waitUntil: 'networkidle' })
    await page.getByText('2 with a picture').waitFor()
    await remove('Grace Hopper')
    await page.getByText('1 with a picture').waitFor()
    await page.getByRole('status').getByText('Profile image removed').waitFor()
    expect(await manager('Grace Hopper').locator('img').count()).toBe(0)
    expect(said).toEqual([])
  })
  it.runIf(flags.length > 0)('ships no server code to the browser', () => {
    const place = fileURLToPath(new URL('../.next/static/', import.meta.url))
    const files = readdirSync(place, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
    expect(files.length).toBeGreaterThan(5)
    for (const { parentPath, name } of files) {
      // Of the kit's server, and of the example's own `lib/`.
      expect(
        readFileSync(join(parentPath, name), 'utf8').match(
          /x-forwarded-host|sec-fetch-site|session=admin|ada@people\.test/,
        ),
        name,
      ).toBeNull()
    }
  })
})
