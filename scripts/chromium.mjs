import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { findCommand, namedCommand } from './commands.mjs'

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
const places = [
  '/usr/bin',
  '/usr/local/bin',
  '/snap/bin',
  '/Applications/Google Chrome.app/Contents/MacOS',
  '/Applications/Chromium.app/Contents/MacOS',
]

/** The Chromium that tests use: CHROMIUM_PATH, Playwright's own, PATH, known paths; undefined where none is there. */
export function findChromium() {
  return namedCommand('CHROMIUM_PATH') ?? playwrightChromium() ?? findCommand(names, places)
}

function playwrightChromium() {
  try {
    const path = createRequire(import.meta.url)('playwright').chromium.executablePath()
    return existsSync(path) ? path : undefined
  } catch {
    return undefined
  }
}

/** No sandbox, since containers run as root; no traffic of the browser's own. */
export const chromiumFlags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1',
]
