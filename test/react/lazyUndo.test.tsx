import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { expect, it, vi } from 'vitest'
import { UserAvatarManager } from '../../src/index.ts'
import { ada, backend, grace } from '../support/backend.ts'
import { renderInPanel } from '../support/renderInPanel.tsx'

const { load } = vi.hoisted(() => ({ load: vi.fn<() => object>() }))
vi.mock('../../src/react/notices/UndoNotices.tsx', () => load())
load.mockImplementation(() => {
  // A deployment took the old chunks away, or the connection is gone.
  throw new Error('Failed to fetch dynamically imported module')
})

const person = (name: string) => screen.getByRole('group', { name, hidden: true })
const undo = (name: string) =>
  within(screen.getByText(`${name}’s profile image will be removed`).closest('li')!).getByRole('button', {
    name: 'Undo',
  })

async function remove(name: string) {
  fireEvent.click(within(person(name)).getByRole('button', { name: 'Remove image' }))
  const dialog = await screen.findByRole('alertdialog')
  await act(async () => fireEvent.click(within(dialog).getByRole('button', { name: 'Remove image' })))
}

it('where the notices cannot be loaded each removal has a plain one: undone by it, nothing is sent; closed, it is sent', async () => {
  const { adapter, deleteUserProfileImage, calls } = backend()
  const people = [ada, grace].map((user) => <UserAvatarManager key={user.id} user={user} mode="undoable" />)
  renderInPanel(people, { adapter, undoMs: 60_000, strict: true })
  await remove('Ada Lovelace')
  await remove('Grace Hopper')
  expect(person('Ada Lovelace').querySelector('img')).toBeNull()
  await waitFor(() => expect(undo('Grace Hopper')).toBeInTheDocument())
  expect(screen.getByText(/Grace Hopper.*Press F8/, { selector: '[role="status"] *' })).toBeInTheDocument()
  fireEvent.click(undo('Ada Lovelace'))
  expect(person('Ada Lovelace').querySelector('img')).not.toBeNull()
  expect(deleteUserProfileImage).not.toHaveBeenCalled()
  fireEvent.click(screen.getByRole('button', { name: 'Close' }))
  await waitFor(() => expect(deleteUserProfileImage).toHaveBeenCalledTimes(1))
  expect(calls[0]!.userId).toBe('grace')
  expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull()
})

it('stands still while it is pointed at or has the focus; F8 leads there', async () => {
  renderInPanel(<UserAvatarManager user={ada} mode="undoable" />, { ...backend(), undoMs: 60_000 })
  await remove('Ada Lovelace')
  const region = await screen.findByRole('region', { name: 'Notices (F8)' })
  const notice = within(region).getByRole('listitem')
  await waitFor(() => expect(notice).not.toHaveAttribute('data-paused'))
  fireEvent.pointerOver(region)
  expect(notice).toHaveAttribute('data-paused')
  fireEvent.keyDown(document.body, { key: 'F8' })
  expect(within(region).getByRole('list')).toHaveFocus()
  fireEvent.pointerOut(region)
  expect(notice).toHaveAttribute('data-paused')
  act(() => within(region).getByRole('list').blur())
  expect(notice).not.toHaveAttribute('data-paused')
})

it('the next question asks for them again', async () => {
  const { adapter } = backend()
  renderInPanel(<UserAvatarManager user={ada} mode="undoable" />, { adapter, undoMs: 60_000 })
  load.mockClear()
  fireEvent.click(screen.getByRole('button', { name: 'Remove image' }))
  await waitFor(() => expect(load).toHaveBeenCalled())
})

it('a panel that goes before anything could be seen sends nothing', async () => {
  const { adapter, deleteUserProfileImage } = backend()
  load.mockImplementation(() => new Promise(() => {}))
  const { unmount } = renderInPanel(<UserAvatarManager user={ada} mode="undoable" />, { adapter, undoMs: 50 })
  await remove('Ada Lovelace')
  unmount()
  await act(() => new Promise((resolve) => setTimeout(resolve, 300)))
  expect(deleteUserProfileImage).not.toHaveBeenCalled()
})
