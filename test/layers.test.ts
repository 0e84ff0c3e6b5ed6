import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { errorCodes } from '../src/core/errors.ts'

const root = fileURLToPath(new URL('../src/', import.meta.url))

/** Who may import whom. A folder may always import itself. */
const rooms: Record<string, { ours: string[]; packages: string[]; types?: string[] }> = {
  core: { ours: [], packages: [] },
  optimistic: { ours: ['core'], packages: [], types: ['@tanstack/react-query'] },
  adapters: { ours: ['core'], packages: [], types: ['@clerk/backend', 'better-auth'] },
  locales: { ours: ['core'], packages: [] },
  server: { ours: ['core'], packages: [] },
  react: {
    ours: ['core', 'optimistic', 'locales/en'],
    packages: ['react', 'react-dom', '@tanstack/react-query', 'radix-ui', '@tanstack/react-virtual', 'react-easy-crop'],
  },
}

interface Import {
  from: string
  typeOnly: boolean
}

/** The imports and re-exports of a module, as its text names them. */
export function importsOf(source: string): Import[] {
  const statement =
    /^\s*(?:import|export)\s+(type\s+)?(?:[^'";]*?\sfrom\s+)?['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]\s*\)/gm
  return [...source.matchAll(statement)].map((match) => ({
    from: (match[2] ?? match[3])!,
    typeOnly: match[1] !== undefined,
  }))
}

