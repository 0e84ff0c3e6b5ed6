import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { fileURLToPath } from 'node:url'

const kit = fileURLToPath(new URL('..', import.meta.url))

/**
 * Runs `npm ci` where packages are missing or are not those of the lock file. Uses Node's own modules only.
 *
 * @param {string} folder with a slash at its end; default the kit's own
 */
export function installPackages(folder = kit) {
  if (isInstalled(folder)) return
  console.log(
    `Installing packages${folder === kit ? '' : ` of ${basename(folder)}`}. This takes about a minute and is done once …`,
  )
  const npm = process.env.npm_execpath
  const [command, args] = npm ? [process.execPath, [npm]] : ['npm', []]
  const { status, error } = spawnSync(command, [...args, 'ci', '--no-progress', '--loglevel=error'], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: !npm && process.platform === 'win32',
  })
  if (status === 0) return
  console.error(
    `The packages could not be installed${error ? ` (${error.message})` : ''}. Check the network and what npm says above, then run the same command again.`,
  )
  process.exit(1)
}

/** npm writes down what it installed as the last thing it does, so an interrupted installation does not count. */
function isInstalled(folder) {
  const wanted = JSON.parse(readFileSync(`${folder}package-lock.json`, 'utf8')).packages
  let there
  try {
    there = JSON.parse(readFileSync(`${folder}node_modules/.package-lock.json`, 'utf8')).packages
  } catch {
    return false
  }
  // Optional ones belong to other platforms, and npm leaves them out.
  return Object.entries(wanted).every(
    ([path, { version, optional }]) => path === '' || optional || there[path]?.version === version,
  )
}
