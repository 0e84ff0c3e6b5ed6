import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parseAll } from '../simulation/steps.ts'
import { rules } from './rules.ts'
import { goesWrongOver, tryOnBase } from './tryOnBase.ts'

const root = fileURLToPath(new URL('../../../', import.meta.url))
const rule = rules.find(({ name }) => name.startsWith('lanes'))!
const schedule = parseAll(rule.kept)

describe('a schedule, over the sources of another commit', () => {
  let folder: string
  beforeAll(() => {
    mkdirSync(join(root, '.cache'), { recursive: true })
    folder = mkdtempSync(join(root, '.cache/planted-'))
    cpSync(join(root, 'src'), join(folder, 'src'), { recursive: true })
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  it('holds where they are right, and goes wrong where they lack a rule', async () => {
    expect(await goesWrongOver(folder, schedule)).toBe(false)
    const file = join(folder, 'src/optimistic', rule.file)
    const planted = rule.edits.reduce((text, [from, to]) => text.replace(from, () => to), readFileSync(file, 'utf8'))
    writeFileSync(file, planted)
    expect(await goesWrongOver(folder, schedule)).toBe(true)
  })
})

describe('who is to blame', () => {
  // A packed copy has no commits.
  it.runIf(existsSync(join(root, '.git')))('this change, where the base holds', async () => {
    expect(await tryOnBase(schedule, 'HEAD')).toMatch(/^The base, [0-9a-f]{7} \(.+\), holds: this change broke it\.$/)
  })

  it('nobody is named where the base is not there', async () => {
    expect(await tryOnBase(schedule, 'no-such-commit')).toMatch(
      /^Whether the base goes wrong with it too could not be tried, because: /,
    )
  })
})
