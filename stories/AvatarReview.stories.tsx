import type { Meta, StoryObj } from '@storybook/react-vite'
import { onlineManager } from '@tanstack/react-query'
import { DropdownMenu } from 'radix-ui'
import { expect, fn, screen, userEvent, waitFor, within } from 'storybook/test'
import { type MemoryAdapterOptions, memoryAdapter } from '../src/adapters/memory.ts'
import type { User } from '../src/index.ts'
import { AvatarReview } from '../src/review.ts'
import '../src/styles/desk.css'
import { inPanel, type KitOfStory } from './panel.tsx'
import { people } from './people.ts'
import './frames.css'

const kit = (make: KitOfStory) => ({ kit: make })
const backend = (users: readonly object[], options: MemoryAdapterOptions = {}) =>
  kit(() => ({ adapter: memoryAdapter(users, options) }))

const DAY = 86_400_000
const NOW = Date.UTC(2026, 10, 20, 12)
const firstNames = ['Ada', 'Grace', 'Kenji', 'Layla', 'Tomás', 'Wanjiru', 'Ingrid', 'Ravi', 'Mei', 'Olu']
const lastNames = ['Lovelace', 'Hopper', 'Satō', 'Mansour', 'Herrera', 'Kamau', 'Nilsen', 'Iyer']
const pictures = [people.ada, people.grace, people.kenji, people.layla].map(({ imageUrl }) => imageUrl)

/** Many people with pictures. */
const crowd = (count: number): User[] =>
  Array.from({ length: count }, (_, at) => ({
    id: `person-${at + 1}`,
    firstName: firstNames[at % firstNames.length]!,
    lastName: lastNames[(at * 3) % lastNames.length]!,
    username: null,
    emailAddress: `person${at + 1}@people.test`,
    imageUrl: pictures[at % pictures.length]!,
    hasImage: true,
    banned: at % 7 === 3,
    createdAt: NOW - (at + 40) * DAY,
    updatedAt: NOW - at * DAY,
    lastActiveAt: NOW - at * DAY,
  }))

/** Long enough to look at, short enough to wait for. */
const SLOW = 60_000

const reasons = ['nudity', 'violence', 'hate', 'impersonation', 'spam']

const meta = {
  title: 'AvatarReview',
  component: AvatarReview,
  args: { storageKey: false, pageSize: 12, onDecision: fn() },
  decorators: [inPanel],
  parameters: backend(crowd(30), { delay: 300, restoreMs: 30 * DAY }),
} satisfies Meta<typeof AvatarReview>

export default meta
type Story = StoryObj<typeof meta>
type Canvas = ReturnType<typeof within>

const grid = (canvas: Canvas): Promise<HTMLElement> => canvas.findByRole('grid', { name: 'Pictures to review' })
const cards = async (canvas: Canvas) => [
  ...(await grid(canvas)).querySelectorAll<HTMLElement>('[data-slot="avatar-review-cell"]'),
]
/** Puts the focus on the first picture. */
const begin = async (canvas: Canvas) => (await cards(canvas))[0]!.focus()

/** Press K, R or S; hold Space to see. */
export const Default: Story = {
  play: async ({ canvas }) => {
    await begin(canvas)
    await expect(canvas.getByText('30 left')).toBeVisible()
  },
}

export const Decided: Story = {
  args: { reasons },
  play: async ({ canvas, args }) => {
    await begin(canvas)
    await userEvent.keyboard('k1rs5rk')
    await expect(args.onDecision).toHaveBeenCalledTimes(5)
    await expect(args.onDecision).toHaveBeenNthCalledWith(
      2,
      expect.objectContaining({ decision: 'remove', reason: 'nudity' }),
    )
    await expect(canvas.getByText('Removed: Spam or advertising')).toBeVisible()
    await expect(canvas.getByText('25 left')).toBeVisible()
    await expect((await cards(canvas))[5]).toHaveFocus()
  },
}

