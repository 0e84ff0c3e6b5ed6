import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { playwright } from '@vitest/browser-playwright'
import { defineConfig } from 'vitest/config'
import { chromiumFlags, findChromium } from '../../scripts/chromium.mjs'
import { unlayered } from '../../scripts/unlayered.mjs'

const kit = (path: string) => fileURLToPath(new URL(`../../src/${path}`, import.meta.url))

/**
 * One for all hosts. The kit comes from its sources, everything that must be there once from the host's own
 * packages, as in an installation.
 */
export default defineConfig({
  plugins: [react()],
  css: { postcss: { plugins: [unlayered] } },
  resolve: {
    alias: [
      { find: /^avatarkit$/, replacement: kit('index.ts') },
      {
        find: /^avatarkit\/((?:(?:styles|desk)(?:\.unlayered)?|tailwind)\.css(?:\?.*)?)$/,
        replacement: kit('styles/$1'),
      },
      { find: /^avatarkit\/(themes\/.+\.css(?:\?.*)?)$/, replacement: kit('styles/$1') },
      { find: /^avatarkit\/optimistic$/, replacement: kit('optimistic/index.ts') },
      { find: /^avatarkit\/(adapters|locales)\/(.+)$/, replacement: kit('$1/$2.ts') },
      { find: /^avatarkit\/(activity|bulk|review|table|upload)$/, replacement: kit('$1.ts') },
    ],
    dedupe: ['react', 'react-dom', '@tanstack/react-query', '@tanstack/query-core'],
  },
  server: { fs: { allow: [fileURLToPath(new URL('../..', import.meta.url))] } },
  test: {
    include: ['**/*.test.tsx'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    browser: {
      enabled: true,
      headless: true,
      viewport: { width: 1280, height: 800 },
      screenshotFailures: false,
      provider: playwright({ launchOptions: { executablePath: findChromium(), args: chromiumFlags } }),
      instances: [{ browser: 'chromium' }],
    },
  },
})
