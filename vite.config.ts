import { readdirSync, readFileSync } from 'node:fs'
import { defineConfig } from 'vite'
import { unlayered } from './scripts/unlayered.mjs'

const manifest = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8')) as {
  dependencies?: object
  peerDependencies?: object
}
const external = [...Object.keys(manifest.dependencies ?? {}), ...Object.keys(manifest.peerDependencies ?? {})]

/** A folder whose every file is an entry of the package. */
const files = (folder: string, ending: string) =>
  readdirSync(new URL(`src/${folder}`, import.meta.url))
    .filter((name) => name.endsWith(ending))
    .map((name) => `src/${folder}/${name}`)

// The library. Entries are found by folder: a new adapter or language is one file and nothing else.
export default defineConfig({
  css: { postcss: { plugins: [unlayered] } },
  build: {
    target: 'es2022',
    cssTarget: ['chrome123', 'safari17.5', 'firefox120'],
    minify: false,
    cssMinify: false,
    cssCodeSplit: true,
    sourcemap: true,
    lib: {
      entry: [
        ...files('.', '.ts'),
        'src/server/index.ts',
        'src/optimistic/index.ts',
        ...files('adapters', '.ts'),
        ...files('locales', '.ts'),
        ...['styles', 'desk'].flatMap((name) => [`src/styles/${name}.css`, `src/styles/${name}.unlayered.css`]),
        'src/styles/tailwind.css',
        ...files('styles/themes', '.css'),
      ],
      formats: ['es'],
    },
    rolldownOptions: {
      // With one module a file they are preserved.
      onLog: (level, log, handle) => log.code !== 'MODULE_LEVEL_DIRECTIVE' && handle(level, log),
      external: (id) => external.some((name) => id === name || id.startsWith(`${name}/`)) || id.startsWith('node:'),
      output: {
        preserveModules: true,
        preserveModulesRoot: 'src',
        entryFileNames: '[name].js',
        assetFileNames: ({ names, originalFileNames }) =>
          `${/themes\/[^/]+$/.test(originalFileNames[0] ?? '') ? 'themes/' : ''}${names[0]?.replace(/^.*\//, '') ?? '[name][extname]'}`,
      },
    },
  },
})
