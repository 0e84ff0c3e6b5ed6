import { spawn, spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { installPackages } from '../../scripts/packages.mjs'
import { installPacked } from '../../scripts/packed.mjs'

// Installs what is needed, the kit as it would come from the registry included, and starts Next.js.
// `--production` builds first and serves that.
const folder = fileURLToPath(new URL('.', import.meta.url))
const kit = fileURLToPath(new URL('../../', import.meta.url))
const next = `${folder}node_modules/next/dist/bin/next`
const production = process.argv.includes('--production')
const env = { ...process.env, NEXT_TELEMETRY_DISABLED: '1' }

installPackages(kit)
installPackages(folder)
installPacked(folder)

if (production && spawnSync(process.execPath, [next, 'build'], { cwd: folder, env, stdio: 'inherit' }).status !== 0)
  process.exit(1)
const server = spawn(process.execPath, [next, production ? 'start' : 'dev', '--port', process.env.PORT ?? '3000'], {
  cwd: folder,
  env,
  stdio: 'inherit',
})
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => server.kill(signal))
server.on('exit', (code) => process.exit(code ?? 0))
