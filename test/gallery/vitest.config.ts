import { defineConfig } from 'vitest/config'

// What must hold for every story: `npm run test:gallery`.
export default defineConfig({
  test: {
    dir: import.meta.dirname,
    globalSetup: ['test/gallery/globalSetup.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // Each file has a browser with several pages.
    fileParallelism: false,
    maxConcurrency: 3,
  },
})
