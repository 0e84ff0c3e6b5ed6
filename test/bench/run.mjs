import { createServer } from 'vite'

// Runs a benchmark written in TypeScript: `node test/bench/run.mjs ledger`.
const name = process.argv[2]
const vite = await createServer({ configFile: false, logLevel: 'error', appType: 'custom', server: { middlewareMode: true, hmr: false, ws: false } })
try {
  const { main } = await vite.ssrLoadModule(`/test/bench/${name}.ts`)
  await main()
} finally {
  await vite.close()
}
