import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { findChromium } from './chromium.mjs'
import { aptInstall, hasApt, isDebian } from './debian.mjs'

/** Sees to it that there is a Chromium for the tests. Needs the packages. */
export function installBrowser() {
  if (findChromium()) return
  console.log('Installing Chromium for the tests. This is done once …')
  if (hasApt() && isDebian()) aptInstall(['chromium'])
  if (!findChromium()) playwrightInstall()
  if (findChromium()) return
  console.error(
    'No Chromium could be installed. Install Chromium or Chrome yourself, or name one with CHROMIUM_PATH, then run the same command again.',
  )
  process.exit(1)
}

function playwrightInstall() {
  const cli = fileURLToPath(new URL('../node_modules/playwright/cli.js', import.meta.url))
  spawnSync(process.execPath, [cli, 'install', ...(hasApt() ? ['--with-deps'] : []), 'chromium'], {
    stdio: ['ignore', 'ignore', 'inherit'],
  })
}
