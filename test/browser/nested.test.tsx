import { QueryClient, QueryClientProvider, useQuery } from '@tanstack/react-query'
import { act, render, screen, within } from '@testing-library/react'
import { Dialog, DropdownMenu, Popover, Select } from 'radix-ui'
import { type ReactNode, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
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
import '../../src/styles/desk.css'
import {
  UserImageUploadDialog,
  UserImageUploadProblem,
  UserImageUploadRoot,
  UserImageUploadTrigger,
} from '../../src/upload.ts'
import { ada, backend } from '../support/backend.ts'
import { renderInPanel } from '../support/renderInPanel.tsx'
import { until, wait } from '../support/until.ts'
import { uploadBackend } from '../support/uploadBackend.ts'

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
  it('that was not there when the question was open before: the focus stays in the question', async () => {
    function Page() {
      const [host, setHost] = useState(false)
      const [asks, setAsks] = useState(false)
      return (
        <>
          <button type="button" onClick={() => setHost(true)}>
            Account
          </button>
          <UserAvatarManager user={ada} open={asks} onOpenChange={setAsks} />
          <Dialog.Root open={host} onOpenChange={setHost}>
            <Dialog.Portal>
              <Dialog.Content aria-describedby={undefined}>
                <Dialog.Title>Account</Dialog.Title>
                <button type="button" onClick={() => setAsks(true)}>
                  Ask
                </button>
              </Dialog.Content>
            </Dialog.Portal>
          </Dialog.Root>
        </>
      )
    }
    renderInPanel(<Page />, backend())
    await userEvent.click(screen.getByRole('button', { name: 'Remove image' }))
    await until(() => expect(question()).not.toBeNull())
    await userEvent.keyboard('{Escape}')
    await until(() => expect(question()).toBeNull())
    await userEvent.click(screen.getByRole('button', { name: 'Account' }))
    await userEvent.click(screen.getByRole('button', { name: 'Ask' }))
    await until(() => expect(within(question()!).getByRole('button', { name: 'Cancel' })).toHaveFocus())
    await wait(100)
    expect(within(question()!).getByRole('button', { name: 'Cancel' })).toHaveFocus()
    await userEvent.keyboard('{Escape}')
    await until(() => expect(question()).toBeNull())
    expect(screen.getByRole('dialog', { name: 'Account' })).toBeVisible()
  })

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

describe('what the host opens from inside a dialog of ours', () => {
  const ours = () => screen.queryByRole('dialog', { name: 'Set profile image', hidden: true })
  const open = async (children: ReactNode) => {
    renderInPanel(
      <UserImageUploadRoot user={ada}>
        <UserImageUploadTrigger />
        <UserImageUploadDialog>{children}</UserImageUploadDialog>
      </UserImageUploadRoot>,
      uploadBackend(),
    )
    await userEvent.click(screen.getByRole('button', { name: 'Replace image' }))
    await until(() => expect(ours()?.contains(document.activeElement)).toBe(true))
  }
  /** Escape closes what the host opened, and the focus is where it was; the next Escape closes ours. */
  const closesFirst = async (name: string, inner: () => Element | null, role = 'button') => {
    await userEvent.keyboard('{Escape}')
    await until(() => expect(inner()).toBeNull())
    await until(() => expect(screen.getByRole(role, { name })).toHaveFocus())
    expect(ours()).toHaveAttribute('data-state', 'open')
    await userEvent.keyboard('{Escape}')
    await until(() => expect(ours()).toBeNull())
    await until(() => expect(screen.getByRole('button', { name: 'Replace image' })).toHaveFocus())
  }

  it.each(['body', 'in place'])('a menu (%s) has the focus and the keys', async (place) => {
    const items = (
      <DropdownMenu.Content>
        <DropdownMenu.Item>Keep a copy</DropdownMenu.Item>
        <DropdownMenu.Item>Report</DropdownMenu.Item>
      </DropdownMenu.Content>
    )
    await open(
      <DropdownMenu.Root>
        <DropdownMenu.Trigger>More</DropdownMenu.Trigger>
        {place === 'body' ? <DropdownMenu.Portal>{items}</DropdownMenu.Portal> : items}
      </DropdownMenu.Root>,
    )
    act(() => screen.getByRole('button', { name: 'More' }).focus())
    await userEvent.keyboard('{Enter}')
    await until(() => expect(screen.getByRole('menuitem', { name: 'Keep a copy' })).toHaveFocus())
    await userEvent.keyboard('r')
    await until(() => expect(screen.getByRole('menuitem', { name: 'Report' })).toHaveFocus())
    await userEvent.keyboard('{ArrowUp}')
    await until(() => expect(screen.getByRole('menuitem', { name: 'Keep a copy' })).toHaveFocus())
    await closesFirst('More', () => screen.queryByRole('menu'))
  })

  it('a popover with a field can be typed in', async () => {
    await open(
      <Popover.Root>
        <Popover.Trigger>Label</Popover.Trigger>
        <Popover.Portal>
          <Popover.Content aria-label="Label">
            <input aria-label="Text" />
          </Popover.Content>
        </Popover.Portal>
      </Popover.Root>,
    )
    await userEvent.click(screen.getByRole('button', { name: 'Label' }))
    await until(() => expect(screen.getByRole('textbox', { name: 'Text' })).toHaveFocus())
    await userEvent.keyboard('rks1')
    expect(screen.getByRole('textbox', { name: 'Text' })).toHaveValue('rks1')
    await closesFirst('Label', () => screen.queryByRole('textbox', { name: 'Text' }))
  })

  it('what is pasted into it or dropped on it does not become the picture', async () => {
    await open(
      <>
        <UserImageUploadProblem />
        <Popover.Root>
          <Popover.Trigger>Attach</Popover.Trigger>
          <Popover.Portal>
            <Popover.Content aria-label="Attach">
              <input aria-label="Text" />
            </Popover.Content>
          </Popover.Portal>
        </Popover.Root>
      </>,
    )
    await userEvent.click(screen.getByRole('button', { name: 'Attach' }))
    const field = await screen.findByRole('textbox', { name: 'Text' })
    const files = new DataTransfer()
    files.items.add(new File(['no picture'], 'ada.png', { type: 'image/png' }))
    const how = { bubbles: true, cancelable: true }
    act(() => {
      field.dispatchEvent(new ClipboardEvent('paste', { ...how, clipboardData: files }))
      for (const type of ['dragover', 'drop']) field.dispatchEvent(new DragEvent(type, { ...how, dataTransfer: files }))
    })
    await wait(200)
    // A file that is taken would be refused here with a sentence.
    expect(within(ours()!).queryByText(/not a picture/)).toBeNull()
    act(() => void ours()!.dispatchEvent(new DragEvent('drop', { ...how, dataTransfer: files })))
    await within(ours()!).findByText(/not a picture/)
  })

  it('a select searches for what is typed', async () => {
    await open(
      <Select.Root>
        <Select.Trigger aria-label="Source">
          <Select.Value placeholder="None" />
        </Select.Trigger>
        <Select.Portal>
          <Select.Content>
            <Select.Viewport>
              {['Kept', 'Sent', 'Reported'].map((one) => (
                <Select.Item key={one} value={one}>
                  <Select.ItemText>{one}</Select.ItemText>
                </Select.Item>
              ))}
            </Select.Viewport>
          </Select.Content>
        </Select.Portal>
      </Select.Root>,
    )
    act(() => screen.getByRole('combobox', { name: 'Source' }).focus())
    await userEvent.keyboard('{Enter}')
    await until(() => expect(screen.getByRole('option', { name: 'Kept' })).toHaveFocus())
    await userEvent.keyboard('r')
    await until(() => expect(screen.getByRole('option', { name: 'Reported' })).toHaveFocus())
    await closesFirst('Source', () => screen.queryByRole('listbox'), 'combobox')
  })

  it.each(['in place', 'at the end of the body', 'outside of it'])('a native dialog %s', async (place) => {
    function Native() {
      const dialog = useRef<HTMLDialogElement>(null)
      const element = (
        <dialog aria-label="Confirm" ref={dialog}>
          <input aria-label="Why" />
        </dialog>
      )
      return (
        <>
          <button
            type="button"
            onClick={() => (dialog.current ?? document.querySelector<HTMLDialogElement>('#elsewhere')!).showModal()}
          >
            Ask
          </button>
          {place === 'in place' ? element : place === 'outside of it' ? null : createPortal(element, document.body)}
        </>
      )
    }
    const elsewhere = document.createElement('dialog')
    elsewhere.id = 'elsewhere'
    elsewhere.innerHTML = '<input aria-label="Why">'
    if (place === 'outside of it') document.body.append(elsewhere)
    await open(<Native />)
    await userEvent.click(screen.getByRole('button', { name: 'Ask' }))
    const field = () => document.querySelector<HTMLInputElement>('dialog[open] input')
    await until(() => expect(field()).toHaveFocus())
    await userEvent.keyboard('rk')
    expect(field()).toHaveValue('rk')
    await closesFirst('Ask', field)
    elsewhere.remove()
  })

  it('anything in a portal, without a role', async () => {
    await open(createPortal(<input aria-label="Anywhere" />, document.body))
    const field = document.querySelector<HTMLInputElement>('[aria-label="Anywhere"]')!
    act(() => field.focus())
    await userEvent.keyboard('r')
    expect(field).toHaveFocus()
    expect(field).toHaveValue('r')
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
