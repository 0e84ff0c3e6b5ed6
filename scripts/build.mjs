import { spawnSync } from 'node:child_process'
import { rmSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { writeRegistryItem } from './registry.mjs'

// dist/: modules, their types, the stylesheets, and an item for shadcn's command.
const root = fileURLToPath(new URL('..', import.meta.url))
// Whatever the caller's is: with another NODE_ENV the modules would call React's development runtime.
const env = { ...process.env, NODE_ENV: 'production' }
const run = (...args) => {
  const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit', env })
  if (status !== 0) process.exit(status ?? 1)
}

rmSync(`${root}dist`, { recursive: true, force: true })
run('node_modules/vite/bin/vite.js', 'build', '--logLevel', 'warn')
run('node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json')
// TypeScript wants types for a side-effect import of a stylesheet too.
writeFileSync(`${root}dist/styles.css.d.ts`, 'export {}\n')
writeRegistryItem()
console.log('Built dist/.')
