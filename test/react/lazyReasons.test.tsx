import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { expect, it, vi } from 'vitest'
import { UserAvatarManager } from '../../src/index.ts'
import { ada, backend } from '../support/backend.ts'
import { renderInPanel } from '../support/renderInPanel.tsx'

let loads = 0

// A deployment took the old chunks away, or the connection is gone.
vi.mock('../../src/react/reason/ReasonForm.tsx', () => {
  loads++
  throw new Error('Failed to fetch dynamically imported module')
})

it('where the questions cannot be loaded the panel lives on, nothing is sent without them, and the dialog can be left', async () => {
  const { adapter, deleteUserProfileImage } = backend()
  renderInPanel(<UserAvatarManager user={ada} confirm={{ requireReason: true }} />, { adapter, strict: true })
  fireEvent.click(screen.getByRole('button', { name: 'Remove image' }))
  const dialog = within(await screen.findByRole('alertdialog'))
  expect(await dialog.findByText(/Something unexpected went wrong/)).toBeInTheDocument()
  const before = loads
  fireEvent.click(dialog.getByRole('button', { name: 'Try again' }))
  await waitFor(() => expect(loads).toBeGreaterThan(before))
  expect(await dialog.findByText(/Something unexpected went wrong/)).toBeInTheDocument()
  fireEvent.click(dialog.getByRole('button', { name: 'Remove image' }))
  expect(deleteUserProfileImage).not.toHaveBeenCalled()
  fireEvent.click(dialog.getByRole('button', { name: 'Cancel' }))
  await waitFor(() => expect(screen.queryByRole('alertdialog')).toBeNull())
  expect(screen.getByRole('button', { name: 'Remove image' })).toBeInTheDocument()
})
