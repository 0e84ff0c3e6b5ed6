import { screen } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import '../../src/styles/desk.css'
import '../../src/styles/styles.css'
import { type UserSelection, UserTable, type UserTableProps } from '../../src/table.ts'
import { renderInPanel } from '../support/renderInPanel.tsx'
import { longUserList, userList } from '../support/UserList.ts'
import { frame, until } from '../support/until.ts'

const COUNT = 100_000
const name = (index: number) => `User ${String(index).padStart(6, '0')}`
const rowOf = (index: number) => screen.findByRole('row', { name: name(index) })
const viewport = () => document.querySelector<HTMLElement>('[data-slot="user-table-viewport"]')!
const rows = () => [...document.querySelectorAll<HTMLElement>('[data-virtual] > [data-slot="user-table-row"]')]
const place = () => {
  const element = document.activeElement!
  return `${element.closest('[aria-rowindex]')?.getAttribute('aria-rowindex')}:${element.closest('[aria-colindex]')?.getAttribute('aria-colindex')}`
}

async function open(props: UserTableProps = {}, { count = COUNT, delay = (): number => 0, width = 1000 } = {}) {
  await page.viewport(width, 800)
  const { adapter, getUserList } = longUserList(count, delay)
  const rendered = renderInPanel(<UserTable endless {...props} />, { adapter })
  await rowOf(0)
  await until(() => expect(rows().length).toBeGreaterThan(0))
  return { ...rendered, adapter, getUserList }
}

