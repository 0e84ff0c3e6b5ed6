import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))

/**
 * Builds the kit, packs it as for the registry, and installs that into a folder whose own packages are there.
 * Nothing is written to its package.json or lock file.
 *
 * @param {string} folder
 */
export function installPacked(folder) {
  run(process.execPath, ['scripts/build.mjs'], root)
  const place = mkdtempSync(join(tmpdir(), 'avatarkit-pack-'))
  try {
    const [{ filename }] = JSON.parse(
      run('npm', ['pack', '--json', '--loglevel=error', '--pack-destination', place], root),
    )
    run(
      'npm',
      ['install', '--no-save', '--no-package-lock', '--no-progress', '--loglevel=error', join(place, filename)],
      folder,
    )
  } finally {
    rmSync(place, { recursive: true, force: true })
  }
}

function run(command, args, cwd) {
  const { status, stdout } = spawnSync(command, args, {
    cwd,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
    shell: process.platform === 'win32' && command === 'npm',
  })
  if (status !== 0) throw new Error(`\`${[command, ...args].join(' ')}\` failed with ${status}.\n${stdout}`)
  return stdout
}
