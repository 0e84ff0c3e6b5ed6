import { createServer } from 'vite'

// Runs the `main` of a module written in TypeScript: `node scripts/typescript.mjs test/bench/ledger.ts --option`.
const [path, ...args] = process.argv.slice(2)
const vite = await createServer({
  configFile: false,
  logLevel: 'error',
  appType: 'custom',
  server: { middlewareMode: true, hmr: false, ws: false, watch: null },
  optimizeDeps: { noDiscovery: true, include: [] },
})
try {
  const { main } = await vite.ssrLoadModule(`/${path}`)
  await main(args)
} finally {
  await vite.close()
}
