import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createServer, type Plugin } from 'vite'
import type { run } from '../simulation/run.ts'
import type { runKept } from '../simulation/scenarios.ts'
import type { Rule } from './rules.ts'

/** The simulation over a ledger that lacks one rule. */
export interface Simulation {
  run: typeof run
  runKept: typeof runKept
}

export interface Ablation {
  without(rule: Rule | undefined): Promise<Simulation>
  close(): Promise<void>
}

const root = fileURLToPath(new URL('../../..', import.meta.url))
const ownSources = join(root, 'src/')

/**
 * Loads the simulation over the sources, with a rule's code taken out as they are read.
 *
 * @param sources a folder that holds another `src`, of another commit for example, to run over in place of ours
 */
export async function ablation(sources?: string): Promise<Ablation> {
  let rule: Rule | undefined
  const elsewhere: Plugin = {
    name: 'elsewhere',
    enforce: 'pre',
    resolveId(source, importer) {
      if (!sources || !importer || !source.startsWith('.')) return undefined
      const path = resolve(importer, '..', source)
      return path.startsWith(ownSources) ? join(sources, 'src', path.slice(ownSources.length)) : undefined
    },
  }
  const takeOut: Plugin = {
    name: 'take-out',
    enforce: 'pre',
    transform(code, id) {
      if (!rule || !id.endsWith(`/src/optimistic/${rule.file}`)) return undefined
      return rule.edits.reduce((text, [from, to]) => {
        if (text.split(from).length !== 2)
          throw new Error(
            `The rule “${rule!.name}” is no longer where rules.ts looks for it: ${rule!.file} must hold ${JSON.stringify(from)} once.`,
          )
        return text.replace(from, () => to)
      }, code)
    },
  }
  const server = await createServer({
    root,
    configFile: false,
    // What goes wrong is thrown at whoever asks; said as well, it looks like a failure in the output of the tests.
    logLevel: 'silent',
    appType: 'custom',
    server: { middlewareMode: true, hmr: false, ws: false, watch: null },
    optimizeDeps: { noDiscovery: true, include: [] },
    plugins: [elsewhere, takeOut],
  })
  return {
    async without(next) {
      rule = next
      for (const environment of Object.values(server.environments)) environment.moduleGraph.invalidateAll()
      const load = (name: string) => server.ssrLoadModule(`/test/optimistic/simulation/${name}.ts`)
      return { ...(await load('run')), ...(await load('scenarios')) } as Simulation
    },
    close: () => server.close(),
  }
}
