import { QueryClient } from '@tanstack/react-query'
import { engineOf } from '../../src/optimistic/imageLedger.ts'
import type { Ledger } from '../../src/optimistic/Ledger.ts'

interface Row {
  id: string
  firstName: string
  emailAddress: string
  imageUrl: string | null
  hasImage: boolean
  address: { city: string }
}

const RUNS = 15
const never = () => new Promise<never>(() => {})

/** A cache with so many users, spread evenly over pages of their own keys. */
function fill(users: number, queries: number): QueryClient {
  const client = new QueryClient({
    defaultOptions: { queries: { gcTime: Number.POSITIVE_INFINITY, staleTime: Number.POSITIVE_INFINITY } },
  })
  const size = users / queries
  for (let page = 0; page < queries; page++) {
    const data = Array.from({ length: size }, (_, at): Row => {
      const id = `user_${page * size + at}`
      return {
        id,
        firstName: `Name ${at}`,
        emailAddress: `${id}@people.test`,
        imageUrl: `/${id}.png`,
        hasImage: true,
        address: { city: 'Riga' },
      }
    })
    client.setQueryData(['users', page], { data, totalCount: users })
  }
  return client
}

const remove = (ledger: Ledger, ids: string[]) =>
  ledger.submit(ids.map((userId) => ({ userId, change: { kind: 'remove' as const }, send: never })))

/** The documented recipe: cancel, snapshot and patch every page; here the synchronous part of it. */
function recipe(client: QueryClient, id: string) {
  void client.cancelQueries({ queryKey: ['users'] })
  const before = client.getQueriesData({ queryKey: ['users'] })
  client.setQueriesData<{ data: Row[] }>(
    { queryKey: ['users'] },
    (page) =>
      page && {
        ...page,
        data: page.data.map((row) => (row.id === id ? { ...row, imageUrl: null, hasImage: false } : row)),
      },
  )
  return before
}

/** By hand, where one knows the page: the least that can be done. */
function byHand(client: QueryClient, page: number, id: string) {
  client.setQueryData<{ data: Row[] }>(
    ['users', page],
    (old) =>
      old && {
        ...old,
        data: old.data.map((row) => (row.id === id ? { ...row, imageUrl: null, hasImage: false } : row)),
      },
  )
}

function time(run: () => void): number {
  const start = performance.now()
  run()
  return performance.now() - start
}

const median = (figures: number[]) => figures.sort((a, b) => a - b)[Math.floor(figures.length / 2)]!
const ms = (figure: number) => figure.toFixed(figure < 10 ? 2 : 1).padStart(8)

interface Figures {
  cold: number[]
  warm: number[]
  recipe: number[]
  byHand: number[]
}

function measure(users: number, queries: number): Figures {
  const figures: Figures = { cold: [], warm: [], recipe: [], byHand: [] }
  const id = `user_${Math.floor(users / 2)}`
  const page = Math.floor(Math.floor(users / 2) / (users / queries))
  // One after the other in each run, so that the machine's moods meet all alike.
  for (let run = 0; run < RUNS; run++) {
    const cold = fill(users, queries)
    figures.cold.push(time(() => remove(engineOf(cold).ledger, [id])))
    const warm = fill(users, queries)
    const { ledger } = engineOf(warm)
    ledger.warm()
    figures.warm.push(time(() => remove(ledger, [id])))
    const host = fill(users, queries)
    figures.recipe.push(time(() => recipe(host, id)))
    const tuned = fill(users, queries)
    figures.byHand.push(time(() => byHand(tuned, page, id)))
  }
  return figures
}

export async function main(): Promise<void> {
  measure(1000, 1)
  console.log(`The synchronous work of one confirm click, in ms: medians of ${RUNS} interleaved runs\n`)
  console.log('   users  queries | ledger cold  ledger warm      recipe     by hand')
  for (const users of [1000, 10_000, 100_000]) {
    for (const queries of [1, 20, 200]) {
      const { cold, warm, recipe: host, byHand: tuned } = measure(users, queries)
      console.log(
        `${String(users).padStart(8)} ${String(queries).padStart(8)} | ${ms(median(cold))}    ${ms(median(warm))}    ${ms(median(host))}    ${ms(median(tuned))}`,
      )
    }
  }

  const batch: number[] = []
  const single: number[] = []
  const ids = Array.from({ length: 500 }, (_, at) => `user_${at * 20}`)
  for (let run = 0; run < 5; run++) {
    batch.push(time(() => remove(engineOf(fill(10_000, 20)).ledger, ids)))
    const { ledger } = engineOf(fill(10_000, 20))
    single.push(
      time(() => {
        for (const id of ids) remove(ledger, [id])
      }),
    )
  }
  console.log(
    `\n500 of 10,000 users in 20 queries: one batch ${ms(median(batch))} ms, one by one ${ms(median(single))} ms`,
  )
  await renders()
  await memory()
}

