import type { Query, QueryClient } from '@tanstack/react-query'
import { type ImageFields, imageKey, type UserFields } from '../core/user.ts'
import { type CopyIndex, canRewrite, indexCopies, type Place, rewrite } from './copies.ts'
import { type Arrival, carriedPages, type QueryTrack } from './fetches.ts'
import type { PendingUser } from './PendingUser.ts'
import { shadow } from './shadow.ts'

/** Lays pending changes over the cache's data: visible = changes over base, on every copy. */
export class Overlay {
  readonly #client: QueryClient
  readonly #fields: UserFields
  readonly #users: ReadonlyMap<string, PendingUser>
  readonly #onTouched: (query: Query) => void
  #indexes = new WeakMap<object, CopyIndex>()
  /** Queries on whose data the host's `fields` threw. */
  #complained = new WeakSet<Query>()
  /** While true, what happens in the cache is our own doing. */
  writing = false

  constructor(
    client: QueryClient,
    fields: UserFields,
    users: ReadonlyMap<string, PendingUser>,
    onTouched: (query: Query) => void,
  ) {
    this.#client = client
    this.#fields = fields
    this.#users = users
    this.#onTouched = onTouched
  }

  /** Collects the images by which copies without another mark of a user are recognised. */
  learn(ids: ReadonlySet<string>): void {
    this.#eachQuery((query) => {
      const index = this.#indexOf(query)
      for (const id of index ? ids : []) {
        for (const place of index!.copies.get(id) ?? []) {
          if (place.weak) continue
          const base = shadow.get(place.object) ?? this.#fields.read(place.object)
          this.#users.get(id)?.known.add(imageKey(this.#fields.image(base)))
        }
      }
    })
  }

  /** After a change of `ops`, or with `committing` of what is confirmed. */
  pass(ids: ReadonlySet<string>, committing = false): void {
    this.#eachQuery((query) =>
      this.#lay(query, ids, (user, place) => user.baseOf(place.object, this.#fields, committing)),
    )
  }

  /**
   * Something arrived in a query.
   *
   * @returns whether the query should be asked again, since its reply was older than what is known, or may have been
   */
  land(query: Query, track: QueryTrack, arrival: Arrival): boolean {
    let again = false
    this.#safely(query, () => {
      const carried = arrival === 'reply' ? this.#carried(query, track) : undefined
      this.#lay(query, this.#users.keys(), (user, place) => {
        if (!carried || carried.has(place.object))
          return user.writtenBase(place.object, query.queryHash, this.#fields, arrival === 'other tab')
        const landed = user.landedBase(place.object, query.queryHash, track, this.#fields)
        again ||= landed.again
        return landed.base
      })
    })
    return again
  }

  /** Finds out where copies are, so that the next change need not. */
  warm(): void {
    this.#eachQuery((query) => this.#indexOf(query))
  }

  /** Forgets where copies are. */
  rest(): void {
    this.#indexes = new WeakMap()
    this.#complained = new WeakSet()
  }

  #eachQuery(work: (query: Query) => void): void {
    for (const query of this.#client.getQueryCache().getAll()) this.#safely(query, () => work(query))
  }

  /** A host's `fields` may throw: its own data stays as it is, and is asked for again in the end. */
  #safely(query: Query, work: () => void): void {
    try {
      work()
    } catch (error) {
      this.#onTouched(query)
      if (this.#complained.has(query)) return
      this.#complained.add(query)
      console.error(
        `avatarkit: \`fields\` threw on the data of the query ${query.queryHash}, which is left as it is. They must bear with any object in the cache.`,
        error,
      )
    }
  }

  #carried(query: Query, track: QueryTrack): Set<object> {
    const carried = new Set<object>()
    for (const page of carriedPages(query, track)) {
      for (const places of indexCopies(page, this.#fields).copies.values())
        for (const place of places) carried.add(place.object)
    }
    return carried
  }

  #lay(query: Query, ids: Iterable<string>, baseOf: (user: PendingUser, place: Place) => ImageFields): void {
    const index = this.#indexOf(query)
    if (!index) return
    const changes = new Map<Place, ImageFields>()
    const bases = new Map<Place, ImageFields | undefined>()
    for (const id of ids) {
      const user = this.#users.get(id)
      const places = user && index.copies.get(id)
      for (const place of places ? this.#copiesAmong(places, user) : []) {
        this.#onTouched(query)
        // A class instance that nobody told how to clone: its query is refetched in the end.
        if (!canRewrite(place, this.#fields)) continue
        const base = baseOf(user!, place)
        user!.remember(query.queryHash, base, this.#fields)
        const visible = user!.overlay(base, place.object, this.#fields)
        const own = this.#fields.read(place.object)
        // The object as it came has its base too: a cancelled fetch may put back what the host wrote while it ran.
        if (!same(base, own)) shadow.set(place.object, base)
        bases.set(place, same(visible, base) ? undefined : base)
        if (!same(visible, own)) changes.set(place, visible)
      }
    }
    if (changes.size > 0) this.#write(query, index, changes)
    for (const [place, base] of bases) {
      if (base) shadow.set(place.object, base)
      else shadow.delete(place.object)
    }
  }

  #copiesAmong(places: Place[], user: PendingUser): Place[] {
    const known = places.some((place) => place.weak) ? user.knownImages() : undefined
    return places.filter(
      (place) => !place.weak || shadow.has(place.object) || this.#fields.match(place.object, known) === user.id,
    )
  }

  // `setState` and not `setQueryData`: it keeps `isInvalidated` and `dataUpdatedAt`, is not broadcast to
  // other tabs, and structural sharing does not swap our objects.
  #write(query: Query, index: CopyIndex, changes: ReadonlyMap<Place, ImageFields>): void {
    this.#indexes.delete(index.root)
    const data = rewrite(index, changes, this.#fields)
    this.#indexes.set(data, index)
    this.writing = true
    try {
      query.setState({ data })
    } finally {
      this.writing = false
    }
  }

  #indexOf(query: Query): CopyIndex | undefined {
    const data: unknown = query.state.data
    if (typeof data !== 'object' || data === null) return undefined
    let index = this.#indexes.get(data)
    if (!index) this.#indexes.set(data, (index = indexCopies(data, this.#fields)))
    return index
  }
}

function same(one: ImageFields, other: ImageFields): boolean {
  return Object.keys(one).every((key) => Object.is(one[key], other[key]))
}