describe('100,000 users', () => {
  it('are a few rows in the document, with the true count, and each row where it belongs', async () => {
    const { getUserList } = await open()
    expect(screen.getByRole('grid', { name: 'Users' })).toHaveAttribute('aria-rowcount', '100001')
    expect(rows().length).toBeLessThan(30)
    expect(getUserList).toHaveBeenCalledTimes(1)
    viewport().scrollTop = 56 * 50_000
    const row = await rowOf(50_000)
    expect(row).toHaveAttribute('aria-rowindex', '50002')
    expect(rows().length).toBeLessThan(40)
    const header = document.querySelector('thead')!.getBoundingClientRect()
    expect(Math.abs(row.getBoundingClientRect().top - header.bottom)).toBeLessThan(60)
    // The part in view, and none of those before it.
    expect(getUserList.mock.calls.map(([{ offset }]) => offset)).toEqual([0, 49_950, 50_000])
  })

  it('that fly by are not asked for, and have a place meanwhile', async () => {
    const { getUserList } = await open({}, { delay: () => 30 })
    for (let step = 1; step <= 20; step++) {
      viewport().scrollTop = step * 56 * 400
      await frame()
    }
    expect(rows().some((row) => row.hasAttribute('data-loading'))).toBe(true)
    await rowOf(8000)
    expect(getUserList.mock.calls.length).toBeLessThan(5)
  })

  it('are reached by the keyboard, from end to end', async () => {
    await open()
    ;(await rowOf(0)).querySelector<HTMLElement>('[role="rowheader"]')!.focus()
    await userEvent.keyboard('{Control>}{End}{/Control}')
    expect(place()).toBe('100001:5')
    await rowOf(99_999)
    await until(() => expect(place()).toBe('100001:5'))
    await userEvent.keyboard('{Home}{ArrowUp}')
    expect(place()).toBe('100000:1')
    await userEvent.keyboard('{PageUp}')
    const [row] = place().split(':').map(Number)
    expect(row).toBeLessThan(99_998)
    expect(row).toBeGreaterThan(99_980)
    const box = document.activeElement!.getBoundingClientRect()
    const view = viewport().getBoundingClientRect()
    expect(box.top).toBeGreaterThanOrEqual(document.querySelector('thead')!.getBoundingClientRect().bottom - 1)
    expect(box.bottom).toBeLessThanOrEqual(view.bottom + 1)
    await userEvent.keyboard('{Control>}{Home}{/Control}')
    expect(place()).toBe('1:1')
    expect(viewport().scrollTop).toBe(0)
  })

  it('scrolled away: the row that has the focus stays, and the keyboard goes on from it', async () => {
    await open()
    ;(await rowOf(3)).querySelector<HTMLElement>('[role="rowheader"]')!.focus()
    viewport().scrollTop = 56 * 70_000
    await rowOf(70_000)
    expect(place()).toBe('5:1')
    expect(document.querySelectorAll('[aria-rowindex="5"]')).toHaveLength(1)
    await userEvent.keyboard('{ArrowDown}')
    expect(place()).toBe('6:1')
    expect(viewport().scrollTop).toBeLessThan(56 * 10)
  })

  it('a cell keeps the focus when its user comes', async () => {
    let delay = 0
    await open({}, { delay: () => delay })
    ;(await rowOf(0)).querySelector<HTMLElement>('[role="rowheader"]')!.focus()
    delay = 3000
    await userEvent.keyboard('{Control>}{End}{/Control}')
    expect(document.activeElement!.closest('[data-loading]')).not.toBeNull()
    await rowOf(99_999)
    await until(() => expect(place()).toBe('100001:5'))
    expect(document.activeElement!.closest('[data-loading]')).toBeNull()
  })

  it('selects a range over users that nobody has seen', async () => {
    const told = vi.fn<(selection: UserSelection) => void>()
    await open({ onSelectionChange: told })
    ;(await rowOf(10)).querySelector<HTMLElement>('[role="rowheader"]')!.focus()
    await userEvent.keyboard(' ')
    viewport().scrollTop = 56 * 300
    ;(await rowOf(300)).querySelector<HTMLElement>('[role="rowheader"]')!.focus()
    await userEvent.keyboard('{Shift>} {/Shift}')
    await until(() => expect(told.mock.lastCall![0].size).toBe(291))
    expect(told.mock.lastCall![0].get('user_123')).toMatchObject({ lastName: '000123' })
  })

  it('in cards of another height: the same user stays on top', async () => {
    await open()
    viewport().scrollTop = 56 * 1000
    await rowOf(1000)
    await page.viewport(360, 800)
    await until(() => expect(rows()[0]!.offsetHeight).toBeGreaterThan(100))
    const row = await rowOf(1000)
    await until(() =>
      expect(Math.abs(row.getBoundingClientRect().top - viewport().getBoundingClientRect().top)).toBeLessThan(
        row.offsetHeight,
      ),
    )
    const heights = new Set(rows().map((one) => one.offsetHeight))
    expect(heights.size).toBe(1)
    await page.viewport(1000, 800)
  })

  it('in cards are reached by Tab, however far one scrolled', async () => {
    await open({}, { width: 360 })
    await until(() => expect(rows()[0]!.offsetHeight).toBeGreaterThan(100))
    viewport().scrollTop = 180 * 5000
    await until(() => expect(rows().some((row) => Math.abs(Number(row.ariaRowIndex) - 5000) < 500)).toBe(true))
    await until(() => expect(document.querySelectorAll('[role="grid"] [tabindex="0"]')).toHaveLength(1))
    screen.getByRole('combobox', { name: 'Sort by' }).focus()
    await userEvent.keyboard('{Tab}')
    const [row] = place().split(':').map(Number)
    expect(row).toBeGreaterThan(4000)
    await userEvent.keyboard('{ArrowDown}')
    expect(place()).toBe(`${row! + 1}:1`)
    await page.viewport(1000, 800)
  })

  it('another search begins at its top', async () => {
    const { adapter } = userList(5000)
    renderInPanel(<UserTable endless />, { adapter })
    await rowOf(0)
    await until(() => expect(rows().length).toBeGreaterThan(0))
    viewport().scrollTop = 56 * 1000
    await rowOf(1000)
    await userEvent.fill(screen.getByRole('searchbox', { name: 'Search users' }), '00004')
    await rowOf(40)
    await until(() =>
      expect(screen.getByText('11 users', { selector: '[data-slot="user-table-range"]' })).toBeVisible(),
    )
    expect(viewport().scrollTop).toBe(0)
    expect(rows()).toHaveLength(11)
  })

  it('a part that fails is told once, and tried again', async () => {
    let failing = true
    const { adapter } = userList(5000, {
      fail: ({ method, attempt }) => (failing && method === 'getUserList' && attempt > 1 ? 'unavailable' : undefined),
    })
    renderInPanel(<UserTable endless />, { adapter })
    await rowOf(0)
    await until(() => expect(rows().length).toBeGreaterThan(0))
    viewport().scrollTop = 56 * 1000
    expect(await screen.findByText('The users could not be loaded')).toBeVisible()
    failing = false
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }))
    await rowOf(1000)
    await until(() => expect(screen.queryByText('The users could not be loaded')).toBeNull())
  })
})

describe('scrolling', () => {
  it('keeps few rows in the document, each time a frame is drawn', async () => {
    await open({}, { delay: () => 5 })
    let most = 0
    for (let step = 0; step < 60; step++) {
      viewport().scrollTop += 150
      await frame()
      most = Math.max(most, rows().length)
    }
    expect(most).toBeLessThan(40)
    expect(rows().length).toBeGreaterThan(0)
  })
})