/** How many of 1,000 rows a removal draws again: at the click, and until the server's answer and the refetch are in. */
async function renders(): Promise<void> {
  const { Window } = await import('happy-dom')
  const page = new Window()
  Object.assign(globalThis, {
    window: page,
    document: page.document,
    navigator: page.navigator,
    IS_REACT_ACT_ENVIRONMENT: true,
  })
  const { act, createElement, memo } = await import('react')
  const { createRoot } = await import('react-dom/client')
  const { QueryClientProvider, useQuery } = await import('@tanstack/react-query')
  const removed = new Set<string>()
  const client = new QueryClient({ defaultOptions: { queries: { staleTime: Number.POSITIVE_INFINITY } } })
  const server = fill(1000, 1).getQueryData<{ data: Row[] }>(['users', 0])!
  const read = async () => ({
    ...server,
    data: server.data.map((row) => (removed.has(row.id) ? { ...row, imageUrl: null, hasImage: false } : { ...row })),
  })
  const drawn: string[] = []
  const TableRow = memo(({ row }: { row: Row }) => {
    drawn.push(row.id)
    return createElement('li', null, row.imageUrl)
  })
  const Table = () =>
    createElement(
      'ul',
      null,
      useQuery({ queryKey: ['users', 0], queryFn: read }).data?.data.map((row) =>
        createElement(TableRow, { key: row.id, row }),
      ),
    )
  const root = createRoot(document.createElement('div'))
  const count = async (run: () => unknown) => {
    drawn.length = 0
    await act(async () => {
      await run()
      await new Promise((resolve) => setTimeout(resolve, 5))
    })
    return drawn.length
  }
  await count(() => root.render(createElement(QueryClientProvider, { client }, createElement(Table))))
  await count(() => new Promise((resolve) => setTimeout(resolve, 200)))
  const { ledger } = engineOf(client)
  let agree = () => {}
  const send = () => new Promise<void>((resolve) => (agree = resolve))
  const kit = [await count(() => void ledger.submit([{ userId: 'user_1', change: { kind: 'remove' }, send }]))]
  removed.add('user_1')
  kit.push(await count(() => agree()))
  const host = [await count(() => void recipe(client, 'user_2'))]
  removed.add('user_2')
  host.push(await count(() => client.invalidateQueries({ queryKey: ['users'] })))
  act(() => root.unmount())
  console.log(
    `\nRows drawn again of 1,000, at the click and at the end: ledger ${kit.join(' and ')}, recipe ${host.join(' and ')}`,
  )
}

/** Heap held by 500 pending removals among 10,000 users, and after they ended and the window passed. */
async function memory(): Promise<void> {
  const { gc } = globalThis as { gc?: () => void }
  if (!gc) return console.log('\nFor memory run with `node --expose-gc`.')
  const held = () => {
    gc()
    gc()
    return process.memoryUsage().heapUsed
  }
  const client = fill(10_000, 20)
  let now = 0
  const due: (() => void)[] = []
  const clock = { now: () => now, setTimeout: (run: () => void) => due.push(run), clearTimeout: () => {} }
  const { ledger } = engineOf(client, { clock, concurrency: 500 })
  const before = held()
  const ends: (() => void)[] = []
  const ids = Array.from({ length: 500 }, (_, at) => `user_${at * 20}`)
  const changes = ledger.submit(
    ids.map((userId) => ({
      userId,
      change: { kind: 'remove' as const },
      send: () => new Promise<void>((resolve) => ends.push(resolve)),
    })),
  )
  const during = held()
  for (const end of ends) end()
  await Promise.all(changes.map(({ outcome }) => outcome))
  now += 60_000
  for (const ring of due.splice(0)) ring()
  await new Promise((resolve) => setTimeout(resolve, 0))
  changes.length = ends.length = 0
  const after = held()
  const kib = (bytes: number) => `${(bytes / 1024).toFixed(0)} KiB`
  console.log(
    `\nHeap for 500 pending removals among 10,000 users: ${kib(during - before)} (${((during - before) / 500 / 1024).toFixed(1)} KiB each, the index of all users included); afterwards ${kib(after - before)}, idle: ${ledger.idle}`,
  )
}
