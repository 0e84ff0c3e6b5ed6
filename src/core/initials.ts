const LETTER = /[\p{L}\p{N}]/u
// Scripts written without spaces between words and read by their first signs: one is enough.
const ONE_SIGN = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u

/** Names in plain letters, as most are: nothing can combine with them, and nothing needs to be looked up. */
const PLAIN = /^([a-z0-9])[a-z0-9]*(?:(?: [a-z0-9]+)* ([a-z0-9])[a-z0-9]*)?$/i

// Made once, when a name first needs it: making one takes longer than all the rest of an avatar.
let segmenter: Intl.Segmenter | undefined

function* graphemes(word: string): Iterable<string> {
  if (typeof Intl === 'undefined' || !('Segmenter' in Intl)) return yield* word
  segmenter ??= new Intl.Segmenter(undefined, { granularity: 'grapheme' })
  for (const { segment } of segmenter.segment(word)) yield segment
}

function firstGrapheme(word: string): string {
  for (const part of graphemes(word)) if (LETTER.test(part)) return part
  return ''
}

/**
 * One or two initials by grapheme, in any script: "Ada Lovelace" → "AL", "José" → "J", "山田 太郎" → "山".
 * Empty where the name has no letter or digit.
 */
export function initials(name: string): string {
  const plain = PLAIN.exec(name)
  if (plain) return (plain[1]! + (plain[2] ?? '')).toUpperCase()
  const words = name
    .normalize('NFC')
    .split('@')[0]!
    .split(/[\s._\u00a0-]+/u)
    .filter((word) => LETTER.test(word))
  const [head, tail] = [words[0], words.length > 1 ? words[words.length - 1] : undefined]
  if (!head) return ''
  const start = firstGrapheme(head)
  const end = tail && !ONE_SIGN.test(start) ? firstGrapheme(tail) : ''
  // Not by the reader's language: what the server rendered must be what the browser draws.
  return (start + end).toUpperCase()
}

/** A hue, 0 to 11, that stays the same for an id. */
export function hueOf(id: string): number {
  let hash = 0
  for (let index = 0; index < id.length; index++) hash = (hash * 31 + id.charCodeAt(index)) | 0
  return Math.abs(hash) % 12
}
