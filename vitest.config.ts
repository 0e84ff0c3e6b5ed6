import { storybookTest } from '@storybook/addon-vitest/vitest-plugin'
import react from '@vitejs/plugin-react'
import { type PlaywrightProviderOptions, playwright } from '@vitest/browser-playwright'
import type { Logger, Plugin } from 'vite'
import { defineConfig } from 'vitest/config'
import { chromiumFlags, findChromium } from './scripts/chromium.mjs'
import { LimitsReporter } from './test/support/limits.ts'

// Imported only when it is first needed: found then, the page would load again in the middle of a test.
const late = { include: ['react-easy-crop'] }

// So much that only a test that hangs meets it: `CHECK_LIMITS=1` fails where a test takes more than a fifth of its limit.
const patience = { testTimeout: 120_000, hookTimeout: 120_000, expect: { poll: { timeout: 20_000 } } }

/** Keeps Vite's lines about ports and compiling out of the tests' output, but not the one that says that a page is reloaded. */
const quietServer: Plugin = {
  name: 'quiet-server',
  config({ customLogger }) {
    if (!customLogger) return undefined
    const info: Logger['info'] = (message, options) => {
      if (message.includes('reloading')) customLogger.info(message, options)
    }
    return { customLogger: { ...customLogger, info } }
  },
}

// A function: a shared object would mix the two projects' names.
const chromium = (contextOptions: PlaywrightProviderOptions['contextOptions'] = {}) => ({
  enabled: true,
  headless: true,
  screenshotFailures: false,
  provider: playwright({ launchOptions: { executablePath: findChromium(), args: chromiumFlags }, contextOptions }),
  instances: [{ browser: 'chromium' as const }],
})

export default defineConfig({
  test: {
    reporters: process.env.CHECK_LIMITS ? ['default', new LimitsReporter()] : ['default'],
    projects: [
      {
        test: {
          name: 'node',
          include: ['test/{core,optimistic,adapters,server}/**/*.test.ts', 'test/*.test.ts'],
          setupFiles: ['test/support/quiet.ts'],
          ...patience,
        },
      },
      {
        plugins: [react()],
        test: {
          name: 'unit',
          environment: 'happy-dom',
          include: ['test/react/**/*.test.tsx'],
          setupFiles: ['test/support/quiet.ts', 'test/support/setup.ts'],
          ...patience,
        },
      },
      {
        plugins: [react(), quietServer],
        optimizeDeps: late,
        test: {
          name: 'browser',
          include: ['test/browser/**/*.test.tsx'],
          setupFiles: ['test/support/quiet.ts', 'test/support/setup.ts'],
          ...patience,
          browser: chromium(),
        },
      },
      {
        plugins: [storybookTest({ configDir: '.storybook' }), quietServer],
        optimizeDeps: late,
        // What fades in counts as invisible for as long as a busy browser draws no frame.
        test: { name: 'stories', ...patience, browser: chromium({ reducedMotion: 'reduce' }) },
      },
      {
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts'],
          globalSetup: ['test/e2e/support/buildPanel.ts'],
          ...patience,
        },
      },
    ],
  },
})
