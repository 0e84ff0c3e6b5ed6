import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

/** The demo panel as it was built for this run. */
export const builtPanelDir = fileURLToPath(new URL('../../../.cache/panel', import.meta.url))

export async function setup(): Promise<void> {
  const command = fileURLToPath(new URL('../../../examples/admin-panel/build.mjs', import.meta.url))
  await promisify(execFile)(process.execPath, [command, builtPanelDir])
}
