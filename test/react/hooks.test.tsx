import { MutationCache, QueryClient, useIsMutating, useMutation, useQuery } from '@tanstack/react-query'
import { act, screen, waitFor } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { memo, useState } from 'react'
import { describe, expect, it, vi } from 'vitest'
import {
  deleteUserProfileImageKey,
  deleteUserProfileImageOptions,
  useAvatarKit,
  useDeleteUserProfileImage,
  useUserImage,
} from '../../src/index.ts'
import { engineOf } from '../../src/optimistic/imageLedger.ts'
import { FakeClock } from '../optimistic/simulation/FakeClock.ts'
import { ada, backend } from '../support/backend.ts'
import { renderInPanel } from '../support/renderInPanel.tsx'

function Image({ user }: { user: object }) {
  const { imageUrl, imageStatus } = useUserImage(user)
  return (
    <p>
      {imageStatus}: {imageUrl ?? 'none'}
    </p>
  )
}

describe('useDeleteUserProfileImage', () => {
  it('is a genuine mutation: seen by useIsMutating, the host’s callbacks and its own', async () => {
    const seen: unknown[] = []
    const client = new QueryClient({
      mutationCache: new MutationCache({
        onSuccess: (_data, variables, _context, mutation) => void seen.push([variables, mutation.meta]),
      }),
    })
    const { adapter, calls } = backend()
    const told: string[] = []
    function Remove() {
      const removal = useDeleteUserProfileImage({
        meta: { from: 'host' },
        onRemoved: (user) => told.push(`removed ${user.id}`),
        onSuccess: () => void told.push('success'),
        onSettled: () => void told.push('settled'),
      })
      const running = useIsMutating({ mutationKey: deleteUserProfileImageKey })
      return (
        <button type="button" onClick={() => removal.mutate({ userId: 'ada', reason: 'spam' })}>
          {removal.status} {removal.imageStatus} {running}
        </button>
      )
    }
    renderInPanel(<Remove />, { adapter, client })
    await userEvent.click(screen.getByRole('button'))
    await screen.findByText('pending removing 1')
    expect(calls[0]!.context?.reason).toBe('spam')
    act(() => calls[0]!.agree())
    await screen.findByText('success idle 0')
    expect(told).toEqual(['removed ada', 'success', 'settled'])
    expect(seen).toEqual([[{ userId: 'ada', reason: 'spam' }, { from: 'host' }]])
  })

  it('rejects with the reason, and tells it once', async () => {
    const { adapter, calls } = backend()
    const onError = vi.fn()
    function Remove() {
      const { mutate, error } = useDeleteUserProfileImage({ onError })
      return (
        <button type="button" onClick={() => mutate({ userId: 'ada' })}>
          {error?.code ?? 'none'}
        </button>
      )
    }
    renderInPanel(<Remove />, { adapter })
    await userEvent.click(screen.getByRole('button'))
    act(() => calls[0]!.refuse('forbidden'))
    await screen.findByText('forbidden')
    expect(onError).toHaveBeenCalledTimes(1)
  })

  it('refuses a forged id before anything is sent', async () => {
    const { adapter, deleteUserProfileImage } = backend()
    function Remove() {
      const { mutate, error } = useDeleteUserProfileImage()
      return (
        <button type="button" onClick={() => mutate({ userId: 'user_victim#' })}>
          {error?.code ?? 'none'}
        </button>
      )
    }
    renderInPanel(<Remove />, { adapter })
    await userEvent.click(screen.getByRole('button'))
    await screen.findByText('invalid-user-id')
    expect(deleteUserProfileImage).not.toHaveBeenCalled()
  })

  it('composes: the options work in a host’s own useMutation', async () => {
    const { adapter, calls } = backend()
    function Remove() {
      const kit = useAvatarKit()
      const { mutate, data } = useMutation(deleteUserProfileImageOptions(kit))
      return (
        <button type="button" onClick={() => mutate({ userId: 'ada' })}>
          {data?.firstName ?? 'none'}
        </button>
      )
    }
    renderInPanel(
      <>
        <Remove />
        <Image user={ada} />
      </>,
      { adapter },
    )
    await userEvent.click(screen.getByRole('button'))
    await screen.findByText('removing: none')
    act(() => calls[0]!.agree())
    await screen.findByText('Ada')
  })
})

describe('useUserImage', () => {
  it('lays the change over a prop that never changes, also when the ledger has long forgotten it', async () => {
    const clock = new FakeClock()
    const client = new QueryClient()
    engineOf(client, { clock })
    const { adapter, calls } = backend()
    function Remove() {
      const { mutate } = useDeleteUserProfileImage()
      return (
        <button type="button" onClick={() => mutate({ userId: 'ada' })}>
          Remove
        </button>
      )
    }
    renderInPanel(
      <>
        <Remove />
        <Image user={ada} />
      </>,
      { adapter, client },
    )
    screen.getByText(`idle: ${ada.imageUrl}`)
    await userEvent.click(screen.getByRole('button'))
    screen.getByText('removing: none')
    await waitFor(() => expect(calls).toHaveLength(1))
    act(() => calls[0]!.agree())
    await screen.findByText('idle: none')
    act(() => clock.advance(60_000))
    expect(engineOf(client).ledger.idle).toBe(true)
    screen.getByText('idle: none')
  })

  it('shows a new picture that arrives in the prop afterwards', async () => {
    const { adapter, calls } = backend()
    function Row() {
      const [user, setUser] = useState(ada)
      const { mutate } = useDeleteUserProfileImage()
      return (
        <>
          <Image user={user} />
          <button type="button" onClick={() => mutate({ userId: 'ada' })}>
            Remove
          </button>
          <button type="button" onClick={() => setUser({ ...ada, imageUrl: 'https://images.test/new.png' })}>
            Replace
          </button>
        </>
      )
    }
    renderInPanel(<Row />, { adapter })
    await userEvent.click(screen.getByRole('button', { name: 'Remove' }))
    await waitFor(() => expect(calls).toHaveLength(1))
    act(() => calls[0]!.agree())
    await screen.findByText('idle: none')
    await userEvent.click(screen.getByRole('button', { name: 'Replace' }))
    screen.getByText('idle: https://images.test/new.png')
  })
})

describe('one removal re-renders only what shows that user', () => {
  it('among 10,000 rows', { timeout: 60_000 }, async () => {
    const renders: string[] = []
    const users = Array.from({ length: 10_000 }, (_, at) => ({
      id: `u${at}`,
      email: `u${at}@people.test`,
      imageUrl: `https://images.test/${at}.png`,
    }))
    const { adapter, calls } = backend()
    const client = new QueryClient()
    client.setQueryData(['users'], users)
    const Row = memo(function Row({ user }: { user: (typeof users)[number] }) {
      renders.push(user.id)
      return <Image user={user} />
    })
    function Rows() {
      const { data } = useQuery({ queryKey: ['users'], queryFn: () => users, staleTime: Number.POSITIVE_INFINITY })
      return data!.map((user) => <Row key={user.id} user={user} />)
    }
    function Remove() {
      const { mutate } = useDeleteUserProfileImage()
      return (
        <button type="button" onClick={() => mutate({ userId: 'u7' })}>
          Remove
        </button>
      )
    }
    renderInPanel(
      <>
        <Remove />
        <Rows />
      </>,
      { adapter, client },
    )
    renders.length = 0
    act(() => document.querySelector('button')!.click())
    await waitFor(() => expect(renders).not.toEqual([]))
    await waitFor(() => expect(calls).toHaveLength(1))
    expect(new Set(renders)).toEqual(new Set(['u7']))
  })
})
