import { QueryClient } from '@tanstack/react-query'
import { screen, within } from '@testing-library/react'
import { useState } from 'react'
import { describe, expect, it, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import '../../src/styles/desk.css'
import '../../src/styles/styles.css'
import {
  type UserSelection,
  UserTable,
  type UserTableParams,
  type UserTableProps,
  usersQueryKey,
} from '../../src/table.ts'
import { DAY, NOW } from '../support/now.ts'
import { renderInPanel } from '../support/renderInPanel.tsx'
import { userList } from '../support/UserList.ts'
import { until } from '../support/until.ts'

const grid = () => screen.getByRole('grid', { name: 'Users' })
const rowOf = (index: number) => screen.findByRole('row', { name: `User ${String(index).padStart(6, '0')}` })
const cell = () => document.activeElement as HTMLElement

async function open(props: UserTableProps = {}, count = 95, delay = 0) {
  await page.viewport(1000, 800)
  const { adapter, getUserList } = userList(count, { delay })
  const rendered = renderInPanel(<UserTable {...props} />, { adapter })
  if (count > 0) await rowOf(0)
  return { ...rendered, adapter, getUserList }
}

describe('reading users', () => {
  it('asks for one page, and keeps the one before until the next is there', async () => {
    const { getUserList, client } = await open({}, 95, 600)
    expect(getUserList.mock.calls.map(([params]) => params)).toEqual([{ limit: 20, offset: 0 }])
    expect(grid()).toHaveAttribute('aria-rowcount', '96')
    await userEvent.click(screen.getByRole('button', { name: 'Page 2' }))
    expect(screen.getByRole('row', { name: 'User 000000' })).toBeInTheDocument()
    await rowOf(20)
    expect(screen.queryByRole('row', { name: 'User 000000' })).toBeNull()
    expect(shown()).toBe('21–40 of 95 users')
    expect(await rowOf(20)).toHaveAttribute('aria-rowindex', '22')
    expect(screen.getByRole('button', { name: 'Page 2' })).toHaveAttribute('aria-current', 'page')
    expect(client.getQueryData(usersQueryKey({ limit: 20, offset: 20 }))).toMatchObject({ totalCount: 95 })
    await until(() => expect(announcement()).toBe('21–40 of 95 users'))
  })

  it('searches after a pause, at once with Enter, from the first page, and tells how many there are', async () => {
    const { getUserList } = await open()
    await userEvent.click(screen.getByRole('button', { name: 'Page 3' }))
    await rowOf(40)
    const search = screen.getByRole('searchbox', { name: 'Search users' })
    await userEvent.fill(search, '00009')
    await rowOf(90)
    expect(shown()).toBe('1–6 of 6 users')
    await until(() => expect(announcement()).toBe('1–6 of 6 users'))
    await userEvent.fill(search, 'nobody of that name')
    await userEvent.keyboard('{Enter}')
    expect(await screen.findByText('Nobody found', { selector: 'p' })).toBeVisible()
    expect(getUserList).toHaveBeenCalledTimes(4)
    await userEvent.click(screen.getByRole('button', { name: 'Clear search and filters' }))
    await rowOf(0)
    expect(search).toHaveValue('')
    expect(document.activeElement).not.toBe(document.body)
  })

  it('orders by what the adapter can, and says so', async () => {
    const { getUserList } = await open()
    const heading = () => screen.getByRole('columnheader', { name: 'User' })
    expect(heading()).toHaveAttribute('aria-sort', 'none')
    expect(screen.getByRole('columnheader', { name: 'E-mail' })).not.toHaveAttribute('aria-sort')
    await userEvent.click(screen.getByRole('button', { name: 'User' }))
    expect(heading()).toHaveAttribute('aria-sort', 'ascending')
    await userEvent.click(screen.getByRole('button', { name: 'User' }))
    await rowOf(94)
    expect(heading()).toHaveAttribute('aria-sort', 'descending')
    expect(getUserList.mock.lastCall![0]).toEqual({ limit: 20, offset: 0, orderBy: '-name' })
    await userEvent.click(screen.getByRole('button', { name: 'User' }))
    expect(heading()).toHaveAttribute('aria-sort', 'none')
  })

  it('filters by what the adapter can', async () => {
    const { getUserList } = await open()
    await userEvent.click(screen.getByRole('button', { name: 'With image' }))
    await until(() => expect(screen.queryByRole('row', { name: 'User 000002' })).toBeNull())
    await userEvent.click(screen.getByRole('button', { name: 'Without image' }))
    await until(() => expect(screen.queryByRole('row', { name: 'User 000000' })).toBeNull())
    expect(screen.getByRole('button', { name: 'With image' })).toHaveAttribute('aria-pressed', 'false')
    await userEvent.click(screen.getByRole('button', { name: 'Changed in the last 7 days' }))
    await until(() => expect(shown()).toBe('1–2 of 2 users'))
    const { changedSince } = getUserList.mock.lastCall![0]
    // Of the last full hour: whatever the time is, the same question within it.
    expect((NOW - changedSince!) / DAY).toBeCloseTo(7, 0)
  })

  it('is nothing without getUserList, and has no orders or filters without lists', async () => {
    const { adapter } = userList(3)
    const { unmount } = renderInPanel(<UserTable />, { adapter: { ...adapter, getUserList: undefined } })
    expect(screen.queryByRole('grid')).toBeNull()
    unmount()
    renderInPanel(<UserTable />, { adapter: { ...adapter, lists: undefined } })
    await rowOf(0)
    expect(screen.queryByRole('group', { name: 'Filters' })).toBeNull()
    expect(within(grid()).queryByRole('button', { name: 'User' })).toBeNull()
    expect(screen.getByRole('columnheader', { name: 'User' })).not.toHaveAttribute('aria-sort')
  })

  it('that may not be read says so, and speaks of no removal', async () => {
    const { adapter } = userList(3, { fail: () => 'forbidden' })
    renderInPanel(<UserTable />, { adapter })
    expect(
      await screen.findByText('You are not allowed to see it. Ask an administrator for the right to do so.'),
    ).toBeVisible()
  })

  it('keeps what it has where the next page fails, says so once, and tries again', async () => {
    let failing = true
    const { adapter } = userList(95, { fail: ({ attempt }) => (attempt > 1 && failing ? 'unavailable' : undefined) })
    renderInPanel(<UserTable />, { adapter })
    await rowOf(0)
    await userEvent.click(screen.getByRole('button', { name: 'Next page' }))
    expect(await screen.findByText('The users could not be loaded')).toBeVisible()
    expect(screen.getByRole('row', { name: 'User 000000' })).toHaveAttribute('aria-rowindex', '2')
    expect(announcement()).toMatch(/^The users could not be loaded\. The server is not available/)
    failing = false
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }))
    await rowOf(20)
    expect(screen.queryByText('The users could not be loaded')).toBeNull()
    expect(document.activeElement).not.toBe(document.body)
  })

  it('a page that no longer is becomes the last one', async () => {
    const { adapter } = userList(25)
    renderInPanel(<UserTable defaultParams={{ page: 9 }} />, { adapter })
    await rowOf(20)
    expect(shown()).toBe('21–25 of 25 users')
  })
})

