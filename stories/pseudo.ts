import type { Locale } from '../src/core/messages.ts'
import { en } from '../src/locales/en.ts'

/** Around each message: what is outside comes from no message. */
export const BRACKETS = ['⟦', '⟧'] as const

const PLAIN = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
const ACCENTED = Array.from('ÂƁÇÐÉƑĜĤÎĴĶĻḾŃÖÞǪŔŠŦÛṼŴẊÝŽåƀçðéƒĝĥîĵķļḿńöþǫŕšŧûṽŵẋýž')
const accents = new Map(Array.from(PLAIN, (letter, at) => [letter, ACCENTED[at]!]))

/** Around what is not the message's own: a name, a reason, a date that it was given. */
const [GIVEN, END] = ['\uE000', '\uE001']

/** Every letter accented, every vowel twice, which makes a text some 40 % longer; what it was given, and places such as `{hotkey}`, stay. */
function accented(text: string): string {
  const parts = text.split(/(\uE000[^\uE001]*\uE001|\{\w+\})/)
  const written = (part: string) =>
    part.replaceAll(/[aeiouy]/gi, '$&$&').replaceAll(/[a-z]/gi, (letter) => accents.get(letter)!)
  return (
    BRACKETS[0] +
    parts.map((part, at) => (at % 2 === 0 ? written(part) : part.replaceAll(/[\uE000\uE001]/g, ''))).join('') +
    BRACKETS[1]
  )
}

/** Fields that say which word is meant, and are not written themselves. */
const CHOOSES = new Set(['type', 'unit'])

function marked(value: unknown): unknown {
  if (typeof value === 'string') return GIVEN + value + END
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([field, inner]) => [field, CHOOSES.has(field) ? inner : marked(inner)]),
  )
}

type Message = (...values: unknown[]) => string

function transformed<T>(words: T): T {
  if (typeof words === 'string') return accented(words) as T
  if (typeof words === 'function')
    return ((...values: unknown[]) => accented((words as unknown as Message)(...values.map(marked)))) as T
  return Object.fromEntries(
    Object.entries(words as object).map(([name, inner]) => [name, transformed(inner as unknown)]),
  ) as T
}

const { code: _, direction, ...words } = en

/**
 * No language: English as it looks to somebody who cannot read it, made longer. What is still plain was not taken
 * from the messages, two pairs of brackets in one sentence were glued together, and what is cut off will be in German.
 */
export const pseudo: Locale = { code: 'en-XA', direction, ...transformed(words) }
