import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'

const root = fileURLToPath(new URL('support/limitsFixture', import.meta.url))
const vitest = fileURLToPath(new URL('../node_modules/vitest/vitest.mjs', import.meta.url))
const run = (name: string) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [vitest, 'run', '--root', root, name], {
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined, VITEST: undefined },
  })
  return { status, text: stdout + stderr }
}

it('a run fails where a test takes too large a share of its limit, and says which', () => {
  const { status, text } = run('near')
  expect(text).toContain('1 passed')
  expect(text).toMatch(/near\.fixture\.ts > takes its time: took \d+\.\d s, its limit is 20 s/)
  expect(status).toBe(1)
})

it('a run without such a test passes', () => {
  const { status, text } = run('far')
  expect(text).not.toContain('its limit is')
  expect(status).toBe(0)
})
