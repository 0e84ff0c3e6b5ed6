import type { ChildProcess } from 'node:child_process'
import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright'
import { builtPanelDir } from './buildPanel.ts'
import type { Role } from './session.ts'
import { credentials } from './session.ts'

const root = fileURLToPath(new URL('../../../', import.meta.url))

export interface PanelOptions {
  /** Laid over the test's own environment; `undefined` unsets. */
  env?: Record<string, string | undefined>
  /** Data of an earlier panel. Default: a new folder, removed by `stop`. */
  dataDir?: string
  flags?: string[]
  /** Compiled as it is asked for, as with `npm start`. Default: built before, which starts sooner. */
  dev?: boolean
}

export interface RunningPanel {
  url: string
  dataDir: string
  /** What the panel printed so far. */
  output(): string
  /** Signs in with a request of the page's own context. */
  signIn(page: Page, role: Role): Promise<void>
  /** Stops it as a terminal would; resolves with the exit code. */
  stop(signal?: NodeJS.Signals): Promise<number | null>
}

/** Starts the demo panel as `npm start` does, on a free port and on data of its own. */
export async function startPanel({ env, dataDir, flags = [], dev = false }: PanelOptions = {}): Promise<RunningPanel> {
  const ownDir = dataDir ?? (await mkdtemp(join(tmpdir(), 'avatarkit-panel-')))
  const run = runPanel(
    { PANEL_DATA_DIR: ownDir, PORT: '0', ...(!dev && { PANEL_BUILT_DIR: builtPanelDir }), ...env },
    flags,
  )
  const address = await run.address
  const stop = async (signal: NodeJS.Signals = 'SIGTERM') => {
    run.child.kill(signal)
    const code = await run.exit
    if (!dataDir) await rm(ownDir, { recursive: true, force: true })
    return code
  }
  if (address === undefined) {
    await stop()
    throw new Error(`The panel did not start:\n${run.output()}`)
  }
  const signIn = async (page: Page, role: Role) => {
    const reply = await page.request.post(`${address}/api/auth/sign-in/email`, {
      data: credentials(role),
      headers: { origin: address },
    })
    if (!reply.ok()) throw new Error(`Signing in as ${role} failed: ${reply.status()} ${await reply.text()}`)
  }
  return { url: address, dataDir: ownDir, output: run.output, signIn, stop }
}

export interface PanelRun {
  child: ChildProcess
  output(): string
  /** The address that it printed; `undefined` where it ended before. */
  address: Promise<string | undefined>
  exit: Promise<number | null>
}

/** Runs the panel's command; for the cases in which it is meant to refuse. */
export function runPanel(env: Record<string, string | undefined>, flags: string[] = []): PanelRun {
  const { CLERK_SECRET_KEY: _key, CLERK_API_URL: _url, ...inherited } = process.env
  const cache = { PANEL_CACHE_DIR: join(root, 'node_modules/.vite/admin-panel-e2e'), NODE_ENV: 'development' }
  const child = spawn(process.execPath, [join(root, 'examples/admin-panel/start.mjs'), ...flags], {
    env: { ...inherited, ...cache, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  const exit = new Promise<number | null>((resolve) => child.once('close', resolve))
  const address = new Promise<string | undefined>((resolve) => {
    const read = (bytes: Buffer) => {
      output += bytes.toString()
      const found = /^ +(http:\/\/localhost:\d+)$/m.exec(output)
      if (found) resolve(found[1])
    }
    child.stdout.on('data', read)
    child.stderr.on('data', read)
    void exit.then(() => resolve(undefined))
  })
  return { child, output: () => output, address, exit }
}
