import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { act, fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { AvatarKitProvider, UserAvatarManager, type UserAvatarManagerProps } from 'avatarkit'
import { ActivityLog, RemovedImages } from 'avatarkit/activity'
import { type MemoryAdapterOptions, memoryAdapter } from 'avatarkit/adapters/memory'
import { BulkRemoval } from 'avatarkit/bulk'
import { AvatarReview } from 'avatarkit/review'
import { UserTable } from 'avatarkit/table'
import { UserImageUpload } from 'avatarkit/upload'
import type { ReactElement } from 'react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

// Every component, driven as a host's tests would, where there is no layout and half of a browser is missing.
// Whatever a component prints here a host would find in its own tests.
const PICTURE = 'data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA='
const people = (count: number) =>
  Array.from({ length: count }, (_, at) => ({
    id: `user-${at + 1}`,
    firstName: 'User',
    lastName: String(at + 1),
    emailAddress: `user${at + 1}@people.test`,
    imageUrl: PICTURE,
  }))
const [first] = people(1)

const printed: string[] = []
beforeEach(() => {
  printed.length = 0
  sessionStorage.clear()
  localStorage.clear()
  for (const method of ['error', 'warn'] as const)
    vi.spyOn(console, method).mockImplementation(
      (...parts: unknown[]) => void printed.push(parts.map(String).join(' ')),
    )
})
afterEach(() => {
  expect(printed).toEqual([])
  vi.restoreAllMocks()
})

function open(children: ReactElement, options: MemoryAdapterOptions & { count?: number } = {}) {
  const { count = 3, ...rest } = options
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  return render(
    <QueryClientProvider client={client}>
      <AvatarKitProvider adapter={memoryAdapter(people(count), rest)}>{children}</AvatarKitProvider>
    </QueryClientProvider>,
  )
}
const user = () => userEvent.setup()
const removed = 'deleteUserProfileImage'

describe('UserAvatarManager', () => {
  const manager = (props: Partial<UserAvatarManagerProps> = {}) => <UserAvatarManager user={first!} {...props} />
  const picture = () => document.querySelector('[data-slot="user-avatar-manager"] img')
  const ask = async () => {
    await user().click(screen.getByRole('button', { name: 'Remove image' }))
    return within(await screen.findByRole('alertdialog', { name: 'Remove profile image?' }))
  }
  const confirm = async () => user().click((await ask()).getByRole('button', { name: 'Remove image' }))
  const closed = () => waitFor(() => expect(screen.queryByRole('alertdialog')).toBeNull())

  it.each(['optimistic', 'pessimistic'] as const)('%s: removes, and says so', async (mode) => {
    open(manager({ mode }), { delay: 20 })
    await confirm()
    await closed()
    await waitFor(() => expect(picture()).toBeNull())
    expect(await screen.findAllByText('Profile image removed')).not.toHaveLength(0)
  })

  it('undoable: the notice takes it back', async () => {
    open(manager({ mode: 'undoable' }))
    await confirm()
    await closed()
    await user().click(await screen.findByRole('button', { name: 'Undo' }))
    await waitFor(() => expect(picture()).not.toBeNull())
  })

  it.each(['Escape', 'Cancel'])('%s closes the question, and the focus comes back', async (way) => {
    open(manager())
    const dialog = await ask()
    if (way === 'Escape') await user().keyboard('{Escape}')
    else await user().click(dialog.getByRole('button', { name: 'Cancel' }))
    await closed()
    expect(screen.getByRole('button', { name: 'Remove image' })).toHaveFocus()
  })

  it('Tab stays in the question', async () => {
    open(manager({ confirm: { note: true, reasons: ['spam'], tellUser: true } }))
    await ask()
    for (let at = 0; at < 12; at++) await user().tab()
    expect(screen.getByRole('alertdialog')).toContainElement(document.activeElement as HTMLElement)
  })

  it('asks for a reason and a note', async () => {
    open(manager({ confirm: { requireReason: true, note: true, tellUser: { preview: () => 'We removed it.' } } }))
    const dialog = await ask()
    await user().click(await dialog.findByRole('radio', { name: 'Spam or advertising' }))
    await user().type(dialog.getByRole('textbox', { name: /Note/ }), 'twice')
    await user().click(dialog.getByRole('button', { name: 'Remove image' }))
    await closed()
    expect(await screen.findAllByText('Profile image removed')).not.toHaveLength(0)
  })

  it('in a menu, which closes', async () => {
    const { UserAvatarManagerConfirmDialog, UserAvatarManagerRemoveTrigger, UserAvatarManagerRoot } = await import(
      'avatarkit'
    )
    open(
      <UserAvatarManagerRoot user={first!}>
        <button type="button" id="opener" aria-controls="menu">
          Actions
        </button>
        <div role="menu" id="menu">
          <UserAvatarManagerRemoveTrigger />
        </div>
        <UserAvatarManagerConfirmDialog />
      </UserAvatarManagerRoot>,
    )
    const dialog = await ask()
    document.getElementById('menu')!.hidden = true
    await user().click(dialog.getByRole('button', { name: 'Cancel' }))
    await closed()
  })

  it('a failure comes with a way on', async () => {
    const fail: MemoryAdapterOptions['fail'] = ({ method, attempt }) =>
      method === removed && attempt === 1 ? 'unavailable' : undefined
    open(manager(), { fail })
    await confirm()
    await screen.findByText('The image could not be removed')
    expect(picture()).not.toBeNull()
    await user().click(screen.getByRole('button', { name: 'Try again' }))
    await waitFor(() => expect(picture()).toBeNull())
  })
})

describe('UserTable', () => {
  const row = (name: string) => screen.findByRole('row', { name })

  it('shows a page, searches, orders, filters, turns, and removes', async () => {
    open(<UserTable />, { count: 45 })
    await row('User 1')
    await user().click(screen.getByRole('button', { name: 'Page 2' }))
    await row('User 21')
    await user().type(screen.getByRole('searchbox', { name: 'Search users' }), 'User 33')
    await row('User 33')
    await user().clear(screen.getByRole('searchbox', { name: 'Search users' }))
    await user().selectOptions(screen.getByRole('combobox', { name: 'Sort by' }), '-name')
    await row('User 9')
    await user().click(screen.getByRole('button', { name: 'With image' }))
    await row('User 9')
    await user().click(within(await row('User 9')).getByRole('button', { name: /Remove image/ }))
    await user().click(within(await screen.findByRole('alertdialog')).getByRole('button', { name: 'Remove image' }))
    await waitFor(() => expect(screen.queryByRole('alertdialog')).toBeNull())
  })

  it('has the keyboard of a grid', async () => {
    open(<UserTable selectionActions={() => null} />, { count: 8 })
    await row('User 1')
    const grid = screen.getByRole('grid')
    const stop = () => grid.querySelector<HTMLElement>('[tabindex="0"]')!
    expect(stop()).not.toBeNull()
    stop().focus()
    await user().keyboard('{ArrowDown}{ArrowDown}')
    expect(document.activeElement?.closest('[role="row"]')).toBe(await row('User 3'))
    await user().keyboard(' ')
    await screen.findByText('1 selected')
    await user().keyboard('{Control>}{End}{/Control}')
    expect(document.activeElement?.closest('[role="row"]')).toBe(await row('User 8'))
    await user().keyboard('{Home}{PageUp}{ArrowRight}{Enter}{Escape}')
    expect(grid).toContainElement(document.activeElement as HTMLElement)
  })

  it('selects one by one, a range, and all', async () => {
    open(<UserTable selectionActions={(selection) => <p>{`Chosen: ${selection.size}`}</p>} />, { count: 8 })
    await user().click(within(await row('User 2')).getByRole('checkbox', { name: 'Select User 2' }))
    await screen.findByText('Chosen: 1')
    const person = user()
    await person.keyboard('{Shift>}')
    await person.click(screen.getByRole('checkbox', { name: 'Select User 5' }))
    await person.keyboard('{/Shift}')
    await screen.findByText('Chosen: 4')
    await user().click(screen.getAllByRole('checkbox', { name: 'Select all on this page' })[0]!)
    await screen.findByText('Chosen: 8')
  })

  it('endless: the first rows are there, and the keyboard goes from one to the next', async () => {
    open(<UserTable endless selectionActions={() => null} />, { count: 300 })
    await waitFor(() => expect(document.querySelector('[data-virtual]')).not.toBeNull())
    await row('User 1')
    await row('User 10')
    expect(screen.getAllByRole('row').length).toBeLessThan(60)
    // The table reads on from where the focus is.
    await act(async () => screen.getByRole('grid').querySelector<HTMLElement>('[tabindex="0"]')!.focus())
    await user().keyboard('{Control>}{Home}{/Control}{ArrowDown}{ArrowDown}')
    expect(document.activeElement?.closest('[role="row"]')).toBe(await row('User 2'))
    // The list notes a little later that it no longer scrolls.
    await act(() => new Promise((resolve) => setTimeout(resolve, 300)))
  })

  it('says what went wrong, and tries again', async () => {
    open(<UserTable />, {
      fail: ({ method, attempt }) => (method === 'getUserList' && attempt === 1 ? 'unavailable' : undefined),
    })
    await screen.findByText('The users could not be loaded')
    await user().click(screen.getByRole('button', { name: 'Try again' }))
    await row('User 1')
  })
})

describe('BulkRemoval', () => {
  it('runs to its report', async () => {
    const failing: MemoryAdapterOptions['fail'] = ({ method, userId, attempt }) =>
      method === removed && userId !== 'user-1' && attempt === 1 ? 'unavailable' : undefined
    open(<BulkRemoval users={people(3)} />, { fail: failing })
    await user().click(screen.getByRole('button', { name: 'Remove 3 images' }))
    const dialog = within(await screen.findByRole('alertdialog', { name: 'Remove 3 profile images?' }))
    await user().click(dialog.getByRole('button', { name: 'Remove 3 images' }))
    await user().click(await screen.findByRole('button', { name: 'Download report' }))
    await user().click(screen.getByRole('button', { name: 'Retry 2 failed' }))
    await screen.findByText(/3 images removed/)
    await user().click(screen.getByRole('button', { name: 'Close' }))
  })
})

describe('AvatarReview', () => {
  it('is decided by keys, revealed, enlarged and undone', async () => {
    open(<AvatarReview reasons={['spam', 'nudity']} pageSize={6} />, { count: 9, restoreMs: 60_000 })
    const grid = await screen.findByRole('grid', { name: 'Pictures to review' })
    await screen.findByText('9 left')
    grid.querySelector<HTMLElement>('[data-slot="avatar-review-cell"]')!.focus()
    await user().keyboard('k')
    await screen.findByText('8 left')
    await user().keyboard('r')
    await screen.findByText('7 left')
    await user().keyboard('1')
    await user().keyboard('s{ArrowRight}{ArrowDown}{Home}v')
    await user().keyboard('u')
    await user().keyboard('{Enter}')
    const dialog = await screen.findByRole('dialog')
    await user().keyboard('{Escape}')
    await waitFor(() => expect(dialog).not.toBeInTheDocument())
    await user().click(screen.getByRole('button', { name: 'Reveal all' }))
  })
})

describe('UserImageUpload', () => {
  const png = () => {
    const bytes = Uint8Array.from(
      atob('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=='),
      (sign) => sign.charCodeAt(0),
    )
    return new File([bytes], 'ada.png', { type: 'image/png' })
  }
  const choose = async (file: File) => {
    open(<UserImageUpload user={first!} />)
    await user().click(screen.getByRole('button', { name: 'Replace image' }))
    const dialog = within(await screen.findByRole('dialog', { name: 'Set profile image' }))
    await user().upload(dialog.getByLabelText('Choose a picture'), file)
    return dialog
  }

  it('a picture that cannot be opened here is refused with a sentence', async () => {
    const dialog = await choose(png())
    await dialog.findByText(/could not be opened/)
    await user().keyboard('{Escape}')
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  })

  it('what is no picture is refused', async () => {
    const dialog = await choose(new File(['not a picture'], 'ada.png', { type: 'image/png' }))
    await dialog.findByText(/not a picture|could not be opened/)
  })

  it('a drop', async () => {
    open(<UserImageUpload user={first!} />)
    await user().click(screen.getByRole('button', { name: 'Replace image' }))
    const dialog = await screen.findByRole('dialog', { name: 'Set profile image' })
    const files = { types: ['Files'], files: [new File(['x'], 'x.png', { type: 'image/png' })], items: [] }
    fireEvent.dragOver(dialog, { dataTransfer: files })
    fireEvent.drop(dialog, { dataTransfer: files })
    await within(dialog).findByText(/not a picture|could not be opened/)
  })
})

describe('ActivityLog and RemovedImages', () => {
  it('what is removed is in the log, and brought back', async () => {
    open(
      <>
        <UserAvatarManager user={first!} />
        <ActivityLog />
        <RemovedImages />
      </>,
      { restoreMs: 60_000 },
    )
    await user().click(screen.getByRole('button', { name: 'Remove image' }))
    await user().click(within(await screen.findByRole('alertdialog')).getByRole('button', { name: 'Remove image' }))
    await user().click((await screen.findAllByRole('button', { name: 'Show the removed picture of User 1' }))[0]!)
    await user().click(await screen.findByRole('button', { name: 'Restore image' }))
    await waitFor(() => expect(document.querySelector('[data-slot="user-avatar-manager"] img')).not.toBeNull())
    await screen.findByText('Image restored by you')
  })
})
