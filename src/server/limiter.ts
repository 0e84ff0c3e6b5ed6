import { putNewest } from './putNewest.ts'

/** Whether a request may go on; `retryAfter` in seconds where it may not. */
export interface LimitResult {
  ok: boolean
  retryAfter?: number
}

/** Counts against a key. Asynchronous, so that a shared store can stand behind it. */
export type Limiter = (key: string) => LimitResult | Promise<LimitResult>

export interface MemoryLimiterOptions {
  /** Requests per key and window. */
  max: number
  windowMs: number
  /** How many keys are held at most; the oldest are forgotten first. Default 10,000. */
  maxKeys?: number
  now?: () => number
}

/** Counts in this process: enough for one server, and for several a limit per server. */
export function memoryLimiter({ max, windowMs, maxKeys = 10_000, now = Date.now }: MemoryLimiterOptions): Limiter {
  const windows = new Map<string, { ends: number; count: number }>()
  return (key) => {
    const time = now()
    let window = windows.get(key)
    if (!window || window.ends <= time) {
      window = { ends: time + windowMs, count: 0 }
      putNewest(windows, key, window, maxKeys)
    }
    window.count++
    return window.count <= max ? { ok: true } : { ok: false, retryAfter: Math.ceil((window.ends - time) / 1000) }
  }
}
