import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, constants } from 'node:zlib'
import { build } from 'vite'

// What a panel downloads for each thing it imports: minified, with all that it needs but react, react-dom and
// react-query, compressed with brotli. Over budget fails. Run after `npm run build`.
const root = fileURLToPath(new URL('..', import.meta.url))
const kit = JSON.stringify(`${root}dist/index.js`)

const entries = [
  { name: 'UserAvatarManager', budget: 20_000, code: `export { AvatarKitProvider, UserAvatarManager } from ${kit}` },
  { name: 'UserAvatar', budget: 1500, code: `export { UserAvatar } from ${kit}` },
  { name: 'avatarkit/server', budget: 6000, code: `export * from ${JSON.stringify(`${root}dist/server/index.js`)}` },
]

const brotli = (bytes) => brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length

/** Every chunk apart: what is loaded at once, and what when it is first needed. */
async function measure(code) {
  const id = '\0entry.js'
  const { output } = await build({
    configFile: false,
    root,
    logLevel: 'error',
    plugins: [{ name: 'entry', resolveId: (name) => (name === id ? id : undefined), load: (name) => (name === id ? code : undefined) }],
    build: {
      write: false,
      minify: true,
      modulePreload: false,
      target: 'es2022',
      rolldownOptions: { input: id, external: [/^react($|\/)/, /^react-dom($|\/)/, /^@tanstack\/react-query($|\/)/], preserveEntrySignatures: 'strict', onLog: () => {} },
    },
  })
  const chunks = output.filter(({ type }) => type === 'chunk')
  const size = (some) => some.reduce((sum, chunk) => sum + brotli(chunk.code), 0)
  const first = new Set(chunks.filter(({ isEntry }) => isEntry))
  for (const chunk of first) for (const name of chunk.imports) first.add(chunks.find(({ fileName }) => fileName === name) ?? chunk)
  return { now: size([...first]), later: size(chunks.filter((chunk) => !first.has(chunk))) }
}

let over = false
const row = (name, now, later, budget) => {
  over ||= now > budget
  console.log(`${name.padEnd(24)}${String(now).padStart(10)}${String(later).padStart(12)}${String(budget).padStart(10)}${now > budget ? '  over' : ''}`)
}
console.log(`${'bytes, minified, brotli'.padEnd(24)}${'at once'.padStart(10)}${'when needed'.padStart(12)}${'budget'.padStart(10)}`)
for (const { name, budget, code } of entries) {
  const { now, later } = await measure(code)
  row(name, now, later, budget)
}
row('styles.css', brotli(readFileSync(`${root}dist/styles.css`)), 0, 4000)
process.exit(over ? 1 : 0)
