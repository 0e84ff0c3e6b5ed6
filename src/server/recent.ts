/**
 * A map that forgets: it holds `most` entries at most, and at least the newer half of them. Two maps take turns, and the
 * older one goes as a whole, which costs less than to take out one entry for each that comes.
 */
export class Recent<V> {
  #newer = new Map<string, V>()
  #older = new Map<string, V>()
  readonly #half: number

  constructor(most: number) {
    this.#half = Math.floor(most / 2)
  }

  get(key: string): V | undefined {
    return this.#newer.get(key) ?? this.#older.get(key)
  }

  set(key: string, value: V): void {
    if (this.#newer.size >= this.#half) {
      this.#older = this.#newer
      this.#newer = new Map()
    }
    this.#newer.set(key, value)
  }
}
