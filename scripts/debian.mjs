import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { findCommand } from './commands.mjs'

/** Whether system packages can be installed from here: root, and apt. */
export function hasApt() {
  return process.getuid?.() === 0 && spawnSync('apt-get', ['--version'], { stdio: 'ignore' }).status === 0
}

/** Debian itself: Ubuntu's `chromium` package is only a pointer to a snap. */
export function isDebian() {
  try {
    return /^ID="?debian"?$/m.test(readFileSync('/etc/os-release', 'utf8'))
  } catch {
    return false
  }
}

/** Installs system packages; `false` where apt could not, which it then has said. */
export function aptInstall(packages) {
  const run = (...args) =>
    // Another installation may be under way: apt waits for its lock, in seconds.
    spawnSync('apt-get', ['-qq', '-o', 'DPkg::Lock::Timeout=600', ...args], {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    }).status === 0
  return run('update') && run('install', '-y', '--no-install-recommends', ...packages)
}

/**
 * Installs the packages whose program is missing, if apt can.
 *
 * @param {Record<string, string>} packages each by the name or the path of a program that it brings
 * @returns {string[]} the packages that are still missing
 */
export function installPrograms(packages) {
  const missing = () => [
    ...new Set(Object.keys(packages).flatMap((name) => (findCommand([name]) ? [] : [packages[name]]))),
  ]
  const wanted = missing()
  if (wanted.length === 0 || !hasApt()) return wanted
  console.log(`Installing ${wanted.join(', ')}. This is done once …`)
  aptInstall(wanted)
  return missing()
}

/**
 * Says that a test is skipped because packages are missing. Ends the run in CI if apt is there: it should have
 * installed them.
 *
 * @param {string} what the test, such as `Firefox`
 * @param {string[]} packages of Debian
 */
export function skipWithout(what, packages) {
  console.log(
    `${what}: SKIPPED. Missing: ${packages.join(', ')}. On Debian, as root: apt-get update && apt-get install ${packages.join(' ')}.`,
  )
  if (process.env.CI && hasApt()) process.exit(1)
}
