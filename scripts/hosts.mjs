import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { installPackages } from './packages.mjs'

// Tests the kit inside applications made with other frameworks. Each folder of test/hosts is one, with packages of
// its own; `npm run test:hosts react-admin` runs one of them.
const root = fileURLToPath(new URL('..', import.meta.url))
const hosts = `${root}test/hosts/`
const wanted = process.argv.slice(2)
const names = readdirSync(hosts).filter((name) => existsSync(`${hosts}${name}/package.json`) && (wanted.length === 0 || wanted.includes(name)))

const unknown = wanted.filter((name) => !names.includes(name))
if (unknown.length > 0) {
  console.error(`There is no host ${unknown.join(', ')} in test/hosts.`)
  process.exit(1)
}

let failed = false
for (const name of names) {
  installPackages(`${hosts}${name}/`)
  console.log(`\n${name}`)
  const args = [`${root}node_modules/vitest/vitest.mjs`, 'run', '--root', `${hosts}${name}`, '--config', `${hosts}vitest.config.ts`]
  failed = spawnSync(process.execPath, args, { stdio: 'inherit' }).status !== 0 || failed
}
process.exit(failed ? 1 : 0)
