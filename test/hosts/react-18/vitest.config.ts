import { fileURLToPath } from 'node:url'
import { defineConfig, mergeConfig } from 'vitest/config'
import hosts from '../vitest.config.ts'

// The kit's own browser and component tests, each file by itself, with the packages of this folder.
export default mergeConfig(
  hosts,
  defineConfig({
    optimizeDeps: { include: ['react-easy-crop'] },
    test: {
      include: ['../../browser/*.test.tsx', '../../react/*.test.tsx', '*.test.tsx'],
      // Of each entry its main tests: how quick it is, and what a tab or a server does, says nothing of an older React.
      // A module whose loading fails can be pretended outside a browser only.
      exclude: [
        'browser/reviewKeys',
        'browser/table{Endless,Keyboard,Server}',
        'browser/bulkTabs',
        'browser/upload{Send,Policy,NoEditor}',
        'react/lazy{Reasons,Undo,Endless}',
      ].map((name) => `../../${name}.test.tsx`),
      setupFiles: [fileURLToPath(new URL('../../support/setup.ts', import.meta.url))],
    },
  }),
)
