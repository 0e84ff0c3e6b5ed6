import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'

const root = fileURLToPath(new URL('../src/', import.meta.url))

/** The names that a module gives away, values and types, sorted. */
export function namesOf(source: string): string[] {
  const declared = source.matchAll(/^export (?:async )?(const|function|class|interface|type) (\w+)/gm)
  const listed = source.matchAll(/^export (type )?\{([^}]*)\}/gm)
  const isType = (word: string) => word === 'type' || word === 'interface'
  return [
    ...[...declared].map(([, kind, name]) => (isType(kind!) ? `type ${name}` : name!)),
    ...[...listed].flatMap(([, all, names]) =>
      names!
        .split(',')
        .map((name) => name.trim())
        .filter(Boolean)
        .map((name) => (all && !name.startsWith('type ') ? `type ${name}` : name)),
    ),
  ].sort((a, b) => a.replace('type ', '').localeCompare(b.replace('type ', '')))
}

/** Every entry of the package, and the module behind it, as package.json and the folders say. */
function entries(): [entry: string, path: string][] {
  const { exports } = JSON.parse(readFileSync(`${root}../package.json`, 'utf8')) as {
    exports: Record<string, { types?: string } | string>
  }
  return Object.entries(exports).flatMap(([entry, target]): [string, string][] => {
    const types = typeof target === 'string' ? undefined : target.types
    if (!types || entry.endsWith('.css')) return []
    const path = types.replace('./dist/', '').replace('.d.ts', '.ts')
    if (!path.includes('*')) return [[entry, path]]
    const folder = path.slice(0, path.indexOf('*'))
    return readdirSync(root + folder)
      .filter((file) => /\.tsx?$/.test(file))
      .map((file) => [entry.replace('*', file.replace(/\.tsx?$/, '')), folder + file])
  })
}

it('reads declarations and lists', () => {
  const source =
    "export function b() {}\nexport interface D {}\nexport { a, type C } from './x.ts'\nexport type { E } from './y.ts'\nconst hidden = 1\n"
  expect(namesOf(source)).toEqual(['a', 'b', 'type C', 'type D', 'type E'])
})

// A name that comes or goes is a decision: `npx vitest run --project node test/api.test.ts -u` writes it down.
it('gives away these names and no others', async () => {
  const all = entries()
  for (const [entry, path] of all) expect(existsSync(root + path), entry).toBe(true)
  const text = all
    .map(
      ([entry, path]) =>
        `${entry.replace('.', 'avatarkit')}\n${namesOf(readFileSync(root + path, 'utf8'))
          .map((name) => `  ${name}\n`)
          .join('')}`,
    )
    .join('\n')
  await expect(text).toMatchFileSnapshot('./api.txt')
})

it('has a value behind each name that is no type', async () => {
  const modules = import.meta.glob<Record<string, unknown>>(
    '../src/{*,server/index,optimistic/index,adapters/*,locales/*}.ts',
    { eager: true },
  )
  for (const [entry, path] of entries()) {
    const names = namesOf(readFileSync(root + path, 'utf8')).filter((name) => !name.startsWith('type '))
    expect(Object.keys(modules[`../src/${path}`] ?? {}).sort(), entry).toEqual(names.sort())
  }
})
