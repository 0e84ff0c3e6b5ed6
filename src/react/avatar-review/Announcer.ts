const PAUSE_MS = 3000

/** Says the last of what was told, at most once in three seconds: whoever decides once a second is not talked over. */
export class Announcer {
  #text = ''
  #pending: string | undefined
  #timer: ReturnType<typeof setTimeout> | undefined
  readonly #listeners = new Set<() => void>()

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  readonly get = (): string => this.#text

  say(text: string): void {
    if (this.#timer !== undefined) {
      this.#pending = text
      return
    }
    this.#speak(text)
  }

  /** No timer is left. */
  rest(): void {
    clearTimeout(this.#timer)
    this.#timer = undefined
    this.#pending = undefined
  }

  #speak(text: string): void {
    this.#text = text
    this.#timer = setTimeout(() => {
      this.#timer = undefined
      const pending = this.#pending
      this.#pending = undefined
      if (pending !== undefined) this.#speak(pending)
    }, PAUSE_MS)
    for (const listener of this.#listeners) listener()
  }
}
