import { describe, expect, it } from 'vitest'
import type { Locale } from '../src/core/messages.ts'
import { en } from '../src/locales/en.ts'

const modules = import.meta.glob<Record<string, Locale>>('../src/locales/*.ts', { eager: true })
const locales = Object.values(modules).map((module) => Object.values(module)[0]!)
const named = locales.map((locale) => [locale.code, locale] as const)

const NAME = 'Ada'
/** Shown as it is only where no language has formatted it. */
const MANY = 1_234_567
const COUNTS = [0, 1, 2, 3, 11, 21, 100, MANY]

const known: Record<string, unknown> = {
  name: NAME,
  reason: NAME,
  type: 'removed',
  unit: 'day',
  at: Date.UTC(2026, 0, 1),
}

type Kind = 'text' | 'number' | 'fields'
type Word = string | ((...values: unknown[]) => string)

/** What a word is given, seen from how the English one uses it. */
function kindsOf(word: (...values: unknown[]) => string): Kind[] {
  return Array.from({ length: word.length }, (_, at) => {
    let kind: Kind = 'number'
    const spy = new Proxy(
      {},
      {
        get: (_, field) => {
          if (field !== Symbol.toPrimitive) {
            kind = 'fields'
            return known[String(field)] ?? 1
          }
          return (hint: string) => {
            if (hint === 'string') kind = 'text'
            return hint === 'string' ? NAME : 1
          }
        },
      },
    )
    word(...Array.from({ length: word.length }, (_none, other) => (other === at ? spy : 1)))
    return kind
  })
}

function valueOf(kind: Kind, count: number): unknown {
  if (kind === 'fields') return new Proxy({}, { get: (_, field) => known[String(field)] ?? count })
  return kind === 'text' ? NAME : count
}

function leavesOf(value: unknown, path = ''): [path: string, word: Word][] {
  if (typeof value !== 'object') return [[path, value as Word]]
  return Object.entries(value as object).flatMap(([name, inner]) =>
    leavesOf(inner, path === '' ? name : `${path}.${name}`),
  )
}

const english = new Map(leavesOf(en))
const kinds = new Map([...english].map(([path, word]) => [path, typeof word === 'string' ? [] : kindsOf(word)]))

/** Every word of a language under its name; of one that counts, what it says for some numbers. */
function textsOf(locale: Locale): Map<string, string[]> {
  return new Map(
    leavesOf(locale)
      .filter(([path]) => path !== 'code' && path !== 'direction')
      .map(([path, word]) => [
        path,
        typeof word === 'string'
          ? [word]
          : COUNTS.map((count) => word(...(kinds.get(path) ?? []).map((kind) => valueOf(kind, count)))),
      ]),
  )
}

const texts = new Map(locales.map((locale) => [locale.code, textsOf(locale)]))

/** The words that a rule does not allow, as `path: text`. */
function faults(code: string, wrong: (text: string, path: string) => boolean): string[] {
  return [...texts.get(code)!].flatMap(([path, all]) => [
    ...new Set(all.filter((text) => wrong(text, path)).map((text) => `${path}: ${text}`)),
  ])
}

const QUOTES: Record<string, string> = {
  en: '“”',
  ar: '«»',
  de: '„“',
  es: '«»“”',
  fr: '«»',
  he: '”',
  hi: '“”',
  ja: '「」',
  pl: '„”',
  'pt-BR': '“”',
  ru: '«»',
  tr: '“”',
  'zh-Hans': '“”',
}

/** Names of formats, products and keys, and the few Latin letters that another script writes too. */
const LATIN = new Set([
  'JSON',
  NAME,
  'PNG',
  'JPEG',
  'WebP',
  'GIF',
  'AVIF',
  'SVG',
  'HEIC',
  'Google',
  'F',
  'Enter',
  'Del',
  'Delete',
  'ID',
  'MB',
  'hotkey',
])

/** What is one thing in English and may be said in two ways, since it stands for two. */
const TWO_THINGS = ['activity.showMore', 'review.removedFor']

/** The visible word of a button, and its name where that says more. */
const LABELS = [
  ['activity.show', 'activity.showPicture'],
  ['activity.hide', 'activity.hidePicture'],
  ['messages.tryAgain', 'bulk.tryAgainFor'],
  ['review.undo', 'review.undoOne'],
] as const

/** What stands side by side to be chosen from, or takes turns in one place. */
const APART = [
  ['messages.cancel', 'messages.removeImage', 'messages.tryAgain'],
  ['messages.undo', 'messages.close'],
  [
    'messages.removing',
    'messages.uploading',
    'messages.verifying',
    'messages.waiting',
    'messages.heldHere',
    'messages.removed',
    'messages.undone',
  ],
  ['review.keep', 'review.remove', 'review.skip', 'review.undo', 'review.reveal', 'review.enlarge'],
  ['review.kept', 'review.removed', 'review.skipped', 'review.removedForGood'],
  ['bulk.stop', 'bulk.goOn', 'bulk.giveUp'],
  ['bulk.minimise', 'bulk.restore'],
  ['bulk.done', 'bulk.failed', 'bulk.waiting', 'bulk.notSent'],
  [
    'table.orders.name',
    'table.orders.-name',
    'table.orders.createdAt',
    'table.orders.-createdAt',
    'table.orders.lastActiveAt',
    'table.orders.-lastActiveAt',
    'table.defaultOrder',
  ],
  ['table.withImage', 'table.withoutImage', 'table.changedLately'],
  [
    'upload.zoomIn',
    'upload.zoomOut',
    'upload.rotateLeft',
    'upload.rotateRight',
    'upload.moveLeft',
    'upload.moveRight',
    'upload.moveUp',
    'upload.moveDown',
    'upload.reset',
  ],
]

