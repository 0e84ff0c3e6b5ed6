import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, waitFor } from 'storybook/test'
import { UserAvatar } from '../src/index.ts'
import { people } from './people.ts'
import './frames.css'

const meta = {
  title: 'UserAvatar',
  component: UserAvatar,
  args: { user: people.ada, size: 'lg' },
} satisfies Meta<typeof UserAvatar>

export default meta
type Story = StoryObj<typeof meta>

export const Picture: Story = {
  play: async ({ canvas }) => {
    const avatar = canvas.getByRole('img', { name: 'Ada Lovelace' })
    await waitFor(() => expect(avatar).toHaveAttribute('data-image', 'loaded'))
  },
}

export const Initials: Story = {
  args: { user: people.noImage },
  play: async ({ canvas }) => {
    await expect(canvas.getByText('EN')).toBeVisible()
  },
}

export const BrokenPicture: Story = {
  args: { user: people.broken },
  play: async ({ canvas }) => {
    await waitFor(() => expect(canvas.getByRole('img', { name: 'Alan Turing' })).toHaveAttribute('data-image', 'error'))
    await expect(canvas.getByText('AT')).toBeVisible()
  },
}

/** What could run code or tell a stranger who looks is never loaded. */
export const UnsafeAddress: Story = {
  args: { user: { ...people.noImage, imageUrl: 'javascript:alert(1)', hasImage: true } },
  play: async ({ canvas, canvasElement }) => {
    await expect(canvas.getByText('EN')).toBeVisible()
    await expect(canvasElement.querySelector('img')).toBeNull()
  },
}

export const Sizes: Story = {
  render: () => (
    <div className="frame-row">
      {(['xs', 'sm', 'md', 'lg', 'xl'] as const).map((size) => (
        <UserAvatar key={size} user={people.grace} size={size} />
      ))}
    </div>
  ),
}

export const Shapes: Story = {
  render: () => (
    <div className="frame-row">
      <UserAvatar user={people.layla} size="lg" shape="circle" />
      <UserAvatar user={people.layla} size="lg" shape="square" />
      <UserAvatar user={people.noImage} size="lg" shape="square" />
    </div>
  ),
}

const names = [
  'Ada Lovelace',
  'José',
  'Ελένη Παππά',
  'Борис Иванов',
  'ليلى منصور',
  'שירה אלמוג',
  'नेहा शर्मा',
  '佐藤 さくら',
  '김 민준',
  'สมชาย ใจดี',
  'თამარ ბერიძე',
  'Nguyễn Ái',
  'O’Brien',
  '🦊 Fox',
  'x_æ_a-12',
]

/** Initials by grapheme in any script, in colours that stay the same for a person. */
export const Scripts: Story = {
  render: () => (
    <div className="frame-row">
      {names.map((name) => (
        <UserAvatar key={name} user={{ id: name, name, email: 'somebody@people.test' }} size="lg" />
      ))}
    </div>
  ),
}

/** Beside a visible name the avatar is decoration. */
export const BesideAName: Story = {
  render: () => (
    <div className="frame-row frame-row-close">
      <UserAvatar user={people.kenji} decorative />
      <span>佐藤 健二</span>
    </div>
  ),
  play: async ({ canvas }) => {
    await expect(canvas.queryByRole('img')).toBeNull()
  },
}
