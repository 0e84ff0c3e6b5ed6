import type { ImageEvent } from '../../core/adapter.ts'

/** A place in the list. Named by the event that it began with, and where that put it. */
export interface Place {
  id: string
  at: number
  /** What is in it now. */
  event: ImageEvent
}

/**
 * Where each event stands. Nobody's row moves because something was restored in it: it stays in its place although
 * the server lists it no longer, and where the picture was removed once more, the new event takes that place.
 *
 * @param events as the server lists them, newest first
 * @param before the places when something was restored last
 * @param restored ids of users whose picture was restored here
 */
export function placesOf(
  events: readonly ImageEvent[],
  before: readonly Place[],
  restored: ReadonlySet<string>,
): readonly Place[] {
  const left = new Map(events.map((event) => [event.id, event]))
  const take = (event: ImageEvent | undefined) => {
    if (event) left.delete(event.id)
    return event
  }
  const placed = new Set(before.map(({ event }) => event.id))
  const newOf = (userId: string) => [...left.values()].find((event) => event.userId === userId && !placed.has(event.id))
  const places = before.flatMap((place): Place[] => {
    const { userId } = place.event
    const now =
      take(left.get(place.event.id)) ?? (restored.has(userId) ? (take(newOf(userId)) ?? place.event) : undefined)
    return now ? [{ ...place, event: now }] : []
  })
  // From the last, so that each finds the one that follows it.
  for (const event of events.toReversed()) {
    if (!left.has(event.id)) continue
    const next = events[events.indexOf(event) + 1]
    const at = places.findIndex((place) => place.event === next || place.at < event.at)
    places.splice(at < 0 ? places.length : at, 0, { id: event.id, at: event.at, event })
  }
  return places
}
