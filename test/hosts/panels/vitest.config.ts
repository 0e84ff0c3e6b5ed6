import tailwindcss from '@tailwindcss/vite'
import { defineConfig, mergeConfig } from 'vitest/config'
import hosts from '../vitest.config.ts'

// One file for each design system, which runs in a frame of its own: their stylesheets do not meet.
export default mergeConfig(
  hosts,
  defineConfig({
    plugins: [tailwindcss()],
    optimizeDeps: {
      // Found late, they would load the page again in the middle of a test.
      include: [
        '@mantine/core',
        '@mui/material',
        '@mui/material/styles',
        'antd',
        'bootstrap',
        'class-variance-authority',
        'clsx',
        'radix-ui',
        'react',
        'react-dom',
        'react-dom/client',
        'react/jsx-dev-runtime',
        '@tanstack/react-query',
        'tailwind-merge',
      ],
    },
  }),
)
