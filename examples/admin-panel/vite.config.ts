import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

export default defineConfig({
  plugins: [react()],
  // The panel is written as a user's code would be; here the kit is its own sources.
  resolve: {
    alias: [
      { find: /^avatarkit$/, replacement: here('../../src/index.ts') },
      { find: /^avatarkit\/(server|optimistic)$/, replacement: here('../../src/$1/index.ts') },
      { find: /^avatarkit\/(table|bulk|review|upload|activity)$/, replacement: here('../../src/$1.ts') },
      { find: /^avatarkit\/(adapters|locales)\/([\w-]+)$/, replacement: here('../../src/$1/$2.ts') },
      { find: /^avatarkit\/(styles|desk)\.css$/, replacement: here('../../src/styles/$1.css') },
    ],
    dedupe: ['react', 'react-dom', '@tanstack/react-query'],
  },
  logLevel: 'warn',
  clearScreen: false,
  cacheDir: process.env.PANEL_CACHE_DIR ?? here('../../node_modules/.vite/admin-panel'),
  // Whatever is found only while a page is open makes Vite load that page again.
  optimizeDeps: {
    include: [
      'react',
      'react-dom',
      'react-dom/client',
      'react/jsx-runtime',
      'react/jsx-dev-runtime',
      '@tanstack/react-query',
      '@tanstack/react-virtual',
      'radix-ui',
      'react-easy-crop',
    ],
  },
  server: {
    fs: {
      allow: [here('.'), here('../../src'), here('../../node_modules')],
      deny: ['**/.data/**', '**/server/**', '.env', '.env.*'],
    },
  },
})
