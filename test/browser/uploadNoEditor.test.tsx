import { act, screen, waitFor, within } from '@testing-library/react'
import { expect, it, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import '../../src/styles/desk.css'
import '../../src/styles/styles.css'
import { UserImageUpload } from '../../src/upload.ts'
import { ada } from '../support/backend.ts'
import { renderInPanel } from '../support/renderInPanel.tsx'
import { filesOf, halves, looksLike, uploadBackend } from '../support/uploadBackend.ts'

const { loadCropper } = vi.hoisted(() => ({ loadCropper: vi.fn() }))
vi.mock('../../src/react/image-upload/loadCropper.ts', () => ({ loadCropper }))

it('where the editor’s code does not arrive, it says so, tries again, and the picture can be placed by buttons and set all the same', async () => {
  loadCropper.mockImplementation(() => Promise.reject(new TypeError('Failed to fetch dynamically imported module')))
  const { adapter, calls } = uploadBackend()
  renderInPanel(<UserImageUpload user={ada} />, { adapter })
  await userEvent.click(screen.getByRole('button', { name: 'Replace image' }))
  const dialog = within(await screen.findByRole('dialog'))
  const { files } = filesOf(new File([await halves(400, 200)], 'x.png'))
  act(() => {
    const input = document.querySelector<HTMLInputElement>('input[type="file"]')!
    input.files = files
    input.dispatchEvent(new Event('change', { bubbles: true }))
  })
  expect(await dialog.findByText(/^The editor could not be loaded\./)).toBeVisible()
  const before = loadCropper.mock.calls.length
  await userEvent.click(dialog.getByRole('button', { name: 'Try again' }))
  await waitFor(() => expect(loadCropper).toHaveBeenCalledTimes(before + 1))
  for (let time = 0; time < 11; time++) await userEvent.click(dialog.getByRole('button', { name: 'Move right' }))
  await userEvent.click(dialog.getByRole('button', { name: 'Set image' }))
  await waitFor(() => expect(calls).toHaveLength(1))
  expect((await looksLike(calls[0]!.file!)).at(0.9, 0.5)).toBe('red')
})
