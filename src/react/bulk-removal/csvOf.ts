/** What stands between two cells of a CSV file. */
export type CsvSeparator = ',' | ';'

// What spreadsheets or people do not see before a formula: white space, controls, invisible characters, quotes.
const UNSEEN = String.raw`\s\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}"`
/** Where a reader may begin a new cell: any usual separator or line end, for not every reader is set to ours. */
const BREAKS = String.raw`,;|\t\n\v\f\r\u0085\u2028\u2029`
/** The sign that begins a formula, also full-width or small, with all that is unseen or a break before it. */
const FORMULA = new RegExp(
  `(?<![${UNSEEN}${BREAKS}])([${UNSEEN}${BREAKS}]*)(?=[=+\\-@\uff1d\uff0b\uff0d\uff20\ufe66\ufe62\ufe63\ufe6b])`,
  'gu',
)
const BREAK = new RegExp(`\\r\\n|[${BREAKS}]`, 'gu')
/** A number that a spreadsheet rounds or shortens: more than 15 digits, a zero at the front, an exponent. */
const INEXACT = /^(?:(?:[\s.,'’]*\p{Nd}){16,}[\s.,'’]*|0\d+|\d+(?:[.,]\d+)?e[+-]?\d+)$/iu

/**
 * One quoted cell as RFC 4180 has it. An apostrophe goes before what a spreadsheet would take for a formula or would
 * round, also within the cell where a reader with another separator would begin one.
 */
export function csvCell(text: string): string {
  const safe = text.replaceAll(
    FORMULA,
    (_, before: string, at: number) => `${at === 0 ? "'" : ''}${before.replaceAll(BREAK, "$&'")}`,
  )
  const marked = !safe.startsWith("'") && (/^[\t\r\n]/.test(safe) || INEXACT.test(safe.trim())) ? `'${safe}` : safe
  return `"${marked.replaceAll('"', '""')}"`
}

/** As spreadsheets expect it: a semicolon if the browser's language writes a decimal comma, else a comma. */
export function csvSeparator(): CsvSeparator {
  let numbers: Intl.NumberFormat
  try {
    numbers = new Intl.NumberFormat(globalThis.navigator?.language)
  } catch {
    // Browsers that hide their language may give none that is known.
    return ','
  }
  return numbers.formatToParts(1.5).some(({ type, value }) => type === 'decimal' && value === ',') ? ';' : ','
}

/** A table as a file: UTF-8 with a byte order mark, which makes spreadsheets read it as such, and CRLF line ends. */
export function csvOf(rows: readonly (readonly string[])[], separator: CsvSeparator = csvSeparator()): string {
  return `\ufeff${rows.map((row) => `${row.map(csvCell).join(separator)}\r\n`).join('')}`
}
