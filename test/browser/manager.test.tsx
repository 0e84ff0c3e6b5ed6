import { onlineManager, QueryClient, QueryClientProvider, useQuery } from '@tanstack/react-query'
import { act, render, screen, within } from '@testing-library/react'
import { useState } from 'react'
import { afterEach, describe, expect, it } from 'vitest'
import { userEvent } from 'vitest/browser'
import { AvatarKitProvider, UserAvatarManager } from '../../src/index.ts'
import '../../src/styles/styles.css'
import { ada, backend, grace } from '../support/backend.ts'
import { renderInPanel } from '../support/renderInPanel.tsx'
import { painted, until, wait } from '../support/until.ts'

afterEach(() => onlineManager.setOnline(true))

const trigger = () => document.querySelector<HTMLElement>('[data-slot="user-avatar-manager-remove-trigger"]')!
const dialog = () => screen.queryByRole('alertdialog', { name: 'Remove profile image?' })
const confirmButton = () => within(dialog()!).getByRole('button', { name: 'Remove image' })
const manager = () => document.querySelector<HTMLElement>('[data-slot="user-avatar-manager"]')!
const picture = () => manager().querySelector('img')
/** Two animation frames: what is on screen is painted. */

async function openDialog() {
  await userEvent.click(trigger())
  await until(() => expect(dialog()).not.toBeNull())
}

async function remove() {
  await openDialog()
  await userEvent.click(confirmButton())
}

describe('removing an image', () => {
  it('asks, names the person, and puts the focus on Cancel', async () => {
    renderInPanel(<UserAvatarManager user={ada} />, backend())
    await openDialog()
    expect(dialog()).toHaveAccessibleDescription(
      'Ada Lovelace’s profile image will be removed and replaced by initials.',
    )
    await until(() => expect(within(dialog()!).getByRole('button', { name: 'Cancel' })).toHaveFocus())
  })

  it('shows initials in the next frame, before the server answers, and keeps the focus on the trigger', async () => {
    const { adapter, calls } = backend()
    renderInPanel(<UserAvatarManager user={ada} />, { adapter })
    expect(picture()).not.toBeNull()
    await remove()
    await painted()
    expect(picture()).toBeNull()
    expect(manager()).toHaveAttribute('data-status', 'removing')
    await until(() => expect(trigger()).toHaveFocus())
    expect(trigger()).toHaveAttribute('aria-disabled', 'true')
    act(() => calls[0]!.agree())
    await until(() => expect(screen.getByRole('status')).toHaveTextContent(/^Profile image removed$/))
    expect(manager()).toHaveAttribute('data-status', 'idle')
    expect(trigger()).toHaveFocus()
  })

  it('brings it back where the server refuses, says why, and tries again on demand', async () => {
    const { adapter, calls } = backend()
    renderInPanel(<UserAvatarManager user={ada} />, { adapter })
    await remove()
    await until(() => expect(calls).toHaveLength(1))
    act(() => calls[0]!.refuse('forbidden'))
    await until(() => expect(picture()).not.toBeNull())
    expect(screen.getByRole('alert')).toHaveTextContent(
      'The image could not be removed. You are not allowed to remove this image.',
    )
    await userEvent.click(await screen.findByRole('button', { name: 'Try again' }))
    await until(() => expect(calls).toHaveLength(2))
    expect(document.activeElement).toBe(trigger())
    act(() => calls[1]!.agree())
    await until(() => expect(screen.getByRole('status')).toHaveTextContent('Profile image removed'))
  })

  it('pessimistic: the picture and the dialog stay until the server agrees', async () => {
    const { adapter, calls } = backend()
    renderInPanel(<UserAvatarManager user={ada} mode="pessimistic" />, { adapter })
    await remove()
    await until(() => expect(dialog()).toHaveTextContent('Removing the image…'))
    expect(picture()).not.toBeNull()
    await userEvent.keyboard('{Escape}')
    expect(dialog()).not.toBeNull()
    act(() => calls[0]!.refuse('unavailable'))
    await until(() => expect(dialog()).toHaveTextContent('The image could not be removed'))
    await userEvent.click(within(dialog()!).getByRole('button', { name: 'Try again' }))
    await until(() => expect(calls).toHaveLength(2))
    act(() => calls[1]!.agree())
    await until(() => expect(dialog()).toBeNull())
    expect(picture()).toBeNull()
    await until(() => expect(trigger()).toHaveFocus())
  })
})

