import { screen, within } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import '../../src/styles/desk.css'
import '../../src/styles/styles.css'
import { UserTable, type UserTableProps } from '../../src/table.ts'
import { renderInPanel } from '../support/renderInPanel.tsx'
import { userList } from '../support/UserList.ts'
import { until } from '../support/until.ts'

const grid = () => screen.getByRole('grid', { name: 'Users' })
const rowOf = (index: number) => screen.findByRole('row', { name: `User ${String(index).padStart(6, '0')}` })
const press = (...keys: string[]) =>
  keys.reduce((before, key) => before.then(() => userEvent.keyboard(key)), Promise.resolve())

/** Where the focus is: row and column as they are told, and the control in the cell. */
function place(): string {
  const element = document.activeElement!
  const cell = element.closest('[aria-colindex]')
  const row = element.closest('[aria-rowindex]')
  const inside = element === cell ? '' : ` ${element.getAttribute('aria-label') ?? element.textContent}`
  return `${row?.getAttribute('aria-rowindex')}:${cell?.getAttribute('aria-colindex')}${inside}`
}

const stops = () => [
  ...grid().querySelectorAll('[tabindex="0"], a:not([tabindex]), button:not([tabindex]), input:not([tabindex])'),
]

async function open(props: UserTableProps = {}, width = 1000, count = 95) {
  await page.viewport(width, 800)
  const { adapter, getUserList } = userList(count)
  const rendered = renderInPanel(
    <>
      <UserTable {...props} />
      <button type="button">After</button>
    </>,
    { adapter },
  )
  await rowOf(0)
  if (props.endless)
    await until(() => expect(document.querySelector('[data-virtual] > [data-slot="user-table-row"]')).not.toBeNull())
  return { ...rendered, getUserList }
}

/** By Tab from the field before it. */
async function enter() {
  // The last tab stop before the grid.
  const before = [
    ...document.querySelectorAll<HTMLElement>('[data-slot="user-table-toolbar"] :is(input, button, select)'),
  ]
    .filter((one) => one.getClientRects().length > 0)
    .at(-1)!
  before.focus()
  await userEvent.keyboard('{Tab}')
}

afterEach(() => {
  document.documentElement.dir = 'ltr'
})

