import fc from 'fast-check'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { AvatarKitError } from '../../../src/core/errors.ts'
import { toUser } from '../../../src/core/toUser.ts'
import { enBulk } from '../../../src/locales/en/bulk.ts'
import { type CsvSeparator, csvCell, csvOf, csvSeparator } from '../../../src/react/bulk-removal/csvOf.ts'
import { jsonReportOf, type ReportSource, reportOf } from '../../../src/react/bulk-removal/reportOf.ts'
import { type Reader, readCsv } from './readCsv.ts'

afterEach(() => {
  vi.unstubAllGlobals()
})

describe('a cell', () => {
  it.each([
    ['Ada', 'Ada'],
    ['', ''],
    ['Lovelace, Ada', 'Lovelace, Ada'],
    ['the “Enchantress”', 'the “Enchantress”'],
    ['say "no"', 'say ""no""'],
    ['two\nlines', 'two\nlines'],
    ['a=b', 'a=b'],
    ['ada@people.test', 'ada@people.test'],
    ['Smith - Jones', 'Smith - Jones'],
    // Formulas.
    ['=1+1', "'=1+1"],
    ['+49 30', "'+49 30"],
    ['-2', "'-2"],
    ['@sum', "'@sum"],
    ['\tx', "'\tx"],
    ['\rx', "'\rx"],
    ['\nx', "'\nx"],
    ['=HYPERLINK("https://evil.test","x")', '\'=HYPERLINK(""https://evil.test"",""x"")'],
    ['＝1', "'＝1"],
    ['＋1', "'＋1"],
    ['－1', "'－1"],
    ['＠x', "'＠x"],
    ['﹣1', "'﹣1"],
    // Behind what a spreadsheet drops or nobody sees.
    ['  =1', "'  =1"],
    ['\u00a0=1', "'\u00a0=1"],
    ['\u3000＝1', "'\u3000＝1"],
    ['\ufeff=1', "'\ufeff=1"],
    ['\u200b\u202e=1', "'\u200b\u202e=1"],
    ['\u0000=1', "'\u0000=1"],
    ['"=1"', '\'""=1""'],
    // For a reader that splits in other places.
    ['x;=1+1;y', "x;'=1+1;y"],
    ['x,=1', "x,'=1"],
    ['x\t=1', "x\t'=1"],
    ['x|=1', "x|'=1"],
    ['x\n=1', "x\n'=1"],
    ['x\r\n=1', "x\r\n'=1"],
    ['x; "=1', 'x;\' ""=1'],
    // Numbers that a spreadsheet would write otherwise.
    ['123456789012345', '123456789012345'],
    ['1234567890123456', "'1234567890123456"],
    ['1234567890123456.5', "'1234567890123456.5"],
    ['1 234 567 890 123 456', "'1 234 567 890 123 456"],
    ['user_1234567890123456', 'user_1234567890123456'],
    ['00123', "'00123"],
    ['0', '0'],
    ['12e34', "'12e34"],
  ])('%j becomes %j, quoted', (text, cell) => {
    expect(csvCell(text)).toBe(`"${cell}"`)
  })

  it('of a hundred thousand tabs takes no longer than any other', () => {
    const tabs = '\t'.repeat(100_000)
    expect(csvCell(`${tabs}x`)).toBe(`"'${tabs}x"`)
    expect(csvCell(`${tabs}=`).length).toBe(200_004)
    const spaces = ' '.repeat(100_000)
    expect(csvCell(`${spaces}x`)).toBe(`"${spaces}x"`)
    expect(csvCell(`1${spaces}x`)).toBe(`"1${spaces}x"`)
  })
})

it('a table has the mark of UTF-8, every cell is quoted, and each line ends', () => {
  const rows = [
    ['a', 'b'],
    ['ü', '=x'],
  ]
  expect(csvOf(rows, ',')).toBe('\ufeff"a","b"\r\n"ü","\'=x"\r\n')
  expect(csvOf(rows, ';')).toBe('\ufeff"a";"b"\r\n"ü";"\'=x"\r\n')
})

describe('the separator', () => {
  it.each([
    ['en-US', ','],
    ['ja', ','],
    ['he', ','],
    ['de', ';'],
    ['fr-FR', ';'],
    ['pt-BR', ';'],
    ['tr', ';'],
    ['no such language', ','],
  ])('in a browser in %s is %s', (language, separator) => {
    vi.stubGlobal('navigator', { language })
    expect(csvSeparator()).toBe(separator)
    expect(csvOf([['a', 'b']])).toBe(`\ufeff"a"${separator}"b"\r\n`)
  })

  it('without a browser is one of the two', () => {
    vi.stubGlobal('navigator', undefined)
    expect([',', ';']).toContain(csvSeparator())
  })
})

