import { describe, expect, it } from 'vitest'
import { AvatarKitError } from '../../../src/core/errors.ts'
import { toUser } from '../../../src/core/toUser.ts'
import { enBulk } from '../../../src/locales/en/bulk.ts'
import { csvCell, csvOf } from '../../../src/react/bulk-removal/csvOf.ts'
import { reportOf } from '../../../src/react/bulk-removal/reportOf.ts'

describe('a cell', () => {
  it.each([
    ['Ada', 'Ada'],
    ['', ''],
    ['Lovelace, Ada', '"Lovelace, Ada"'],
    ['the “Enchantress”', 'the “Enchantress”'],
    ['say "no"', '"say ""no"""'],
    ['two\nlines', '"two\nlines"'],
    ['=1+1', "'=1+1"],
    ['+49 30', "'+49 30"],
    ['-2', "'-2"],
    ['@sum', "'@sum"],
    ['\tx', "'\tx"],
    ['\rx', '"\'\rx"'],
    ['=HYPERLINK("https://evil.test","x")', '"\'=HYPERLINK(""https://evil.test"",""x"")"'],
    ['a=b', 'a=b'],
  ])('%j becomes %j', (text, cell) => {
    expect(csvCell(text)).toBe(cell)
  })
})

it('a table has the mark of UTF-8, and each line ends', () => {
  expect(
    csvOf([
      ['a', 'b'],
      ['ü', '=x'],
    ]),
  ).toBe("\ufeffa,b\r\nü,'=x\r\n")
})

it('a report has everybody, with what came of it', () => {
  const users = new Map([
    ['ada', toUser({ id: 'ada', firstName: '=cmd', lastName: 'Lovelace', emailAddress: 'ada@people.test' })],
    ['grace', toUser({ id: 'grace', firstName: 'Grace', lastName: 'Hopper, Rear Admiral' })],
  ])
  const results = new Map([
    ['ada', { status: 'done' as const, at: 0 }],
    ['grace', { status: 'failed' as const, at: 1000, error: new AvatarKitError('forbidden') }],
    ['-emmy', { status: 'not-sent' as const, at: 2000 }],
  ])
  const text = reportOf({
    ids: ['ada', 'grace', '-emmy', 'alan'],
    userOf: (id) => users.get(id),
    resultOf: (id) => results.get(id),
    describe: (error) => error.code,
    words: enBulk,
  })
  expect(text).toBe(
    [
      '\ufeffid,name,e-mail,outcome,error,time',
      "ada,'=cmd Lovelace,ada@people.test,removed,,1970-01-01T00:00:00.000Z",
      'grace,"Grace Hopper, Rear Admiral",,failed,forbidden,1970-01-01T00:00:01.000Z',
      "'-emmy,,,not sent,,1970-01-01T00:00:02.000Z",
      'alan,,,waiting,,',
      '',
    ].join('\r\n'),
  )
})
