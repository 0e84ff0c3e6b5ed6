import { broadcastQueryClient } from '@tanstack/query-broadcast-client-experimental'
import {
  type DehydratedState,
  dehydrate,
  hydrate,
  onlineManager,
  QueryClient,
  QueryClientProvider,
  useQuery,
} from '@tanstack/react-query'
import { act, render, screen, within } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import { AvatarKitProvider, UserAvatarManager } from '../../src/index.ts'
import { withoutOptimistic } from '../../src/optimistic/index.ts'
import { ada, backend } from '../support/backend.ts'
import { until, wait } from '../support/until.ts'

afterEach(() => onlineManager.setOnline(true))

const newClient = () =>
  new QueryClient({ defaultOptions: { queries: { staleTime: Number.POSITIVE_INFINITY, retry: false } } })

function Page({ label, truth = ada }: { label: string; truth?: object }) {
  const { data } = useQuery({ queryKey: ['user'], queryFn: () => truth })
  return <section aria-label={label}>{data ? <UserAvatarManager user={data} /> : null}</section>
}

function open(client: QueryClient, server: Pick<ReturnType<typeof backend>, 'adapter'>, label = 'Panel') {
  return render(
    <QueryClientProvider client={client}>
      <AvatarKitProvider adapter={server.adapter}>
        <Page label={label} />
      </AvatarKitProvider>
    </QueryClientProvider>,
  )
}

const page = (label = 'Panel') => screen.getByRole('region', { name: label, hidden: true })
const status = (label?: string) =>
  page(label).querySelector('[data-slot="user-avatar-manager"]')?.getAttribute('data-status')
const picture = (label?: string) => page(label).querySelector('img')

async function remove(label?: string) {
  await until(() => expect(picture(label)).not.toBeNull())
  await userEvent.click(within(page(label)).getByRole('button', { name: 'Remove image' }))
  await userEvent.click(within(await screen.findByRole('alertdialog')).getByRole('button', { name: 'Remove image' }))
  await until(() => expect(screen.queryByRole('alertdialog')).toBeNull())
}

/** What a persister writes and reads: text. */
const persist = (client: QueryClient) =>
  JSON.stringify(dehydrate(client, { serializeData: (data) => withoutOptimistic(data) }))
const restore = (client: QueryClient, text: string) => hydrate(client, JSON.parse(text) as DehydratedState)

describe('offline, and the tab is closed', () => {
  async function leaveOffline() {
    const server = backend()
    const client = newClient()
    const { unmount } = open(client, server)
    await until(() => expect(picture()).not.toBeNull())
    onlineManager.setOnline(false)
    await remove()
    await until(() => expect(status()).toBe('waiting'))
    const text = persist(client)
    unmount()
    client.clear()
    expect(server.deleteUserProfileImage).not.toHaveBeenCalled()
    return text
  }

  it('what is not confirmed is not written down', async () => {
    const text = await leaveOffline()
    expect(JSON.parse(text).queries[0].state.data).toEqual(ada)
    expect(JSON.parse(text).mutations[0].state.variables).toEqual({ userId: 'ada' })
  })

  it('without a persisted cache the next load shows the truth', async () => {
    await leaveOffline()
    const server = backend()
    onlineManager.setOnline(true)
    open(newClient(), server)
    await until(() => expect(picture()).not.toBeNull())
    expect(server.deleteUserProfileImage).not.toHaveBeenCalled()
  })

  it.each(['before the panel is drawn', 'after'])(
    'with one, restored %s: still waiting, said so, sent once when online',
    async (when) => {
      const text = await leaveOffline()
      const server = backend()
      const client = newClient()
      if (when !== 'after') restore(client, text)
      open(client, server)
      if (when === 'after') act(() => restore(client, text))
      await until(() => expect(status()).toBe('waiting'))
      expect(picture()).toBeNull()
      expect(screen.getByText(/^Waiting/, { selector: 'p' })).toBeInTheDocument()
      act(() => onlineManager.setOnline(true))
      await until(() => expect(server.deleteUserProfileImage).toHaveBeenCalledTimes(1))
      await act(() => client.resumePausedMutations())
      act(() => server.calls[0]!.agree())
      await until(() =>
        expect(screen.getByText('Profile image removed', { selector: '[role=status] *' })).toBeInTheDocument(),
      )
      expect(server.deleteUserProfileImage).toHaveBeenCalledTimes(1)
      expect(status()).toBe('idle')
    },
  )

  it('restored and refused: the picture is back, with the reason', async () => {
    const text = await leaveOffline()
    const server = backend()
    const client = newClient()
    restore(client, text)
    open(client, server)
    act(() => onlineManager.setOnline(true))
    await until(() => expect(server.calls).toHaveLength(1))
    act(() => server.calls[0]!.refuse('forbidden'))
    await until(() => expect(status()).toBe('failed'))
    expect(picture()).not.toBeNull()
  })
})