/** How a text ends: as a sentence, a question, something that goes on, or none of them. */
function endOf(text: string): string {
  const last = text
    .trim()
    .replace(/[\u2066-\u2069\u200e\u200f]+$/u, '')
    .at(-1)!
  if ('.。।'.includes(last)) return 'sentence'
  if ('?？؟'.includes(last)) return 'question'
  return last === '…' ? 'goes on' : 'none'
}

describe('words as they are written', () => {
  it.each(named)('%s: its own quotes', (code) => {
    expect(
      faults(code, (text) =>
        [...text.matchAll(/[“”„‟«»‹›‚‘「」『』"]/gu)].some(([quote]) => !QUOTES[code]!.includes(quote)),
      ),
    ).toEqual([])
  })

  it.each(named)('%s: its own digits, by which thousands are parted as it parts them', (code) => {
    const grouped = new Intl.NumberFormat(code).format(MANY)
    const { numberingSystem } = new Intl.NumberFormat(code).resolvedOptions()
    expect(numberingSystem).toBe('latn')
    expect(
      faults(
        code,
        (text) =>
          text.includes(String(MANY)) ||
          (!grouped.includes('1,234') && text.includes('1,234')) ||
          [...text.matchAll(/\p{Nd}/gu)].some(([digit]) => !/[0-9]/.test(digit)),
      ),
    ).toEqual([])
  })

  it.each(named)('%s: sentences end where English ones do', (code) => {
    expect(faults(code, (text, path) => endOf(text) !== endOf(texts.get('en')!.get(path)![0]!))).toEqual([])
  })

  it.each(named)('%s: no space before a comma or full stop, nor at an end', (code) => {
    expect(
      faults(
        code,
        (text, path) =>
          / [,.;:!?،؛؟、。，；：！？]/u.test(text) || (path !== 'messages.sentence' && text !== text.trim()),
      ),
    ).toEqual([])
  })

  it.each(named.filter(([code]) => ['ar', 'he', 'hi', 'ja', 'ru', 'zh-Hans'].includes(code)))(
    '%s: no English left',
    (code) => {
      expect(
        faults(code, (text) =>
          [...text.replace('{hotkey}', '').matchAll(/[A-Za-z]+/g)].some(([word]) => !LATIN.has(word)),
        ),
      ).toEqual([])
    },
  )

  it.each(named.filter(([code]) => ['ja', 'zh-Hans'].includes(code)))(
    '%s: wide punctuation, without spaces around it',
    (code) => {
      const WIDE = '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}ー'
      expect(
        faults(code, (text) =>
          new RegExp(`[${WIDE}] ?[,.;:!?()]|[,.;:!?()] ?[${WIDE}]| [（「“、，。：]|[）」”、，。：] `, 'u').test(text),
        ),
      ).toEqual([])
      // Numbers too have a space around them in Chinese; what `Intl` formats is written as it writes.
      const beside = code === 'ja' ? 'A-Za-z' : 'A-Za-z0-9'
      expect(
        faults(
          code,
          (text, path) =>
            path !== 'review.event' && new RegExp(`[${WIDE}][${beside}]|[${beside}][${WIDE}]`, 'u').test(text),
        ),
      ).toEqual([])
    },
  )

  it.each(named)('%s: what keeps its own direction is closed again', (code) => {
    expect(
      faults(code, (text) => [...text.matchAll(/[\u2066-\u2068]/g)].length !== [...text.matchAll(/\u2069/g)].length),
    ).toEqual([])
  })

  it.each(named.filter(([, { direction }]) => direction === 'rtl'))('%s: a name keeps its own direction', (code) => {
    // These are given words of the language itself.
    const own = ['activity.optional', 'messages.sentence']
    expect(
      faults(code, (text, path) => !own.includes(path) && text.replaceAll(`\u2068${NAME}\u2069`, '').includes(NAME)),
    ).toEqual([])
  })

  it.each(named)('%s: a name of a button begins with what is written on it', (code) => {
    const words = texts.get(code)!
    for (const [label, name] of LABELS)
      for (const text of words.get(name)!)
        expect(text.slice(0, words.get(label)![0]!.length), name).toBe(words.get(label)![0])
  })

  it.each(named)('%s: what stands together is told apart', (code) => {
    for (const paths of APART) {
      const all = paths.map((path) => texts.get(code)!.get(path)![0]!)
      expect([...new Set(all)], paths.join(', ')).toEqual(all)
    }
  })

  it.each(named)('%s: one thing has one name', (code) => {
    // One that counts and says the same of every number is as one that does not.
    const said = (language: string, path: string) => [...new Set(texts.get(language)!.get(path))].join(' | ')
    const first = new Map<string, string>()
    const twice: string[] = []
    for (const path of texts.get('en')!.keys()) {
      if (TWO_THINGS.includes(path)) continue
      const other = first.get(said('en', path))
      if (other === undefined) first.set(said('en', path), path)
      else if (said(code, other) !== said(code, path))
        twice.push(`${other}: ${said(code, other)} / ${path}: ${said(code, path)}`)
    }
    expect(twice).toEqual([])
  })
})
