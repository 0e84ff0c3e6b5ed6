import { fileURLToPath } from 'node:url'
import type { NextConfig } from 'next'

const config: NextConfig = {
  // The folder above has a lock file too.
  turbopack: { root: fileURLToPath(new URL('.', import.meta.url)) },
  devIndicators: false,
}

export default config
