import { broadcastQueryClient } from '@tanstack/query-broadcast-client-experimental'
import {
  type DehydratedState,
  dehydrate,
  hydrate,
  MutationObserver,
  onlineManager,
  QueryClient,
  QueryObserver,
} from '@tanstack/react-query'
import fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import { AvatarKitError } from '../../src/core/errors.ts'
import { engineOf } from '../../src/optimistic/imageLedger.ts'
import { type DeleteUserProfileImageVariables, deleteUserProfileImageKey } from '../../src/optimistic/mutations.ts'
import { withoutOptimistic } from '../../src/optimistic/shadow.ts'
import { stopClock } from '../support/stopClock.ts'
import { tick, until, wait } from '../support/until.ts'

// More than one page: the same tab loaded again, and two tabs side by side.

const IDS = ['ada', 'grace', 'mary']
const imageOf = (id: string) => `/${id}.png`
interface Row {
  id: string
  username: string
  imageUrl: string | null
}

interface Saved {
  queries: { state: { data: Row[] } }[]
  mutations: { state: { variables: DeleteUserProfileImageVariables } }[]
}

/** A server that several pages share; removals wait for their answer. */
class Company {
  readonly #removed = new Set<string>()
  readonly open: { userId: string; resolve: (user: Row) => void; reject: (error: Error) => void }[] = []
  readonly sent: string[] = []

  row = (id: string): Row => ({ id, username: id, imageUrl: this.#removed.has(id) ? null : imageOf(id) })
  list = async (): Promise<Row[]> => IDS.map(this.row)

  remove = (userId: string) => {
    this.sent.push(userId)
    return new Promise<Row>((resolve, reject) => this.open.push({ userId, resolve, reject }))
  }

  answer(at: number, agrees: boolean) {
    const [removal] = this.open.splice(at, 1)
    if (!removal) return
    if (agrees) {
      this.#removed.add(removal.userId)
      removal.resolve(this.row(removal.userId))
    } else {
      removal.reject(new AvatarKitError('forbidden', { userId: removal.userId }))
    }
  }
}

/** A page of the panel: a list, and removals that know by their key how to be sent. */
function openPage(company: Company, saved?: string) {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false, staleTime: Number.POSITIVE_INFINITY } } })
  const { ledger, mutations } = engineOf(client, { lagMs: 20 })
  client.setMutationDefaults(deleteUserProfileImageKey, {
    retry: false,
    mutationFn: (variables: DeleteUserProfileImageVariables) =>
      mutations.run(variables, true, () => company.remove(variables.userId)),
  })
  client.mount()
  const detach = mutations.attach()
  if (saved) hydrate(client, JSON.parse(saved) as DehydratedState)
  const forget = new QueryObserver(client, { queryKey: ['people'], queryFn: company.list }).subscribe(() => {})
  return {
    client,
    ledger,
    remove: (userId: string) =>
      void new MutationObserver<unknown, Error, DeleteUserProfileImageVariables>(client, {
        mutationKey: deleteUserProfileImageKey,
      })
        .mutate({ userId })
        .catch(() => {}),
    images: () => client.getQueryData<Row[]>(['people'])?.map(({ imageUrl }) => imageUrl),
    save: () => JSON.stringify(dehydrate(client, { serializeData: (data) => withoutOptimistic(data) })),
    close() {
      forget()
      detach()
      client.unmount()
      client.clear()
    },
  }
}

afterEach(() => onlineManager.setOnline(true))

const user = fc.constantFrom(...IDS)
type Step =
  | { do: 'remove'; user: string }
  | { do: 'offline' | 'online' | 'load again' }
  | { do: 'answer'; at: number; agrees: boolean }
const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    { weight: 4, arbitrary: fc.record({ do: fc.constant('remove' as const), user }) },
    {
      weight: 3,
      arbitrary: fc.record({
        do: fc.constantFrom(
          'offline' as const,
          'offline' as const,
          'online' as const,
          'load again' as const,
          'load again' as const,
        ),
      }),
    },
    { weight: 3, arbitrary: fc.record({ do: fc.constant('answer' as const), at: fc.nat(2), agrees: fc.boolean() }) },
  ),
  { minLength: 2, maxLength: 14 },
)

