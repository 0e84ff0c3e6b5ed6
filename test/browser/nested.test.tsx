import { QueryClient, QueryClientProvider, useQuery } from '@tanstack/react-query'
import { act, render, screen, within } from '@testing-library/react'
import { Dialog, DropdownMenu } from 'radix-ui'
import { describe, expect, it } from 'vitest'
import { userEvent } from 'vitest/browser'
import { memoryAdapter } from '../../src/adapters/memory.ts'
import {
  AvatarKitProvider,
  UserAvatarManager,
  UserAvatarManagerConfirmDialog,
  UserAvatarManagerImage,
  UserAvatarManagerName,
  UserAvatarManagerRemoveTrigger,
  UserAvatarManagerRoot,
} from '../../src/index.ts'
import '../../src/styles/styles.css'
import { ada, backend } from '../support/backend.ts'
import { renderInPanel } from '../support/renderInPanel.tsx'
import { until } from '../support/until.ts'

const question = () => screen.queryByRole('alertdialog', { name: 'Remove profile image?' })

describe('in a menu', () => {
  const Row = () => (
    <UserAvatarManagerRoot user={ada}>
      <UserAvatarManagerImage />
      <UserAvatarManagerName />
      <DropdownMenu.Root>
        <DropdownMenu.Trigger>Actions</DropdownMenu.Trigger>
        <DropdownMenu.Portal>
          <DropdownMenu.Content>
            <DropdownMenu.Item>Suspend</DropdownMenu.Item>
            <UserAvatarManagerRemoveTrigger asChild>
              <DropdownMenu.Item>Remove image</DropdownMenu.Item>
            </UserAvatarManagerRemoveTrigger>
          </DropdownMenu.Content>
        </DropdownMenu.Portal>
      </DropdownMenu.Root>
      <UserAvatarManagerConfirmDialog />
    </UserAvatarManagerRoot>
  )
  const menu = () => screen.getByRole('button', { name: 'Actions', hidden: true })

  it.each([
    ['Cancel', () => userEvent.keyboard('{Enter}')],
    ['Escape', () => userEvent.keyboard('{Escape}')],
  ])('%s gives the focus back to the menu’s trigger', async (_, end) => {
    renderInPanel(<Row />, backend())
    menu().focus()
    await userEvent.keyboard('{Enter}')
    await until(() => expect(screen.getByRole('menuitem', { name: 'Suspend' })).toHaveFocus())
    await userEvent.keyboard('{ArrowDown}')
    await until(() => expect(screen.getByRole('menuitem', { name: 'Remove image' })).toHaveFocus())
    await userEvent.keyboard('{Enter}')
    await until(() => expect(within(question()!).getByRole('button', { name: 'Cancel' })).toHaveFocus())
    await end()
    await until(() => expect(question()).toBeNull())
    await until(() => expect(menu()).toHaveFocus())
  })

  it('confirmed: one request, and the focus is at the menu again', async () => {
    const { adapter, calls } = backend()
    const { container } = renderInPanel(<Row />, { adapter })
    await userEvent.click(menu())
    await userEvent.click(screen.getByRole('menuitem', { name: 'Remove image' }))
    await userEvent.click(within(await screen.findByRole('alertdialog')).getByRole('button', { name: 'Remove image' }))
    await until(() => expect(question()).toBeNull())
    expect(container.querySelector('img')).toBeNull()
    await until(() => expect(menu()).toHaveFocus())
    expect(calls).toHaveLength(1)
    act(() => calls[0]!.agree())
    // The page can be used again.
    await until(() => expect(getComputedStyle(document.body).pointerEvents).toBe('auto'))
  })
})

describe('in a dialog of the host’s', () => {
  it('Escape closes the question and not the dialog; the next one closes that', async () => {
    renderInPanel(
      <Dialog.Root defaultOpen>
        <Dialog.Portal>
          <Dialog.Content aria-describedby={undefined}>
            <Dialog.Title>Ada’s account</Dialog.Title>
            <UserAvatarManager user={ada} />
          </Dialog.Content>
        </Dialog.Portal>
      </Dialog.Root>,
      backend(),
    )
    const host = () => screen.queryByRole('dialog', { name: 'Ada’s account', hidden: true })
    const trigger = within(host()!).getByRole('button', { name: 'Remove image' })
    await userEvent.click(trigger)
    await until(() => expect(question()).not.toBeNull())
    await userEvent.keyboard('{Escape}')
    await until(() => expect(question()).toBeNull())
    expect(host()).not.toBeNull()
    await until(() => expect(trigger).toHaveFocus())
    await userEvent.keyboard('{Escape}')
    await until(() => expect(host()).toBeNull())
    expect(getComputedStyle(document.body).pointerEvents).toBe('auto')
  })
})

describe('two admins at once', () => {
  it('each sees what the other did as soon as the panel asks again; neither is left with a wrong picture', async () => {
    const users = memoryAdapter([ada])
    const panels = ['One', 'Other'].map((label) => {
      const client = new QueryClient({
        defaultOptions: { queries: { retry: false, staleTime: Number.POSITIVE_INFINITY } },
      })
      function Page() {
        const { data } = useQuery({ queryKey: ['user'], queryFn: () => users.getUser!('ada') })
        return <section aria-label={label}>{data ? <UserAvatarManager user={data} /> : null}</section>
      }
      render(
        <QueryClientProvider client={client}>
          <AvatarKitProvider adapter={users}>
            <Page />
          </AvatarKitProvider>
        </QueryClientProvider>,
      )
      return { client, page: () => screen.getByRole('region', { name: label, hidden: true }) }
    })
    const [one, other] = panels as [(typeof panels)[0], (typeof panels)[0]]
    const remove = async ({ page }: typeof one) => {
      await until(() => expect(page().querySelector('img')).not.toBeNull())
      await userEvent.click(within(page()).getByRole('button', { name: 'Remove image' }))
      await userEvent.click(
        within(await screen.findByRole('alertdialog')).getByRole('button', { name: 'Remove image' }),
      )
      await until(() => expect(screen.queryByRole('alertdialog')).toBeNull())
    }
    await until(() => expect(other.page().querySelector('img')).not.toBeNull())
    await remove(one)
    await until(() => expect(within(one.page()).getByText('Profile image removed')).toBeInTheDocument())
    // The other still has the old picture in its cache, and removes what is gone: done, and not an error.
    expect(other.page().querySelector('img')).not.toBeNull()
    await remove(other)
    await until(() => expect(within(other.page()).getByText('Profile image removed')).toBeInTheDocument())
    expect(screen.queryByText('The image could not be removed')).toBeNull()
    expect([one, other].map(({ page }) => page().querySelector('img'))).toEqual([null, null])
  })
})
