import { isRendered, onResize, scrollToNearest } from '../layout.ts'
import { isForPart, TYPED } from '../ownKey.ts'
import { columnOf, rowOf } from './gridRoles.ts'

/** What a grid's keyboard needs of the table that it is in. Users count from 0, also over pages. */
export interface GridHost {
  /** The first and the last user that can be reached now; `last < first` where there are none. */
  first: () => number
  last: () => number
  /** Makes sure that a user's row is in the document, and in view. */
  show: (index: number) => void
  /** Rows that PageUp and PageDown go. */
  step: () => number
  /** Told where the focus is. */
  entered: (index: number) => void
  /** Absent where nobody can be selected. */
  toggle?: (index: number, range: boolean) => void
}

const HEADER = 1
/** Rows of a grid count from 1, and the header is one. */
export const rowIndexOf = (index: number): number => index + HEADER + 1

const CONTROLS = 'a[href], button, input, select, textarea, summary, [contenteditable], [tabindex]'

/**
 * The keyboard of a grid as WAI-ARIA has it: one tab stop, arrow keys between cells, Enter or F2 into a cell's
 * controls and Escape back. Works on the document, by `aria-rowindex` and `aria-colindex`: no row renders for it,
 * and what hosts put into cells is part of it. Controls marked `data-grid-focus` stand for their cell.
 */
export class GridFocus {
  readonly #host: GridHost
  #grid!: HTMLElement
  #row: number | undefined
  #column = 1
  /** The one tab stop. */
  #stop: HTMLElement | undefined
  /** What has the focus, or had it when it was taken out of the document. */
  #focused: HTMLElement | undefined

  constructor(host: GridHost) {
    this.#host = host
  }

