import type { Meta, StoryObj } from '@storybook/react-vite'
import { useState } from 'react'
import { expect, screen, userEvent, waitFor, within } from 'storybook/test'
import { type MemoryAdapterOptions, memoryAdapter } from '../src/adapters/memory.ts'
import '../src/styles/desk.css'
import { UserTable, type UserTableColumn, type UserTableParams, UserTableSkeleton } from '../src/table.ts'
import { crowd } from './crowd.ts'
import { inPanel, type KitOfStory } from './panel.tsx'
import { people } from './people.ts'
import './frames.css'

const kit = (make: KitOfStory) => ({ kit: make })
const backend = (options: MemoryAdapterOptions = {}, count = 240) =>
  kit(() => ({ adapter: memoryAdapter(crowd(count), options) }))

/** Long enough to look at, short enough to wait for. */
const SLOW = 60_000

const meta = {
  title: 'UserTable',
  component: UserTable,
  decorators: [inPanel],
  parameters: backend({ delay: 250 }),
} satisfies Meta<typeof UserTable>

export default meta
type Story = StoryObj<typeof meta>

const firstRow = async (canvas: ReturnType<typeof within>) => canvas.findByRole('row', { name: 'Ada Mansour' })

/** Search, order, filter, and remove images; pages are read from the server one by one. */
export const Default: Story = {
  play: async ({ canvas }) => {
    await firstRow(canvas)
    await expect(canvas.getByRole('grid', { name: 'Users' })).toHaveAttribute('aria-rowcount', '241')
    await expect(canvas.getByText('1–20 of 240 users')).toBeVisible()
  },
}

/** Who is selected stays selected on other pages and in other searches; what can be done with them is yours. */
export const Selection: Story = {
  args: {
    selectionActions: (selection) => (
      <button type="button" data-slot="user-table-button" onClick={() => {}}>
        Remove {selection.size} images
      </button>
    ),
  },
  play: async ({ canvas }) => {
    await userEvent.click(await canvas.findByRole('checkbox', { name: 'Select Ada Mansour' }))
    await userEvent.click(canvas.getByRole('checkbox', { name: 'Select Emmy Perlman' }))
    await userEvent.click(canvas.getByRole('button', { name: 'Page 2' }))
    await waitFor(() => expect(canvas.getByText('21–40 of 240 users')).toBeVisible())
    await expect(canvas.getByText('2 selected')).toBeVisible()
  },
}

/** Scrolls through 100,000 users; only those in view are in the document, and read from the server. */
export const Endless: Story = {
  args: { endless: true, selectionActions: () => null },
  parameters: backend({ delay: 250 }, 100_000),
  play: async ({ canvas }) => {
    await firstRow(canvas)
    await expect(canvas.getByRole('grid', { name: 'Users' })).toHaveAttribute('aria-rowcount', '100001')
    await waitFor(() => expect(canvas.getAllByRole('row').length).toBeLessThan(40))
  },
}

export const Compact: Story = { args: { density: 'compact' } }

const plan: UserTableColumn = {
  id: 'plan',
  header: 'Plan',
  width: 'sm',
  cell: (user) => (user.banned ? '—' : user.id.endsWith('3') ? 'Team' : 'Free'),
}

/** Columns in any order, those of the host among them; links as names; more actions. */
export const OwnColumnsAndActions: Story = {
  args: {
    columns: ['user', plan, 'created', 'lastActive', 'actions'],
    renderName: (user, name) => <a href={`#${user.id}`}>{name}</a>,
    rowActions: () => (
      <button type="button" data-slot="user-table-button">
        Suspend
      </button>
    ),
  },
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('columnheader', { name: 'Plan' })).toBeVisible()
    await expect(await canvas.findByRole('link', { name: 'Ada Mansour' })).toBeVisible()
  },
}

export const Loading: Story = {
  parameters: backend({ delay: SLOW, policy: { deadlineMs: SLOW * 2 } }),
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('grid', { name: 'Users' })).toHaveAttribute('aria-busy', 'true')
  },
}

/** In the place of the table while its code is loaded. */
export const Skeleton: Story = {
  render: () => <UserTableSkeleton />,
}

export const Nobody: Story = {
  parameters: backend({}, 0),
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('No users yet')).toBeVisible()
  },
}

export const NobodyFound: Story = {
  args: { defaultParams: { query: 'zzz', hasImage: true } },
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('Nobody found')).toBeVisible()
    await expect(canvas.getByRole('button', { name: 'With image' })).toHaveAttribute('aria-pressed', 'true')
  },
}

export const Failed: Story = {
  parameters: backend({ fail: ({ attempt }) => (attempt === 1 ? 'unavailable' : undefined) }),
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('The users could not be loaded')).toBeVisible()
    await expect(canvas.getByRole('button', { name: 'Try again' })).toBeVisible()
  },
}