describe('the tab is killed while the removal is on its way', () => {
  /** The page is gone; what it wrote down is there, with every mutation in it. */
  async function leaveUnderWay() {
    const server = backend()
    const client = newClient()
    const { unmount } = open(client, server)
    await remove()
    await until(() => expect(server.calls).toHaveLength(1))
    const text = JSON.stringify(
      dehydrate(client, { serializeData: (data) => withoutOptimistic(data), shouldDehydrateMutation: () => true }),
    )
    unmount()
    client.clear()
    return text
  }

  /** The next page, on a server that knows what became of it. */
  async function comeBack(user: object | undefined) {
    const server = backend()
    const getUser = vi.fn(async () => user!)
    const client = newClient()
    restore(client, await leaveUnderWay())
    const adapter = user ? { ...server.adapter, getUser } : server.adapter
    open(client, { ...server, adapter })
    return { ...server, getUser, client }
  }

  it('without a persisted cache the next load shows the truth', async () => {
    await leaveUnderWay()
    const server = backend()
    open(newClient(), server)
    await until(() => expect(picture()).not.toBeNull())
    expect(server.deleteUserProfileImage).not.toHaveBeenCalled()
  })

  it('with one: looked up, and it was carried out', async () => {
    const { getUser, deleteUserProfileImage, client } = await comeBack({ ...ada, imageUrl: null, hasImage: false })
    await until(() =>
      expect(screen.getByText('Profile image removed', { selector: '[role=status] *' })).toBeInTheDocument(),
    )
    expect(picture()).toBeNull()
    expect(getUser).toHaveBeenCalledTimes(1)
    expect(deleteUserProfileImage).not.toHaveBeenCalled()
    expect(client.isMutating()).toBe(0)
  })

  it('with one: looked up, and it was not; trying again sends it', async () => {
    const { deleteUserProfileImage, calls } = await comeBack(ada)
    await until(() => expect(status()).toBe('failed'))
    expect(picture()).not.toBeNull()
    expect(deleteUserProfileImage).not.toHaveBeenCalled()
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }))
    await until(() => expect(calls).toHaveLength(1))
    act(() => calls[0]!.agree())
    await until(() => expect(status()).toBe('idle'))
    expect(picture()).toBeNull()
  })

  it('with one, and nothing to look it up with: says that it does not know', async () => {
    const { deleteUserProfileImage } = await comeBack(undefined)
    await until(() =>
      expect(
        screen.getByText(/It is not known whether the image was removed/, {
          selector: '[data-slot=user-avatar-manager-error]',
        }),
      ).toBeInTheDocument(),
    )
    expect(deleteUserProfileImage).not.toHaveBeenCalled()
  })
})

describe('two tabs that share their cache', () => {
  it('remove the same image and agree', async () => {
    const [one, other] = [newClient(), newClient()]
    const stops = [one, other].map((queryClient) =>
      broadcastQueryClient({ queryClient: queryClient as never, broadcastChannel: 'tabs' }),
    )
    const [left, right] = [backend(), backend()]
    open(one, left, 'Left')
    await until(() => expect(picture('Left')).not.toBeNull())
    open(other, right, 'Right')
    // A click finds its button by what is on the page: both must be there.
    await until(() => expect(picture('Right')).not.toBeNull())
    await remove('Left')
    await remove('Right')
    await until(() => expect(left.calls.length + right.calls.length).toBe(2))
    act(() => left.calls[0]!.agree())
    act(() => right.calls[0]!.agree())
    await until(() => expect([status('Left'), status('Right')]).toEqual(['idle', 'idle']))
    // The other tab reads what is still the old picture, and tells this one.
    act(() => void other.setQueryData(['user'], { ...ada }))
    await wait(200)
    expect([picture('Left'), picture('Right')]).toEqual([null, null])
    for (const stop of stops) stop()
  })
})
