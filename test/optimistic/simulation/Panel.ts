import {
  InfiniteQueryObserver,
  type InvalidateQueryFilters,
  notifyManager,
  type Query,
  QueryClient,
  type QueryKey,
  QueryObserver,
  type QueryObserverOptions,
} from '@tanstack/react-query'
import type { ImageChange } from '../../../src/core/user.ts'
import { type Engine, type Held, LAG_MS } from './engines.ts'
import { FakeClock } from './FakeClock.ts'
import { type Person, Server } from './Server.ts'

notifyManager.setScheduler(queueMicrotask)

export const IDS = ['u1', 'u2', 'u3', '4']
const PAGE = 2

const camel = (person: Person) => ({
  id: person.id,
  firstName: person.name,
  imageUrl: person.image,
  hasImage: person.image !== null,
})
const snake = (person: Person) => ({ id: person.id, first_name: person.name, avatar_url: person.image })
const nested = (person: Person) => ({
  membershipId: `m-${person.id}`,
  person: { userId: person.id, username: person.name, photoURL: person.image },
})
const products = IDS.map((id) => ({ id: id === '4' ? 4 : id, title: 'A chair', imageUrl: `/chair-${id}.png` }))

/** A copy of a user somewhere in the cache, whatever its shape. */
export interface Copy {
  where: string
  id: string
  name: string
  image: string | null
}

interface Begun {
  send: () => Promise<unknown>
  sent: () => boolean
  /** Whether it was neither sent nor taken back. */
  waits: () => boolean
  follow: (end: Promise<boolean | undefined>, onDone: () => void) => void
}

/** A host's panel on the real query-core: lists, pages and details under keys and shapes of its own. */
export class Panel {
  readonly clock = new FakeClock()
  readonly server = new Server(
    IDS.map((id) => ({ id, name: `Name ${id}`, image: `/old-${id}.png` })),
    this.clock.now,
    LAG_MS,
  )
  readonly client = new QueryClient({
    defaultOptions: {
      queries: { retry: false, staleTime: Number.POSITIVE_INFINITY, gcTime: Number.POSITIVE_INFINITY },
      mutations: { gcTime: Number.POSITIVE_INFINITY },
    },
  })
  readonly engine: Engine
  readonly pages: InfiniteQueryObserver<unknown, Error, unknown, string[], number>
  readonly settled = new Map<number, number>()
  submitted = 0
  readonly #stops: (() => void)[] = []
  readonly products = products
  #checks: (() => void)[] = []
  /** As `useQuery` listens: told after the dispatch, when a frame would be drawn. */
  readonly #frame = notifyManager.batchCalls(() => this.check())

  /** The state of the server that a query's data was read from, where its last data was read. */
  readonly versions = new Map<string, number>()
  /** All that ever arrived, as text. */
  told = ''
  /** Called where the engine, and not the host, asks a query again. */
  onRefetch: (hash: string) => void = () => {}
  /** Called where the server's reply arrived in a query. */
  onLanded: (hash: string) => void = () => {}
  /** Called where a query's read failed or was called off. */
  onUnanswered: (hash: string) => void = () => {}
  #host = 0

