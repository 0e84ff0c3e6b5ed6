import { Recent } from './recent.ts'

/** Whether a request may go on; `retryAfter` in seconds where it may not. */
export interface LimitResult {
  ok: boolean
  retryAfter?: number
}

/**
 * Counts against a key. Asynchronous, so that a shared store can stand behind it.
 *
 * @param count how much this one counts. Default 1
 */
export type Limiter = (key: string, count?: number) => LimitResult | Promise<LimitResult>

export interface MemoryLimiterOptions {
  /** Requests per key and window. */
  max: number
  windowMs: number
  /** How many keys are held at most; of more, at least the newer half of so many. Default 10,000. */
  maxKeys?: number
  now?: () => number
}

/** Counts in this process: enough for one server, and for several a limit per server. */
export function memoryLimiter({ max, windowMs, maxKeys = 10_000, now = Date.now }: MemoryLimiterOptions): Limiter {
  const windows = new Recent<{ ends: number; count: number }>(maxKeys)
  return (key, count = 1) => {
    const time = now()
    let window = windows.get(key)
    if (!window || window.ends <= time) {
      window = { ends: time + windowMs, count: 0 }
      windows.set(key, window)
    }
    // What is refused as a whole counts for nothing, or one that is too large would shut out the small ones after it.
    const room = window.count + count <= max
    if (room) window.count += count
    return room ? { ok: true } : { ok: false, retryAfter: Math.ceil((window.ends - time) / 1000) }
  }
}
