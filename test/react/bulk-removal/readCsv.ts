/**
 * Readers of CSV, as spreadsheets are:
 * - `lenient`: a quote that opens a cell protects it; what follows the closing quote still belongs to the cell, up to
 *   the next separator (Excel, LibreOffice);
 * - `naive`: splits at every line end and separator, and takes quotes off the ends.
 */
export type Reader = 'lenient' | 'naive'

export function readCsv(file: string, separator: string, reader: Reader = 'lenient'): string[][] {
  const text = file.replace(/^\ufeff/, '')
  if (reader === 'naive')
    return text.split(/\r\n|\r|\n/).map((line) => line.split(separator).map((cell) => cell.replaceAll(/^"+|"+$/g, '')))
  const rows: string[][] = []
  let row: string[] = []
  let cell = ''
  let quoted = false
  let atStart = true
  const endCell = () => {
    row.push(cell)
    cell = ''
    atStart = true
  }
  for (let at = 0; at < text.length; at++) {
    const char = text[at]!
    if (quoted && char === '"' && text[at + 1] === '"') {
      cell += '"'
      at++
    } else if (char === '"' && (quoted || atStart)) {
      quoted = !quoted
      atStart = false
    } else if (!quoted && char === separator) {
      endCell()
    } else if (!quoted && (char === '\n' || char === '\r')) {
      if (char === '\r' && text[at + 1] === '\n') at++
      endCell()
      rows.push(row)
      row = []
    } else {
      cell += char
      atStart = false
    }
  }
  if (cell !== '' || row.length > 0) {
    endCell()
    rows.push(row)
  }
  return rows
}
