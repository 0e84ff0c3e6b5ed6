import { parseArgs } from 'node:util'
import type { QueryClient } from '@tanstack/react-query'
import fc from 'fast-check'
import { type Engine, ledgerEngine, recipeEngine } from '../simulation/engines.ts'
import type { FakeClock } from '../simulation/FakeClock.ts'
import { run } from '../simulation/run.ts'
import { replayCommand, type Step, schedules, tellAll } from '../simulation/steps.ts'
import { properties } from '../simulation/Witness.ts'
import { ablation } from './ablation.ts'
import { rules } from './rules.ts'
import { tryOnBase } from './tryOnBase.ts'

const help = `npm run prove -- [--runs 10000] [--seed=N]        our engine and the documented recipe on the same random schedules
npm run prove -- --without "a rule's name" …      what breaks without a rule of the ledger, as short as can be
npm run prove -- --rules …                        that, for each of them
npm run prove -- --seed=N --path=1:2:3            replays one schedule and tells each step
npm run prove -- --seed=N --path=1:2:3 --base     that, and says whether the base goes wrong with it too`

const engines: Record<string, (client: QueryClient, clock: FakeClock) => Engine> = {
  avatarkit: ledgerEngine,
  'the documented recipe': recipeEngine({ last: false }),
  'with isMutating() === 1': recipeEngine({ last: true }),
}

/** As rules.ts and regressions.ts keep it. */
const indented = (schedule: Step[]) => tellAll(schedule).replace(/^/gm, '      ')

/** The shortest schedule that breaks something, if there is one. */
async function search(runner: typeof run, runs: number, seed: number) {
  return fc.check(
    fc.asyncProperty(schedules, async (schedule) => (await runner(schedule)).length === 0),
    { numRuns: runs, seed },
  )
}

async function compare(runs: number, seed: number): Promise<boolean> {
  const counts = Object.fromEntries(Object.keys(engines).map((name) => [name, new Map<string, number>()]))
  const add = (name: string, what: string) => counts[name]!.set(what, (counts[name]!.get(what) ?? 0) + 1)
  const started = performance.now()
  let first: Step[] | undefined
  let at = 0
  for (const schedule of fc.sample(schedules, { numRuns: runs, seed })) {
    for (const [name, engine] of Object.entries(engines)) {
      const complaints = await run(schedule, { engine })
      if (complaints.length > 0) add(name, 'any')
      for (const property of new Set(complaints.map((complaint) => complaint.property))) add(name, property)
      if (complaints.length > 0 && name === 'avatarkit') first ??= schedule
    }
    if (++at % 5000 === 0)
      process.stderr.write(`${at} of ${runs}, avatarkit wrong in ${counts.avatarkit!.get('any') ?? 0}\n`)
  }
  const names = Object.keys(engines)
  const row = (text: string, cells: string[]) =>
    console.log(`${text.padEnd(66)}${cells.map((cell) => cell.padStart(26)).join('')}`)
  console.log(
    `\n${runs} random schedules, seed ${seed}, ${((performance.now() - started) / 1000).toFixed(0)} s. In how many it went wrong:\n`,
  )
  row('', names)
  for (const [property, sentence] of Object.entries({ ...properties, any: 'any of these' })) {
    // The recipes make no promise of order, patience or rest.
    const silent = ['lanes', 'patience', 'rest', 'refetch'].includes(property)
    row(
      sentence,
      names.map((name) => (silent && name !== 'avatarkit' ? '–' : String(counts[name]!.get(property) ?? 0))),
    )
  }
  if (first === undefined) return true
  const { counterexample, counterexamplePath } = await search(run, runs, seed)
  console.log(`\navatarkit fails, and as short as can be:\n${indented(counterexample?.[0] ?? first)}`)
  console.log(replayCommand(seed, counterexamplePath))
  return false
}

/** Takes rules out one by one; tells the shortest schedule that then breaks what the rule is for. */
async function withoutRules(chosen: typeof rules, runs: number, seed: number): Promise<boolean> {
  const simulation = await ablation()
  let found = 0
  try {
    for (const rule of chosen) {
      const { run: runner } = await simulation.without(rule)
      const { counterexample, numRuns } = await search(runner, runs, seed)
      if (!counterexample) {
        console.log(`${rule.name}\n  nothing broken in ${runs} schedules`)
        continue
      }
      found++
      const complaints = await runner(counterexample[0])
      console.log(
        `${rule.name}\n  broken after ${numRuns} schedules: ${complaints.map(({ property }) => property).join(', ')}\n${indented(counterexample[0])}`,
      )
    }
  } finally {
    await simulation.close()
  }
  console.log(`\nSomething broke without ${found} of ${chosen.length} rules.`)
  return found === chosen.length
}

async function replay(seed: number, path: string, base: boolean): Promise<boolean> {
  const schedule = fc.sample(schedules, { seed, path, numRuns: 1 })[0]!
  const complaints = await run(schedule, { trace: console.log })
  console.log(
    complaints.length === 0
      ? '\nNothing went wrong.'
      : `\n${complaints.map(({ property, sentence }) => `${property}: ${sentence}`).join('\n')}`,
  )
  if (base && complaints.length > 0) console.log(`\n${await tryOnBase(schedule)}`)
  return complaints.length === 0
}

export async function main(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      runs: { type: 'string', default: '10000' },
      seed: { type: 'string' },
      path: { type: 'string' },
      without: { type: 'string' },
      rules: { type: 'boolean' },
      base: { type: 'boolean', default: false },
      help: { type: 'boolean' },
    },
  })
  const [runs, seed] = [Number(values.runs), Number(values.seed ?? Math.floor(Math.random() * 2 ** 31))]
  if (values.help || !Number.isInteger(runs) || runs < 1 || !Number.isInteger(seed)) return console.log(help)
  const chosen = values.without ? rules.filter(({ name }) => name.includes(values.without!)) : rules
  if (chosen.length === 0)
    return console.log(
      `There is no rule with “${values.without}” in its name. They are:\n${rules.map(({ name }) => `  ${name}`).join('\n')}`,
    )
  let right: boolean
  if (values.path) right = await replay(seed, values.path, values.base)
  else if (values.rules || values.without) right = await withoutRules(chosen, runs, seed)
  else right = await compare(runs, seed)
  if (!right) process.exitCode = 1
}
