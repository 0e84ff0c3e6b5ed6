import { spawnSync } from 'node:child_process'
import { aptInstall, hasApt } from './debian.mjs'

// A family that only this package brings.
const families = {
  'fonts-noto-core': 'Noto Sans Armenian',
  'fonts-noto-cjk': 'Noto Sans CJK',
  'fonts-noto-color-emoji': 'Noto Color Emoji',
}

/** Sees to it that names of every script can be drawn. Tests pass without them too, but pictures show boxes. */
export function installFonts() {
  // Other systems come with fonts for every script.
  if (process.platform !== 'linux') return
  const there = spawnSync('fc-list', [':', 'family'], { encoding: 'utf8' }).stdout ?? ''
  const missing = Object.keys(families).filter((name) => !there.includes(families[name]))
  if (missing.length === 0) return
  console.log(`Installing fonts for the names in the demo (${missing.join(', ')}). This is done once …`)
  if (hasApt() && aptInstall(['fontconfig', ...missing])) return
  console.warn(
    `These fonts could not be installed: ${missing.join(', ')}. The tests go on; install them yourself (as root: apt-get install ${missing.join(' ')}) to see names of every script.`,
  )
}
