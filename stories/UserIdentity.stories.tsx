import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect } from 'storybook/test'
import { memoryAdapter } from '../src/adapters/memory.ts'
import '../src/styles/desk.css'
import { UserAvatarGroup, UserBadge, UserIdentity, UserIdentitySkeleton } from '../src/table.ts'
import { crowd } from './crowd.ts'
import { inPanel } from './panel.tsx'
import { people } from './people.ts'
import './frames.css'

const meta = {
  title: 'UserIdentity',
  component: UserIdentity,
  args: { user: people.ada },
  decorators: [inPanel],
  parameters: { kit: () => ({ adapter: memoryAdapter(Object.values(people)) }) },
} satisfies Meta<typeof UserIdentity>

export default meta
type Story = StoryObj<typeof meta>

export const Default: Story = {
  play: async ({ canvas }) => {
    await expect(canvas.getByText('Ada Lovelace')).toBeVisible()
    await expect(canvas.getByText('ada@people.test')).toBeVisible()
  },
}

export const Sizes: Story = {
  render: ({ user }) => (
    <div className="frame-list">
      {(['xs', 'sm', 'md', 'lg', 'xl'] as const).map((size) => (
        <UserIdentity key={size} user={user} size={size} detail={size === 'xs' ? null : undefined} />
      ))}
    </div>
  ),
}

export const Badges: Story = {
  args: {
    user: { ...people.grace, banned: true, createdAt: Date.now() },
    newSince: Date.now() - 86_400_000,
    badges: <UserBadge>Team</UserBadge>,
  },
  play: async ({ canvas }) => {
    await expect(canvas.getByText('Banned')).toBeVisible()
    await expect(canvas.getByText('New')).toBeVisible()
  },
}

export const LongName: Story = {
  args: { user: people.longName },
  decorators: [
    (Story) => (
      <div className="frame-240">
        <Story />
      </div>
    ),
  ],
}

export const OtherScripts: Story = { args: { user: people.layla } }

export const Skeleton: Story = { render: () => <UserIdentitySkeleton /> }

/** Heard as one list of names. */
export const Group: Story = {
  render: () => <UserAvatarGroup users={crowd(7)} />,
  play: async ({ canvas }) => {
    await expect(
      canvas.getByRole('img', { name: 'Ada Mansour, Grace Dijkstra, Kenji Rubin, Layla Hopper, and 3 others' }),
    ).toBeVisible()
  },
}

export const GroupSizes: Story = {
  render: () => (
    <div className="frame-list">
      {(['xs', 'sm', 'md', 'lg', 'xl'] as const).map((size) => (
        <UserAvatarGroup key={size} users={crowd(4)} total={1280} max={3} size={size} />
      ))}
    </div>
  ),
}
