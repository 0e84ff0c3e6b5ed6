/** Rows of one list that are gone from it by now, as far as is known. */
export interface GoneRows {
  /** Those whose removal has been confirmed. */
  surely: number
  /** These, and those whose removal is on its way. */
  perhaps: number
}

/**
 * Where to read on in a list from which rows go while it is read: every removed picture takes its person out of it,
 * and what follows moves up. Always the earliest place that nothing can have slipped past; what is read twice is
 * known by its id.
 */
export class ListPosition {
  /** Rows that were read, counted as if none had gone. */
  #read = 0
  #done = false
  #remaining = 0
  #reads = 0

  /** How often it was read. */
  get reads(): number {
    return this.#reads
  }

  /** How many rows were after the last that was read. */
  get remaining(): number {
    return this.#remaining
  }

  /** Whether the end was read. */
  get done(): boolean {
    return this.#done
  }

  /** What to ask for. `gone` as it is when it is asked. */
  next(gone: GoneRows, pageSize: number): { offset: number; limit: number } {
    const offset = Math.max(this.#read - gone.perhaps, 0)
    // At least a page that is new, however many of those on their way are read again.
    return { offset, limit: Math.min(pageSize + gone.perhaps - gone.surely, 500) }
  }

  /** What came. `gone` as it was when it was asked. */
  came({ offset, rows, totalCount }: { offset: number; rows: number; totalCount: number }, gone: GoneRows): void {
    this.#read = Math.max(this.#read, offset + rows + gone.surely)
    this.#reads++
    this.#remaining = Math.max(totalCount - offset - rows, 0)
    this.#done = rows === 0 || offset + rows >= totalCount
  }

  /** From the beginning again: others may have added or removed some. */
  restart(): void {
    this.#read = 0
    this.#done = false
    this.#reads++
  }
}