describe('params', () => {
  it('are the host’s where it gives them', async () => {
    const { adapter } = userList(95)
    const told = vi.fn()
    function Host() {
      const [params, setParams] = useState<UserTableParams>({ page: 2, orderBy: 'name' })
      return (
        <UserTable
          params={params}
          onParamsChange={(next) => {
            told(next)
            setParams(next)
          }}
        />
      )
    }
    renderInPanel(<Host />, { adapter, strict: true })
    await rowOf(20)
    await userEvent.click(screen.getByRole('button', { name: 'Next page' }))
    await rowOf(40)
    expect(told.mock.calls).toEqual([[{ page: 3, orderBy: 'name' }]])
    await userEvent.click(screen.getByRole('button', { name: 'Without image' }))
    await until(() => expect(told).toHaveBeenLastCalledWith({ orderBy: 'name', hasImage: false }))
  })
})

describe('selection', () => {
  it('is kept over pages and searches, and gives the users', async () => {
    const told = vi.fn<(selection: UserSelection) => void>()
    await open({ onSelectionChange: told })
    await userEvent.click(await screen.findByRole('checkbox', { name: 'Select User 000001' }))
    expect(screen.getByRole('row', { name: 'User 000001' })).toHaveAttribute('aria-selected', 'true')
    await userEvent.click(screen.getByRole('button', { name: 'Page 2' }))
    await rowOf(20)
    await userEvent.click(screen.getByRole('checkbox', { name: 'Select User 000021' }))
    expect([...told.mock.lastCall![0].values()].map(({ id, lastName }) => [id, lastName])).toEqual([
      ['user_1', '000001'],
      ['user_21', '000021'],
    ])
    expect(screen.getByText('2 selected', { selector: '[data-slot="user-table-selected"]' })).toBeVisible()
    expect(screen.getByRole('img', { name: 'User 000001 and User 000021' })).toBeVisible()
    await userEvent.click(screen.getByRole('button', { name: 'Clear selection' }))
    expect(told.mock.lastCall![0].size).toBe(0)
    expect(document.activeElement).not.toBe(document.body)
  })

  it('by Shift and a click from the last one, and all of a page', async () => {
    const told = vi.fn<(selection: UserSelection) => void>()
    await open({ onSelectionChange: told })
    await userEvent.click(screen.getByRole('checkbox', { name: 'Select User 000002' }))
    await userEvent.click(screen.getByRole('checkbox', { name: 'Select User 000006' }), {
      modifiers: ['Shift'],
    } as object)
    expect([...told.mock.lastCall![0].keys()].sort()).toEqual(['user_2', 'user_3', 'user_4', 'user_5', 'user_6'])
    await until(() => expect(announcement()).toBe('5 selected'))
    const all = within(grid()).getByRole<HTMLInputElement>('checkbox', { name: 'Select all on this page' })
    expect(all.indeterminate).toBe(true)
    await userEvent.click(all)
    expect(told.mock.lastCall![0].size).toBe(20)
    await userEvent.click(all)
    expect(told.mock.lastCall![0].size).toBe(0)
  })

  it('is the host’s where it gives it', async () => {
    const { adapter } = userList(5)
    const told = vi.fn<(selection: UserSelection) => void>()
    renderInPanel(<UserTable selection={new Map()} onSelectionChange={told} />, { adapter })
    await rowOf(0)
    const box = screen.getByRole('checkbox', { name: 'Select User 000003' })
    await userEvent.click(box)
    expect(told).toHaveBeenCalledTimes(1)
    expect(box).not.toBeChecked()
  })
})

