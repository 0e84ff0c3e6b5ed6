import type { Meta, StoryObj } from '@storybook/react-vite'
import { onlineManager } from '@tanstack/react-query'
import { expect, userEvent, waitFor, within } from 'storybook/test'
import { RemovedImages } from '../src/activity.ts'
import { type MemoryAdapterOptions, memoryAdapter } from '../src/adapters/memory.ts'
import { UserAvatarManager } from '../src/index.ts'
import '../src/styles/desk.css'
import { pastEvents, peopleAfter } from './events.ts'
import { inPanel, type KitOfStory } from './panel.tsx'
import { people } from './people.ts'
import './frames.css'

const DAY = 86_400_000

const backend = (
  options: MemoryAdapterOptions = {},
  more: Partial<ReturnType<KitOfStory>> = {},
): { kit: KitOfStory } => ({
  kit: () => ({
    adapter: memoryAdapter(peopleAfter(), { events: pastEvents(), restoreMs: 30 * DAY, ...options }),
    ...more,
  }),
})

const meta = {
  title: 'RemovedImages',
  component: RemovedImages,
  decorators: [inPanel],
  parameters: backend({ delay: 300 }),
} satisfies Meta<typeof RemovedImages>

export default meta
type Story = StoryObj<typeof meta>

const restore = async (canvas: ReturnType<typeof within>) =>
  userEvent.click((await canvas.findAllByRole('button', { name: 'Restore image' }))[0]!)

export const Default: Story = {
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('6 days left')).toBeVisible()
  },
}

/** Restored: the picture is back at the click wherever the person is shown; the row stays in its place. */
export const Restored: Story = {
  parameters: backend({ delay: 50 }),
  render: () => (
    <div className="frame-stack">
      <UserAvatarManager user={{ ...people.ada, imageUrl: null, hasImage: false }} />
      <RemovedImages />
    </div>
  ),
  play: async ({ canvas, canvasElement }) => {
    await restore(canvas)
    await waitFor(() => expect(canvasElement.querySelector('[data-slot="user-avatar-manager"] img')).not.toBeNull())
    await waitFor(() => expect(canvas.getByText('Image restored')).toBeVisible())
    await waitFor(() => expect(canvas.getByRole('button', { name: 'Remove again' })).toHaveFocus())
  },
}

export const Restoring: Story = {
  parameters: backend({
    delay: ({ method }) => (method === 'restoreUserProfileImage' ? 60_000 : 50),
    policy: { deadlineMs: 120_000 },
  }),
  play: async ({ canvas }) => {
    await restore(canvas)
    await waitFor(() => expect(canvas.getByText('Restoring the image…')).toBeVisible())
  },
}

export const Waiting: Story = {
  beforeEach: () => () => onlineManager.setOnline(true),
  play: async ({ canvas }) => {
    await canvas.findByText('6 days left')
    onlineManager.setOnline(false)
    await restore(canvas)
    await waitFor(() =>
      expect(
        canvas.getByText('Waiting: the image will be restored when the connection is back.', { selector: 'p' }),
      ).toBeVisible(),
    )
  },
}

export const RestoreFailed: Story = {
  parameters: backend({
    delay: 50,
    fail: ({ method }) => (method === 'restoreUserProfileImage' ? 'forbidden' : undefined),
  }),
  play: async ({ canvas }) => {
    await restore(canvas)
    await expect(await canvas.findByText('The image could not be restored')).toBeVisible()
    await expect(canvas.getByRole('button', { name: 'Try again' })).toBeVisible()
  },
}

/** Without the right to restore: seen, and no button. */
export const NotAllowed: Story = {
  parameters: backend({}, { can: (action) => action !== 'restoreUserProfileImage' }),
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('6 days left')).toBeVisible()
    await expect(canvas.queryByRole('button', { name: 'Restore image' })).toBeNull()
  },
}

export const Empty: Story = {
  parameters: backend({ events: [] }),
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('No removed pictures are kept at the moment.')).toBeVisible()
  },
}

export const Loading: Story = {
  parameters: backend({ delay: 60_000, policy: { deadlineMs: 120_000 } }),
  play: async ({ canvas }) => {
    await waitFor(() => expect(canvas.getByText('Loading the removed pictures…')).toBeVisible())
  },
}

export const Failed: Story = {
  parameters: backend({ fail: () => 'time-out' }),
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('The removed pictures could not be loaded')).toBeVisible()
  },
}

export const InANarrowColumn: Story = {
  decorators: [
    (Story) => (
      <div className="frame-280">
        <Story />
      </div>
    ),
  ],
  play: async ({ canvas, canvasElement }) => {
    await expect(await canvas.findByText('6 days left')).toBeVisible()
    const tray = canvasElement.querySelector<HTMLElement>('[data-slot="removed-images"]')!
    await expect(tray.scrollWidth).toBeLessThanOrEqual(tray.clientWidth)
  },
}
