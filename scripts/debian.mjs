import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

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
    spawnSync('apt-get', ['-qq', ...args], {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    }).status === 0
  return run('update') && run('install', '-y', '--no-install-recommends', ...packages)
}
