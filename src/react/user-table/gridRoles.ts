/** What CSS lays out in another way loses its native role in some browsers: it is said again. */
export const gridRoles = {
  grid: { role: 'grid' },
  rowgroup: { role: 'rowgroup' },
  row: { role: 'row' },
  columnheader: { role: 'columnheader' },
  rowheader: { role: 'rowheader' },
  gridcell: { role: 'gridcell' },
} as const

/** The place of a row or a cell, from 1. happy-dom has no `ariaRowIndex` and `ariaColIndex`. */
export const rowOf = (row: Element): number => Number(row.getAttribute('aria-rowindex'))
export const columnOf = (cell: Element): number => Number(cell.getAttribute('aria-colindex'))
