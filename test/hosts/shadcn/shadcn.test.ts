import { spawn } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { installPacked } from '../../../scripts/packed.mjs'

const folder = fileURLToPath(new URL('.', import.meta.url))
const app = mkdtempSync(join(tmpdir(), 'avatarkit-shadcn-'))
let registry: Server

/** shadcn's own site, of which its command asks the theme's colours. */
const colours = {
  inlineColors: { light: {}, dark: {} },
  cssVars: { light: {}, dark: {} },
  inlineColorsTemplate: '',
  cssVarsTemplate: '',
}

beforeAll(async () => {
  installPacked(folder)
  cpSync(`${folder}app`, app, { recursive: true })
  cpSync(`${folder}package.json`, join(app, 'package.json'))
  symlinkSync(`${folder}node_modules`, join(app, 'node_modules'), 'junction')
  registry = createServer((request, response) => {
    const known = request.url?.startsWith('/colors/')
    response
      .writeHead(known ? 200 : 404, { 'content-type': 'application/json' })
      .end(JSON.stringify(known ? colours : {}))
  })
  await new Promise<void>((resolve) => registry.listen(0, '127.0.0.1', resolve))
})
afterAll(() => {
  registry?.close()
  rmSync(app, { recursive: true, force: true })
})

// Not synchronous: the registry is in this process.
const run = (...args: string[]) =>
  new Promise<{ code: number | null; output: string }>((resolve) => {
    const env = { ...process.env, REGISTRY_URL: `http://127.0.0.1:${(registry.address() as AddressInfo).port}` }
    const child = spawn(process.execPath, args, { cwd: app, env, stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    child.stdout.on('data', (bytes: Buffer) => (output += bytes.toString()))
    child.stderr.on('data', (bytes: Buffer) => (output += bytes.toString()))
    child.on('close', (code) => resolve({ code, output }))
  })

it('shadcn’s command installs the manager into a shadcn project, and it compiles there', async () => {
  const { dependencies, ...item } = JSON.parse(
    readFileSync(`${folder}node_modules/avatarkit/dist/registry/user-avatar-manager.json`, 'utf8'),
  ) as { dependencies: string[] }
  expect(dependencies).toEqual(['avatarkit', '@tanstack/react-query'])
  // They are there already: the packed kit is not in any registry.
  writeFileSync(join(app, 'item.json'), JSON.stringify(item))
  const added = await run(`${folder}node_modules/shadcn/dist/index.js`, 'add', './item.json', '--yes')
  expect(added.code, added.output).toBe(0)
  const installed = readFileSync(join(app, 'src/components/user-avatar-manager.tsx'), 'utf8')
  expect(installed).toContain("restAdapter({ baseUrl: '/api' })")
  expect(installed).toContain('UserAvatarManager')
  const checked = await run(`${folder}node_modules/typescript/bin/tsc`, '-p', '.')
  expect(checked.code, checked.output).toBe(0)
})
