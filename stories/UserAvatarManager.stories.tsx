import type { Meta, StoryObj } from '@storybook/react-vite'
import { onlineManager } from '@tanstack/react-query'
import { expect, screen, userEvent, waitFor, within } from 'storybook/test'
import { type MemoryAdapterOptions, memoryAdapter } from '../src/adapters/memory.ts'
import { UserAvatarManager } from '../src/index.ts'
import { inPanel, type KitOfStory } from './panel.tsx'
import { people } from './people.ts'
import './frames.css'

const kit = (make: KitOfStory) => ({ kit: make })
const backend = (options: MemoryAdapterOptions = {}) =>
  kit(() => ({ adapter: memoryAdapter(Object.values(people), options) }))

/** Long enough to look at, short enough to wait for. */
const SLOW = 60_000

const meta = {
  title: 'UserAvatarManager',
  component: UserAvatarManager,
  args: { user: people.ada },
  decorators: [inPanel],
  parameters: backend({ delay: 600 }),
} satisfies Meta<typeof UserAvatarManager>

export default meta
type Story = StoryObj<typeof meta>

const openDialog = async (canvas: ReturnType<typeof within>) => {
  await userEvent.click(canvas.getByRole('button', { name: 'Remove image' }))
  return within(await screen.findByRole('alertdialog', { name: 'Remove profile image?' }))
}

const remove = async (canvas: ReturnType<typeof within>) => {
  const dialog = await openDialog(canvas)
  await userEvent.click(dialog.getByRole('button', { name: 'Remove image' }))
}

/** Remove it: the picture is gone at the click, before the server answers. */
export const Default: Story = {}

export const NoImage: Story = {
  args: { user: people.noImage },
  play: async ({ canvas }) => {
    await expect(canvas.getByText('No profile image')).toBeVisible()
    await expect(canvas.getByRole('button', { name: 'Remove image' })).toHaveAttribute('aria-disabled', 'true')
  },
}

export const BrokenImage: Story = {
  args: { user: people.broken },
  play: async ({ canvas }) => {
    await waitFor(() => expect(canvas.getByText('AT')).toBeVisible())
  },
}

/** The provider takes pictures anew from a social account: the adapter says so, and the question does. */
export const MayReturn: Story = {
  parameters: backend({ imageMayReturn: true }),
  play: async ({ canvas }) => {
    await openDialog(canvas)
    await expect(screen.getByRole('alertdialog')).toHaveAccessibleDescription(
      /replaced by initials\.\s*If the picture comes from another account/,
    )
  },
}

export const Disabled: Story = { args: { disabled: true } }

/** A person without the right sees the picture and no button. */
export const NotAllowed: Story = {
  parameters: kit(() => ({ adapter: memoryAdapter(Object.values(people)), can: () => false })),
  play: async ({ canvas }) => {
    await expect(canvas.queryByRole('button')).toBeNull()
  },
}

export const ConfirmDialog: Story = {
  play: async ({ canvas }) => {
    const dialog = await openDialog(canvas)
    await waitFor(() =>
      expect(dialog.getByText('Ada Lovelace’s profile image will be removed and replaced by initials.')).toBeVisible(),
    )
    await expect(dialog.getByRole('button', { name: 'Cancel' })).toHaveFocus()
  },
}

export const Removing: Story = {
  parameters: backend({ delay: SLOW, policy: { deadlineMs: SLOW * 2 } }),
  play: async ({ canvas, canvasElement }) => {
    await remove(canvas)
    await waitFor(() => expect(canvas.getByText('Removing the image…')).toBeVisible())
    await expect(canvas.getByText('AL')).toBeVisible()
    await expect(canvasElement.querySelector('[data-slot="user-avatar-manager"]')).toHaveAttribute(
      'data-status',
      'removing',
    )
  },
}

/** Shown at once, sent when the time to undo it is over. F8 leads to the notice; its time stands still while somebody looks. */
export const Undoable: Story = {
  args: { mode: 'undoable' },
  parameters: kit(() => ({ adapter: memoryAdapter(Object.values(people)), undoMs: 20_000 })),
  play: async ({ canvas }) => {
    await remove(canvas)
    await waitFor(() => expect(screen.getByText('Ada Lovelace’s profile image will be removed')).toBeVisible())
    await waitFor(() => expect(canvas.getByText('The image will be removed in a moment.')).toBeVisible())
  },
}

export const Undone: Story = {
  args: { mode: 'undoable' },
  parameters: kit(() => ({ adapter: memoryAdapter(Object.values(people)), undoMs: 20_000 })),
  play: async ({ canvas, canvasElement }) => {
    await remove(canvas)
    await userEvent.click(await screen.findByRole('button', { name: 'Undo' }))
    await waitFor(() => expect(canvas.getByRole('status')).toHaveTextContent('The removal was undone'))
    await expect(canvasElement.querySelector('img')).not.toBeNull()
  },
}

/** The server was reached, its answer was not understood: the kit looks the user up. */
export const Verifying: Story = {
  parameters: {
    ...backend({
      delay: ({ method }) => (method === 'getUser' ? SLOW : 50),
      fail: ({ method }) => (method === 'deleteUserProfileImage' ? 'unknown-outcome' : undefined),
      policy: { deadlineMs: SLOW * 4 },
    }),
  },
  play: async ({ canvas }) => {
    await remove(canvas)
    await waitFor(() => expect(canvas.getByText('Checking whether the image was removed…')).toBeVisible())
  },
}

