import { fireEvent, screen, waitFor } from '@testing-library/react'
import { expect, it, vi } from 'vitest'
import { UserTable } from '../../src/table.ts'
import { renderInPanel } from '../support/renderInPanel.tsx'
import { userList } from '../support/UserList.ts'

const { load } = vi.hoisted(() => ({ load: vi.fn<() => void>() }))

// A deployment took the old chunks away, or the connection is gone.
vi.mock('../../src/react/user-table/EndlessBody.tsx', () => {
  load()
  throw new Error('Failed to fetch dynamically imported module')
})

it('where endless scrolling cannot be loaded, the first users are shown, it says so, and tries again', async () => {
  const { adapter } = userList(120)
  renderInPanel(<UserTable endless defaultParams={{ pageSize: 3 }} />, { adapter, strict: true })
  expect(await screen.findByText('Try again', { selector: 'button' })).toBeInTheDocument()
  expect(screen.getByText('User 000000')).toBeInTheDocument()
  expect(screen.getByText('The users could not be loaded')).toBeInTheDocument()
  await waitFor(() =>
    expect(
      screen.getByText(/could not be loaded.*Something unexpected/, { selector: '[role="status"] *' }),
    ).toBeInTheDocument(),
  )
  load.mockClear()
  fireEvent.click(screen.getByText('Try again', { selector: 'button' }))
  await waitFor(() => expect(load).toHaveBeenCalled())
  expect(await screen.findByText('Try again', { selector: 'button' })).toBeInTheDocument()
})