describe('removing an image', () => {
  it('in the row, at once, with the focus back on its button', async () => {
    await open()
    const row = await rowOf(1)
    await userEvent.click(within(row).getByRole('button', { name: 'Remove image' }))
    await userEvent.click(within(await screen.findByRole('alertdialog')).getByRole('button', { name: 'Remove image' }))
    await until(() => expect(row.querySelector('img')).toBeNull())
    await until(() => expect(within(row).getByRole('button', { name: 'Remove image' })).toHaveFocus())
    await until(() => expect(within(row).getByText('Profile image removed')).toBeVisible())
  })

  it('of somebody who then is no longer in the list leaves the focus in the table', async () => {
    await open()
    await userEvent.click(screen.getByRole('button', { name: 'With image' }))
    await until(() => expect(screen.queryByRole('row', { name: 'User 000002' })).toBeNull())
    const row = await rowOf(1)
    await userEvent.click(within(row).getByRole('button', { name: 'Remove image' }))
    await userEvent.click(within(await screen.findByRole('alertdialog')).getByRole('button', { name: 'Remove image' }))
    await until(() => expect(screen.queryByRole('row', { name: 'User 000001' })).toBeNull())
    await until(() => expect(grid().contains(document.activeElement)).toBe(true))
  })

  it('that failed: the same button tries again', async () => {
    let failing = true
    const { adapter } = userList(3, {
      fail: ({ method }) => (failing && method === 'deleteUserProfileImage' ? 'unavailable' : undefined),
    })
    renderInPanel(<UserTable />, { adapter })
    const row = await rowOf(0)
    await userEvent.click(within(row).getByRole('button', { name: 'Remove image' }))
    await userEvent.click(within(await screen.findByRole('alertdialog')).getByRole('button', { name: 'Remove image' }))
    const again = await within(row).findByRole('button', { name: 'Try again' })
    await until(() => expect(again).toHaveFocus())
    expect(within(row).getByText(/is not available at the moment/)).toBeVisible()
    failing = false
    await userEvent.click(again)
    await until(() => expect(within(row).getByText('Profile image removed')).toBeVisible())
    expect(screen.queryByRole('alertdialog')).toBeNull()
    expect(cell()).toBe(within(row).getByRole('button', { name: 'Remove image' }))
  })
})

function shown(): string {
  return document.querySelector('[data-slot="user-table-range"]')!.textContent
}

function announcement(): string {
  return document.querySelector('[data-slot="user-table-announcement"]')!.textContent
}

it('leaves nothing behind', async () => {
  const watching = new Set<object>()
  for (const kind of [MutationObserver, ResizeObserver]) {
    const { observe, disconnect } = kind.prototype
    vi.spyOn(kind.prototype, 'observe').mockImplementation(function (this: object, ...args: unknown[]) {
      watching.add(this)
      ;(observe as (...all: unknown[]) => void).apply(this, args)
    })
    vi.spyOn(kind.prototype, 'disconnect').mockImplementation(function (this: object) {
      watching.delete(this)
      disconnect.call(this as MutationObserver & ResizeObserver)
    })
  }
  const { unobserve } = ResizeObserver.prototype
  // Each watches one element, whichever way it ends.
  vi.spyOn(ResizeObserver.prototype, 'unobserve').mockImplementation(function (this: ResizeObserver, element) {
    watching.delete(this)
    unobserve.call(this, element)
  })
  const { adapter } = userList(500)
  const client = new QueryClient()
  const { unmount } = renderInPanel(<UserTable endless selectionActions={() => null} />, {
    adapter,
    client,
    strict: true,
  })
  await rowOf(0)
  await until(() => expect(document.querySelector('[data-virtual] > tr')).not.toBeNull())
  expect(watching.size).toBeGreaterThan(0)
  unmount()
  expect(watching.size).toBe(0)
  for (const query of client.getQueryCache().getAll()) expect(query.getObserversCount()).toBe(0)
  client.clear()
  vi.restoreAllMocks()
})
