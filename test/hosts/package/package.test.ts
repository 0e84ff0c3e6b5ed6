import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Browser, chromium } from 'playwright'
import type { ViteDevServer } from 'vite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { chromiumFlags, findChromium } from '../../../scripts/chromium.mjs'
import { installPacked } from '../../../scripts/packed.mjs'
import { exampleFor } from '../../support/examples.ts'

// The package as it comes from the registry, in an empty app.
const folder = fileURLToPath(new URL('.', import.meta.url))
const kit = fileURLToPath(new URL('../../../', import.meta.url))
const installed = `${folder}node_modules/avatarkit/`
const CANARY = 'sk_test_canaryOfThePackage'

const filesIn = (place: string) =>
  readdirSync(place, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !path.slice(place.length).includes('node_modules'))
const run = (cwd: string, ...args: string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, NODE_ENV: undefined },
  })
  return { status, output: stdout + stderr }
}

beforeAll(() => {
  process.env.CLERK_SECRET_KEY = CANARY
  installPacked(folder)
  // README as a reader of the package sees it.
  writeFileSync(`${folder}readme/src/App.tsx`, exampleFor('src/App.tsx', readFileSync(`${installed}README.md`, 'utf8')))
})

describe('the tarball', () => {
  it('holds what the manifest promises, and nothing of the project’s own', () => {
    const paths = filesIn(installed).map((path) => path.slice(installed.length).replaceAll('\\', '/'))
    expect(paths.filter((path) => !/^(dist|src)\//.test(path)).sort()).toEqual([
      'CHANGELOG.md',
      'LICENSE',
      'README.md',
      'examples/admin-panel/panel.png',
      'llms.txt',
      'package.json',
    ])
    const { exports } = JSON.parse(readFileSync(`${installed}package.json`, 'utf8')) as {
      exports: Record<string, string | Record<string, string>>
    }
    const targets = Object.values(exports).flatMap((target) =>
      typeof target === 'string' ? [target] : Object.values(target),
    )
    for (const target of targets) {
      const pattern = new RegExp(`^${target.slice(2).replaceAll('.', String.raw`\.`).replace('*', '[a-z-]+')}$`)
      expect(
        paths.some((path) => pattern.test(path)),
        target,
      ).toBe(true)
    }
  })

  it('has the order of layers for Tailwind, which a build may take for nothing', () => {
    const text = readFileSync(`${installed}dist/tailwind.css`, 'utf8').replaceAll(/\/\*[\s\S]*?\*\//g, '')
    expect(text.trim()).toBe('@layer theme, base, components, avatarkit, utilities;')
  })

  it('holds no secret of the machine that packed it', () => {
    for (const path of filesIn(installed)) expect(readFileSync(path, 'utf8').includes(CANARY), path).toBe(false)
  })

  it('says "use client" in the modules that need it and in no other', () => {
    const says = (path: string) => /^\s*['"]use client['"]/.test(readFileSync(path, 'utf8'))
    const built = filesIn(`${installed}dist`).filter((path) => path.endsWith('.js'))
    expect(built.length).toBeGreaterThan(50)
    for (const path of built) {
      const name = path.slice(`${installed}dist/`.length)
      const source = ['ts', 'tsx']
        .map((ending) => `${installed}src/${name.replace(/js$/, ending)}`)
        .filter((candidate) => existsSync(candidate))
      expect(source, name).toHaveLength(1)
      expect(says(path), name).toBe(says(source[0]!))
      if (says(path)) expect(name).toMatch(/^react\//)
    }
  })

  it.each([
    ['publint', ['publint/src/cli.js', 'run', '--strict']],
    ['are the types wrong', ['@arethetypeswrong/cli/dist/index.js', '--pack', '.', '--profile', 'esm-only']],
  ])('passes %s', (_, [script, ...args]) => {
    const { status, output } = run(kit, `${kit}node_modules/${script}`, ...args)
    expect(status, output).toBe(0)
  })
})

describe('types', () => {
  const compilers = {
    'TypeScript 5.9': `${folder}node_modules/typescript/bin/tsc`,
    'TypeScript 7': `${kit}node_modules/typescript/bin/tsc`,
  }
  const cases = Object.entries(compilers).flatMap(([name, compiler]) =>
    ['bundler', 'nodenext'].map((resolution) => [name, resolution, compiler] as const),
  )

  it.each(cases)('%s, resolution %s, libraries checked too', (name, resolution, compiler) => {
    expect(run(folder, compiler, '--version').output).toContain(name.slice('TypeScript '.length))
    const { status, output } = run(folder, compiler, '-p', `tsconfig.${resolution}.json`)
    expect(status, output).toBe(0)
  })

  it.each(Object.entries(compilers))('%s, README’s first example', (_, compiler) => {
    const { status, output } = run(folder, compiler, '-p', 'readme')
    expect(status, output).toBe(0)
  })
})

describe('README’s first example in a new Vite app', () => {
  let server: ViteDevServer
  let browser: Browser
  const cacheDir = mkdtempSync(join(tmpdir(), 'avatarkit-readme-'))
  beforeAll(async () => {
    const { createServer } = (await import(createRequire(import.meta.url).resolve('vite'))) as typeof import('vite')
    server = await createServer({
      configFile: false,
      root: `${folder}readme`,
      cacheDir,
      logLevel: 'error',
      server: { port: 0, host: '127.0.0.1' },
    })
    await server.listen()
    browser = await chromium.launch({ executablePath: findChromium(), args: chromiumFlags })
  })
  afterAll(async () => {
    await browser?.close()
    await server?.close()
    rmSync(cacheDir, { recursive: true, force: true })
  })

  it('shows people, removes a picture, and has no complaint in the console', async () => {
    const page = await browser.newPage()
    const complaints: string[] = []
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) complaints.push(message.text())
    })
    page.on('pageerror', (error) => complaints.push(String(error)))
    await page.goto(server.resolvedUrls!.local[0]!)
    const people = page.getByRole('group')
    const ada = page.getByRole('group', { name: 'Ada Lovelace' })
    const pictures = () => people.locator('img').evaluateAll((images) => images.map((image) => image.naturalWidth))
    // Each is one that the browser can draw.
    await expect.poll(pictures, { timeout: 45_000 }).toEqual([2, 2, 2])
    await ada.getByRole('button', { name: 'Remove image' }).click()
    const dialog = page.getByRole('alertdialog', { name: 'Remove profile image?' })
    await dialog.getByRole('button', { name: 'Remove image' }).click()
    await expect.poll(() => dialog.count()).toBe(0)
    expect(await ada.locator('img').count()).toBe(0)
    await page.getByText('Profile image removed').first().waitFor({ state: 'attached' })
    expect(await people.count()).toBe(3)
    expect(await people.locator('img').count()).toBe(2)
    expect(complaints).toEqual([])
    await page.close()
  })
})

