import {
  dehydrate,
  HydrationBoundary,
  keepPreviousData,
  QueryClient,
  QueryClientProvider,
  useQuery,
  useSuspenseQuery,
} from '@tanstack/react-query'
import { act, render, screen, within } from '@testing-library/react'
import { type ReactNode, StrictMode, Suspense, useState } from 'react'
import { describe, expect, it, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import { AvatarKitProvider, commonFields, UserAvatarManager, type UserFields, useUserImage } from '../../src/index.ts'
import { ada, backend, grace } from '../support/backend.ts'
import { until } from '../support/until.ts'

// Panels as people write them: what each does with its data must not bring the picture back.

type Person = Omit<typeof ada, 'imageUrl'> & { imageUrl: string | null }

const without = (person: Person): Person => ({ ...person, imageUrl: null, hasImage: false })

/** A server with people, whose removals the test answers. */
function company() {
  const { adapter, calls } = backend()
  let people: Person[] = [ada, grace]
  const agree = () => {
    people = people.map((person) => (person.id === ada.id ? without(person) : person))
    act(() => calls[0]!.agree())
  }
  return {
    adapter,
    calls,
    agree,
    refuse: () => act(() => calls[0]!.refuse('forbidden')),
    list: async () => structuredClone(people),
    one: async () => structuredClone(people[0]!),
  }
}

type Company = ReturnType<typeof company>

function open(children: ReactNode, { adapter }: Company, options: { client?: QueryClient; fields?: UserFields } = {}) {
  const {
    client = new QueryClient({ defaultOptions: { queries: { retry: false, staleTime: Number.POSITIVE_INFINITY } } }),
    fields,
  } = options
  const page = (inner: ReactNode) => (
    <StrictMode>
      <QueryClientProvider client={client}>
        <AvatarKitProvider adapter={adapter} fields={fields}>
          {inner}
        </AvatarKitProvider>
      </QueryClientProvider>
    </StrictMode>
  )
  const { rerender } = render(page(children))
  return { client, show: (inner: ReactNode) => rerender(page(inner)) }
}

/** The host's own rows, which know nothing of the kit. */
function Rows({ people }: { people: { id: string; imageUrl: string | null }[] }) {
  return (
    <ul aria-label="People">
      {people.map(({ id, imageUrl }) => (
        <li key={id} data-testid={id}>
          {imageUrl ? <img src={imageUrl} alt="" /> : 'no picture'}
        </li>
      ))}
    </ul>
  )
}

const picturesOfAda = () => [...document.querySelectorAll(`img[src="${ada.imageUrl}"]`)].length

async function remove() {
  await userEvent.click(await screen.findByRole('button', { name: 'Remove image' }))
  await userEvent.click(within(await screen.findByRole('alertdialog')).getByRole('button', { name: 'Remove image' }))
}

/** The whole of it: gone at once, back on refusal, gone again, and what the server says in the end. */
async function walk({ calls, agree, refuse }: Company, copies: number) {
  await until(() => expect(picturesOfAda()).toBe(copies))
  await remove()
  await until(() => expect(calls).toHaveLength(1))
  expect(picturesOfAda()).toBe(0)
  refuse()
  await until(() => expect(picturesOfAda()).toBe(copies))
  expect(screen.getByRole('alert')).toHaveTextContent(/could not be removed/)
  calls.length = 0
  await userEvent.click(await screen.findByRole('button', { name: 'Try again' }))
  await until(() => expect(calls).toHaveLength(1))
  expect(picturesOfAda()).toBe(0)
  agree()
  await until(() => expect(screen.getByRole('status')).toHaveTextContent(/^Profile image removed$/))
  expect(picturesOfAda()).toBe(0)
  expect(screen.queryByRole('alert')).toBeEmptyDOMElement()
}

class Member {
  constructor(readonly person: Person) {}
  get id() {
    return this.person.id
  }
  get email() {
    return this.person.email
  }
  get imageUrl() {
    return this.person.imageUrl
  }
  get hasImage() {
    return this.person.hasImage
  }
}

function Members({ server }: { server: Company }) {
  const { data } = useQuery({
    queryKey: ['members'],
    queryFn: async () => (await server.list()).map((person) => new Member(person)),
    structuralSharing: false,
  })
  return data ? (
    <>
      <UserAvatarManager user={data[0]!} />
      <Rows people={data} />
    </>
  ) : null
}

describe('class instances in the cache', () => {
  it('are laid over where the host says how to clone one', async () => {
    const server = company()
    const fields: UserFields = {
      ...commonFields,
      clone: (member: Member, image) => new Member({ ...member.person, ...image }),
    }
    open(<Members server={server} />, server, { fields })
    await walk(server, 2)
  })

  it('are left alone otherwise: the manager shows it gone, and the rows follow when the server has agreed', async () => {
    const server = company()
    open(<Members server={server} />, server)
    await until(() => expect(picturesOfAda()).toBe(2))
    await remove()
    await until(() => expect(server.calls).toHaveLength(1))
    expect(picturesOfAda()).toBe(1)
    server.agree()
    await until(() => expect(picturesOfAda()).toBe(0))
    expect(screen.getByTestId(ada.id)).toHaveTextContent('no picture')
  })
})

const deepFreeze = <T,>(value: T): T => {
  if (typeof value === 'object' && value !== null) Object.values(Object.freeze(value)).forEach(deepFreeze)
  return value
}

/** A list and a detail page of the same person. */
function ListAndDetail({ server, list, detail = {} }: { server: Company; list?: object; detail?: object }) {
  const people = useQuery<Person[]>({ queryKey: ['people'], queryFn: server.list, ...list })
  const person = useQuery({ queryKey: ['person', ada.id], queryFn: server.one, ...detail })
  return (
    <>
      {person.data ? <UserAvatarManager user={person.data} /> : null}
      {people.data ? <Rows people={people.data} /> : null}
    </>
  )
}

describe('what hosts do with their data', () => {
  it.each<[string, (server: Company) => ReactNode]>([
    [
      'frozen, as Immer leaves it',
      (server) => (
        <ListAndDetail
          server={server}
          list={{ queryFn: async () => deepFreeze(await server.list()), structuralSharing: false }}
        />
      ),
    ],
    [
      'structuralSharing: false',
      (server) => (
        <ListAndDetail server={server} list={{ structuralSharing: false }} detail={{ structuralSharing: false }} />
      ),
    ],
    [
      'select that takes rows out',
      (server) => (
        <ListAndDetail
          server={server}
          list={{
            queryFn: async () => ({ data: { rows: await server.list() } }),
            select: (page: any) => page.data.rows,
          }}
        />
      ),
    ],
    [
      'select that makes rows of its own',
      (server) => (
        <ListAndDetail
          server={server}
          list={{ select: (people: Person[]) => people.map(({ id, imageUrl }) => ({ id, imageUrl })) }}
        />
      ),
    ],
    [
      'a detail page that begins with the row of the list',
      (server) => (
        <ListAndDetail server={server} detail={{ initialData: ada, initialDataUpdatedAt: 1, staleTime: 0 }} />
      ),
    ],
    [
      'polling',
      (server) => <ListAndDetail server={server} list={{ refetchInterval: 20 }} detail={{ refetchInterval: 30 }} />,
    ],
  ])('%s', async (_, panel) => {
    const server = company()
    open(panel(server), server)
    await walk(server, 2)
  })

  it('useSuspenseQuery: its fallback is not seen again', async () => {
    const server = company()
    const fallback = vi.fn(() => null)
    const Fallback = () => fallback()
    function Panel() {
      const { data } = useSuspenseQuery({ queryKey: ['people'], queryFn: server.list })
      return (
        <>
          <UserAvatarManager user={data[0]!} />
          <Rows people={data} />
        </>
      )
    }
    open(
      <Suspense fallback={<Fallback />}>
        <Panel />
      </Suspense>,
      server,
    )
    await screen.findByRole('list')
    fallback.mockClear()
    await walk(server, 2)
    expect(fallback).not.toHaveBeenCalled()
  })
})

describe('keepPreviousData', () => {
  const pages: Record<number, Person[]> = { 0: [ada], 1: [grace] }
  /** A row that asks the kit; what a query keeps as placeholder no cache holds any more. */
  function Row({ person }: { person: Person }) {
    const { hasImage, imageUrl } = useUserImage(person)
    return <li data-testid={person.id}>{hasImage ? <img src={imageUrl!} alt="" /> : 'no picture'}</li>
  }
  function Paged() {
    const [page, setPage] = useState(0)
    const { data } = useQuery({
      queryKey: ['people', page],
      queryFn: () => (page === 1 ? new Promise<Person[]>(() => {}) : Promise.resolve(pages[page]!)),
      placeholderData: keepPreviousData,
    })
    return (
      <>
        <UserAvatarManager user={ada} />
        <button onClick={() => setPage(1)}>Next</button>
        <ul>
          {data?.map((person) => (
            <Row key={person.id} person={person} />
          ))}
        </ul>
      </>
    )
  }

  it('shows no picture on the page that is kept, whether it is removed before or while that is shown', async () => {
    for (const first of ['remove', 'turn'] as const) {
      const server = company()
      const { client } = open(<Paged />, server)
      await until(() => expect(picturesOfAda()).toBe(2))
      const turn = () => screen.findByRole('button', { name: 'Next' }).then((button) => userEvent.click(button))
      await (first === 'remove' ? remove() : turn())
      await (first === 'remove' ? turn() : remove())
      await until(() => expect(server.calls).toHaveLength(1))
      expect(screen.getByTestId(ada.id)).toHaveTextContent('no picture')
      expect(picturesOfAda()).toBe(0)
      server.refuse()
      await until(() => expect(picturesOfAda()).toBe(2))
      await until(() => expect(document.querySelector('[role=alertdialog]')).toBeNull())
      client.clear()
      document.body.replaceChildren()
    }
  })
})

describe('hydration', () => {
  const serverState = async (person: Person, age = 0) => {
    const server = new QueryClient()
    await server.prefetchQuery({ queryKey: ['person', ada.id], queryFn: () => person })
    const state = dehydrate(server)
    for (const query of state.queries) query.state.dataUpdatedAt += age
    return state
  }

  it.each([
    ['older', -60_000],
    ['newer', 60_000],
  ])('%s data of the server while a removal is pending leaves it pending', async (_, age) => {
    const server = company()
    const pageWith = (state: object) => (
      <HydrationBoundary state={state as never}>
        <Detail server={server} />
      </HydrationBoundary>
    )
    const { show } = open(pageWith(await serverState(ada)), server)
    await until(() => expect(picturesOfAda()).toBe(1))
    await remove()
    await until(() => expect(server.calls).toHaveLength(1))
    expect(picturesOfAda()).toBe(0)
    // A route change: the server component was rendered with what it knew.
    show(pageWith(await serverState({ ...ada, lastName: 'King' } as Person, age)))
    await new Promise((resolve) => requestAnimationFrame(resolve))
    expect(picturesOfAda()).toBe(0)
    server.refuse()
    await until(() => expect(picturesOfAda()).toBe(1))
  })

  function Detail({ server }: { server: Company }) {
    const { data } = useQuery({ queryKey: ['person', ada.id], queryFn: server.one })
    return data ? <UserAvatarManager user={data} /> : null
  }
})
