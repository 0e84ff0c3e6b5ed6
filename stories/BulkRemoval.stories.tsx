import type { Meta, StoryObj } from '@storybook/react-vite'
import { onlineManager } from '@tanstack/react-query'
import { useState } from 'react'
import { expect, screen, userEvent, waitFor, within } from 'storybook/test'
import { type MemoryAdapterOptions, memoryAdapter } from '../src/adapters/memory.ts'
import { BulkRemoval, BulkRemovalDialog, BulkRemovalRoot, BulkRemovalTray, BulkRemovalTrigger } from '../src/bulk.ts'
import { UserAvatar } from '../src/index.ts'
import '../src/styles/desk.css'
import { crowd } from './crowd.ts'
import { inPanel, type KitOfStory } from './panel.tsx'
import { people } from './people.ts'
import './frames.css'

const some = [people.ada, people.grace, people.kenji, people.layla, people.longName]
const kit = (make: KitOfStory) => ({ kit: make })
const backend = (options: MemoryAdapterOptions = {}) =>
  kit(() => ({ adapter: memoryAdapter([...Object.values(people), ...crowd(1000)], options) }))

/** Long enough to look at, short enough to wait for. */
const SLOW = 60_000
const never: MemoryAdapterOptions = { policy: { deadlineMs: SLOW * 2 } }
/** A run as an earlier page left it. */
const leave = (results: unknown[] = []) => {
  const ids = some.map(({ id }) => id)
  sessionStorage.setItem(
    'avatarkit-bulk:left',
    JSON.stringify({ id: 'left', startedAt: Date.now(), parts: [{ key: 'key', ids }], results }),
  )
}

const meta = {
  title: 'BulkRemoval',
  component: BulkRemoval,
  args: { users: some },
  decorators: [inPanel],
  parameters: backend({ delay: 300 }),
  beforeEach: () => {
    const clear = () => {
      for (const key of Object.keys(sessionStorage))
        if (key.startsWith('avatarkit-bulk:')) sessionStorage.removeItem(key)
    }
    clear()
    return clear
  },
} satisfies Meta<typeof BulkRemoval>

export default meta
type Story = StoryObj<typeof meta>
type Canvas = ReturnType<typeof within>

const openDialog = async (canvas: Canvas) => {
  await userEvent.click(canvas.getByRole('button', { name: /^Remove [\d,]+ image/ }))
  return within(await screen.findByRole('alertdialog'))
}

const remove = async (canvas: Canvas) => {
  const dialog = await openDialog(canvas)
  await userEvent.click(dialog.getByRole('button', { name: /^Remove [\d,]+ image/ }))
  await waitFor(() => expect(screen.queryByRole('alertdialog')).toBeNull())
}

/** Remove them: all pictures are gone at the click, before the server answers. */
export const Default: Story = {}

export const NothingSelected: Story = {
  args: { users: [] },
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('button', { name: 'Remove images' })).toHaveAttribute('aria-disabled', 'true')
  },
}

/** A person without the right sees no button. */
export const NotAllowed: Story = {
  parameters: kit(() => ({ adapter: memoryAdapter(some), can: () => false })),
  play: async ({ canvas }) => {
    await expect(canvas.queryByRole('button')).toBeNull()
  },
}

/** The question names the count, shows the first twelve faces, and says who is skipped. */
export const Question: Story = {
  args: { users: crowd(40) },
  parameters: kit(() => ({ adapter: memoryAdapter(crowd(40)), can: (_, { id }) => id !== 'user_0' })),
  play: async ({ canvas }) => {
    const dialog = await openDialog(canvas)
    await waitFor(() =>
      expect(dialog.getByText('8 of the selected users have no image and are skipped.')).toBeVisible(),
    )
    await expect(dialog.getByText('You may not change one of the selected users, who is skipped.')).toBeVisible()
    await expect(dialog.getByRole('button', { name: 'Cancel' })).toHaveFocus()
  },
}

