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

/** Loads the sources, with a rule's code taken out as they are read. */
export async function ablation(): Promise<Ablation> {
  let rule: Rule | undefined
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
  const root = fileURLToPath(new URL('../../..', import.meta.url))
  const server = await createServer({
    root,
    configFile: false,
    logLevel: 'error',
    appType: 'custom',
    server: { middlewareMode: true, hmr: false, ws: false, watch: null },
    plugins: [takeOut],
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
