import { commonFields } from '../core/commonFields.ts'
import type { ImageFields, UserFields } from '../core/user.ts'
import { indexCopies, type Place, rewrite } from './copies.ts'

/** For each object that shows a pending change: its image fields as the server is believed to hold them. */
export const shadow: WeakMap<object, ImageFields> = new WeakMap()

/**
 * The same data with the server's image fields in place of pending changes, for hosts that persist or
 * dehydrate their cache: what is not confirmed must not outlive the page.
 *
 * @param fields the ones given to the provider, where there were any
 */
export function withoutOptimistic<T>(data: T, fields: UserFields = commonFields): T {
  if (typeof data !== 'object' || data === null) return data
  const index = indexCopies(data, fields)
  const changes = new Map<Place, ImageFields>()
  for (const places of index.copies.values()) {
    for (const place of places) {
      const base = shadow.get(place.object)
      if (base) changes.set(place, base)
    }
  }
  return changes.size === 0 ? data : (rewrite(index, changes, fields) as T)
}