export const QuestionWithReason: Story = {
  args: {
    confirm: {
      reasons: ['nudity', 'violence', 'hate', 'impersonation', 'spam', 'other'],
      requireReason: true,
      note: true,
    },
  },
  play: async ({ canvas }) => {
    const dialog = await openDialog(canvas)
    await userEvent.click(dialog.getByRole('button', { name: 'Remove 5 images' }))
    await waitFor(() => expect(dialog.getByText('Choose a reason.')).toBeVisible())
  },
}

/** The provider takes pictures anew from a social account. */
export const MayReturn: Story = {
  parameters: backend({ imageMayReturn: true }),
  play: async ({ canvas }) => {
    const dialog = await openDialog(canvas)
    await waitFor(() => expect(dialog.getByText(/may come back when they next sign in/)).toBeVisible())
  },
}

export const Running: Story = {
  args: { users: crowd(1000) },
  parameters: backend({
    ...never,
    delay: ({ userId }) => (Number(userId?.slice(5)) > 200 ? SLOW : 0),
    fail: ({ userId }) => (userId === 'user_7' || userId === 'user_13' ? 'unavailable' : undefined),
  }),
  play: async ({ canvas }) => {
    await remove(canvas)
    await waitFor(() => expect(canvas.getByText('159 removed')).toBeVisible())
    await expect(canvas.getByText('2 failed')).toBeVisible()
  },
}

/** The server asked for patience: the whole queue waits, and says for how long. */
export const Paused: Story = {
  parameters: kit(() => {
    const adapter = memoryAdapter(some, { ...never, delay: ({ userId }) => (userId === 'kenji' ? SLOW : 50) })
    return {
      adapter: {
        ...adapter,
        deleteUserProfileImages: (ids, context) => {
          setTimeout(() => context?.onPaused?.(45), 150)
          return adapter.deleteUserProfileImages!(ids, context)
        },
      },
    }
  }),
  play: async ({ canvas }) => {
    await remove(canvas)
    await waitFor(() =>
      expect(canvas.getByText(/^The server asked for patience\. Going on in 4\d seconds\.$/)).toBeVisible(),
    )
  },
}

export const Offline: Story = {
  beforeEach: () => {
    onlineManager.setOnline(false)
    return () => onlineManager.setOnline(true)
  },
  play: async ({ canvas }) => {
    await remove(canvas)
    await waitFor(() => expect(canvas.getByText('Waiting for the connection.')).toBeVisible())
  },
}

export const Stopping: Story = {
  parameters: backend({ ...never, delay: SLOW }),
  play: async ({ canvas }) => {
    await remove(canvas)
    await userEvent.click(canvas.getByRole('button', { name: 'Stop' }))
    await waitFor(() => expect(canvas.getByText('Stopping. What was sent already comes to its end.')).toBeVisible())
  },
}

/** Stopped: the rest is untouched, and can be sent. */
export const Stopped: Story = {
  parameters: backend({ delay: ({ userId }) => (userId === 'ada' ? 0 : 3000) }),
  play: async ({ canvas }) => {
    await remove(canvas)
    // From here on the second removal is on its way, and ends after Stop.
    await waitFor(() => expect(canvas.getByText('1 removed')).toBeVisible())
    await userEvent.click(canvas.getByRole('button', { name: 'Stop' }))
    await waitFor(() => expect(canvas.getByRole('button', { name: 'Remove the other 3' })).toBeVisible())
  },
}

/** The report is there as a file for spreadsheets and as one for programs. */
export const Done: Story = {
  parameters: backend({ delay: 20 }),
  play: async ({ canvas }) => {
    await remove(canvas)
    await expect(await canvas.findByRole('region', { name: '5 images removed' })).toBeVisible()
    await expect(canvas.getByRole('button', { name: 'Download report' })).toBeVisible()
    await expect(canvas.getByRole('button', { name: 'Download as JSON' })).toBeVisible()
  },
}

/** Each failure brings its own picture back, with the reason and a way to try again. */
export const Failures: Story = {
  parameters: backend({
    delay: 20,
    fail: ({ userId }) =>
      (({ ada: 'forbidden', kenji: 'unavailable', layla: 'user-not-found', long: 'unknown-outcome' }) as const)[
        userId ?? ''
      ],
  }),
  play: async ({ canvas }) => {
    await remove(canvas)
    await expect(await canvas.findByRole('button', { name: 'Retry 3 failed' })).toBeVisible()
    await expect(canvas.getByRole('button', { name: 'Try again: Ada Lovelace' })).toBeVisible()
    await expect(canvas.queryByRole('button', { name: /^Try again: ليلى/ })).toBeNull()
  },
}