describe('one click is one request', () => {
  it.each<[string, () => Promise<void> | void]>([
    ['a double click on confirm', () => userEvent.dblClick(confirmButton())],
    [
      'three synchronous clicks',
      () => {
        const button = confirmButton()
        for (let click = 0; click < 3; click++) button.click()
      },
    ],
    [
      'a held Enter',
      async () => {
        confirmButton().focus()
        await userEvent.keyboard('{Enter>}')
        await userEvent.keyboard('{Enter>}')
        await userEvent.keyboard('{Enter>}{/Enter}')
      },
    ],
    [
      'a click during the exit animation',
      async () => {
        const button = confirmButton()
        button.click()
        // Not `wait`: this is inside of `act` already.
        await new Promise((resolve) => setTimeout(resolve, 30))
        button.click()
      },
    ],
  ])('%s', async (_, click) => {
    const { adapter, deleteUserProfileImage } = backend()
    const { client } = renderInPanel(<UserAvatarManager user={ada} />, { adapter })
    await openDialog()
    await act(async () => {
      await click()
    })
    await until(() => expect(deleteUserProfileImage).toHaveBeenCalled())
    await wait(300)
    expect(deleteUserProfileImage).toHaveBeenCalledTimes(1)
    expect(client.getMutationCache().getAll()).toHaveLength(1)
    expect(dialog()).toBeNull()
  })

  it('in StrictMode', async () => {
    const { adapter, deleteUserProfileImage } = backend()
    renderInPanel(<UserAvatarManager user={ada} />, { adapter, strict: true })
    await remove()
    await until(() => expect(deleteUserProfileImage).toHaveBeenCalled())
    await painted()
    expect(deleteUserProfileImage).toHaveBeenCalledTimes(1)
  })

  it('after a reconnect, having said that it waits', async () => {
    const { adapter, deleteUserProfileImage, calls } = backend()
    renderInPanel(<UserAvatarManager user={ada} />, { adapter })
    onlineManager.setOnline(false)
    await remove()
    await until(() => expect(screen.getByText(/^Waiting/, { selector: 'p' })).toBeInTheDocument())
    expect(screen.queryByText('Profile image removed')).toBeNull()
    expect(deleteUserProfileImage).not.toHaveBeenCalled()
    act(() => onlineManager.setOnline(true))
    await until(() => expect(deleteUserProfileImage).toHaveBeenCalledTimes(1))
    act(() => calls[0]!.agree())
    await until(() => expect(screen.getByRole('status')).toHaveTextContent('Profile image removed'))
    expect(deleteUserProfileImage).toHaveBeenCalledTimes(1)
  })
})

describe('while it is under way', () => {
  it.each<[string, 'agree' | 'refuse']>([
    ['unmounted: the cache settles and the success is announced', 'agree'],
    ['route changed: the picture comes back and the failure is announced', 'refuse'],
  ])('%s', async (_, end) => {
    const { adapter, calls } = backend()
    const client = new QueryClient()
    client.setQueryData(['user'], ada)
    function Routes() {
      const [page, setPage] = useState('user')
      return (
        <>
          <button type="button" onClick={() => setPage('home')}>
            Home
          </button>
          {page === 'user' ? <UserAvatarManager user={ada} /> : <h1>Home</h1>}
        </>
      )
    }
    renderInPanel(<Routes />, { adapter, client })
    await remove()
    await until(() => expect(calls).toHaveLength(1))
    await until(() => expect(dialog()).toBeNull())
    await userEvent.click(screen.getByRole('button', { name: 'Home' }))
    act(() => (end === 'agree' ? calls[0]!.agree() : calls[0]!.refuse('forbidden')))
    await until(() =>
      expect(screen.getByRole(end === 'agree' ? 'status' : 'alert')).toHaveTextContent(
        end === 'agree' ? 'Profile image removed' : 'The image could not be removed',
      ),
    )
    expect(client.getQueryData(['user'])).toMatchObject(
      end === 'agree' ? { imageUrl: null } : { imageUrl: ada.imageUrl },
    )
  })

  it('a refetch that lands shows the old picture in no frame', async () => {
    const { adapter, calls } = backend()
    const client = new QueryClient()
    const seen = new Set<string>()
    function Page() {
      const { data, refetch } = useQuery({
        queryKey: ['user'],
        queryFn: async () => ({ ...ada }),
        initialData: ada,
        staleTime: Number.POSITIVE_INFINITY,
      })
      return (
        <>
          <UserAvatarManager user={data} />
          <button type="button" onClick={() => void refetch()}>
            Refetch
          </button>
        </>
      )
    }
    renderInPanel(<Page />, { adapter, client })
    await remove()
    await until(() => expect(dialog()).toBeNull())
    const watch = new MutationObserver(() => seen.add(picture() ? 'picture' : 'initials'))
    watch.observe(manager(), { subtree: true, childList: true, attributes: true })
    await userEvent.click(screen.getByRole('button', { name: 'Refetch' }))
    await until(() => expect(client.isFetching()).toBe(0))
    act(() => calls[0]!.agree())
    await until(() => expect(screen.getByRole('status')).toHaveTextContent('Profile image removed'))
    watch.disconnect()
    expect(picture()).toBeNull()
    expect(seen).not.toContain('picture')
  })

  it('unmounted with the dialog open: the page can be used again', async () => {
    const { unmount } = renderInPanel(<UserAvatarManager user={ada} />, backend())
    await openDialog()
    unmount()
    await painted()
    expect(document.body.style.pointerEvents).not.toBe('none')
    expect(getComputedStyle(document.body).overflow).not.toBe('hidden')
  })

  it('two kits with two query clients do not hear of each other', async () => {
    const one = backend()
    const other = backend()
    render(
      <>
        {[one, other].map(({ adapter }, at) => (
          <QueryClientProvider key={at === 0 ? 'one' : 'other'} client={new QueryClient()}>
            <AvatarKitProvider adapter={adapter}>
              <section aria-label={at === 0 ? 'One' : 'Other'}>
                <UserAvatarManager user={ada} />
              </section>
            </AvatarKitProvider>
          </QueryClientProvider>
        ))}
      </>,
    )
    const section = (name: string) => screen.getByRole('region', { name })
    await userEvent.click(within(section('One')).getByRole('button', { name: 'Remove image' }))
    await until(() => expect(dialog()).not.toBeNull())
    await userEvent.click(confirmButton())
    await until(() => expect(one.deleteUserProfileImage).toHaveBeenCalledTimes(1))
    await until(() => expect(dialog()).toBeNull())
    expect(section('One').querySelector('img')).toBeNull()
    expect(section('Other').querySelector('img')).not.toBeNull()
    expect(other.deleteUserProfileImage).not.toHaveBeenCalled()
  })
})

