import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { runKept } from '../simulation/scenarios.ts'
import { parse, schedules, tell } from '../simulation/steps.ts'
import { type Ablation, ablation } from './ablation.ts'
import { regressions } from './regressions.ts'
import { rules } from './rules.ts'

let simulation: Promise<Ablation> | undefined
afterAll(async () => (await simulation)?.close())

describe.each(rules)('$name', (rule) => {
  it('holds, and what it prevents happens without it', async () => {
    expect(await runKept(rule.kept)).toEqual([])
    const { runKept: without } = await (simulation ??= ablation()).then((one) => one.without(rule))
    expect(await without(rule.kept)).toContainEqual(expect.objectContaining({ property: rule.breaks }))
  })
})

describe('what once went wrong', () => {
  it.each(Object.entries(regressions))('%s', async (_, kept) => {
    expect(await runKept(kept)).toEqual([])
  })
})

describe('the proof itself', () => {
  it('says so where a rule is no longer where it looks for it', async () => {
    const moved = { ...rules[0]!, edits: [['not in the sources', '']] as [string, string][] }
    await expect((simulation ??= ablation()).then((one) => one.without(moved))).rejects.toThrow(
      /no longer where rules.ts looks for it/,
    )
  })

  it('names each rule once', () => {
    expect(new Set(rules.map(({ name }) => name)).size).toBe(rules.length)
  })

  it('tells schedules in words that can be read back', () => {
    fc.assert(
      fc.property(schedules, (schedule) => {
        expect(schedule.map((step) => parse(tell(step)))).toEqual(schedule)
      }),
    )
  })

  it('is a command of the package', () => {
    const { scripts } = JSON.parse(readFileSync(new URL('../../../package.json', import.meta.url), 'utf8')) as {
      scripts: Record<string, string>
    }
    expect(scripts.prove).toContain('proof/prove.ts')
  })
})
