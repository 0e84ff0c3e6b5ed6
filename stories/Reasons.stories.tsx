import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, screen, userEvent, waitFor, within } from 'storybook/test'
import { ReasonFields, type RemovalQuestions } from '../src/activity.ts'
import { memoryAdapter } from '../src/adapters/memory.ts'
import { displayName, toUser, UserAvatarManager } from '../src/index.ts'
import '../src/styles/desk.css'
import { inPanel, type KitOfStory } from './panel.tsx'
import { people } from './people.ts'

const adapter = (options: Parameters<typeof memoryAdapter>[1] = {}): { kit: KitOfStory } => ({
  kit: () => ({ adapter: memoryAdapter(Object.values(people), options) }),
})

const told: Record<string, string> = {
  impersonation: 'it passes itself off as somebody else.',
  nudity: 'it shows nudity.',
  copyright: 'somebody says that it is theirs.',
}

const ask: RemovalQuestions = {
  requireReason: true,
  note: true,
  tellUser: {
    preview: (user, reason = '') =>
      `Hello ${user.firstName ?? 'there'},\nwe have removed your profile picture: ${told[reason] ?? 'it does not follow our rules.'}\nYou can set another one at any time.`,
  },
}

const meta = {
  title: 'Reasons',
  component: ReasonFields,
  args: { ask, user: toUser(people.ada) },
  decorators: [inPanel],
  parameters: adapter({ delay: 400 }),
} satisfies Meta<typeof ReasonFields>

export default meta
type Story = StoryObj<typeof meta>

/** The fields by themselves, as every dialog that asks for a reason has them. */
export const Default: Story = {}

export const Optional: Story = {
  args: { ask: { note: true } },
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('radio', { name: 'No reason' })).toBeChecked()
  },
}

/** A panel’s own policies, with a line each. */
export const OwnReasons: Story = {
  args: {
    ask: {
      requireReason: true,
      reasons: [
        'impersonation',
        { code: 'c-12', label: 'Advertising', description: 'A logo, a price or an address' },
        { code: 'c-17', label: 'Unreadable', description: 'Nobody can tell what it shows', needsNote: true },
      ],
      note: { maxLength: 140 },
    },
  },
}

/** More than nine are a menu. */
export const ManyReasons: Story = {
  args: {
    ask: {
      requireReason: true,
      reasons: Array.from({ length: 14 }, (_, at) => ({ code: `policy-${at + 1}`, label: `Policy ${at + 1}` })),
      tellUser: ask.tellUser,
    },
  },
  play: async ({ canvas }) => {
    await userEvent.selectOptions(canvas.getByRole('combobox', { name: 'Reason' }), 'Policy 4')
  },
}

export const SeveralPeople: Story = {
  args: { users: 24 },
  play: async ({ canvas }) => {
    await userEvent.click(canvas.getByRole('checkbox', { name: 'Tell the 24 users' }))
    await waitFor(() => expect(canvas.getByText('For example, what Ada Lovelace will read')).toBeVisible())
  },
}

export const PreviewLoading: Story = {
  args: { ask: { reasons: [], tellUser: { preview: () => new Promise<string>(() => {}), default: true } } },
  play: async ({ canvas }) => {
    await waitFor(() => expect(canvas.getByText('Loading the preview…')).toBeVisible())
  },
}

export const PreviewFailed: Story = {
  args: {
    ask: { reasons: [], tellUser: { preview: () => Promise.reject(new Error('no such template')), default: true } },
  },
  play: async ({ canvas }) => {
    await expect(await canvas.findByText(/The preview could not be loaded/)).toBeVisible()
  },
}

/** A long letter scrolls, and is a stop of its own on the way by keyboard. */
export const LongPreview: Story = {
  args: {
    ask: {
      reasons: [],
      tellUser: {
        preview: (user) =>
          `Dear ${displayName(user)},\n\n${'Your profile image was removed, since it does not follow our rules.\n'.repeat(20)}`,
        default: true,
      },
    },
  },
  play: async ({ canvas }) => {
    const letter = await canvas.findByText(/Your profile image was removed/)
    await expect(letter).toHaveAttribute('tabindex', '0')
    letter.focus()
    await expect(letter).toHaveFocus()
  },
}

export const Disabled: Story = { args: { disabled: true, defaultValue: { reason: 'spam', note: 'A shop.' } } }

const openDialog = async (canvas: ReturnType<typeof within>) => {
  await userEvent.click(canvas.getByRole('button', { name: 'Remove image' }))
  const dialog = within(await screen.findByRole('alertdialog', { name: 'Remove profile image?' }))
  await waitFor(() => expect(dialog.getByRole('radiogroup')).toBeVisible())
  return dialog
}

/** In the manager’s dialog: `confirm={{ requireReason: true, note: true, tellUser: { preview } }}`. */
export const InTheDialog: Story = {
  render: () => <UserAvatarManager user={people.ada} confirm={ask} />,
  play: async ({ canvas }) => {
    const dialog = await openDialog(canvas)
    await waitFor(() => expect(dialog.getByRole('radio', { name: 'Nudity or sexual content' })).toHaveFocus())
    await userEvent.click(dialog.getByRole('radio', { name: 'Impersonation' }))
    await userEvent.type(dialog.getByRole('textbox'), 'Poses as our support team.')
    await userEvent.click(dialog.getByRole('checkbox', { name: 'Tell the user' }))
    await waitFor(() => expect(dialog.getByText(/it passes itself off as somebody else/)).toBeVisible())
  },
}

/** Confirmed without a reason: it is said at the field, and nothing is sent. */
export const Missing: Story = {
  render: () => <UserAvatarManager user={people.ada} confirm={{ ...ask, note: { required: true, maxLength: 40 } }} />,
  play: async ({ canvas }) => {
    const dialog = await openDialog(canvas)
    await userEvent.type(dialog.getByRole('textbox'), 'This note is a little longer than forty characters.')
    await userEvent.click(dialog.getByRole('button', { name: 'Remove image' }))
    await waitFor(() => expect(dialog.getByText('Choose a reason.')).toBeVisible())
    await expect(dialog.getByText(/A note has at most 40 characters/)).toBeVisible()
  },
}

/** The server refused: what was typed is there still. */
export const PessimisticFailed: Story = {
  render: () => <UserAvatarManager user={people.ada} confirm={ask} mode="pessimistic" />,
  parameters: adapter({ delay: 50, fail: () => 'unavailable' }),
  play: async ({ canvas }) => {
    const dialog = await openDialog(canvas)
    await userEvent.click(dialog.getByRole('radio', { name: 'Copyright' }))
    await userEvent.type(dialog.getByRole('textbox'), 'Their lawyer wrote.')
    await userEvent.click(dialog.getByRole('button', { name: 'Remove image' }))
    await waitFor(() => expect(dialog.getByText('The image could not be removed')).toBeVisible())
    await expect(dialog.getByRole('textbox')).toHaveValue('Their lawyer wrote.')
  },
}
