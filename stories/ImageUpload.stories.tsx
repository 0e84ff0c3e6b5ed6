import type { Meta, StoryObj } from '@storybook/react-vite'
import { onlineManager } from '@tanstack/react-query'
import { DropdownMenu } from 'radix-ui'
import { expect, screen, userEvent, waitFor, within } from 'storybook/test'
import { type MemoryAdapterOptions, memoryAdapter } from '../src/adapters/memory.ts'
import {
  UserAvatar,
  UserAvatarManagerConfirmDialog,
  UserAvatarManagerImage,
  UserAvatarManagerName,
  UserAvatarManagerRemoveTrigger,
  UserAvatarManagerRoot,
  UserAvatarManagerStatus,
  useUserImage,
} from '../src/index.ts'
import '../src/styles/desk.css'
import {
  UserImageUpload,
  UserImageUploadDialog,
  UserImageUploadRoot,
  UserImageUploadStatus,
  UserImageUploadTrigger,
} from '../src/upload.ts'
import './imageUpload.css'
import { inPanel, type KitOfStory } from './panel.tsx'
import './parts.css'
import { people } from './people.ts'
import { landscape } from './pictures/landscape.ts'

const kit = (make: KitOfStory) => ({ kit: make })
const backend = (options: MemoryAdapterOptions = {}) =>
  kit(() => ({ adapter: memoryAdapter(Object.values(people), options) }))

/** Long enough to look at, short enough to wait for. */
const SLOW = 60_000

function Copy({ user }: { user: object }) {
  return <UserAvatar user={user} image={useUserImage(user)} size="xl" />
}

const meta = {
  title: 'UserImageUpload',
  component: UserImageUpload,
  args: { user: people.ada },
  decorators: [inPanel],
  parameters: backend({ delay: 600 }),
  render: (args) => (
    <div className="upload-card">
      <Copy user={args.user!} />
      <UserImageUpload {...args} />
    </div>
  ),
} satisfies Meta<typeof UserImageUpload>

export default meta
type Story = StoryObj<typeof meta>
type Canvas = ReturnType<typeof within>

const openDialog = async (canvas: Canvas) => {
  await userEvent.click(canvas.getByRole('button', { name: /^(Replace|Add) image$/ }))
  return within(await screen.findByRole('dialog', { name: 'Set profile image' }))
}

const choose = async (canvas: Canvas, file?: File) => {
  const dialog = await openDialog(canvas)
  await userEvent.upload(dialog.getByLabelText('Choose a picture'), file ?? (await landscape()), { applyAccept: false })
  return dialog
}

const edit = async (canvas: Canvas) => {
  const dialog = await choose(canvas)
  // Its code comes when it is first needed.
  await dialog.findByRole('application')
  return dialog
}

const set = async (canvas: Canvas) => {
  const dialog = await edit(canvas)
  await userEvent.click(dialog.getByRole('button', { name: 'Set image' }))
}

/** Replace it: the copy beside it shows the new picture at once. */
export const Default: Story = {}

export const NoImage: Story = {
  args: { user: people.noImage },
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('button', { name: 'Add image' })).toBeVisible()
  },
}

export const Disabled: Story = { args: { disabled: true } }

/** A person without the right sees no button; nor does anybody where the adapter cannot set images. */
export const NotAllowed: Story = {
  parameters: kit(() => ({
    adapter: memoryAdapter(Object.values(people)),
    can: (action) => action !== 'updateUserProfileImage',
  })),
  play: async ({ canvas }) => {
    await expect(canvas.queryByRole('button')).toBeNull()
  },
}

export const Choosing: Story = {
  play: async ({ canvas }) => {
    const dialog = await openDialog(canvas)
    await waitFor(() =>
      expect(dialog.getByText('Choose a picture for Ada Lovelace, and the part of it that is shown.')).toBeVisible(),
    )
    await expect(dialog.getByRole('button', { name: 'Set image' })).toHaveAttribute('aria-disabled', 'true')
  },
}

/** Drag it, or use the sliders, the buttons, or the keys. */
export const Editing: Story = {
  play: async ({ canvas }) => {
    const dialog = await edit(canvas)
    await waitFor(() => expect(dialog.getByRole('img', { name: 'Preview' })).toBeVisible())
  },
}

export const EditingByKeyboard: Story = {
  play: async ({ canvas }) => {
    const dialog = await edit(canvas)
    dialog.getByRole('application', { name: 'Part of the picture that is shown' }).focus()
    await userEvent.keyboard('+++{ArrowRight}{Shift>}}}}}}}}}}}{/Shift}')
    await expect(dialog.getByRole('slider', { name: 'Rotation' })).toHaveValue('10')
  },
}

/** A name and a declared type prove nothing. */
export const NotAPicture: Story = {
  play: async ({ canvas }) => {
    const dialog = await choose(
      canvas,
      new File(['<!doctype html><script>alert(1)</script>'], 'ada.png', { type: 'image/png' }),
    )
    await waitFor(() => expect(dialog.getByRole('alert')).toHaveTextContent('This file is not a picture.'))
  },
}

/** What was chosen before is kept. */
export const SecondChoiceIsNoGood: Story = {
  play: async ({ canvas }) => {
    const dialog = await edit(canvas)
    await userEvent.upload(
      dialog.getByLabelText('Choose another picture'),
      new File(['<svg onload="alert(1)"/>'], 'x.png', { type: 'image/png' }),
    )
    await waitFor(() => expect(dialog.getByRole('alert')).toHaveTextContent('SVG files cannot be used'))
    await expect(dialog.getByRole('application')).toBeVisible()
  },
}