  constructor(makeEngine: (client: QueryClient, clock: FakeClock) => Engine) {
    this.engine = makeEngine(this.client, this.clock)
    this.#watchRefetches()
    this.#stops.push(
      this.client.getQueryCache().subscribe((event) => {
        if (event.type !== 'updated') return
        const { action } = event
        if (action.type === 'error' || (action.type === 'setState' && action.state.fetchStatus === 'idle'))
          this.onUnanswered(event.query.queryHash)
        if (action.type !== 'success') return
        if (!action.manual) {
          this.told += JSON.stringify(action.data)
          this.onLanded(event.query.queryHash)
        }
        const version = this.server.delivered?.version
        if (action.manual || version === undefined) this.versions.delete(event.query.queryHash)
        else this.versions.set(event.query.queryHash, version)
      }),
    )
    this.client.setQueryData(['products'], products)
    this.client.setQueryData(['never refetched'], { rows: IDS.slice(0, 2).map((id) => camel(this.server.person(id))) })
    this.#observe({
      queryKey: ['list'],
      queryFn: () => this.server.request('list', (state) => ({ items: state.map(snake), total: state.length })),
    })
    for (const id of IDS.slice(0, 2)) {
      this.#observe({
        queryKey: ['user', id],
        queryFn: () => this.server.request(`user ${id}`, (state) => camel(state.find((person) => person.id === id)!)),
      })
    }
    this.pages = new InfiniteQueryObserver(this.client, {
      queryKey: ['members'],
      initialPageParam: 0,
      getNextPageParam: (_last, all) => (all.length * PAGE < IDS.length ? all.length : undefined),
      queryFn: ({ pageParam }) =>
        this.server.request(`members ${String(pageParam)}`, (state) =>
          state.slice((pageParam as number) * PAGE, (pageParam as number) * PAGE + PAGE).map(nested),
        ),
    })
    this.#stops.push(this.pages.subscribe(this.#frame))
  }

  #observe(options: QueryObserverOptions) {
    this.#stops.push(new QueryObserver(this.client, options).subscribe(this.#frame))
  }

  onCheck(check: () => void) {
    this.#checks.push(check)
  }

  /** What holds in every frame. */
  check() {
    for (const check of this.#checks) check()
  }

  copies(): Copy[] {
    const found: Copy[] = []
    for (const query of this.client.getQueryCache().getAll()) {
      const where = JSON.stringify(query.queryKey)
      const visit = (value: any): void => {
        if (Array.isArray(value)) return value.forEach(visit)
        if (typeof value !== 'object' || value === null) return
        const id = value.userId ?? value.id
        if (value.firstName !== undefined) found.push({ where, id, name: value.firstName, image: value.imageUrl })
        else if (value.first_name !== undefined)
          found.push({ where, id, name: value.first_name, image: value.avatar_url })
        else if (value.username !== undefined) found.push({ where, id, name: value.username, image: value.photoURL })
        else Object.values(value).forEach(visit)
      }
      visit(query.state.data)
    }
    return found
  }

  /** Sends a change to the server, and remembers that it is one. */
  #begin(userId: string, change: ImageChange): Begun {
    const number = this.submitted++
    let sent = false
    const send = () => {
      sent = true
      return this.server.send(userId, change)
    }
    const follow = (end: Promise<boolean | undefined>, onDone: () => void) => {
      void end.then((done) => {
        this.settled.set(number, (this.settled.get(number) ?? 0) + 1)
        if (done) onDone()
      })
    }
    return { send, sent: () => sent, waits: () => !sent && !this.settled.has(number), follow }
  }

  remove(userId: string, onDone: () => void) {
    const { send, follow } = this.#begin(userId, { kind: 'remove' })
    follow(this.engine.remove(userId, send), onDone)
  }

  set(userId: string, imageUrl: string, onDone: () => void) {
    const { send, follow } = this.#begin(userId, { kind: 'set', imageUrl })
    follow(this.engine.set(userId, imageUrl, send), onDone)
  }

  removeAll(userIds: string[], onDone: (userId: string) => void): { cancel: () => void; unsent: () => string[] } {
    const begun = userIds.map((userId) => ({ userId, ...this.#begin(userId, { kind: 'remove' }) }))
    const { ends, cancel } = this.engine.batch(begun)
    begun.forEach(({ userId, follow }, at) => follow(ends[at]!, () => onDone(userId)))
    return { cancel, unsent: () => begun.filter(({ waits }) => waits()).map(({ userId }) => userId) }
  }

  /** A removal that can be undone for 8 seconds. */
  hold(userId: string, onDone: () => void): Held & { sent: () => boolean } {
    const { send, sent, follow } = this.#begin(userId, { kind: 'remove' })
    const { end, held } = this.engine.hold(userId, send)
    follow(end, onDone)
    return { ...held, sent }
  }

  #watchRefetches() {
    const invalidate = this.client.invalidateQueries.bind(this.client)
    this.client.invalidateQueries = (filters?: InvalidateQueryFilters<any>, options?: object) => {
      if (this.#host === 0) {
        for (const query of this.client.getQueryCache().getAll())
          if (query.isActive() && (filters?.predicate?.(query as Query<any>) ?? true)) this.onRefetch(query.queryHash)
      }
      return invalidate(filters, options)
    }
  }

  invalidate(key?: QueryKey) {
    this.#host++
    void this.client.invalidateQueries({ queryKey: key })
    this.#host--
  }

  refetch(key: QueryKey) {
    void this.client.refetchQueries({ queryKey: key }).catch(() => {})
  }

  fetchNextPage() {
    void this.pages.fetchNextPage()
  }

  /** The host's own optimistic edit with a snapshot, as the documented recipe has it. */
  rename(key: QueryKey, id: string, name: string): () => void {
    const before: unknown = this.client.getQueryData(key)
    const edit = (value: any): any => {
      if (Array.isArray(value)) return value.map(edit)
      if (typeof value !== 'object' || value === null) return value
      if ((value.userId ?? value.id) === id) {
        const field = ['firstName', 'first_name', 'username'].find((key) => key in value)
        if (field) return { ...value, [field]: name }
      }
      return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, edit(inner)]))
    }
    this.client.setQueryData(key, (old: unknown) => old && edit(old))
    return () => this.client.setQueryData(key, before)
  }

  /** A detail page opened from a row of the list, with the row as its first data. */
  openFromList(id: string) {
    const row = (this.client.getQueryData(['list']) as { items: any[] } | undefined)?.items.find(
      (item) => item.id === id,
    )
    const key = ['opened', id]
    if (!row || this.client.getQueryCache().find({ queryKey: key })) return
    this.#observe({
      queryKey: key,
      initialData: row,
      queryFn: () => this.server.request(`opened ${id}`, (state) => snake(state.find((person) => person.id === id)!)),
    })
  }

  /** A detail page opened with what the host's router loaded before: data that no query brought. */
  openLoaded(id: string, lag: number) {
    const person = this.server.stateOf(lag).find((one) => one.id === id)!
    const key = ['loaded', id]
    if (this.client.getQueryCache().find({ queryKey: key })) return
    this.told += JSON.stringify(person)
    this.#observe({
      queryKey: key,
      initialData: camel(person),
      queryFn: () => this.server.request(`loaded ${id}`, (state) => camel(state.find((one) => one.id === id)!)),
    })
  }

  close() {
    for (const stop of this.#stops) stop()
    this.client.clear()
  }
}

export async function settle() {
  for (let turn = 0; turn < 12; turn++) await Promise.resolve()
}
