/** Where each map's oldest entry is. A new iterator would walk over all places that were deleted before. */
const oldest = new WeakMap<object, Iterator<unknown>>()

/** Puts an entry behind all others, and forgets the oldest where there are more than `most`. */
export function putNewest<K, V>(entries: Map<K, V>, key: K, value: V, most: number): void {
  entries.delete(key)
  entries.set(key, value)
  if (entries.size <= most) return
  let next = oldest.get(entries)?.next()
  if (!next || next.done) {
    const keys = entries.keys()
    oldest.set(entries, keys)
    next = keys.next()
  }
  entries.delete(next.value as K)
}