export const Revealed: Story = {
  play: async ({ canvas }) => {
    await begin(canvas)
    await userEvent.keyboard('v')
    await expect(canvas.getByRole('button', { name: 'Reveal' })).toHaveAttribute('aria-pressed', 'true')
  },
}

export const RevealedAll: Story = {
  play: async ({ canvas }) => {
    await begin(canvas)
    await userEvent.click(canvas.getByRole('button', { name: 'Reveal all' }))
  },
}

export const LightBlurInColour: Story = {
  args: { defaultPreferences: { blur: 'light', grey: false } },
  play: ({ canvas }) => begin(canvas),
}

/** Earlier pictures come where the adapter keeps them, and somebody stays on a picture. */
export const Enlarged: Story = {
  args: { reasons, context: (user) => <p className="frame-line">3 reports about {user.firstName}</p> },
  parameters: backend(crowd(30), {
    events: [
      {
        id: 'b',
        type: 'removed',
        at: NOW - 9 * DAY,
        userId: 'person-1',
        actor: { id: 'mo' },
        reason: 'spam',
        imageUrl: people.layla.imageUrl,
      },
      {
        id: 'a',
        type: 'removed',
        at: NOW - 30 * DAY,
        userId: 'person-1',
        actor: { id: 'mo' },
        imageUrl: people.grace.imageUrl,
      },
    ],
  }),
  play: async ({ canvas }) => {
    await begin(canvas)
    await userEvent.keyboard('2{Enter}')
    const dialog = within(await screen.findByRole('dialog', { name: 'Ada Lovelace' }))
    await waitFor(() => expect(dialog.getByText('Earlier pictures')).toBeVisible())
  },
}

/** What the host opens beside a person keeps its keys: “r” finds an item of the menu, and removes nothing. */
export const WithAMenuOfTheHosts: Story = {
  args: {
    context: () => (
      <DropdownMenu.Root modal={false}>
        <DropdownMenu.Trigger>More</DropdownMenu.Trigger>
        <DropdownMenu.Portal>
          <DropdownMenu.Content className="frame-menu">
            <DropdownMenu.Item>Keep a copy</DropdownMenu.Item>
            <DropdownMenu.Item>Report</DropdownMenu.Item>
            <DropdownMenu.Item>Suspend</DropdownMenu.Item>
          </DropdownMenu.Content>
        </DropdownMenu.Portal>
      </DropdownMenu.Root>
    ),
  },
  play: async ({ canvas, args }) => {
    await begin(canvas)
    await userEvent.keyboard('{Enter}')
    const dialog = within(await screen.findByRole('dialog', { name: 'Ada Lovelace' }))
    dialog.getByRole('button', { name: 'More' }).focus()
    await userEvent.keyboard('{Enter}')
    await waitFor(() => expect(screen.getByRole('menuitem', { name: 'Keep a copy' })).toHaveFocus())
    await userEvent.keyboard('r')
    await waitFor(() => expect(screen.getByRole('menuitem', { name: 'Report' })).toHaveFocus())
    await expect(args.onDecision).not.toHaveBeenCalled()
  },
}

/** Refused: the picture is back, with the reason and a way on. */
export const Failed: Story = {
  args: { undoMs: 0 },
  parameters: backend(crowd(30), {
    delay: 50,
    fail: ({ method }) => (method === 'deleteUserProfileImage' ? 'forbidden' : undefined),
  }),
  play: async ({ canvas }) => {
    await begin(canvas)
    await userEvent.keyboard('kr')
    await waitFor(() => expect(canvas.getByRole('button', { name: 'Try again' })).toBeVisible())
    await expect(canvas.getByText('29 left')).toBeVisible()
  },
}

/** A page is done: the focus is on what leads on. */
export const PageDone: Story = {
  args: { pageSize: 6 },
  play: async ({ canvas }) => {
    await begin(canvas)
    await userEvent.keyboard('krskkr')
    await waitFor(() => expect(canvas.getByRole('button', { name: 'Next page' })).toHaveFocus())
  },
}

