import { describe, expect, it, vi } from 'vitest'
import { enActivity as words } from '../../src/locales/en/activity.ts'
import { cleanAnswers, faultsOf, labelOf, noteRules, reasonsOf } from '../../src/react/reason/checkAnswers.ts'
import type { RemovalQuestions } from '../../src/react/reason/RemovalQuestions.ts'

const preview = vi.fn(() => 'Hello')

describe('reasons', () => {
  it('are the default ones in words, or the panel’s own', () => {
    expect(reasonsOf(undefined, words).map(({ code }) => code)).toEqual([
      'nudity',
      'violence',
      'hate',
      'impersonation',
      'spam',
      'copyright',
      'other',
    ])
    expect(reasonsOf(['spam', 'c-7', { code: 'hate', label: 'Hatred' }], words).map(({ label }) => label)).toEqual([
      'Spam or advertising',
      'c-7',
      'Hatred',
    ])
    expect(labelOf('constructor', words)).toBe('constructor')
  })

  it('“other” needs a note, unless the panel says that it does not', () => {
    expect(
      reasonsOf(['other', { code: 'other', needsNote: false }, { code: 'x', needsNote: true }], words).map(
        ({ needsNote }) => needsNote,
      ),
    ).toEqual([true, false, true])
  })
})

describe('answers', () => {
  it.each<[string, RemovalQuestions, Parameters<typeof cleanAnswers>[1], object]>([
    ['what was not given is absent', { note: true }, { reason: '', note: '  ' }, {}],
    ['what was not asked is absent', { reasons: [] }, { reason: 'spam', note: 'x', tellUser: true }, {}],
    ['blanks around a note go', { note: true }, { reason: 'spam', note: ' a b\n' }, { reason: 'spam', note: 'a b' }],
    ['telling is asked: yes or no', { tellUser: { preview } }, {}, { tellUser: false }],
    ['telling is asked, ticked to begin with', { tellUser: { preview, default: true } }, {}, { tellUser: true }],
    ['telling was unticked', { tellUser: { preview, default: true } }, { tellUser: false }, { tellUser: false }],
  ])('%s', (_, ask, given, sent) => {
    expect(cleanAnswers(ask, given)).toEqual(sent)
  })

  it.each<[string, RemovalQuestions, Parameters<typeof cleanAnswers>[1], object]>([
    ['nothing is required', {}, {}, {}],
    ['a reason is required', { requireReason: true }, {}, { reason: 'Choose a reason.' }],
    [
      'one that is not offered is none',
      { requireReason: true, reasons: ['spam'] },
      { reason: 'hate' },
      { reason: 'Choose a reason.' },
    ],
    ['none can be required of none', { requireReason: true, reasons: [] }, {}, {}],
    ['a note is required', { note: { required: true } }, { note: ' ' }, { note: 'Write a note.' }],
    [
      '“other” needs a note',
      { note: true },
      { reason: 'other' },
      { note: '“Something else” needs a note that says what it is.' },
    ],
    ['“other” where no note is asked for', {}, { reason: 'other' }, {}],
    [
      'a note that is too long by one',
      { note: { maxLength: 3 } },
      { note: 'four' },
      { note: 'A note has at most 3 characters. Take out 1 character.' },
    ],
    ['blanks around it do not count', { note: { maxLength: 3 } }, { note: ' abc ' }, {}],
  ])('%s', (_, ask, given, faults) => {
    expect(faultsOf(ask, given, words)).toEqual(faults)
  })

  it('a note has 500 characters where nobody says otherwise', () => {
    expect(noteRules({})).toBeUndefined()
    expect(noteRules({ note: true })).toEqual({ required: false, maxLength: 500 })
    expect(noteRules({ note: { required: true } })).toEqual({ required: true, maxLength: 500 })
  })
})
