import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { baseOf, unpack } from '../../gallery/look/sourcesOf.ts'
import type { Step } from '../simulation/steps.ts'
import { ablation } from './ablation.ts'

const cache = fileURLToPath(new URL('../../../.cache/', import.meta.url))

/** Whether a schedule goes wrong over the `src` in another folder. */
export async function goesWrongOver(sources: string, schedule: Step[]): Promise<boolean> {
  const simulation = await ablation(sources)
  try {
    const { run } = await simulation.without(undefined)
    return (await run(schedule)).length > 0
  } finally {
    await simulation.close()
  }
}

/**
 * Runs a schedule that went wrong over the sources of the base as well, and says in a sentence whether this change is
 * to blame. The simulation is the working tree's in both cases.
 *
 * @param named the base; by default the one that `npm run look` compares with
 */
export async function tryOnBase(schedule: Step[], named?: string): Promise<string> {
  let folder: string | undefined
  try {
    const { commit, title } = baseOf(named)
    mkdirSync(cache, { recursive: true })
    folder = mkdtempSync(join(cache, 'base-'))
    unpack(commit, folder, 'src', 'package.json')
    const base = `The base, ${commit.slice(0, 7)} (${title}),`
    return (await goesWrongOver(folder, schedule))
      ? `${base} goes wrong with it too: this is not new.`
      : `${base} holds: this change broke it.`
  } catch (error) {
    const why = error instanceof Error ? error.message.trim().split('\n')[0] : String(error)
    return `Whether the base goes wrong with it too could not be tried, because: ${why}`
  } finally {
    if (folder) rmSync(folder, { recursive: true, force: true })
  }
}
