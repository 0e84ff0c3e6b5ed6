// Before anything is loaded: compiling the server takes a few seconds.
console.log('Starting the admin panel …')

const { createServer } = await import('node:http')
const { fileURLToPath } = await import('node:url')
const { createServer: createVite } = await import('vite')

// One process, one address: Vite serves the pages and compiles the server's TypeScript.
const root = fileURLToPath(new URL('.', import.meta.url))
const server = createServer()
const vite = await createVite({
  root,
  configFile: `${root}vite.config.ts`,
  appType: 'spa',
  server: { middlewareMode: true, ws: { server } },
})

let stop = async () => {}
let stopping = false

async function end(code) {
  if (stopping) return
  stopping = true
  await stop()
  await vite.close()
  process.exit(code)
}

process.on('SIGINT', () => void end(0))
process.on('SIGTERM', () => void end(0))

try {
  const { main } = await vite.ssrLoadModule('/server/main.ts')
  stop = await main({ server, pages: vite.middlewares, defaultDataDir: `${root}.data` })
} catch (error) {
  console.error(error.name === 'SettingsError' ? error.message : error)
  await end(1)
}
