// Before anything is loaded: compiling the server takes a few seconds.
console.log('Starting the admin panel …')

const { createServer } = await import('node:http')
const { resolve } = await import('node:path')
const { fileURLToPath, pathToFileURL } = await import('node:url')

const root = fileURLToPath(new URL('.', import.meta.url))
const server = createServer()
const { load, pages, close } = process.env.PANEL_BUILT_DIR ? built(process.env.PANEL_BUILT_DIR) : await compiled()

/** One process, one address: Vite serves the pages and compiles the server's TypeScript. */
async function compiled() {
  const { createServer: createVite } = await import('vite')
  const vite = await createVite({
    root,
    configFile: `${root}vite.config.ts`,
    appType: 'spa',
    server: { middlewareMode: true, ws: { server } },
  })
  return { load: () => vite.ssrLoadModule('/server/main.ts'), pages: vite.middlewares, close: () => vite.close() }
}

/** What `build.mjs` made of both. */
function built(folder) {
  return {
    load: () => import(pathToFileURL(resolve(folder, 'server/main.js')).href),
    pages: resolve(folder, 'pages'),
    close: async () => {},
  }
}

let stop = async () => {}
let stopping = false

async function end(code) {
  if (stopping) return
  stopping = true
  await stop()
  await close()
  process.exit(code)
}

process.on('SIGINT', () => void end(0))
process.on('SIGTERM', () => void end(0))

try {
  const { main } = await load()
  stop = await main({ server, pages, defaultDataDir: `${root}.data` })
} catch (error) {
  console.error(error.name === 'SettingsError' ? error.message : error)
  await end(1)
}
