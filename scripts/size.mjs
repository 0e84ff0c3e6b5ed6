import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { brotli, bundleSize } from './bundleSize.mjs'

// What a panel downloads for each thing that it imports. Fails if something is over its budget in budgets.json, or has
// none. Run after `npm run build`; `--profile` names the largest modules.
const root = fileURLToPath(new URL('..', import.meta.url))
const dist = (path) => JSON.stringify(`${root}dist/${path}`)
const manager = `export { AvatarKitProvider, UserAvatarManager } from ${dist('index.js')}`
const { bytes: budgets } = JSON.parse(readFileSync(`${root}budgets.json`, 'utf8'))
const profile = process.argv.includes('--profile')

const entries = [
  { name: 'UserAvatarManager', code: manager },
  // What a panel pays that has Radix's dialog already, as those made with shadcn have.
  { name: 'UserAvatarManager without Radix', code: manager, without: [/radix-ui($|\/)/] },
  { name: 'UserAvatar', code: `export { UserAvatar } from ${dist('index.js')}` },
  // What an entry adds to a panel that has the manager already is less: they share the core.
  ...readdirSync(`${root}dist`)
    .filter((name) => name.endsWith('.js') && name !== 'index.js')
    .map((name) => ({ name: `avatarkit/${name.replace('.js', '')}`, code: `export * from ${dist(name)}` })),
]

const row = (name, ...cells) => console.log(name.padEnd(34) + cells.map((cell) => String(cell).padStart(12)).join(''))
const unmeasured = new Set(Object.keys(budgets))
let failed = false

function check(name, now, later) {
  const budget = budgets[name]
  const fault = budget === undefined ? 'none' : now > budget ? `${budget}, over` : undefined
  failed ||= fault !== undefined
  unmeasured.delete(name)
  row(name, now, later, fault ?? budget)
}

row('bytes, minified, brotli', 'at once', 'when needed', 'budget')
for (const { name, ...entry } of entries) {
  const { now, later, modules } = await bundleSize(entry)
  check(name, now, later)
  if (profile)
    for (const { bytes, path } of modules().slice(0, 15)) console.log(`    ${String(bytes).padStart(6)}  ${path}`)
}
// Without the comments, which tell people what each variable is for, and which a panel's own build leaves out.
for (const name of ['styles.css', 'desk.css'])
  check(name, brotli(readFileSync(`${root}dist/${name}`, 'utf8').replaceAll(/\/\*[\s\S]*?\*\//g, '')), 0)
for (const name of unmeasured) console.error(`budgets.json names ${name}, which is not there.`)
process.exit(failed || unmeasured.size > 0 ? 1 : 0)
