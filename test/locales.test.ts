import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import type { Locale } from '../src/core/messages.ts'
import { en } from '../src/locales/en.ts'

const modules = import.meta.glob<Record<string, Locale>>('../src/locales/*.ts', { eager: true })
const locales = Object.entries(modules).map(
  ([path, module]) => [path.replace(/^.*\/|\.ts$/g, ''), Object.values(module)] as const,
)

/** A value that is a name where a text is wanted, and a number where one is counted, with every field that is asked for. */
function sample(count: number): unknown {
  const fields: Record<string | symbol, unknown> = {
    [Symbol.toPrimitive]: (hint: string) => (hint === 'string' ? 'Ada' : count),
    name: 'Ada',
    reason: 'Spam',
    type: 'removed',
    unit: 'day',
    at: Date.UTC(2026, 0, 1),
  }
  return new Proxy({}, { get: (_, name) => (name in fields ? fields[name] : count) })
}

/** Every word under its name; of those that need values, one for each of some numbers. */
function wordsOf(value: unknown, path = ''): [path: string, words: string[]][] {
  if (typeof value === 'string') return [[path, [value]]]
  if (typeof value === 'function')
    return [
      [
        path,
        [0, 1, 2, 3, 5, 11, 21, 100].map((count) =>
          String((value as (...args: unknown[]) => unknown)(sample(count), sample(count), sample(count))),
        ),
      ],
    ]
  return Object.entries(value as object).flatMap(([name, inner]) =>
    wordsOf(inner, path === '' ? name : `${path}.${name}`),
  )
}

/** What is the same in any language, or may be. */
const SAME = /^(code|direction)$/
const english = new Map(wordsOf(en))

describe('languages', () => {
  it('are a file each, named for the code that it says', () => {
    expect(locales.length).toBeGreaterThan(0)
    for (const [file, values] of locales) expect([file, values.map(({ code }) => code)]).toEqual([file, [file]])
    const folders = readdirSync(fileURLToPath(new URL('../src/locales', import.meta.url)), {
      withFileTypes: true,
    }).filter((entry) => entry.isDirectory())
    expect(folders.map(({ name }) => name).sort()).toEqual(locales.map(([file]) => file).sort())
  })

  it.each(locales)('%s has every word, and each says something', (code, [locale]) => {
    const words = wordsOf(locale)
    expect(words.map(([path]) => path).sort()).toEqual([...english.keys()].sort())
    for (const [path, texts] of words) {
      for (const text of texts) {
        expect(text.trim(), path).not.toBe('')
        expect(text, path).not.toMatch(/undefined|NaN|\[object|\{\}| {2}|\.\.\.|\bnull\b/)
        if (code !== 'en' && !SAME.test(path)) expect(text, path).not.toMatch(/["']/)
      }
    }
  })

  it.each(locales.filter(([code]) => code !== 'en'))('%s is not English', (_, [locale]) => {
    const same = wordsOf(locale).filter(
      ([path, texts]) => !SAME.test(path) && /[a-z]{3}/i.test(texts[0]!) && texts.join() === english.get(path)!.join(),
    )
    // A few words are the same in both, such as "Status" or "Spam".
    expect(same.length, same.map(([path]) => path).join(', ')).toBeLessThan(12)
  })

  it.each(locales)('%s is written in its own direction', (code, [locale]) => {
    expect(locale!.direction).toBe(['ar', 'fa', 'he', 'ur'].includes(code) ? 'rtl' : 'ltr')
  })
})
