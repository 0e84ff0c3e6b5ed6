import { render, screen, waitFor } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { useSyncExternalStore } from 'react'
import { afterEach, expect, it } from 'vitest'
import { clerkSelfAdapter } from '../../../src/adapters/clerk.ts'
import { UserAvatarManager } from '../../../src/index.ts'
import { type ClerkFrontend, startClerkFrontend } from '../../support/clerkFrontend.ts'
import { renderInPanel } from '../../support/renderInPanel.tsx'

declare global {
  interface Window {
    happyDOM: { settings: { fetch: { disableSameOriginPolicy: boolean } } }
  }
}

const id = 'user_Ada1'
// Clerk's own host answers every origin that its instance knows; the double does not.
window.happyDOM.settings.fetch.disableSameOriginPolicy = true
let frontend: ClerkFrontend
afterEach(() => frontend.close())

it('removes the signed-in person’s own picture, and Clerk’s user has it everywhere', async () => {
  frontend = await startClerkFrontend({
    users: [{ id, firstName: 'Ada', lastName: 'Lovelace', imageUrl: 'https://img.clerk.com/ada.png' }],
    signedIn: id,
  })
  // As `useUser()` does: what Clerk's user says is drawn anew when Clerk has read it again.
  const listeners = new Set<() => void>()
  const { user } = frontend
  const reload = user.reload.bind(user)
  user.reload = async () => {
    const after = await reload()
    for (const listener of listeners) listener()
    return after
  }
  function Header() {
    const hasImage = useSyncExternalStore(
      (listener) => {
        listeners.add(listener)
        return () => listeners.delete(listener)
      },
      () => user.hasImage,
    )
    return <p>Header: {hasImage ? 'picture' : 'initials'}</p>
  }
  render(<Header />)
  const { container } = renderInPanel(<UserAvatarManager user={user} />, { adapter: clerkSelfAdapter(user) })
  expect(container.querySelector('img')?.src).toBe('https://img.clerk.com/ada.png')
  await userEvent.click(screen.getByRole('button', { name: 'Remove image' }))
  expect(screen.getByRole('alertdialog')).toHaveAccessibleDescription(/Ada Lovelace’s/)
  await userEvent.click(screen.getAllByRole('button', { name: 'Remove image', hidden: true }).at(-1)!)
  expect(container.querySelector('img')).toBeNull()
  await screen.findByText('Header: initials')
  await waitFor(() => expect(screen.getAllByText('Profile image removed').length).toBeGreaterThan(0))
  expect(container.querySelector('img')).toBeNull()
  expect(screen.getByText('AL')).toBeVisible()
})
