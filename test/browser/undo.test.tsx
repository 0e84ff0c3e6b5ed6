import { onlineManager, QueryClient } from '@tanstack/react-query'
import { act, screen, within } from '@testing-library/react'
import { useState } from 'react'
import { afterEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import { type Notice, UserAvatarManager } from '../../src/index.ts'
import '../../src/styles/styles.css'
import { ada, backend, grace } from '../support/backend.ts'
import { renderInPanel } from '../support/renderInPanel.tsx'
import { stopClock } from '../support/stopClock.ts'
import { tick, until, wait } from '../support/until.ts'

afterEach(() => onlineManager.setOnline(true))

const person = (name: string) => screen.getByRole('group', { name, hidden: true })
const trigger = (name: string) =>
  person(name).querySelector<HTMLElement>('[data-slot="user-avatar-manager-remove-trigger"]')!
const picture = (name: string) => person(name).querySelector('img')
const notice = (name: string) => screen.queryByText(`${name}’s profile image will be removed`)
const undo = () => screen.getAllByRole('button', { name: 'Undo' })

const UNDO_MS = 60_000

function setUp(options: { undoMs?: number; notify?: (notice: Notice) => void } = {}) {
  const server = backend()
  const client = new QueryClient()
  const people = (
    <>
      <UserAvatarManager user={ada} mode="undoable" />
      <UserAvatarManager user={grace} mode="undoable" />
    </>
  )
  return { ...server, ...renderInPanel(people, { adapter: server.adapter, client, undoMs: UNDO_MS, ...options }) }
}

async function remove(name: string) {
  await userEvent.click(trigger(name))
  const dialog = await screen.findByRole('alertdialog')
  await userEvent.click(within(dialog).getByRole('button', { name: 'Remove image' }))
  await until(() => expect(screen.queryByRole('alertdialog')).toBeNull())
}

describe('a removal that can be undone', () => {
  it('is shown at once, and nothing is sent, nor is a mutation there, until its time is over', async () => {
    const clock = stopClock()
    const { deleteUserProfileImage, calls, client } = setUp()
    await remove('Ada Lovelace')
    expect(picture('Ada Lovelace')).toBeNull()
    expect(person('Ada Lovelace')).toHaveAttribute('data-status', 'held')
    await until(() => expect(notice('Ada Lovelace')).toBeInTheDocument())
    act(() => clock.advance(UNDO_MS - 1))
    expect(deleteUserProfileImage).not.toHaveBeenCalled()
    expect(client.isMutating()).toBe(0)
    act(() => clock.advance(1))
    await until(() => expect(deleteUserProfileImage).toHaveBeenCalledTimes(1))
    expect(client.isMutating()).toBe(1)
    await until(() => expect(notice('Ada Lovelace')).toBeNull())
    act(() => calls[0]!.agree())
    await until(() =>
      expect(screen.getByText(/^Profile image removed$/, { selector: '[role=status] *' })).toBeInTheDocument(),
    )
    expect(person('Ada Lovelace')).toHaveAttribute('data-status', 'idle')
  })

  it('undone: the picture is back, nothing was sent, it is said once, and the focus is on the trigger', async () => {
    const clock = stopClock()
    const { deleteUserProfileImage } = setUp()
    await remove('Ada Lovelace')
    await until(() => expect(notice('Ada Lovelace')).toBeInTheDocument())
    await userEvent.click(undo()[0]!)
    await until(() => expect(picture('Ada Lovelace')).not.toBeNull())
    await until(() => expect(notice('Ada Lovelace')).toBeNull())
    expect(screen.getAllByText('The removal was undone')).toHaveLength(1)
    await until(() => expect(trigger('Ada Lovelace')).toHaveFocus())
    act(() => clock.advance(2 * UNDO_MS))
    await tick()
    expect(deleteUserProfileImage).not.toHaveBeenCalled()
  })

  it('several one after another: each is undone by its own button', async () => {
    const { deleteUserProfileImage, calls } = setUp()
    await remove('Ada Lovelace')
    await remove('Grace Hopper')
    await until(() => expect(undo()).toHaveLength(2))
    await userEvent.click(within(notice('Ada Lovelace')!.closest('li')!).getByRole('button', { name: 'Undo' }))
    await until(() => expect(picture('Ada Lovelace')).not.toBeNull())
    expect(picture('Grace Hopper')).toBeNull()
    await userEvent.click(within(notice('Grace Hopper')!.closest('li')!).getByRole('button', { name: 'Close' }))
    await until(() => expect(deleteUserProfileImage).toHaveBeenCalledTimes(1))
    expect(calls[0]!.userId).toBe('grace')
  })

  it('closing the notice sends at once', async () => {
    const { deleteUserProfileImage } = setUp()
    await remove('Ada Lovelace')
    await until(() => expect(notice('Ada Lovelace')).toBeInTheDocument())
    await userEvent.click(screen.getByRole('button', { name: 'Close' }))
    await until(() => expect(deleteUserProfileImage).toHaveBeenCalledTimes(1))
  })

  it.each(['the trigger', 'a field of the panel', 'the notice'])(
    'Escape, pressed in %s, sends nothing',
    async (where) => {
      const heard = vi.fn((event: KeyboardEvent) => event.defaultPrevented)
      const { deleteUserProfileImage } = setUp()
      const field = document.body.appendChild(document.createElement('input'))
      document.addEventListener('keydown', heard)
      onTestFinished(() => {
        field.remove()
        document.removeEventListener('keydown', heard)
      })
      await remove('Ada Lovelace')
      await until(() => expect(notice('Ada Lovelace')).toBeInTheDocument())
      if (where === 'a field of the panel') field.focus()
      else if (where === 'the notice') act(() => undo()[0]!.focus())
      else await until(() => expect(trigger('Ada Lovelace')).toHaveFocus())
      heard.mockClear()
      await userEvent.keyboard('{Escape}')
      // The panel may mean something by it.
      expect(heard).toHaveLastReturnedWith(false)
      await wait(300)
      expect(deleteUserProfileImage).not.toHaveBeenCalled()
      await userEvent.click(undo()[0]!)
      await until(() => expect(picture('Ada Lovelace')).not.toBeNull())
    },
  )

  it('a refusal brings the picture back with its reason', async () => {
    const { calls } = setUp({ undoMs: 50 })
    await remove('Ada Lovelace')
    await until(() => expect(calls).toHaveLength(1))
    act(() => calls[0]!.refuse('forbidden'))
    await until(() => expect(picture('Ada Lovelace')).not.toBeNull())
    expect(screen.getByRole('alert')).toHaveTextContent('The image could not be removed. You are not allowed')
  })

  it('offline when its time is over: it waits', async () => {
    const { deleteUserProfileImage } = setUp({ undoMs: 50 })
    onlineManager.setOnline(false)
    await remove('Ada Lovelace')
    await until(() => expect(person('Ada Lovelace')).toHaveAttribute('data-status', 'waiting'))
    expect(deleteUserProfileImage).not.toHaveBeenCalled()
    act(() => onlineManager.setOnline(true))
    await until(() => expect(deleteUserProfileImage).toHaveBeenCalledTimes(1))
  })
})

describe('its time', () => {
  it('stands still while the pointer is on the notice', async () => {
    const clock = stopClock()
    const { deleteUserProfileImage } = setUp()
    await remove('Ada Lovelace')
    await until(() => expect(notice('Ada Lovelace')).toBeInTheDocument())
    await userEvent.hover(notice('Ada Lovelace')!)
    act(() => clock.advance(2 * UNDO_MS))
    await tick()
    expect(deleteUserProfileImage).not.toHaveBeenCalled()
    await userEvent.hover(trigger('Grace Hopper'))
    act(() => clock.advance(UNDO_MS))
    await until(() => expect(deleteUserProfileImage).toHaveBeenCalledTimes(1))
  })

  it('stands still while the focus is in it; F8 leads there', async () => {
    const clock = stopClock()
    const { deleteUserProfileImage } = setUp()
    await remove('Ada Lovelace')
    await until(() => expect(notice('Ada Lovelace')).toBeInTheDocument())
    await userEvent.keyboard('{F8}')
    await userEvent.keyboard('{Tab}')
    act(() => clock.advance(2 * UNDO_MS))
    await tick()
    expect(deleteUserProfileImage).not.toHaveBeenCalled()
    await userEvent.keyboard('{Tab}')
    expect(undo()[0]).toHaveFocus()
    await userEvent.keyboard('{Enter}')
    await until(() => expect(picture('Ada Lovelace')).not.toBeNull())
    await until(() => expect(trigger('Ada Lovelace')).toHaveFocus())
  })

  it('stands still while the tab is hidden', async () => {
    const clock = stopClock()
    const { deleteUserProfileImage } = setUp()
    const visibility = vi.spyOn(document, 'visibilityState', 'get')
    await remove('Ada Lovelace')
    await until(() => expect(notice('Ada Lovelace')).toBeInTheDocument())
    visibility.mockReturnValue('hidden')
    act(() => void document.dispatchEvent(new Event('visibilitychange')))
    act(() => clock.advance(2 * UNDO_MS))
    await tick()
    expect(deleteUserProfileImage).not.toHaveBeenCalled()
    visibility.mockReturnValue('visible')
    act(() => void document.dispatchEvent(new Event('visibilitychange')))
    act(() => clock.advance(UNDO_MS))
    await until(() => expect(deleteUserProfileImage).toHaveBeenCalledTimes(1))
    visibility.mockRestore()
  })
})

describe('around it', () => {
  const leaving = () => !window.dispatchEvent(new Event('beforeunload', { cancelable: true }))

  it('leaving the page warns while something is unsent, and not before or after', async () => {
    setUp()
    expect(leaving()).toBe(false)
    await remove('Ada Lovelace')
    await until(() => expect(notice('Ada Lovelace')).toBeInTheDocument())
    expect(leaving()).toBe(true)
    await userEvent.click(undo()[0]!)
    await until(() => expect(notice('Ada Lovelace')).toBeNull())
    expect(leaving()).toBe(false)
  })

  it('the manager may go: it is sent all the same', async () => {
    const clock = stopClock()
    const server = backend()
    function Page() {
      const [here, setHere] = useState(true)
      return (
        <>
          {here ? <UserAvatarManager user={ada} mode="undoable" /> : null}
          <button type="button" onClick={() => setHere(false)}>
            Leave
          </button>
        </>
      )
    }
    renderInPanel(<Page />, { adapter: server.adapter, undoMs: UNDO_MS })
    await remove('Ada Lovelace')
    await userEvent.click(screen.getByRole('button', { name: 'Leave' }))
    expect(server.deleteUserProfileImage).not.toHaveBeenCalled()
    act(() => clock.advance(UNDO_MS))
    await until(() => expect(server.deleteUserProfileImage).toHaveBeenCalledTimes(1))
  })

  it('a host’s toaster gets the notice with its undo, and the kit shows none', async () => {
    const notices: Notice[] = []
    const { deleteUserProfileImage } = setUp({ notify: (given) => notices.push(given) })
    await remove('Ada Lovelace')
    expect(notices).toMatchObject([
      { type: 'held', userId: 'ada', title: 'Ada Lovelace’s profile image will be removed', holdMs: 60_000 },
    ])
    expect(notice('Ada Lovelace')).toBeNull()
    let undone = false
    act(() => {
      undone = notices[0]!.undo!()
    })
    expect(undone).toBe(true)
    await until(() => expect(picture('Ada Lovelace')).not.toBeNull())
    expect(notices.at(-1)).toMatchObject({ type: 'undone' })
    expect(deleteUserProfileImage).not.toHaveBeenCalled()
  })
})
