import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, screen, userEvent, waitFor, within } from 'storybook/test'
import { ActivityLog } from '../src/activity.ts'
import { type MemoryAdapterOptions, memoryAdapter } from '../src/adapters/memory.ts'
import { UserAvatarManager } from '../src/index.ts'
import '../src/styles/desk.css'
import { pastEvents, peopleAfter } from './events.ts'
import { inPanel, type KitOfStory } from './panel.tsx'
import { people } from './people.ts'
import './frames.css'

const backend = (options: MemoryAdapterOptions = {}): { kit: KitOfStory } => ({
  kit: () => ({ adapter: memoryAdapter(peopleAfter(), { events: pastEvents(), ...options }) }),
})

const meta = {
  title: 'ActivityLog',
  component: ActivityLog,
  decorators: [inPanel],
  parameters: backend(),
} satisfies Meta<typeof ActivityLog>

export default meta
type Story = StoryObj<typeof meta>

export const Default: Story = {
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('heading', { name: 'Today' })).toBeVisible()
  },
}

/** Beside the user’s page: nobody is named again. */
export const OfOneUser: Story = {
  args: { userId: 'grace' },
  play: async ({ canvas }) => {
    await waitFor(() => expect(canvas.getAllByRole('listitem')).toHaveLength(2))
  },
}

export const WithLinks: Story = {
  args: {
    renderName: (name, user) => <a href={`#/users/${user.id}`}>{name}</a>,
    reasons: [{ code: 'policy-c-17', label: 'Unreadable' }],
  },
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('link', { name: 'Ada Lovelace' })).toBeVisible()
  },
}

/** Blurred and grey until somebody wants to see it. */
export const PictureShown: Story = {
  play: async ({ canvas }) => {
    await userEvent.click(await canvas.findByRole('button', { name: 'Show the removed picture of Ada Lovelace' }))
    await expect(canvas.getByRole('button', { name: 'Hide the removed picture of Ada Lovelace' })).toBeVisible()
  },
}

/** Remove the image: the log has it when the server has agreed. */
export const WithARemoval: Story = {
  parameters: { kit: () => ({ adapter: memoryAdapter(Object.values(people), { delay: 300 }) }) },
  render: () => (
    <div className="frame-stack">
      <UserAvatarManager user={people.ada} confirm={{ note: true }} />
      <ActivityLog userId="ada" />
    </div>
  ),
  play: async ({ canvas }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Remove image' }))
    const dialog = within(await screen.findByRole('alertdialog'))
    await userEvent.click(await dialog.findByRole('radio', { name: 'Spam or advertising' }))
    await userEvent.click(dialog.getByRole('button', { name: 'Remove image' }))
    await waitFor(() => expect(canvas.getByText('Image removed by you')).toBeVisible())
  },
}

export const Pages: Story = {
  args: { limit: 3 },
  play: async ({ canvas }) => {
    await userEvent.click(await canvas.findByRole('button', { name: 'Show more' }))
    await waitFor(() => expect(canvas.getAllByRole('listitem')).toHaveLength(6))
  },
}

export const Empty: Story = {
  parameters: backend({ events: [] }),
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('Nothing has been done yet.')).toBeVisible()
  },
}

export const Loading: Story = {
  parameters: backend({ delay: 60_000, policy: { deadlineMs: 120_000 } }),
  play: async ({ canvas }) => {
    await waitFor(() => expect(canvas.getByText('Loading the activity…')).toBeVisible())
  },
}

export const Failed: Story = {
  parameters: backend({ fail: () => 'unavailable' }),
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('The activity could not be loaded')).toBeVisible()
  },
}

/** An adapter that keeps no record: nothing is shown. */
export const NoSuchMethod: Story = {
  parameters: { kit: () => ({ adapter: memoryAdapter([people.ada]).deleteUserProfileImage }) },
  play: async ({ canvasElement }) => {
    await expect(canvasElement.querySelector('[data-slot="activity-log"]')).toBeNull()
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
    await expect(await canvas.findByRole('heading', { name: 'Today' })).toBeVisible()
    const log = canvasElement.querySelector<HTMLElement>('[data-slot="activity-log"]')!
    await expect(log.scrollWidth).toBeLessThanOrEqual(log.clientWidth)
  },
}
