import type { BulkStatus } from './BulkRun.ts'

/** Why nothing is sent at the moment. */
export class Waits {
  readonly #onChange: () => void
  #pausedUntil: number | undefined
  #timer: ReturnType<typeof setTimeout> | undefined
  #offline = 0

  constructor(onChange: () => void) {
    this.#onChange = onChange
  }

  /** Unix ms; `undefined` where the server asked for no patience, or had it. */
  get pausedUntil(): number | undefined {
    return this.#pausedUntil
  }

  /** What a busy run says of itself. */
  status(stopping: boolean): BulkStatus {
    if (stopping) return 'stopping'
    if (this.#offline > 0) return 'offline'
    return this.#pausedUntil ? 'paused' : 'running'
  }

  readonly pause = (seconds: number): void => {
    const until = Date.now() + seconds * 1000
    if (!(seconds > 0) || until <= (this.#pausedUntil ?? 0)) return
    clearTimeout(this.#timer)
    this.#pausedUntil = until
    this.#timer = setTimeout(() => {
      this.#pausedUntil = undefined
      this.#onChange()
    }, seconds * 1000)
    this.#onChange()
  }

  /** Called by each of those that wait for the connection, when it begins and when it ends. */
  readonly setOffline = (offline: boolean): void => {
    this.#offline += offline ? 1 : -1
    this.#onChange()
  }

  end(): void {
    clearTimeout(this.#timer)
    this.#pausedUntil = undefined
  }
}