describe('an empty Vite app', () => {
  let outDir: string
  let browser: Browser
  let url: string
  let close: () => Promise<void>
  let answerMs = 0
  let people = [
    { id: 'ada', name: 'Ada Lovelace', avatarUrl: '/ada.png' as string | null },
    { id: 'grace', name: 'Grace Hopper', avatarUrl: '/grace.png' as string | null },
  ]

  beforeAll(async () => {
    outDir = mkdtempSync(join(tmpdir(), 'avatarkit-vite-'))
    const { preview } = (await import(createRequire(import.meta.url).resolve('vite'))) as typeof import('vite')
    const { status, output } = run(
      folder,
      'node_modules/vite/bin/vite.js',
      'build',
      'app',
      '--outDir',
      outDir,
      '--sourcemap',
      '--logLevel',
      'error',
    )
    expect(status, output).toBe(0)
    const server = await preview({
      configFile: false,
      root: `${folder}app`,
      logLevel: 'error',
      build: { outDir },
      preview: { port: 0 },
      plugins: [
        {
          name: 'api',
          configurePreviewServer: ({ middlewares }) => {
            middlewares.use((request, response, next) => {
              const json = (body: unknown) =>
                response.setHeader('content-type', 'application/json').end(JSON.stringify(body))
              if (request.url === '/api/people') return json(people)
              const id = /^\/api\/users\/(\w+)\/profile_image$/.exec(request.url ?? '')?.[1]
              if (request.method === 'DELETE' && id) {
                people = people.map((person) => (person.id === id ? { ...person, avatarUrl: null } : person))
                const person = people.find((candidate) => candidate.id === id)
                return setTimeout(() => json(person), answerMs)
              }
              if (request.url === '/elsewhere.txt') return response.end('Another page')
              if (request.url?.endsWith('.png'))
                return response
                  .setHeader('content-type', 'image/png')
                  .end(readFileSync(`${kit}stories/pictures/ada.png`))
              next()
            })
          },
        },
      ],
    })
    url = server.resolvedUrls!.local[0]!
    close = () => server.close()
    browser = await chromium.launch({
      executablePath: findChromium(),
      args: chromiumFlags,
      ignoreDefaultArgs: ['--disable-back-forward-cache'],
    })
  })
  afterAll(async () => {
    await browser?.close()
    await close?.()
    rmSync(outDir, { recursive: true, force: true })
  })

  it('removes a picture, everywhere on the page', async () => {
    const page = await browser.newPage()
    const said: string[] = []
    page.on('console', (message) => said.push(message.text()))
    page.on('pageerror', (error) => said.push(String(error)))
    await page.goto(url)
    const ada = page.getByRole('region', { name: 'Ada Lovelace' })
    const grace = page.getByRole('region', { name: 'Grace Hopper' })
    await expect.poll(() => ada.locator('img').count()).toBe(2)
    await ada.getByRole('button', { name: 'Remove image' }).click()
    await page
      .getByRole('alertdialog', { name: 'Remove profile image?' })
      .getByRole('button', { name: 'Remove image' })
      .click()
    await expect.poll(() => page.getByRole('alertdialog').count()).toBe(0)
    expect(await ada.locator('img').count()).toBe(0)
    expect(await grace.locator('img').count()).toBe(2)
    await expect.poll(() => said).toEqual(['removed ada'])
    // The styles came along.
    expect(
      await ada
        .locator('[data-slot="user-avatar"]')
        .first()
        .evaluate((element) => getComputedStyle(element).borderRadius),
    ).not.toBe('0px')
    await page.close()
  })

  it('left while a removal is on its way, and come back to from the browser’s own cache: nothing stays pending', async () => {
    answerMs = 1000
    const page = await browser.newPage()
    await page.goto(url)
    const grace = page.getByRole('region', { name: 'Grace Hopper' })
    await grace.getByRole('button', { name: 'Remove image' }).click()
    await page.getByRole('alertdialog').getByRole('button', { name: 'Remove image' }).click()
    await page.evaluate(() => addEventListener('pageshow', ({ persisted }) => Object.assign(window, { persisted })))
    await page.goto(`${url}elsewhere.txt`)
    await page.waitForTimeout(300)
    await page.evaluate(() => history.back())
    await expect.poll(() => page.evaluate(() => (window as { persisted?: boolean }).persisted)).toBe(true)
    const manager = page.locator('[aria-label="Grace Hopper"] [data-slot="user-avatar-manager"]')
    await expect.poll(() => manager.getAttribute('data-status'), { timeout: 10_000 }).toBe('idle')
    expect(await manager.locator('img').count()).toBe(0)
    expect(people.find(({ id }) => id === 'grace')?.avatarUrl).toBeNull()
    await page.close()
  })

  it('ships no server code and no secret, not in source maps either', () => {
    const built = filesIn(outDir)
    expect(built.some((path) => path.endsWith('.map'))).toBe(true)
    for (const path of built) {
      const text = readFileSync(path, 'utf8')
      expect(text.includes(CANARY), path).toBe(false)
      // What went into a file: a map's sources, else its text.
      const parts = path.endsWith('.map') ? (JSON.parse(text) as { sources: string[] }).sources.join('\n') : text
      expect(
        parts.match(/\/server\/|adapters\/(?!rest\b)|createUserImage\w+|clerk\w*Adapter|betterAuthAdapter/i),
        path,
      ).toBeNull()
    }
  })
})