describe('a page that is loaded again, at any moment', () => {
  it('still shows what waits for the connection, keeps nothing that is not confirmed, and sends each change once', async () => {
    await fc.assert(
      fc.asyncProperty(steps, async (schedule) => {
        onlineManager.setOnline(true)
        const company = new Company()
        let page = openPage(company)
        await tick(3)
        // Removed while offline and not sent: they outlive the page.
        const waiting = new Set<string>()
        for (const step of schedule) {
          if (step.do === 'remove') {
            const pending = page.ledger.get(step.user)?.imageStatus
            if (!onlineManager.isOnline() && (pending === undefined || pending === 'idle' || pending === 'failed'))
              waiting.add(step.user)
            page.remove(step.user)
          } else if (step.do === 'answer') {
            company.answer(step.at, step.agrees)
          } else if (step.do === 'load again') {
            const saved = page.save()
            const { queries, mutations } = JSON.parse(saved) as Saved
            const kept = new Set(mutations.map(({ state }) => state.variables.userId))
            expect([...kept]).toEqual(expect.arrayContaining([...waiting]))
            // One that was under way and was asked for again while offline: nobody knows its end, and it is sent again.
            if (!onlineManager.isOnline()) for (const id of kept) waiting.add(id)
            page.close()
            // The page goes, and its requests with it.
            company.open.length = 0
            for (const { id, imageUrl } of queries.flatMap(({ state }) => state.data)) {
              if (company.row(id).imageUrl !== null) expect(imageUrl).toBe(imageOf(id))
            }
            page = openPage(company, saved)
            if (onlineManager.isOnline()) void page.client.resumePausedMutations()
          } else {
            onlineManager.setOnline(step.do === 'online')
            if (step.do === 'online') waiting.clear()
          }
          await tick(3)
          for (const id of waiting) {
            expect(page.ledger.get(id)?.imageStatus).toBe('waiting')
            expect(page.images()?.[IDS.indexOf(id)] ?? null).toBeNull()
          }
        }
        const before = company.sent.length
        onlineManager.setOnline(true)
        await tick(3)
        expect(company.sent.slice(before).sort()).toEqual([...waiting].sort())
        while (company.open.length > 0) company.answer(0, true)
        await tick(3)
        void page.client.invalidateQueries()
        await tick(3)
        expect(page.images()).toEqual(IDS.map((id) => company.row(id).imageUrl))
        expect(page.client.isMutating()).toBe(0)
        page.close()
      }),
      { numRuns: 150 },
    )
  })
})

let channel = 0

describe('two tabs side by side', () => {
  const tab = fc.nat(1)
  const tabSteps = fc.array(
    fc.oneof(
      { weight: 4, arbitrary: fc.record({ do: fc.constant('remove' as const), tab, user }) },
      { weight: 3, arbitrary: fc.record({ do: fc.constant('answer' as const), at: fc.nat(2), agrees: fc.boolean() }) },
      { weight: 2, arbitrary: fc.record({ do: fc.constant('refetch' as const), tab }) },
      { weight: 2, arbitrary: fc.record({ do: fc.constant('talk' as const) }) },
    ),
    { minLength: 2, maxLength: 14 },
  )

  it('come to the same end, which is the server’s, and each shows what it has pending', async () => {
    const clock = stopClock()
    // The channel takes 5 ms. For the ledger no more time passes than the channel had, however slow the machine is.
    const talk = async () => {
      await wait(12)
      clock.advance(12)
    }
    await fc.assert(
      fc.asyncProperty(tabSteps, async (schedule) => {
        const company = new Company()
        const tabs = [openPage(company), openPage(company)]
        channel++
        const hushes = tabs.map(({ client }) =>
          broadcastQueryClient({
            queryClient: client as never,
            broadcastChannel: `people ${channel}`,
            options: { type: 'simulate' },
          }),
        )
        await talk()
        for (const step of schedule) {
          if (step.do === 'remove') tabs[step.tab]!.remove(step.user)
          else if (step.do === 'answer') company.answer(step.at, step.agrees)
          else if (step.do === 'refetch') void tabs[step.tab]!.client.refetchQueries()
          await (step.do === 'talk' ? talk() : tick())
          for (const { ledger, images } of tabs) {
            IDS.forEach((id, at) => {
              if (ledger.get(id)?.imageStatus === 'removing') expect(images()![at]).toBeNull()
            })
          }
        }
        while (company.open.length > 0) {
          company.answer(0, true)
          await tick(3)
        }
        await talk()
        const truth = IDS.map((id) => company.row(id).imageUrl)
        // The channel has its own time. Nobody asks the server any more.
        await until(() => expect(tabs.map(({ images }) => images())).toEqual([truth, truth]))
        hushes.forEach((hush) => hush())
        tabs.forEach(({ close }) => close())
      }),
      { numRuns: 60 },
    )
  })
})
