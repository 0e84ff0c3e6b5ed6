import { type ChildProcess, execFileSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { endProgram, startDisplay, startProgram } from '../browsers/programs.ts'

export interface Orca {
  /** For a program that Orca shall read. */
  env: NodeJS.ProcessEnv
  /** Everything that was said since it started, an utterance each. */
  said(): string[]
  /** Presses a key as a keyboard does: `Tab`, `shift+Tab`, `Return`. */
  press(key: string): void
  /** Clicks on the lower right corner of the screen, where a page is empty, so that keys go to the page. */
  clickPage(): void
  /** Waits until Orca has nothing to work on, and has said nothing, for so many tenths of a second. */
  calm(tenths?: number): Promise<void>
  close(): void
}

/** Polls until something holds; `false` if it did not within three minutes. */
export async function until(holds: () => boolean | Promise<boolean>): Promise<boolean> {
  for (let tries = 0; tries < 1800; tries++) {
    if (await holds()) return true
    await setTimeout(100)
  }
  return false
}

/** Starts Orca in a session of its own, with a screen, buses and a window manager. What it says goes to a file. */
export async function startOrca(folder: string): Promise<Orca> {
  for (const name of ['home', 'run', 'orca']) mkdirSync(join(folder, name), { recursive: true, mode: 0o700 })
  cpSync(fileURLToPath(new URL('orca/', import.meta.url)), join(folder, 'orca'), { recursive: true })
  writeFileSync(join(folder, 'said.txt'), '')
  const screen = await startDisplay(1280, 900)
  const running: ChildProcess[] = []
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    DISPLAY: screen.display,
    HOME: join(folder, 'home'),
    XDG_RUNTIME_DIR: join(folder, 'run'),
    SPEECH_FOLDER: folder,
    LANG: 'C.UTF-8',
    GSETTINGS_BACKEND: 'memory',
    DBUS_SESSION_BUS_ADDRESS: `unix:path=${join(folder, 'run/bus')}`,
  }
  const start = (program: string, ...args: string[]) => {
    const log = openSync(join(folder, `${basename(program)}.log`), 'w')
    running.push(startProgram(program, args, { env, stdio: ['ignore', log, log] }))
  }
  const close = () => {
    for (const one of running.toReversed()) endProgram(one)
    screen.close()
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
  }
  const said = () => readFileSync(join(folder, 'said.txt'), 'utf8').split('\n').filter(Boolean)
  const idle = () => (existsSync(join(folder, 'idle.txt')) ? Number(readFileSync(join(folder, 'idle.txt'), 'utf8')) : 0)
  const calm = async (tenths = 8) => {
    let count = -1
    let since = 0
    await until(() => {
      since = said().length === count ? since + 1 : 0
      count = said().length
      return since >= tenths && idle() >= tenths
    })
  }
  try {
    start('dbus-daemon', '--session', '--nofork', `--address=${env.DBUS_SESSION_BUS_ADDRESS}`)
    if (!(await until(() => existsSync(join(folder, 'run/bus'))))) throw new Error('The session bus did not start.')
    start('openbox')
    start('/usr/libexec/at-spi-bus-launcher', '--launch-immediately')
    for (const property of ['IsEnabled', 'ScreenReaderEnabled'])
      execFileSync(
        'dbus-send',
        [
          '--session',
          '--print-reply',
          '--dest=org.a11y.Bus',
          '/org/a11y/bus',
          'org.freedesktop.DBus.Properties.Set',
          'string:org.a11y.Status',
          `string:${property}`,
          'variant:boolean:true',
        ],
        { env, stdio: 'ignore' },
      )
    start('orca', '--replace', '--user-prefs', join(folder, 'orca'))
    if (!(await until(() => idle() > 5))) throw new Error('Orca did not start within three minutes.')
  } catch (error) {
    close()
    throw error
  }
  return {
    env,
    said,
    press: (key) => execFileSync('xdotool', ['key', '--clearmodifiers', key], { env }),
    clickPage: () => execFileSync('xdotool', ['mousemove', '1270', '890', 'click', '1'], { env }),
    calm,
    close,
  }
}