  /** Takes a grid over; call the result to let it go. */
  attach(grid: HTMLElement): () => void {
    this.#grid = grid
    const observer = new MutationObserver((records) => this.#changed(records))
    observer.observe(grid, { childList: true, subtree: true })
    // Cards have no headings: the tab stop may be hidden now. Asking at each change would cost a layout.
    const stopResize = onResize(grid, () => this.#ensureStop(true))
    const listening = new AbortController()
    grid.addEventListener('keydown', this.#keyDown, listening)
    grid.addEventListener('keyup', this.#keyUp, listening)
    grid.addEventListener('focusin', this.#focusIn, listening)
    grid.addEventListener('focusout', this.#focusOut, listening)
    this.#calm(grid)
    this.#ensureStop()
    return () => {
      observer.disconnect()
      stopResize()
      listening.abort()
      this.#stop = this.#focused = undefined
    }
  }

  #rowAt(row: number): HTMLElement | null {
    return this.#grid.querySelector<HTMLElement>(`[aria-rowindex="${row}"]`)
  }

  #cellsOf(row: Element | null): HTMLElement[] {
    return row ? [...row.querySelectorAll<HTMLElement>('[aria-colindex]')].filter(isRendered) : []
  }

  #controlsOf(cell: Element): HTMLElement[] {
    return [...cell.querySelectorAll<HTMLElement>(CONTROLS)].filter(
      (control) => !control.matches(':disabled, [type="hidden"]') && isRendered(control),
    )
  }

  #targetOf(cell: HTMLElement): HTMLElement {
    return cell.querySelector<HTMLElement>('[data-grid-focus]') ?? cell
  }

  #hasHeader(): boolean {
    const header = this.#rowAt(HEADER)
    return header !== null && this.#cellsOf(header).length > 0
  }

  /** No control is a tab stop by itself. */
  #calm(within: Element): void {
    for (const control of [
      ...(within.matches(CONTROLS) ? [within as HTMLElement] : []),
      ...within.querySelectorAll<HTMLElement>(CONTROLS),
    ])
      if (control !== this.#stop && control !== this.#grid && control.tabIndex !== -1) control.tabIndex = -1
  }

  #setStop(element: HTMLElement): void {
    if (this.#stop && this.#stop !== element) this.#stop.tabIndex = -1
    this.#stop = element
    element.tabIndex = 0
  }

  /** Where the focus is or would go: the same place, or the nearest that there is. */
  #ensureStop(seen = false): HTMLElement | undefined {
    if (this.#stop?.isConnected && (!seen || isRendered(this.#stop))) return this.#stop
    const first = rowIndexOf(this.#host.first())
    const last = rowIndexOf(this.#host.last())
    const wanted =
      this.#row === HEADER && this.#hasHeader() ? HEADER : Math.min(Math.max(this.#row ?? first, first), last)
    const rows = [...this.#grid.querySelectorAll('[aria-rowindex]')]
    // The row itself; the headings, which stay while rows come and go; among cards, which have none, one in view.
    const places = [this.#rowAt(wanted), this.#rowAt(HEADER), rows[rows.length >> 1] ?? null]
    const cells = places.reduce<HTMLElement[]>((found, row) => (found.length > 0 ? found : this.#cellsOf(row)), [])
    const cell = cells.find((one) => columnOf(one) >= this.#column) ?? cells.at(-1)
    if (!cell) return undefined
    const target = this.#targetOf(cell)
    this.#setStop(target)
    return target
  }

  readonly #changed = (records: MutationRecord[]): void => {
    for (const { addedNodes } of records)
      for (const node of addedNodes) if (node instanceof Element && node.isConnected) this.#calm(node)
    const stop = this.#ensureStop()
    const page = this.#grid.ownerDocument
    // What had the focus is gone: the focus stays in its place.
    if (this.#focused && !this.#focused.isConnected && page.activeElement === page.body)
      stop?.focus({ preventScroll: true })
  }

  readonly #focusIn = ({ target }: FocusEvent): void => {
    const element = target as HTMLElement
    const cell = element.closest<HTMLElement>('[aria-colindex]')
    const row = cell?.closest<HTMLElement>('[aria-rowindex]')
    this.#focused = element
    if (!cell || !row) return
    this.#row = rowOf(row)
    this.#column = columnOf(cell)
    this.#setStop(element)
    if (this.#row > HEADER) this.#host.entered(this.#row - HEADER - 1)
  }

  readonly #focusOut = ({ target }: FocusEvent): void => {
    // An element that is being removed loses its focus too; only later it is known which it was.
    queueMicrotask(() => {
      if (this.#focused === target && this.#focused?.isConnected) this.#focused = undefined
    })
  }

  /** Focuses a cell; scrolls there and waits for its row where that is not in the document. */
  focusCell(row: number, column: number, side: 'nearest' | 'last' = 'nearest'): void {
    if (row > HEADER) this.#host.show(row - HEADER - 1)
    const cells = this.#cellsOf(this.#rowAt(row))
    const cell = side === 'last' ? cells.at(-1) : (cells.find((one) => columnOf(one) >= column) ?? cells.at(-1))
    if (!cell) return
    this.#targetOf(cell).focus({ preventScroll: true })
    scrollToNearest(cell)
    // The column that was chosen, also where one on the way is missing.
    if (side === 'nearest') this.#column = column
  }

  readonly #keyUp = (event: KeyboardEvent): void => {
    // Some browsers click at keyup, whatever became of the keydown.
    if (event.key === ' ' && event.shiftKey && (event.target as HTMLElement).matches('[data-grid-focus]'))
      event.preventDefault()
  }

  readonly #keyDown = (event: KeyboardEvent): void => {
    if (event.altKey || event.metaKey || !isForPart(event)) return
    const element = event.target as HTMLElement
    const cell = element.closest<HTMLElement>('[aria-colindex]')
    if (!cell) return
    const done =
      element === this.#targetOf(cell) ? this.#inGrid(event, cell, element) : this.#inCell(event, cell, element)
    if (done) event.preventDefault()
  }

  /** Among a cell's own controls. */
  #inCell({ key, shiftKey }: KeyboardEvent, cell: HTMLElement, element: HTMLElement): boolean {
    if (key === 'Escape' || (key === 'F2' && !element.matches(TYPED))) {
      this.#targetOf(cell).focus()
      return true
    }
    const controls = this.#controlsOf(cell)
    const turn = getComputedStyle(this.#grid).direction === 'rtl' ? -1 : 1
    const steps: Record<string, number> = {
      Tab: shiftKey ? -1 : 1,
      ...(element.matches(TYPED) ? {} : { ArrowRight: turn, ArrowLeft: -turn, ArrowDown: 1, ArrowUp: -1 }),
    }
    const step = steps[key]
    if (step === undefined) return false
    const next = controls[controls.indexOf(element) + step]
    next?.focus()
    // Past the last one Tab leaves the grid.
    return next !== undefined || key !== 'Tab'
  }

  /** Between cells. */
  #inGrid({ key, ctrlKey, shiftKey }: KeyboardEvent, cell: HTMLElement, element: HTMLElement): boolean {
    const row = this.#row ?? HEADER
    const { toggle } = this.#host
    if (key === 'Enter' || key === 'F2') {
      if (element !== cell) return false
      const [control] = this.#controlsOf(cell)
      control?.focus()
      return control !== undefined
    }
    if (key === ' ') {
      // A checkbox or a button does it itself.
      if (row === HEADER || (element !== cell && !shiftKey)) return false
      toggle?.(row - HEADER - 1, shiftKey)
      return true
    }
    return this.#move(key, ctrlKey, row, cell)
  }

  #move(key: string, ctrlKey: boolean, row: number, cell: HTMLElement): boolean {
    const first = rowIndexOf(this.#host.first())
    const last = rowIndexOf(this.#host.last())
    const top = this.#hasHeader() ? HEADER : first
    const step = this.#host.step()
    const to = (next: number) => (next < first ? (row === first || next <= HEADER ? top : first) : Math.min(next, last))
    const cells = this.#cellsOf(this.#rowAt(row))
    const turn = getComputedStyle(this.#grid).direction === 'rtl' ? -1 : 1
    const beside = (by: number) => {
      const next = cells[cells.indexOf(cell) + by]
      if (next) this.focusCell(row, columnOf(next))
    }
    if (key === 'ArrowRight') beside(turn)
    else if (key === 'ArrowLeft') beside(-turn)
    else if (key === 'ArrowDown') this.focusCell(row === HEADER ? Math.min(first, last) : to(row + 1), this.#column)
    else if (key === 'ArrowUp') this.focusCell(row === HEADER ? HEADER : row === first ? top : row - 1, this.#column)
    else if (key === 'PageDown')
      this.focusCell(row === HEADER ? Math.min(first + step - 1, last) : to(row + step), this.#column)
    else if (key === 'PageUp') this.focusCell(row === HEADER ? HEADER : Math.max(row - step, first), this.#column)
    else if (key === 'Home' && ctrlKey) {
      this.#host.show(this.#host.first())
      this.focusCell(top, 1)
    } else if (key === 'End' && ctrlKey) this.focusCell(Math.max(last, top), 1, 'last')
    else if (key === 'Home') this.focusCell(row, 1)
    else if (key === 'End') this.focusCell(row, 1, 'last')
    else return false
    return true
  }
}