describe('any texts', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      ...'=+-@＝＋－＠,;|"\'\t\r\n \u00a0\u200b\ufeff\u202e\u0000'.split(''),
      'x',
      '1',
      '\r\n',
      '""',
      '";',
    ),
    fc.string({ unit: 'grapheme', maxLength: 3 }),
  )
  const text = fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join(''))
  const table = fc.array(fc.array(text, { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 4 })
  const separator = fc.constantFrom<CsvSeparator>(',', ';')

  it('are read as they were, but for the apostrophes', () => {
    fc.assert(
      fc.property(table, separator, (rows, mark) => {
        const read = readCsv(csvOf(rows, mark), mark)
        const withoutMarks = (cells: string[][]) => cells.map((row) => row.map((cell) => cell.replaceAll("'", '')))
        expect(withoutMarks(read)).toEqual(withoutMarks(rows))
      }),
      { numRuns: 300 },
    )
  })

  it('never become a formula, whatever the reader separates at', () => {
    const formula = /^[\s\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}"]*[=+\-@＝＋－＠]/u
    fc.assert(
      fc.property(
        table,
        separator,
        fc.constantFrom(',', ';', '\t', '|'),
        fc.constantFrom<Reader>('lenient', 'naive'),
        (rows, mark, other, reader) => {
          const cells = readCsv(csvOf(rows, mark), other, reader).flat()
          expect(cells.filter((cell) => formula.test(cell))).toEqual([])
        },
      ),
      { numRuns: 500 },
    )
  })
})

describe('a report', () => {
  const users = new Map([
    ['ada', toUser({ id: 'ada', firstName: '=cmd', lastName: 'Lovelace', emailAddress: 'ada@people.test' })],
    ['grace', toUser({ id: 'grace', firstName: 'Grace', lastName: 'Hopper; "Rear Admiral"' })],
  ])
  const results = new Map([
    ['ada', { status: 'done' as const, at: 0 }],
    ['grace', { status: 'failed' as const, at: 1000, error: new AvatarKitError('forbidden') }],
    ['-emmy', { status: 'not-sent' as const, at: 2000 }],
  ])
  const source: ReportSource = {
    ids: ['ada', 'grace', '-emmy', '12345678901234567890'],
    userOf: (id) => users.get(id),
    resultOf: (id) => results.get(id),
    describe: (error, name) => `${name}: ${error.code}`,
    words: enBulk,
  }

  it('has everybody, with what came of it', () => {
    expect(reportOf(source, ';')).toBe(
      [
        '\ufeff"id";"name";"e-mail";"outcome";"error";"time"',
        '"ada";"\'=cmd Lovelace";"ada@people.test";"removed";"";"1970-01-01T00:00:00.000Z"',
        '"grace";"Grace Hopper; ""Rear Admiral""";"";"failed";"Grace Hopper; ""Rear Admiral"": forbidden";"1970-01-01T00:00:01.000Z"',
        '"\'-emmy";"";"";"not sent";"";"1970-01-01T00:00:02.000Z"',
        '"\'12345678901234567890";"";"";"waiting";"";""',
        '',
      ].join('\r\n'),
    )
  })

  it('as JSON has ids and names as they are, and codes in place of words', () => {
    const text = jsonReportOf(source)
    expect(text.endsWith('\n')).toBe(true)
    expect(JSON.parse(text)).toEqual([
      {
        id: 'ada',
        name: '=cmd Lovelace',
        emailAddress: 'ada@people.test',
        outcome: 'done',
        error: null,
        time: '1970-01-01T00:00:00.000Z',
      },
      {
        id: 'grace',
        name: 'Grace Hopper; "Rear Admiral"',
        emailAddress: null,
        outcome: 'failed',
        error: 'forbidden',
        time: '1970-01-01T00:00:01.000Z',
      },
      {
        id: '-emmy',
        name: null,
        emailAddress: null,
        outcome: 'not-sent',
        error: null,
        time: '1970-01-01T00:00:02.000Z',
      },
      { id: '12345678901234567890', name: null, emailAddress: null, outcome: 'waiting', error: null, time: null },
    ])
  })
})