/** A server that is down fails many: the first rows, and the others on demand. */
export const ManyFailures: Story = {
  args: { users: crowd(500) },
  parameters: backend({ fail: () => 'unavailable', policy: { retries: 0 } }),
  play: async ({ canvas }) => {
    await remove(canvas)
    await waitFor(() => expect(canvas.getByRole('button', { name: 'Retry 400 failed' })).toBeVisible())
    await expect(canvas.getAllByRole('listitem')).toHaveLength(10)
    await expect(canvas.getByRole('button', { name: 'Show 50 more' })).toBeVisible()
  },
}

/** The session has ended: said once, and nothing more is sent. */
export const SignedOut: Story = {
  parameters: backend({ delay: 20, fail: ({ userId }) => (userId === 'kenji' ? 'unauthenticated' : undefined) }),
  play: async ({ canvas }) => {
    await remove(canvas)
    await waitFor(() =>
      expect(canvas.getByText('Your session has ended. Sign in again, then try again.')).toBeVisible(),
    )
    await expect(canvas.getByRole('region', { name: '2 images removed, 3 not sent' })).toBeVisible()
  },
}

/** The page was loaded again: ids and outcomes were kept, and it can go on. */
export const Interrupted: Story = {
  beforeEach: () => leave([['ada', 0, Date.now()]]),
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('button', { name: 'Go on' })).toBeVisible()
  },
}

export const InAnotherTab: Story = {
  beforeEach: async () => {
    leave([['ada', 0, Date.now()]])
    return new Promise<() => void>((granted) => {
      void navigator.locks.request('avatarkit-bulk:left', () => new Promise<void>((resolve) => granted(resolve)))
    })
  },
  play: async ({ canvas }) => {
    await waitFor(() => expect(canvas.getByText('This removal is running in another tab.')).toBeVisible())
  },
}

/** The question on the page, the progress in the shell: it stays when the page is left. */
export const Tray: Story = {
  parameters: backend({
    ...never,
    delay: ({ userId }) => (userId === 'layla' ? SLOW : 50),
    fail: ({ userId }) => (userId === 'grace' ? 'forbidden' : undefined),
  }),
  render: function Shell({ users }) {
    const [page, setPage] = useState<'users' | 'other'>('users')
    return (
      <div className="frame-tall">
        <button type="button" onClick={() => setPage(page === 'users' ? 'other' : 'users')}>
          {page === 'users' ? 'Another page' : 'Users'}
        </button>
        {page === 'users' ? (
          <BulkRemovalRoot users={users} className="frame-below">
            <div>
              {users.map((user, index) => (
                <UserAvatar key={index} user={user} />
              ))}
            </div>
            <BulkRemovalTrigger />
            <BulkRemovalDialog />
          </BulkRemovalRoot>
        ) : null}
        <BulkRemovalTray />
      </div>
    )
  },
  play: async ({ canvas }) => {
    await remove(canvas)
    await userEvent.click(canvas.getByRole('button', { name: 'Another page' }))
    const tray = within(await canvas.findByRole('region', { name: 'Image removals' }))
    await waitFor(() => expect(tray.getByText('1 failed')).toBeVisible())
  },
}

export const InANarrowColumn: Story = {
  decorators: [
    (Story) => (
      <div className="frame-280 frame-dashed">
        <Story />
      </div>
    ),
  ],
  parameters: backend({ delay: 20, fail: ({ userId }) => (userId === 'ada' ? undefined : 'unavailable') }),
  play: async ({ canvas, canvasElement }) => {
    await remove(canvas)
    await canvas.findByRole('button', { name: 'Retry 4 failed' })
    const run = canvasElement.querySelector<HTMLElement>('[data-slot="bulk-removal-run"]')!
    await expect(run.scrollWidth).toBeLessThanOrEqual(run.clientWidth)
  },
}
