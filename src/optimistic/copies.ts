import type { ImageFields, UserFields } from '../core/user.ts'

/** An object on the way to a copy of a user, or a copy itself, and where it hangs. */
export interface Place {
  object: object
  slots: { parent: Place; key: PropertyKey }[]
  /** Recognised only by a known image address; see `UserFields.match`. */
  weak: boolean
}

/** Where the copies of users are in one query's data. Stays right while the data is not replaced. */
export interface CopyIndex {
  root: object
  copies: Map<string, Place[]>
}

/** Data nested deeper than this is not searched. */
const MAX_DEPTH = 200
const ANY_IMAGE = { has: () => true } as unknown as ReadonlySet<string>

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null
}

/** One walk over plain objects and arrays. Cycles and shared references are followed once. */
export function indexCopies(root: object, fields: UserFields): CopyIndex {
  const copies = new Map<string, Place[]>()
  const places = new Map<object, Place>()
  const barren = new Set<object>()

  // Whether `object` is or leads to a copy. One that is still being walked counts as leading to one.
  const visit = (object: object, depth: number): Place | undefined => {
    const known = places.get(object)
    if (known) return known
    if (barren.has(object) || depth > MAX_DEPTH) return undefined
    const place: Place = { object, slots: [], weak: false }
    places.set(object, place)
    const list = Array.isArray(object)
    let fertile = false
    if (!list) {
      const certain = fields.match(object)
      const id = certain ?? fields.match(object, ANY_IMAGE)
      if (id !== undefined) {
        place.weak = certain === undefined
        const others = copies.get(id)
        if (others) others.push(place)
        else copies.set(id, [place])
        fertile = true
      }
    }
    if (list) {
      for (let key = 0; key < object.length; key++) fertile = descend(place, key, object[key], depth) || fertile
    } else if (isPlain(object)) {
      for (const key of Object.keys(object))
        fertile = descend(place, key, (object as Record<string, unknown>)[key], depth) || fertile
    }
    if (fertile) return place
    places.delete(object)
    barren.add(object)
    return undefined
  }

  const descend = (parent: Place, key: PropertyKey, value: unknown, depth: number): boolean => {
    if (typeof value !== 'object' || value === null) return false
    const child = visit(value, depth + 1)
    child?.slots.push({ parent, key })
    return child !== undefined
  }

  visit(root, 0)
  return { root, copies }
}

/**
 * The data with some copies' image fields replaced: clones those copies and what they hang on, keeps
 * every other object. The index follows to the new data.
 */
export function rewrite(index: CopyIndex, changes: ReadonlyMap<Place, ImageFields>, fields: UserFields): object {
  const dirty = new Set<Place>(changes.keys())
  for (const place of dirty) for (const slot of place.slots) dirty.add(slot.parent)
  for (const place of dirty) {
    const change = changes.get(place)
    if (place.object === index.root) index.root = place.object = cloneOf(place.object, change, fields)
    else place.object = cloneOf(place.object, change, fields)
  }
  for (const place of dirty) for (const { parent, key } of place.slots) Reflect.set(parent.object, key, place.object)
  return index.root
}

function cloneOf(object: object, change: ImageFields | undefined, fields: UserFields): object {
  if (Array.isArray(object)) return object.slice()
  if (!isPlain(object)) return fields.clone!(object, change ?? {}) as object
  return Object.assign(Object.create(Object.getPrototypeOf(object) as object | null) as object, object, change)
}

/** A class instance can be shown otherwise only where the host told how to clone it. */
export function canRewrite(place: Place, fields: UserFields): boolean {
  return fields.clone !== undefined || isPlain(place.object)
}
