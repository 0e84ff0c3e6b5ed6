import { Recent } from './recent.ts'

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
  run<T>(
    key: string,
    payload: string,
    call: (again: boolean) => Promise<T>,
  ): Promise<{ result: T; repeated: boolean } | undefined>
}

export interface MemoryIdempotencyOptions {
  /** How long a key is remembered once its call has ended. Default 10 minutes. */
  ttlMs?: number
  /** How many keys are held at most; of more, at least the newer half of so many. Default 10,000. */
  maxKeys?: number
  now?: () => number
}

interface Entry {
  payload: string
  ends: number
  /** A promise as long as it runs, then the result itself: thousands of both would be more than is needed. */
  answer: unknown
  failed: boolean
}

/** Remembers keys in this process: enough for one server. */
export function memoryIdempotency({
  ttlMs = 600_000,
  maxKeys = 10_000,
  now = Date.now,
}: MemoryIdempotencyOptions = {}): IdempotencyStore {
  const entries = new Recent<Entry>(maxKeys)
  return {
    async run<T>(key: string, payload: string, call: (again: boolean) => Promise<T>) {
      const held = entries.get(key)
      const known = held && held.ends > now() ? held : undefined
      if (known && known.payload !== payload) return undefined
      if (known && !known.failed) return { result: (await known.answer) as T, repeated: true }
      const running = call(known !== undefined)
      // What still runs is not forgotten, however long it takes.
      const entry: Entry = { payload, ends: Number.POSITIVE_INFINITY, answer: running, failed: false }
      entries.set(key, entry)
      try {
        const result = await running
        entry.answer = result
        return { result, repeated: false }
      } catch (error) {
        entry.failed = true
        throw error
      } finally {
        entry.ends = now() + ttlMs
      }
    },
  }
}
