import { putNewest } from './putNewest.ts'

/** Lets each key run once. Asynchronous, so that a shared store can stand behind it. */
export interface IdempotencyStore {
  /**
   * Runs `call`, unless this key ran before: then its result comes again, and where it still runs, that is waited
   * for. What failed may run again, with `again`: nobody may know how it ended the last time.
   *
   * @param key the actor's and the caller's own, so that nobody meets another's
   * @param payload what the key stands for
   * @returns `undefined` where the key stands for another payload
   */
  run<T>(key: string, payload: string, call: (again: boolean) => Promise<T>): Promise<{ result: T; repeated: boolean } | undefined>
}

export interface MemoryIdempotencyOptions {
  /** How long a key is remembered once its call has ended. Default 10 minutes. */
  ttlMs?: number
  /** How many keys are held at most; the oldest are forgotten first. Default 10,000. */
  maxKeys?: number
  now?: () => number
}

/** Remembers keys in this process: enough for one server. */
export function memoryIdempotency({ ttlMs = 600_000, maxKeys = 10_000, now = Date.now }: MemoryIdempotencyOptions = {}): IdempotencyStore {
  const entries = new Map<string, { payload: string; ends: number; running: Promise<unknown> | undefined }>()
  return {
    async run<T>(key: string, payload: string, call: (again: boolean) => Promise<T>) {
      const held = entries.get(key)
      const known = held && held.ends > now() ? held : undefined
      if (known && known.payload !== payload) return undefined
      if (known?.running) return { result: (await known.running) as T, repeated: true }
      const running = call(known !== undefined)
      // What still runs is not forgotten, however long it takes.
      const entry = { payload, ends: Number.POSITIVE_INFINITY, running: running as Promise<unknown> | undefined }
      putNewest(entries, key, entry, maxKeys)
      try {
        return { result: await running, repeated: false }
      } catch (error) {
        entry.running = undefined
        throw error
      } finally {
        entry.ends = now() + ttlMs
      }
    },
  }
}
