import { fileURLToPath } from 'node:url'
import { brotliCompressSync, constants } from 'node:zlib'
import { build } from 'vite'

const root = fileURLToPath(new URL('..', import.meta.url))

/** Bytes, compressed as servers compress what they keep. */
export const brotli = (bytes) => brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length

/**
 * What a panel downloads that has `code`: minified, compressed with brotli, with all that it needs but react,
 * react-dom and react-query. What is loaded `now`, and what only when it is first needed (`later`).
 *
 * @param {{ code: string, without?: RegExp[], alias?: import('vite').Alias[] }} entry
 */
export async function bundleSize({ code, without = [], alias = [] }) {
  const id = '\0entry.js'
  const { output } = await build({
    configFile: false,
    root,
    logLevel: 'error',
    resolve: { alias },
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
  return {
    now: size([...first]),
    later: size(chunks.filter((chunk) => !first.has(chunk))),
    /** The modules that are loaded now, largest first. */
    modules: () =>
      [...first]
        .flatMap((chunk) => Object.entries(chunk.modules))
        .map(([path, { code: text }]) => ({
          bytes: brotli(text ?? ''),
          path: path.replace(/^.*node_modules\//, '').replace(root, ''),
        }))
        .sort((a, b) => b.bytes - a.bytes),
  }
}
