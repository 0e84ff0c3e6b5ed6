// Builds the panel's pages and its server into a folder: `node examples/admin-panel/build.mjs <folder>`.
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

process.env.NODE_ENV = 'production'
const { build } = await import('vite')

if (process.argv[2] === undefined) throw new Error('Name a folder: node examples/admin-panel/build.mjs <folder>')
const folder = resolve(process.argv[2])
const root = fileURLToPath(new URL('.', import.meta.url))
const common = { root, configFile: `${root}vite.config.ts`, logLevel: 'error' }
await build({ ...common, build: { outDir: `${folder}/pages`, emptyOutDir: true } })
await build({
  ...common,
  build: { outDir: `${folder}/server`, emptyOutDir: true, ssr: `${root}server/main.ts`, copyPublicDir: false },
})
