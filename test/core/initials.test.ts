import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { hueOf, initials } from '../../src/core/initials.ts'

describe('initials', () => {
  it.each([
    ['Ada Lovelace', 'AL'],
    ['ada lovelace', 'AL'],
    ['Ada King, Countess of Lovelace', 'AL'],
    ['José', 'J'],
    ['Élodie Ångström', 'ÉÅ'],
    ['E\u0301lodie', 'É'],
    ['Владимир Набоков', 'ВН'],
    ['Ελένη Παπαδοπούλου', 'ΕΠ'],
    ['Հասմիկ Պետրոսյան', 'ՀՊ'],
    ['محمد علي', 'مع'],
    ['דוד כהן', 'דכ'],
    ['山田 太郎', '山'],
    ['王小明', '王'],
    ['김민준', '김'],
    ['さくら はな', 'さ'],
    ['สมชาย ใจดี', 'สใ'],
    ['አበበ ቢቂላ', 'አቢ'],
    ['नेहा शर्मा', 'नेश'],
    ['மீனா குமார்', 'மீகு'],
    ['👩‍🚀 Sally Ride', 'SR'],
    ['𝒜da', '𝒜'],
    ['(Dr.) Grace "Amazing" Hopper', 'DH'],
    ['ada.lovelace@people.test', 'AL'],
    ['ada_lovelace', 'AL'],
    ['  Ada\u00a0\u00a0Lovelace\n', 'AL'],
    ['7 of 9', '79'],
    ['ß', 'SS'],
    ['Jean-Luc Picard', 'JP'],
    ['--- …', ''],
    ['👩‍🚀', ''],
    ['@handle', ''],
    ['', ''],
  ])('%j: %s', (name, expected) => {
    expect(initials(name)).toBe(expected)
  })

  it('is the same in every reader’s language: a Turkish browser draws what the server rendered', () => {
    vi.spyOn(String.prototype, 'toLocaleUpperCase').mockReturnValue('İ')
    expect([initials('irem'), initials('irem ışık')]).toEqual(['I', 'II'])
    vi.restoreAllMocks()
  })

  it('reads plain names as it reads all others', () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[A-Za-z0-9]{1,6}$/), { minLength: 1, maxLength: 4 }), (words) => {
        // A no-break space leaves the short way.
        expect(initials(words.join(' '))).toBe(initials(`${words.join(' ')}\u00a0`))
      }),
    )
  })

  it('gives at most two signs of what the name holds and never throws', () => {
    const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' })
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 30 }), (name) => {
        // Upper case may be longer: "ß" is "SS".
        expect([...segmenter.segment(initials(name))].length).toBeLessThanOrEqual(6)
        expect(initials(name)).toBe(initials(` ${name} `))
      }),
    )
  })
})

describe('hueOf', () => {
  it('is one of twelve and stays the same', () => {
    fc.assert(
      fc.property(fc.string(), (id) => {
        const hue = hueOf(id)
        expect(Number.isInteger(hue) && hue >= 0 && hue < 12).toBe(true)
        expect(hueOf(id)).toBe(hue)
      }),
    )
  })

  it('spreads ids over all of them', () => {
    expect(new Set(Array.from({ length: 500 }, (_, index) => hueOf(`user_${index}`))).size).toBe(12)
  })
})
