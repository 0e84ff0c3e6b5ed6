import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { describeConformance, type Harness } from '../support/conformance.ts'

const adapters = readdirSync(fileURLToPath(new URL('../../src/adapters/', import.meta.url)))
  .filter((file) => file.endsWith('.ts'))
  .map((file) => file.slice(0, -3))
const harnesses = import.meta.glob<Record<string, Harness>>('./harnesses/*.ts', { eager: true })
/** By the name of what they make: a file may export several adapters. */
const harnessesOf = (file: string): [name: string, harness: Harness][] =>
  Object.entries(harnesses[`./harnesses/${file}.ts`] ?? {}).map(([name, harness]) => [
    name === 'harness' ? file : `${file}, ${name}`,
    harness,
  ])

describe('the conformance suite', () => {
  it('finds the adapters', () => {
    expect(adapters).toEqual(expect.arrayContaining(['better-auth', 'clerk', 'memory', 'rest']))
  })

  it.each(adapters)('has a harness for %s', (adapter) => {
    expect(
      harnessesOf(adapter).length,
      `Add test/adapters/harnesses/${adapter}.ts, which exports \`harness\` (see test/support/conformance.ts).`,
    ).toBeGreaterThan(0)
  })

  it('has no harness without an adapter', () => {
    const names = Object.keys(harnesses).map((path) => path.replace(/^.*\/|\.ts$/g, ''))
    expect(names.filter((name) => !adapters.includes(name))).toEqual([])
  })
})

for (const adapter of adapters) {
  for (const [name, harness] of harnessesOf(adapter)) describeConformance(name, harness)
}