/** What a module of the library does that its room forbids, as sentences. */
export function offencesOf(path: string, source: string): string[] {
  const [room] = path.split('/') as [string]
  const rule = rooms[room]
  const offences: string[] = []
  // An entry of the package: it says what is given away, and does nothing itself.
  if (!path.includes('/'))
    return /^(\s*export (type )?\{[^}]*\} from '[^']+'\s*)+$/.test(source) ? [] : [`${path} does more than export`]
  if (!rule) return [`${path} is in no known room`]
  for (const { from, typeOnly } of importsOf(source)) {
    if (from.startsWith('.')) {
      const target = relative(root, resolve(root, dirname(path), from)).replaceAll('\\', '/')
      const allowed =
        target.startsWith(`${room}/`) ||
        rule.ours.some((ours) => target.startsWith(`${ours}/`) || target.startsWith(`${ours}.`))
      if (!allowed) offences.push(`${path} imports ${target}`)
    } else if (!rule.packages.includes(from) && !(typeOnly && rule.types?.includes(from))) {
      offences.push(`${path} imports ${from}${typeOnly ? ' (types)' : ''}`)
    }
  }
  const client = /^\s*['"]use client['"]/.test(source)
  if (client && room !== 'react') offences.push(`${path} says 'use client'`)
  if (
    room === 'react' &&
    !client &&
    /\buse(State|Effect|Ref|Context|SyncExternalStore|Callback|Memo)\(|createContext\(/.test(source)
  )
    offences.push(`${path} uses hooks without 'use client'`)
  return offences
}

const modules = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => /\.tsx?$/.test(path))

describe('layers', () => {
  it('finds the library', () => {
    expect(modules.length).toBeGreaterThan(30)
  })

  it.each(modules)('%s imports only what its room may', (path) => {
    expect(offencesOf(path, readFileSync(join(root, path), 'utf8'))).toEqual([])
  })

  it.each([
    ['core/user.ts', "import { useState } from 'react'", 'core/user.ts imports react'],
    ['core/user.ts', "import { restAdapter } from '../adapters/rest.ts'", 'core/user.ts imports adapters/rest.ts'],
    ['core/user.ts', "import { readFile } from 'node:fs'", 'core/user.ts imports node:fs'],
    [
      'optimistic/Ledger.ts',
      "import { notifyManager } from '@tanstack/react-query'",
      'optimistic/Ledger.ts imports @tanstack/react-query',
    ],
    ['optimistic/Ledger.ts', "export { x } from '../react/kit.ts'", 'optimistic/Ledger.ts imports react/kit.ts'],
    [
      'adapters/clerk.ts',
      "import { createClerkClient } from '@clerk/backend'",
      'adapters/clerk.ts imports @clerk/backend',
    ],
    [
      'adapters/rest.ts',
      "const x = await import('../server/handler.ts')",
      'adapters/rest.ts imports server/handler.ts',
    ],
    ['react/kit.ts', "import { clerkAdapter } from '../adapters/clerk.ts'", 'react/kit.ts imports adapters/clerk.ts'],
    ['react/kit.ts', "import '../server/handler.ts'", 'react/kit.ts imports server/handler.ts'],
    ['react/kit.ts', "import { de } from '../locales/de.ts'", 'react/kit.ts imports locales/de.ts'],
    ['server/handler.ts', "import { Hono } from 'hono'", 'server/handler.ts imports hono'],
    ['server/handler.ts', "'use client'", "server/handler.ts says 'use client'"],
    ['react/useThing.ts', 'const [a] = useState(1)', "react/useThing.ts uses hooks without 'use client'"],
    ['elsewhere/x.ts', '', 'elsewhere/x.ts is in no known room'],
  ])('%s with «%s» is refused', (path, source, offence) => {
    expect(offencesOf(path, source)).toEqual([offence])
  })

  it('lets types of a provider’s SDK through', () => {
    expect(offencesOf('adapters/clerk.ts', "import type { ClerkClient } from '@clerk/backend'")).toEqual([])
  })

  it('lets nothing that a browser loads reach the server’s code', () => {
    const reached = (entry: string, found = new Set<string>()): Set<string> => {
      if (found.has(entry)) return found
      found.add(entry)
      for (const { from } of importsOf(readFileSync(join(root, entry), 'utf8'))) {
        if (from.startsWith('.'))
          reached(relative(root, resolve(root, dirname(entry), from)).replaceAll('\\', '/'), found)
      }
      return found
    }
    const entries = modules.filter(
      (path) =>
        !path.includes('/') || /^(adapters\/(rest|actions|memory)|optimistic\/index|locales\/\w+)\.ts$/.test(path),
    )
    expect(entries).toEqual(expect.arrayContaining(['index.ts', 'adapters/rest.ts', 'locales/en.ts']))
    for (const entry of entries)
      expect(
        [...reached(entry)].filter(
          (path) =>
            path.startsWith('server/') ||
            (path.startsWith('adapters/') && path !== entry && !path.startsWith(entry.replace(/\.ts$/, '/'))),
        ),
      ).toEqual([])
  })

  it('says in one place what an error code means', () => {
    const code = `'(${errorCodes.join('|')})'`
    const sets = [
      new RegExp(`\\[\\s*${code}(,\\s*${code})+,?\\s*\\]`),
      new RegExp(`[!=]== ${code} (\\|\\||&&)[^\\n]*[!=]== ${code}`),
    ]
    const elsewhere = modules.filter(
      (path) => path !== 'core/errors.ts' && sets.some((set) => set.test(readFileSync(join(root, path), 'utf8'))),
    )
    expect(elsewhere).toEqual([])
    expect(sets[0]!.test("new Set(['forbidden', 'undone'])")).toBe(true)
    expect(sets[1]!.test("code === 'forbidden' || code === 'undone'")).toBe(true)
  })

  it('keeps files short', () => {
    const lengths = modules
      .map((path) => ({ path, lines: readFileSync(join(root, path), 'utf8').trimEnd().split('\n').length }))
      .sort((a, b) => a.lines - b.lines)
    expect(lengths.filter(({ lines }) => lines > 250)).toEqual([])
  })

  it('what is installed with the kit runs no script of its own', () => {
    const { packages } = JSON.parse(readFileSync(new URL('../package-lock.json', import.meta.url), 'utf8')) as {
      packages: Record<string, { dependencies?: object; hasInstallScript?: boolean }>
    }
    const found = new Set<string>()
    const visit = (name: string) => {
      if (found.has(name)) return
      found.add(name)
      const entry = packages[`node_modules/${name}`]
      expect(entry, name).toBeDefined()
      expect(entry!.hasInstallScript, name).toBeUndefined()
      for (const next of Object.keys(entry!.dependencies ?? {})) visit(next)
    }
    for (const name of Object.keys(packages['']!.dependencies ?? {})) visit(name)
    expect(found.size).toBeGreaterThan(20)
  })
})
