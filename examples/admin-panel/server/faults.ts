/**
 * What goes wrong with a change. At the provider: `403` (the server may not), `404-user` (no such user),
 * `404-image` (nothing to remove, since a colleague was quicker), `429` (now and then it asks for patience), `503` (out
 * of order, in its own words). On the way back to the browser: `reset`, `time-out`, `html` (a login page with status 200).
 */
export const faultKinds = ['none', '403', '404-user', '404-image', '429', '503', 'reset', 'time-out', 'html'] as const

export type FaultKind = (typeof faultKinds)[number]

export interface Faults {
  /** How long a change takes before anything happens, 0 to 30,000 ms. */
  delayMs: number
  fault: FaultKind
  /** Whether the change was carried out before it went wrong. */
  carriedOut: boolean
}

export const noFaults: Faults = { delayMs: 0, fault: 'none', carriedOut: false }

/** The setting that `value` gives, with `current` for what it leaves out; `undefined` where it makes no sense. */
export function readFaults(value: unknown, current: Faults): Faults | undefined {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return undefined
  const { delayMs, fault, carriedOut } = { ...current, ...value }
  const delayIsFine = typeof delayMs === 'number' && delayMs >= 0 && delayMs <= 30_000
  if (!delayIsFine || !faultKinds.includes(fault) || typeof carriedOut !== 'boolean') return undefined
  return { delayMs, fault, carriedOut }
}

/** With `429`: so many requests pass, then none for so long. */
const [PASSING, PATIENCE_MS] = [3, 5000]

/** The setting of one running panel, kept in memory. */
export class FaultSwitch {
  #faults = noFaults
  #passed = 0
  #closedUntil = 0
  /** Users that "do not exist" since a removal met `404-user`; back with the next setting. */
  readonly missing = new Set<string>()

  get current(): Faults {
    return this.#faults
  }

  set(faults: Faults): void {
    this.#faults = faults
    this.missing.clear()
    this.#passed = 0
    this.#closedUntil = 0
  }

  /** Counts one request; the seconds for which the provider asks for patience, where it does. */
  patience(now: number = Date.now()): number | undefined {
    if (this.#faults.fault !== '429') return undefined
    if (now >= this.#closedUntil && this.#passed++ < PASSING) return undefined
    if (now >= this.#closedUntil) {
      this.#closedUntil = now + PATIENCE_MS
      this.#passed = 0
    }
    return Math.ceil((this.#closedUntil - now) / 1000)
  }
}
