/** A grid as it is laid out now. */
export interface GridShape {
  count: number
  columns: number
  rtl: boolean
}

/** Where an arrow, Home or End leads from `at`; with Control, Home and End lead to the corners. `undefined`: not a key for moving. */
export function moveIn(
  { count, columns, rtl }: GridShape,
  at: number,
  { key, ctrlKey = false }: { key: string; ctrlKey?: boolean },
): number | undefined {
  const to = target(key, ctrlKey, at, columns, count, rtl)
  if (to === undefined) return undefined
  return to < 0 || to >= count ? at : to
}

function target(
  key: string,
  ctrlKey: boolean,
  at: number,
  columns: number,
  count: number,
  rtl: boolean,
): number | undefined {
  const row = at - (at % columns)
  if (key === 'ArrowRight') return rtl ? at - 1 : at + 1
  if (key === 'ArrowLeft') return rtl ? at + 1 : at - 1
  if (key === 'ArrowUp') return at - columns
  // In the last row but one, where nothing is below: the last one.
  if (key === 'ArrowDown') return at + columns >= count && row + columns < count ? count - 1 : at + columns
  if (key === 'Home') return ctrlKey ? 0 : row
  if (key === 'End') return ctrlKey ? count - 1 : Math.min(row + columns, count) - 1
  return undefined
}

/** The shape of a grid from its cells: as many columns as begin in the first line. */
export function shapeOf(cells: readonly HTMLElement[]): GridShape {
  const [first] = cells
  const other = cells.findIndex((cell) => cell.offsetTop > first!.offsetTop)
  return {
    count: cells.length,
    columns: other < 1 ? Math.max(cells.length, 1) : other,
    rtl: first !== undefined && getComputedStyle(first).direction === 'rtl',
  }
}
