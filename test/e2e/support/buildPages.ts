import { fileURLToPath } from 'node:url'
import { build } from 'vite'

const panel = fileURLToPath(new URL('../../../examples/admin-panel/', import.meta.url))

/** The pages of the demo panel as they were built for this run. */
export const builtPagesDir = fileURLToPath(new URL('../../../.cache/panel-pages', import.meta.url))

export async function setup(): Promise<void> {
  await build({
    root: panel,
    configFile: `${panel}vite.config.ts`,
    logLevel: 'error',
    build: { outDir: builtPagesDir, emptyOutDir: true },
  })
}
