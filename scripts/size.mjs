import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, constants } from 'node:zlib'
import { build } from 'vite'

// What a panel downloads for each thing it imports: minified, with all that it needs but react, react-dom and
// react-query, compressed with brotli. Over the ceiling fails. Run after `npm run build`; `--profile` names the largest modules.
const root = fileURLToPath(new URL('..', import.meta.url))
const kit = JSON.stringify(`${root}dist/index.js`)
const manager = `export { AvatarKitProvider, UserAvatarManager } from ${kit}`
const profile = process.argv.includes('--profile')

const entries = [
  // With a plain Undo for a panel whose chunks do not arrive, and the rule for what a host opens over a dialog.
  { name: 'UserAvatarManager', ceiling: 27_900, code: manager },
  // What a panel pays that has Radix's dialog already, as those made with shadcn have.
  { name: '  without Radix', ceiling: 19_600, code: manager, without: [/radix-ui($|\/)/] },
  { name: 'UserAvatar', ceiling: 1900, code: `export { UserAvatar } from ${kit}` },
  // What each entry adds to a panel that has the manager already is less: they share the core.
  ...[
    ['table', 28_500],
    ['bulk', 25_000],
    ['review', 25_200],
    ['upload', 22_500],
    ['activity', 10_500],
  ].map(([entry, ceiling]) => ({
    name: `avatarkit/${entry}`,
    ceiling,
    code: `export * from ${JSON.stringify(`${root}dist/${entry}.js`)}`,
  })),
  {
    name: 'createUserImageHandler',
    ceiling: 8100,
    code: `export { createUserImageHandler } from ${JSON.stringify(`${root}dist/server/index.js`)}`,
  },
  { name: 'avatarkit/server', ceiling: 12_100, code: `export * from ${JSON.stringify(`${root}dist/server/index.js`)}` },
]

const brotli = (bytes) => brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length

/** Every chunk apart: what is loaded at once, and what when it is first needed. */
async function measure({ code, without = [] }) {
  const id = '\0entry.js'
  const { output } = await build({
    configFile: false,
    root,
    logLevel: 'error',
    plugins: [
      {
        name: 'entry',
        resolveId: (name) => (name === id ? id : undefined),
        load: (name) => (name === id ? code : undefined),
      },
      // What Vite itself adds to load chunks is the application's.
      {
        name: 'preload',
        enforce: 'pre',
        load: (name) =>
          name.includes('vite/preload-helper') ? 'export const __vitePreload = (load) => load()' : undefined,
      },
    ],
    build: {
      write: false,
      minify: true,
      modulePreload: false,
      target: 'es2022',
      rolldownOptions: {
        input: id,
        preserveEntrySignatures: 'strict',
        external: [/^react($|\/)/, /^react-dom($|\/)/, /^@tanstack\/react-query($|\/)/, ...without],
        onLog: () => {},
      },
    },
  })
  const chunks = output.filter(({ type }) => type === 'chunk')
  const size = (some) => some.reduce((sum, chunk) => sum + brotli(chunk.code), 0)
  const first = new Set(chunks.filter(({ isEntry }) => isEntry))
  for (const chunk of first)
    for (const name of chunk.imports) first.add(chunks.find(({ fileName }) => fileName === name) ?? chunk)
  if (profile) {
    const modules = [...first]
      .flatMap((chunk) => Object.entries(chunk.modules))
      .map(([path, { code: text }]) => [brotli(text ?? ''), path.replace(/^.*node_modules\//, '').replace(root, '')])
    for (const [bytes, path] of modules.sort(([a], [b]) => b - a).slice(0, 15))
      console.log(`    ${String(bytes).padStart(6)}  ${path}`)
  }
  return { now: size([...first]), later: size(chunks.filter((chunk) => !first.has(chunk))) }
}

let over = false
const row = (name, now, later, ceiling) => {
  over ||= now > ceiling
  console.log(
    `${name.padEnd(24)}${String(now).padStart(10)}${String(later).padStart(12)}${String(ceiling).padStart(10)}${now > ceiling ? '  over' : ''}`,
  )
}
console.log(
  `${'bytes, minified, brotli'.padEnd(24)}${'at once'.padStart(10)}${'when needed'.padStart(12)}${'ceiling'.padStart(10)}`,
)
for (const entry of entries) {
  const { now, later } = await measure(entry)
  row(entry.name, now, later, entry.ceiling)
}
// Without the comments, which tell people what each variable is for, and which a panel's own build leaves out.
const sheet = (name) => brotli(readFileSync(`${root}dist/${name}`, 'utf8').replaceAll(/\/\*[\s\S]*?\*\//g, ''))
row('styles.css', sheet('styles.css'), 0, 4400)
row('desk.css', sheet('desk.css'), 0, 11_400)
process.exit(over ? 1 : 0)
