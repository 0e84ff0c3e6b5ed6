import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { installPackages } from './packages.mjs'

// Tests the kit inside applications made with other frameworks: each folder of test/hosts, with packages of its
// own, and each example that has a vitest.config.ts. `npm run test:hosts react-admin` runs one of them.
const root = fileURLToPath(new URL('..', import.meta.url))
const foldersOf = (place, mark) =>
  readdirSync(root + place)
    .map((name) => ({ name, folder: `${root}${place}${name}/` }))
    .filter(({ folder }) => existsSync(folder + mark))
const hosts = [...foldersOf('test/hosts/', 'package.json'), ...foldersOf('examples/', 'vitest.config.ts')]
const wanted = process.argv.slice(2)
const unknown = wanted.filter((name) => hosts.every((host) => host.name !== name))
if (unknown.length > 0) {
  console.error(`There is no host ${unknown.join(', ')}. They are ${hosts.map(({ name }) => name).join(', ')}.`)
  process.exit(1)
}

for (const { name, folder } of hosts) {
  if (wanted.length > 0 && !wanted.includes(name)) continue
  installPackages(folder)
  console.log(`\n${name}`)
  const own = `${folder}vitest.config.ts`
  const config = existsSync(own) ? own : `${root}test/hosts/vitest.config.ts`
  const args = [`${root}node_modules/vitest/vitest.mjs`, 'run', '--root', folder, '--config', config]
  // The first that fails ends the run, so that its report is the last thing that was printed.
  const { status } = spawnSync(process.execPath, args, { stdio: 'inherit' })
  if (status !== 0) process.exit(status ?? 1)
}