export const Uploading: Story = {
  parameters: backend({ delay: SLOW, policy: { deadlineMs: SLOW * 2 } }),
  play: async ({ canvas, canvasElement }) => {
    await set(canvas)
    await waitFor(() => expect(canvasElement.querySelector('img')?.src).toMatch(/^blob:/))
    await waitFor(() => expect(canvas.getByText('Setting the new image…')).toBeVisible())
  },
}

/** Offline: it says that it waits, and can be taken back. */
export const Waiting: Story = {
  beforeEach: () => {
    onlineManager.setOnline(false)
    return () => onlineManager.setOnline(true)
  },
  play: async ({ canvas }) => {
    await set(canvas)
    await waitFor(() =>
      expect(
        canvas.getByText('Waiting: the new image will be set when the connection is back.', { selector: 'p' }),
      ).toBeVisible(),
    )
    await expect(await canvas.findByRole('button', { name: 'Cancel' })).toBeVisible()
  },
}

export const Replaced: Story = {
  parameters: backend({ delay: 50 }),
  play: async ({ canvas, canvasElement }) => {
    await set(canvas)
    await waitFor(() => expect(canvas.getAllByText('Profile image replaced').length).toBe(2))
    await expect(canvasElement.querySelector('img')?.src).toMatch(/^data:image\/(webp|jpeg)/)
    await waitFor(() => expect(canvas.getByRole('button', { name: 'Replace image' })).toHaveFocus())
  },
}

/** The old picture is back; trying again sends the same part, adjusting opens the dialog as it was. */
export const Failed: Story = {
  parameters: backend({ delay: 50, fail: () => 'unavailable' }),
  play: async ({ canvas, canvasElement }) => {
    await set(canvas)
    await waitFor(() => expect(canvas.getByRole('button', { name: 'Try again' })).toBeVisible())
    await expect(canvas.getByRole('alert')).toHaveTextContent('The image could not be replaced.')
    await expect(canvasElement.querySelector('img')?.src).not.toMatch(/^blob:/)
  },
}

const fresh = () => kit(() => ({ adapter: memoryAdapter(Object.values(people), { delay: 300 }) }))

/** The manager’s parts and a second button beside “Remove image”; the user is the manager’s. */
export const InAManager: Story = {
  parameters: fresh(),
  render: ({ user }) => (
    <UserAvatarManagerRoot user={user}>
      <UserAvatarManagerImage size="xl" />
      <div data-slot="user-avatar-manager-body">
        <UserAvatarManagerName />
        <UserImageUploadRoot>
          <div className="upload-actions">
            <UserAvatarManagerRemoveTrigger />
            <UserImageUploadTrigger />
          </div>
          <UserImageUploadStatus />
          <UserImageUploadDialog />
        </UserImageUploadRoot>
        <UserAvatarManagerStatus />
      </div>
      <UserAvatarManagerConfirmDialog />
    </UserAvatarManagerRoot>
  ),
  play: async ({ canvas, canvasElement }) => {
    await set(canvas)
    await waitFor(() => expect(canvasElement.querySelector('img')?.src).toMatch(/^data:/))
    await waitFor(() => expect(canvas.getByRole('button', { name: 'Replace image' })).toHaveFocus())
  },
}

/** Both are items of a Radix menu; afterwards the focus is on the menu’s own button. */
export const InAMenu: Story = {
  parameters: fresh(),
  render: ({ user }) => (
    <UserAvatarManagerRoot user={user}>
      <UserAvatarManagerImage />
      <UserAvatarManagerName />
      <UserImageUploadRoot>
        <DropdownMenu.Root>
          <DropdownMenu.Trigger className="parts-button">Actions</DropdownMenu.Trigger>
          <DropdownMenu.Portal>
            <DropdownMenu.Content className="parts-menu" align="start" sideOffset={4}>
              <UserImageUploadTrigger asChild className="parts-item">
                <DropdownMenu.Item>Replace image</DropdownMenu.Item>
              </UserImageUploadTrigger>
              <UserAvatarManagerRemoveTrigger asChild className="parts-item">
                <DropdownMenu.Item>Remove image</DropdownMenu.Item>
              </UserAvatarManagerRemoveTrigger>
            </DropdownMenu.Content>
          </DropdownMenu.Portal>
        </DropdownMenu.Root>
        <UserImageUploadStatus />
        <UserImageUploadDialog />
      </UserImageUploadRoot>
      <UserAvatarManagerStatus />
      <UserAvatarManagerConfirmDialog />
    </UserAvatarManagerRoot>
  ),
  play: async ({ canvas }) => {
    const menu = canvas.getByRole('button', { name: 'Actions' })
    await userEvent.click(menu)
    await userEvent.click(await screen.findByRole('menuitem', { name: 'Replace image' }))
    const dialog = within(await screen.findByRole('dialog', { name: 'Set profile image' }))
    await userEvent.click(dialog.getByRole('button', { name: 'Cancel' }))
    await waitFor(() => expect(menu).toHaveFocus())
  },
}

export const InANarrowColumn: Story = {
  decorators: [
    (Story) => (
      <div className="upload-narrow">
        <Story />
      </div>
    ),
  ],
  parameters: backend({ delay: 50, fail: () => 'forbidden' }),
  play: async ({ canvas, canvasElement }) => {
    await set(canvas)
    await waitFor(() => expect(canvas.getByRole('button', { name: 'Try again' })).toBeVisible())
    const column = canvasElement.querySelector<HTMLElement>('.upload-narrow')!
    await expect(column.scrollWidth).toBeLessThanOrEqual(column.clientWidth)
  },
}
