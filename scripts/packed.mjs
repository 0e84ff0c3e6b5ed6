import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
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
  withPacked((tarball) =>
    run('npm', ['install', '--no-save', '--no-package-lock', '--no-progress', '--loglevel=error', tarball], folder),
  )
}

/**
 * The same in a few seconds: only unpacks it. In a folder of many packages npm takes a minute or more to install
 * one. The folder's package.json names the kit's dependencies.
 *
 * @param {string} folder with a slash at its end
 */
export function unpackPacked(folder) {
  const { dependencies } = JSON.parse(readFileSync(`${root}package.json`, 'utf8'))
  for (const name of Object.keys(dependencies))
    if (!existsSync(`${folder}node_modules/${name}`)) throw new Error(`${folder}package.json has to name ${name}.`)
  const place = `${folder}node_modules/avatarkit`
  withPacked((tarball) => {
    rmSync(place, { recursive: true, force: true })
    mkdirSync(place)
    run('tar', ['-xzf', tarball, '-C', place, '--strip-components=1'], folder)
  })
}

function withPacked(install) {
  run(process.execPath, ['scripts/build.mjs'], root)
  const place = mkdtempSync(join(tmpdir(), 'avatarkit-pack-'))
  try {
    const packed = run('npm', ['pack', '--json', '--loglevel=error', '--pack-destination', place], root)
    const [{ filename }] = JSON.parse(packed)
    install(join(place, filename))
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
