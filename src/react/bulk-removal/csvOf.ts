/** A spreadsheet takes such a cell for a formula. */
const FORMULA = /^[=+\-@\t\r]/

/** One cell as RFC 4180 has it, and never a formula. */
export function csvCell(text: string): string {
  const safe = FORMULA.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** A table as a file: UTF-8 with the mark that makes spreadsheets read it as such, lines ended as RFC 4180 has it. */
export function csvOf(rows: readonly (readonly string[])[]): string {
  return `\ufeff${rows.map((row) => `${row.map(csvCell).join(',')}\r\n`).join('')}`
}