/** Offline: it says that it waits, and never that the image was removed. */
export const Waiting: Story = {
  beforeEach: () => {
    onlineManager.setOnline(false)
    return () => onlineManager.setOnline(true)
  },
  play: async ({ canvas }) => {
    await remove(canvas)
    await expect(
      await canvas.findByText('Waiting: the image will be removed when the connection is back.', { selector: 'p' }),
    ).toBeVisible()
    await expect(canvas.queryByText('Profile image removed')).toBeNull()
  },
}

export const Removed: Story = {
  parameters: backend({ delay: 50 }),
  play: async ({ canvas }) => {
    await remove(canvas)
    await waitFor(() => expect(canvas.getAllByText('Profile image removed').length).toBe(2))
    await waitFor(() => expect(canvas.getByRole('status')).toHaveTextContent('Profile image removed'))
    await waitFor(() => expect(canvas.getByRole('button', { name: 'Remove image' })).toHaveFocus())
  },
}

/** The server refused: the picture is back, with the reason and a way on. */
export const Failed: Story = {
  parameters: backend({ delay: 50, fail: () => 'forbidden' }),
  play: async ({ canvas }) => {
    await remove(canvas)
    await waitFor(() => expect(canvas.getByRole('button', { name: 'Try again' })).toBeVisible())
    await waitFor(() =>
      expect(canvas.getByRole('alert')).toHaveTextContent(
        'The image could not be removed. You are not allowed to remove this image.',
      ),
    )
  },
}

export const FailedForNow: Story = {
  parameters: backend({
    delay: 50,
    fail: ({ method, attempt }) => (method === 'deleteUserProfileImage' && attempt === 1 ? 'unavailable' : undefined),
    policy: { retries: 0 },
  }),
  play: async ({ canvas }) => {
    await remove(canvas)
    await userEvent.click(await canvas.findByRole('button', { name: 'Try again' }))
    await waitFor(() => expect(canvas.getByRole('status')).toHaveTextContent('Profile image removed'))
    await waitFor(() => expect(canvas.getByRole('button', { name: 'Remove image' })).toHaveFocus())
  },
}

export const FailedUserGone: Story = {
  parameters: kit(() => ({ adapter: memoryAdapter([people.grace], { delay: 50 }) })),
  play: async ({ canvas }) => {
    await remove(canvas)
    await waitFor(() => expect(canvas.getByRole('alert')).toHaveTextContent('Ada Lovelace no longer exists.'))
    await expect(canvas.queryByRole('button', { name: 'Try again' })).toBeNull()
  },
}

/** Gone only when the server agrees: the dialog stays and shows progress. */
export const PessimisticRemoving: Story = {
  args: { mode: 'pessimistic' },
  parameters: backend({ delay: SLOW, policy: { deadlineMs: SLOW * 2 } }),
  play: async ({ canvas }) => {
    await remove(canvas)
    const dialog = within(screen.getByRole('alertdialog'))
    // The dialog begins transparent.
    await waitFor(() => expect(dialog.getByText('Removing the image…')).toBeVisible())
    await userEvent.keyboard('{Escape}')
    await expect(screen.getByRole('alertdialog')).toBeVisible()
  },
}

export const PessimisticFailed: Story = {
  args: { mode: 'pessimistic' },
  parameters: backend({ delay: 50, fail: () => 'unavailable', policy: { retries: 0 } }),
  play: async ({ canvas }) => {
    await remove(canvas)
    const dialog = within(screen.getByRole('alertdialog'))
    await expect(await dialog.findByText('The image could not be removed')).toBeVisible()
    await expect(dialog.getByRole('button', { name: 'Try again' })).toBeVisible()
  },
}

export const ById: Story = {
  args: { user: undefined, userId: 'grace' },
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('Grace Hopper')).toBeVisible()
  },
}

export const ByIdLoading: Story = {
  args: { user: undefined, userId: 'grace' },
  parameters: backend({ delay: SLOW, policy: { deadlineMs: SLOW * 2 } }),
  play: async ({ canvas }) => {
    await expect(canvas.getByText('Loading the user…')).toBeVisible()
  },
}

export const ByIdUnknown: Story = {
  args: { user: undefined, userId: 'nobody' },
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('This user no longer exists.')).toBeVisible()
  },
}

export const LongName: Story = { args: { user: people.longName } }

export const OtherScripts: Story = { args: { user: people.layla } }

export const InANarrowColumn: Story = {
  decorators: [
    (Story) => (
      <div className="frame-200 frame-dashed">
        <Story />
      </div>
    ),
  ],
  parameters: backend({ delay: 50, fail: () => 'forbidden' }),
  play: async ({ canvas, canvasElement }) => {
    await remove(canvas)
    await waitFor(() => expect(canvas.getByRole('button', { name: 'Try again' })).toBeVisible())
    const column = canvasElement.querySelector<HTMLElement>('[data-slot="user-avatar-manager"]')!
    await expect(column.scrollWidth).toBeLessThanOrEqual(column.clientWidth)
  },
}
