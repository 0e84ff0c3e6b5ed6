import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'

const root = fileURLToPath(new URL('..', import.meta.url))
const read = (path: string) => readFileSync(root + path, 'utf8')
const manifest = JSON.parse(read('package.json')) as {
  author: string
  homepage: string
  bugs: string
  repository: { type: string; url: string }
  scripts: Record<string, string>
  dependencies: Record<string, string>
  devDependencies: Record<string, string>
}

/** The owner that stands in these addresses until the repository has one. */
const PLACEHOLDER = ['your', 'org'].join('-')

const SKIPPED = new Set(['node_modules', 'dist', 'storybook-static', '.git', '.data', '.cache', '.next'])
/** The text files of the project. */
const filesIn = (folder: string): string[] =>
  readdirSync(root + folder, { withFileTypes: true }).flatMap((entry) => {
    if (SKIPPED.has(entry.name)) return []
    if (entry.isDirectory()) return filesIn(`${folder}${entry.name}/`)
    return /\.([cm]?[jt]sx?|json|mdx?|txt|css|html)$/.test(entry.name) ? [folder + entry.name] : []
  })
const files = filesIn('')

it('says where the project lives, the same everywhere', () => {
  const home = /^git\+(https:\/\/github\.com\/[\w-]+\/[\w-]+)\.git$/.exec(manifest.repository.url)?.[1]
  expect(home).toBeDefined()
  expect(manifest).toMatchObject({ repository: { type: 'git' }, homepage: `${home}#readme`, bugs: `${home}/issues` })
  expect(manifest.author).toContain(`(${home!.slice(0, home!.lastIndexOf('/'))})`)
})

it('has a placeholder for the owner in these files only, until it is replaced', () => {
  const replaced = !manifest.repository.url.includes(PLACEHOLDER)
  const named = files.filter((path) => read(path).includes(PLACEHOLDER))
  expect(named.sort()).toEqual(replaced ? [] : ['CONTRIBUTING.md', 'README.md', 'llms.txt', 'package.json'])
})

// What a panel installs may be shared with its own; what the project is built with is the same for everybody.
it('takes ranges for what panels install, and exact versions for the rest', () => {
  for (const [name, range] of Object.entries(manifest.dependencies)) expect(range, name).toMatch(/^\^\d+\.\d+\.\d+$/)
  for (const [name, version] of Object.entries(manifest.devDependencies))
    expect(version, name).toMatch(/^\d+\.\d+\.\d+(-[\w.]+)?$/)
})

it('has no development dependency that nothing uses', () => {
  // Peers of others, which nothing here imports.
  const peers = ['@testing-library/dom', 'oxlint-tsgolint']
  const own = files.filter((path) => !/(^|\/)package(-lock)?\.json$/.test(path) && !path.endsWith('CHANGELOG.md'))
  const text = own.map(read).join('\n')
  const unused = Object.keys(manifest.devDependencies).filter((name) => {
    if (peers.includes(name) || name.startsWith('@types/')) return false
    const quoted = new RegExp(`['"\`/]${name.replace('/', String.raw`\/`)}['"\`/]`)
    return !quoted.test(text) && !Object.values(manifest.scripts).some((script) => script.includes(name))
  })
  expect(unused).toEqual([])
})

it('every command is in the table for contributors', () => {
  // What begins with "pre" runs by itself, before another command.
  const commands = Object.keys(manifest.scripts).filter((name) => !name.startsWith('pre'))
  const told = read('CONTRIBUTING.md')
  for (const name of commands)
    expect(told, name).toContain(`\`npm ${['start', 'test'].includes(name) ? name : `run ${name}`}\``)
})