describe('the focus is never lost', () => {
  function Rows({ without }: { without: string[] }) {
    return (
      <main>
        <h1>People</h1>
        {[ada, grace].map((user) =>
          without.includes(user.id) ? null : <UserAvatarManager key={user.id} user={user} />,
        )}
      </main>
    )
  }

  it.each([
    ['the next row', ['ada'], 'grace'],
    ['the heading, where no row is left', ['ada', 'grace'], 'heading'],
  ])('when the row goes: to %s', async (_, without, to) => {
    const { rerender } = renderInPanel(<Rows without={[]} />, backend())
    const [first] = screen.getAllByRole('button', { name: 'Remove image' })
    await userEvent.click(first!)
    await until(() => expect(dialog()).not.toBeNull())
    await userEvent.click(confirmButton())
    await until(() => expect(first).toHaveFocus())
    rerender(<Rows without={without} />)
    await painted()
    if (to === 'heading') expect(screen.getByRole('heading')).toHaveFocus()
    else expect(trigger()).toHaveFocus()
  })

  it('when the row goes while the dialog closes', async () => {
    const { adapter } = backend()
    function Page() {
      const [gone, setGone] = useState(false)
      return (
        <main>
          <h1>People</h1>
          {gone ? null : (
            <UserAvatarManager
              user={ada}
              onError={() => setGone(true)}
              open={undefined}
              onOpenChange={(open) => !open && setGone(true)}
            />
          )}
          <UserAvatarManager user={grace} />
        </main>
      )
    }
    renderInPanel(<Page />, { adapter })
    await userEvent.click(screen.getAllByRole('button', { name: 'Remove image' })[0]!)
    await until(() => expect(dialog()).not.toBeNull())
    await userEvent.keyboard('{Escape}')
    await until(() => expect(dialog()).toBeNull())
    await until(() => expect(document.activeElement).not.toBe(document.body))
    expect(trigger()).toHaveFocus()
  })

  it('after Cancel, Escape, Try again and Dismiss', async () => {
    const { adapter, calls } = backend()
    renderInPanel(<UserAvatarManager user={ada} />, { adapter })
    await openDialog()
    await userEvent.click(within(dialog()!).getByRole('button', { name: 'Cancel' }))
    await until(() => expect(trigger()).toHaveFocus())
    await openDialog()
    await userEvent.keyboard('{Escape}')
    await until(() => expect(trigger()).toHaveFocus())
    await remove()
    await until(() => expect(calls).toHaveLength(1))
    act(() => calls[0]!.refuse('forbidden'))
    await until(() => expect(screen.getByRole('button', { name: 'Dismiss' })).toBeInTheDocument())
    await userEvent.click(screen.getByRole('button', { name: 'Dismiss' }))
    await until(() => expect(trigger()).toHaveFocus())
    expect(screen.queryByText('The image could not be removed')).toBeNull()
  })
})

describe('by keyboard alone', () => {
  it('removes an image: Tab, Enter, Tab, Enter', async () => {
    const { adapter, calls } = backend()
    renderInPanel(<UserAvatarManager user={ada} />, { adapter })
    await userEvent.keyboard('{Tab}')
    expect(trigger()).toHaveFocus()
    await userEvent.keyboard('{Enter}')
    await until(() => expect(within(dialog()!).getByRole('button', { name: 'Cancel' })).toHaveFocus())
    await userEvent.keyboard('{Tab}')
    expect(confirmButton()).toHaveFocus()
    await userEvent.keyboard('{Enter}')
    await until(() => expect(calls).toHaveLength(1))
    await until(() => expect(trigger()).toHaveFocus())
  })

  it('a held Enter on the trigger opens the dialog and does not close it again', async () => {
    renderInPanel(<UserAvatarManager user={ada} />, backend())
    trigger().focus()
    await userEvent.keyboard('{Enter>}')
    await until(() => expect(dialog()).not.toBeNull())
    await until(() => expect(within(dialog()!).getByRole('button', { name: 'Cancel' })).toHaveFocus())
    await userEvent.keyboard('{Enter>}')
    await userEvent.keyboard('{Enter>}{/Enter}')
    expect(dialog()).not.toBeNull()
  })
})
