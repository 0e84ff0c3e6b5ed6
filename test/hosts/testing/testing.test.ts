import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { beforeAll, expect, it } from 'vitest'
import { unpackPacked } from '../../../scripts/packed.mjs'

// The guide "Testing" as a reader would follow it: its blocks are the files that they name, and are run by each
// test runner that it is about. Beside them every component is driven in the same environment.
const folder = fileURLToPath(new URL('.', import.meta.url))
const read = (path: string) => readFileSync(path, 'utf8')
// As in the kit's own tests: a busy machine takes its time.
const patience = "\nimport { configure } from '@testing-library/react'\nconfigure({ asyncUtilTimeout: 10_000 })\n"
const components = ['components.test.tsx', read(`${folder}components.test.tsx`)] as const

/** What begins with the name of a file, in a comment. */
const files = [
  ...read(`${folder}../../../stories/guides/Testing.mdx`).matchAll(
    /^```(?:tsx?|js)\n(\/\/ ([\w./-]+\.(?:[jt]sx?|cjs|mjs))\n[\s\S]*?)^```$/gm,
  ),
].map(([, text, name]) => [name!, text!] as const)

/** As the guide says it: the names differ, and no more. */
const forJest = (text: string) =>
  text
    .replaceAll("from 'vitest'", "from '@jest/globals'")
    .replaceAll('jest-dom/vitest', 'jest-dom/jest-globals')
    .replaceAll(/\bvi\b/g, 'jest')

const vitest = ['vitest/vitest.mjs', 'run', '--root', '.', '--config', 'vitest.config.ts']
interface Runner {
  write: (text: string) => string
  command: string[]
  /** Of Node. */
  flags?: string[]
}
const runners: Record<string, Runner> = {
  'Vitest with happy-dom': { write: (text: string) => text, command: vitest },
  'Vitest with jsdom': {
    write: (text: string) => text.replace("environment: 'happy-dom'", "environment: 'jsdom'"),
    command: vitest,
  },
  Jest: { write: forJest, command: ['jest/bin/jest.js', '--config', 'jest.config.cjs'] },
  'Jest with ES modules': {
    write: forJest,
    command: ['jest/bin/jest.js', '--config', 'jest.esm.config.cjs'],
    flags: ['--experimental-vm-modules'],
  },
}

beforeAll(() => {
  unpackPacked(folder)
  rmSync(`${folder}.cache`, { recursive: true, force: true })
})

it.each(Object.entries(runners))('%s runs what the guide shows, and every component', (name, runner) => {
  const place = `${folder}.cache/${name.replaceAll(' ', '-')}/`
  expect(files.filter(([path]) => path.includes('.test.')).length).toBeGreaterThan(4)
  for (const [path, text] of [...files, components]) {
    mkdirSync(dirname(place + path), { recursive: true })
    writeFileSync(place + path, runner.write(text) + (path === 'setupTests.ts' ? patience : ''))
  }
  const [script, ...args] = runner.command
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [...(runner.flags ?? []), `${folder}node_modules/${script}`, ...args, '--testTimeout=60000'],
    { cwd: place, encoding: 'utf8', env: { ...process.env, NODE_ENV: 'test', NO_COLOR: '1' } },
  )
  expect(status, stdout + stderr).toBe(0)
})