describe('the keyboard of a grid', () => {
  it('has one tab stop, whatever is in its cells', async () => {
    await open({
      selectionActions: () => null,
      rowActions: () => <a href="#x">Open</a>,
      renderName: (_, name) => <a href="#name">{name}</a>,
    })
    expect(stops()).toHaveLength(1)
    await enter()
    expect(place()).toBe('2:1 Select User 000000')
    await press('{ArrowDown}', '{ArrowRight}')
    expect(place()).toBe('3:2')
    expect(stops()).toHaveLength(1)
    await userEvent.keyboard('{Tab}')
    expect(grid().contains(document.activeElement)).toBe(false)
    await userEvent.keyboard('{Shift>}{Tab}{/Shift}')
    expect(place()).toBe('3:2')
  })

  it('goes by arrows, Home, End, PageUp and PageDown, with the headings as the first row', async () => {
    await open()
    await enter()
    expect(place()).toBe('2:1')
    await press('{ArrowUp}')
    expect(place()).toBe('1:1 User')
    await press('{ArrowUp}', '{ArrowLeft}')
    expect(place()).toBe('1:1 User')
    await press('{ArrowRight}')
    expect(place()).toBe('1:2')
    await press('{ArrowDown}', '{ArrowDown}', '{End}')
    expect(place()).toBe('3:5')
    await press('{ArrowRight}')
    expect(place()).toBe('3:5')
    await press('{Home}', '{PageDown}')
    expect(place()).toBe('13:1')
    await press('{PageDown}')
    expect(place()).toBe('21:1')
    await press('{ArrowDown}')
    expect(place()).toBe('21:1')
    await press('{PageUp}')
    expect(place()).toBe('11:1')
    await press('{Control>}{End}{/Control}')
    expect(place()).toBe('21:5')
    await press('{Control>}{Home}{/Control}')
    expect(place()).toBe('1:1 User')
  })

  it('turns round with the direction of the page', async () => {
    document.documentElement.dir = 'rtl'
    await open()
    await enter()
    await press('{ArrowLeft}')
    expect(place()).toBe('2:2')
    await press('{ArrowRight}')
    expect(place()).toBe('2:1')
  })

  it.each(['{Enter}', '{F2}'])(
    '%s goes into a cell, arrows and Tab from control to control, Escape back',
    async (key) => {
      await open({ rowActions: () => <button type="button">Suspend</button> })
      await enter()
      await press('{End}')
      expect(place()).toBe('2:5')
      await press(key)
      expect(place()).toBe('2:5 Remove image')
      await press('{ArrowRight}')
      expect(place()).toBe('2:5 Suspend')
      expect(stops()).toHaveLength(1)
      await press('{Shift>}{Tab}{/Shift}')
      expect(place()).toBe('2:5 Remove image')
      await press('{Tab}', '{Escape}')
      expect(place()).toBe('2:5')
      await press('{Home}')
      expect(place()).toBe('2:1')
    },
  )

  it('nothing happens by Enter where a cell has no control', async () => {
    await open()
    await enter()
    await press('{ArrowRight}', '{Enter}')
    expect(place()).toBe('2:2')
  })

  it('orders from a heading and keeps the focus there', async () => {
    await open()
    await enter()
    await press('{ArrowUp}', '{Enter}')
    await until(() =>
      expect(screen.getByRole('columnheader', { name: 'User' })).toHaveAttribute('aria-sort', 'ascending'),
    )
    expect(place()).toBe('1:1 User')
  })

  it('removes an image without a pointer, with the focus back in the cell', async () => {
    await open()
    await enter()
    await press('{ArrowDown}', '{End}', '{Enter}', '{Enter}')
    const dialog = await screen.findByRole('alertdialog')
    await until(() => expect(within(dialog).getByRole('button', { name: 'Cancel' })).toHaveFocus())
    await press('{Tab}', '{Enter}')
    await until(() => expect(place()).toBe('3:5 Remove image'))
    await press('{Escape}')
    expect(place()).toBe('3:5')
  })

  it('selects by Space, and ranges by Shift and Space, in any cell', async () => {
    await open({ selectionActions: () => null })
    await enter()
    await press(' ')
    expect(screen.getByRole('checkbox', { name: 'Select User 000000' })).toBeChecked()
    await press('{ArrowDown}', '{ArrowRight}', ' ')
    expect(await rowOf(1)).toHaveAttribute('aria-selected', 'true')
    await press('{ArrowDown}', '{ArrowDown}', '{ArrowDown}', '{Shift>} {/Shift}')
    for (const index of [1, 2, 3, 4]) expect(await rowOf(index)).toHaveAttribute('aria-selected', 'true')
    expect(await rowOf(5)).toHaveAttribute('aria-selected', 'false')
    await press('{Home}', '{ArrowDown}', '{ArrowDown}', '{Shift>} {/Shift}')
    for (const index of [5, 6]) expect(await rowOf(index)).toHaveAttribute('aria-selected', 'true')
    expect(screen.getByText('7 selected', { selector: '[data-slot="user-table-selected"]' })).toBeVisible()
  })

  it('is where it was after another page came', async () => {
    await open()
    await enter()
    await press('{ArrowDown}', '{ArrowRight}')
    await userEvent.click(screen.getByRole('button', { name: 'Next page' }))
    await rowOf(20)
    expect(stops()).toHaveLength(1)
    await enter()
    expect(place()).toBe('22:2')
  })
})

describe('cards', () => {
  it('are rows of the same grid, without headings, to the keyboard too', async () => {
    await open({ selectionActions: () => null }, 360)
    const row = await rowOf(1)
    expect(getComputedStyle(row).display).toBe('grid')
    expect(within(row).getAllByRole('gridcell')).toHaveLength(5)
    expect(within(row).getByRole('rowheader', { name: 'User 000001' })).toBeVisible()
    await enter()
    expect(place()).toBe('2:1 Select User 000000')
    await press('{ArrowUp}')
    expect(place()).toBe('2:1 Select User 000000')
    await press('{ArrowDown}', '{ArrowRight}', '{ArrowRight}')
    expect(place()).toBe('3:3')
    await press('{Control>}{Home}{/Control}')
    expect(place()).toBe('2:1 Select User 000000')
  })

  it('order by a choice, since there are no headings', async () => {
    const { getUserList } = await open({}, 360)
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Sort by' }), 'Name, Z to A')
    await rowOf(94)
    expect(getUserList.mock.lastCall![0]).toMatchObject({ orderBy: '-name' })
  })

  it('fit into 320 px', async () => {
    await open({ selectionActions: () => null, rowActions: () => <button type="button">Suspend</button> }, 320)
    const table = document.querySelector<HTMLElement>('[data-slot="user-table"]')!
    expect(table.scrollWidth).toBeLessThanOrEqual(table.clientWidth)
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(320)
  })
})