/** What was read before is still there. */
export const FailedNextPage: Story = {
  parameters: backend({ delay: 50, fail: ({ attempt }) => (attempt === 2 ? 'unavailable' : undefined) }),
  play: async ({ canvas }) => {
    await firstRow(canvas)
    await userEvent.click(canvas.getByRole('button', { name: 'Page 2' }))
    await expect(await canvas.findByText('The users could not be loaded')).toBeVisible()
    await firstRow(canvas)
  },
}

/** A removal that fails tells it in its row; its button tries again. */
export const FailedRemoval: Story = {
  parameters: backend({
    delay: 50,
    fail: ({ method }) => (method === 'deleteUserProfileImage' ? 'unavailable' : undefined),
  }),
  play: async ({ canvas }) => {
    const row = await firstRow(canvas)
    await userEvent.click(within(row).getByRole('button', { name: 'Remove image' }))
    const dialog = within(await screen.findByRole('alertdialog'))
    await userEvent.click(dialog.getByRole('button', { name: 'Remove image' }))
    await waitFor(() => expect(within(row).getByRole('button', { name: 'Try again' })).toBeVisible())
    await expect(within(row).getByText(/is not available at the moment/)).toBeVisible()
  },
}

/** In rows of a fixed height the reason is in full where one points or goes to it. */
export const EndlessFailedRemoval: Story = {
  args: { endless: true, density: 'compact' },
  parameters: FailedRemoval.parameters,
  play: async ({ canvas }) => {
    await firstRow(canvas)
    await waitFor(() => expect(document.querySelector('[data-virtual]')).not.toBeNull())
    const row = await firstRow(canvas)
    await userEvent.click(within(row).getByRole('button', { name: 'Remove image' }))
    await userEvent.click(within(await screen.findByRole('alertdialog')).getByRole('button', { name: 'Remove image' }))
    await waitFor(() => expect(within(row).getByRole('button', { name: 'Try again' })).toHaveFocus())
    await expect(within(row).getByText(/is not available at the moment/)).toBeVisible()
  },
}

/** Where it is narrow rows are cards, and remain rows to the keyboard and to screen readers. */
export const Cards: Story = {
  args: { selectionActions: () => null, defaultParams: { pageSize: 5 } },
  decorators: [
    (Story) => (
      <div className="frame-328">
        <Story />
      </div>
    ),
  ],
  play: async ({ canvas, canvasElement }) => {
    const row = await firstRow(canvas)
    await expect(within(row).getByRole('rowheader', { name: 'Ada Mansour' })).toBeVisible()
    await expect(canvas.getByRole('combobox', { name: 'Sort by' })).toBeVisible()
    const table = canvasElement.querySelector<HTMLElement>('[data-slot="user-table"]')!
    await expect(table.scrollWidth).toBeLessThanOrEqual(table.clientWidth)
  },
}

export const EndlessCards: Story = {
  args: { endless: true },
  parameters: backend({ delay: 100 }, 10_000),
  decorators: Cards.decorators,
  play: async ({ canvas }) => {
    await firstRow(canvas)
  },
}

/** Names in other scripts, a very long one, a broken picture. */
export const OtherPeople: Story = {
  parameters: kit(() => ({ adapter: memoryAdapter(Object.values(people)) })),
}

/** An adapter that can neither order nor filter: no heading orders, no filter is there. */
export const PlainLists: Story = {
  parameters: kit(() => ({ adapter: { ...memoryAdapter(crowd(30)), lists: undefined } })),
  play: async ({ canvas }) => {
    await firstRow(canvas)
    await expect(canvas.queryByRole('button', { name: 'Last active' })).toBeNull()
    await expect(canvas.queryByRole('group', { name: 'Filters' })).toBeNull()
  },
}

function InTheAddress() {
  const [params, setParams] = useState<UserTableParams>({ orderBy: '-lastActiveAt', pageSize: 5 })
  return (
    <>
      <p>
        <code>
          ?{new URLSearchParams(Object.entries(params).map(([name, value]) => [name, String(value)])).toString()}
        </code>
      </p>
      <UserTable params={params} onParamsChange={setParams} pageSizes={[5, 20]} />
    </>
  )
}

/** What is shown is kept by the host, such as in the address. */
export const ControlledParams: Story = {
  render: () => <InTheAddress />,
  play: async ({ canvas }) => {
    await waitFor(() =>
      expect(canvas.getByRole('columnheader', { name: 'Last active' })).toHaveAttribute('aria-sort', 'descending'),
    )
    await userEvent.click(await canvas.findByRole('button', { name: 'Next page' }))
    await expect(canvas.getByText(/page=2/)).toBeVisible()
  },
}