export const AllDone: Story = {
  parameters: backend(crowd(5)),
  play: async ({ canvas }) => {
    await begin(canvas)
    await userEvent.keyboard('kkskr')
    await expect(await canvas.findByText('All done', { selector: 'p' })).toBeVisible()
    await expect(canvas.getByRole('button', { name: 'Review the one skipped' })).toBeVisible()
  },
}

export const Empty: Story = {
  parameters: backend([]),
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('Nothing to review')).toBeVisible()
  },
}

export const Loading: Story = {
  parameters: backend(crowd(30), { delay: SLOW, policy: { deadlineMs: SLOW * 2 } }),
  play: async ({ canvas }) => {
    await waitFor(() => expect(canvas.getAllByText('Loading pictures…')[0]).toBeInTheDocument())
  },
}

export const LoadingFailed: Story = {
  parameters: backend(crowd(30), {
    fail: ({ method, attempt }) => (method === 'getUserList' && attempt === 1 ? 'unavailable' : undefined),
  }),
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('The pictures could not be loaded.')).toBeVisible()
    await expect(canvas.getByRole('button', { name: 'Try again' })).toBeVisible()
  },
}

export const Offline: Story = {
  beforeEach: () => {
    onlineManager.setOnline(false)
    return () => onlineManager.setOnline(true)
  },
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('No connection. The pictures are loaded when it is back.')).toBeVisible()
  },
}

/** What was removed while the connection is away is sent, and can be undone, when it is back. */
export const OfflineMeanwhile: Story = {
  beforeEach: () => () => onlineManager.setOnline(true),
  play: async ({ canvas }) => {
    await begin(canvas)
    onlineManager.setOnline(false)
    await userEvent.keyboard('rrk')
    await expect(await canvas.findByText('Offline: 2 removals wait for the connection')).toBeVisible()
  },
}

export const BrokenPictures: Story = {
  args: { users: [{ ...people.broken }, people.ada, { ...people.broken, id: 'alan-2', firstName: 'Also' }] },
  play: async ({ canvas }) => {
    await waitFor(() => expect(canvas.getAllByText('The picture could not be loaded')).toHaveLength(2))
  },
}

/** A queue of the host's own. */
export const OwnQueue: Story = {
  args: { users: [people.ada, people.kenji, people.layla, people.longName], moreCount: 120, onNeedMore: fn() },
  play: async ({ canvas, args }) => {
    await begin(canvas)
    await expect(canvas.getByText('124 left')).toBeVisible()
    await expect(args.onNeedMore).toHaveBeenCalledTimes(1)
  },
}

/** A person without the right to remove keeps and skips. */
export const NotAllowedToRemove: Story = {
  parameters: kit(() => ({ adapter: memoryAdapter(crowd(8)), can: () => false })),
  play: async ({ canvas, args }) => {
    await begin(canvas)
    await userEvent.keyboard('r')
    await expect(args.onDecision).not.toHaveBeenCalled()
    await expect(canvas.queryByRole('button', { name: 'Remove' })).toBeNull()
  },
}

export const WithoutSingleKeys: Story = {
  args: { keys: false, reasons },
  play: async ({ canvas, args }) => {
    await begin(canvas)
    await userEvent.keyboard('k')
    await expect(args.onDecision).not.toHaveBeenCalled()
    await userEvent.click(canvas.getByRole('button', { name: 'Keep' }))
    await expect(args.onDecision).toHaveBeenCalledTimes(1)
  },
}

export const InANarrowColumn: Story = {
  args: { reasons },
  decorators: [
    (Story) => (
      <div className="frame-320">
        <Story />
      </div>
    ),
  ],
  play: async ({ canvas, canvasElement }) => {
    await begin(canvas)
    await userEvent.keyboard('kr')
    const column = canvasElement.querySelector<HTMLElement>('[data-slot="avatar-review"]')!
    await expect(column.scrollWidth).toBeLessThanOrEqual(column.clientWidth)
  },
}
