import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { act, screen, waitFor } from '@testing-library/react'
import { StrictMode } from 'react'
import { hydrateRoot } from 'react-dom/client'
import { renderToString } from 'react-dom/server'
import { afterEach, expect, it, vi } from 'vitest'
import '../../src/styles/desk.css'
import '../../src/styles/styles.css'
import { AvatarKitProvider } from '../../src/index.ts'
import {
  UserAvatarGroup,
  UserIdentity,
  UserIdentitySkeleton,
  UserTable,
  type UserTableProps,
  UserTableSkeleton,
  usersQueryKey,
} from '../../src/table.ts'
import { longUserList, userAt } from '../support/UserList.ts'

const host = document.createElement('div')
afterEach(() => host.remove())

/** A page on a server that has read the first users, or has not. */
function panel(props: UserTableProps, read: boolean) {
  const { adapter, getUserList } = longUserList(1000, () => 10)
  const limit = props.endless ? 50 : 20
  const client = new QueryClient({ defaultOptions: { queries: { staleTime: 60_000 } } })
  if (read)
    client.setQueryData(usersQueryKey({ limit, offset: 0 }), {
      data: Array.from({ length: limit }, (_, index) => userAt(index)),
      totalCount: 1000,
    })
  const app = (
    <StrictMode>
      <QueryClientProvider client={client}>
        <AvatarKitProvider adapter={adapter}>
          <UserTable {...props} />
          <UserIdentity user={userAt(1)} />
          <UserIdentitySkeleton />
          <UserAvatarGroup users={[userAt(1), userAt(2)]} />
          <UserTableSkeleton />
        </AvatarKitProvider>
      </QueryClientProvider>
    </StrictMode>
  )
  return { app, getUserList }
}

it.each<[string, UserTableProps, boolean]>([
  ['pages', { selectionActions: () => null }, true],
  ['pages that are not read yet', {}, false],
  ['all users', { endless: true, selectionActions: () => null }, true],
])('%s: what a server renders has no inline style, and becomes alive without a word', async (_, props, read) => {
  const { app, getUserList } = panel(props, read)
  const html = renderToString(app)
  expect(html).not.toMatch(/\sstyle=/)
  expect(html.includes('User 000019') || html.includes('000019')).toBe(read)
  const errors = vi.spyOn(console, 'error')
  host.innerHTML = html
  document.body.append(host)
  const root = hydrateRoot(host, app, { onRecoverableError: (error) => expect.unreachable(String(error)) })
  await waitFor(() => expect(screen.getByRole('row', { name: 'User 000000' })).toBeInTheDocument())
  if (props.endless) await waitFor(() => expect(host.querySelector('[data-virtual] > tr')).not.toBeNull())
  await waitFor(() => expect(host.querySelectorAll('[role="grid"][aria-rowcount] [tabindex="0"]')).toHaveLength(1))
  if (read) expect(getUserList).not.toHaveBeenCalled()
  expect(errors).not.toHaveBeenCalled()
  errors.mockRestore()
  act(() => root.unmount())
})
