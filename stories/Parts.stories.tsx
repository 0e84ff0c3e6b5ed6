import type { Meta, StoryObj } from '@storybook/react-vite'
import { DropdownMenu } from 'radix-ui'
import { useState } from 'react'
import { expect, screen, userEvent, waitFor, within } from 'storybook/test'
import { clerkSelfAdapter } from '../src/adapters/clerk.ts'
import { memoryAdapter } from '../src/adapters/memory.ts'
import {
  UserAvatarManager,
  UserAvatarManagerConfirmDialog,
  UserAvatarManagerImage,
  UserAvatarManagerName,
  UserAvatarManagerRemoveTrigger,
  UserAvatarManagerRoot,
  UserAvatarManagerStatus,
  useDeleteUserProfileImage,
  useUserImage,
} from '../src/index.ts'
import { inPanel } from './panel.tsx'
import './parts.css'
import { people } from './people.ts'

/** The manager's parts in other layouts. */
const meta = {
  title: 'Parts in other layouts',
  component: UserAvatarManagerRoot,
  decorators: [inPanel],
  parameters: { kit: () => ({ adapter: memoryAdapter(Object.values(people), { delay: 300 }) }) },
} satisfies Meta<typeof UserAvatarManagerRoot>

export default meta
type Story = StoryObj<typeof meta>

const dialog = async () => within(await screen.findByRole('alertdialog', { name: 'Remove profile image?' }))

/** A row is the manager itself, with `asChild`; the status has its own place. */
export const InATable: Story = {
  render: () => (
    <table className="parts-table">
      <caption>Users</caption>
      <thead>
        <tr>
          <th scope="col">Picture</th>
          <th scope="col">Name</th>
          <th scope="col">Action</th>
        </tr>
      </thead>
      <tbody>
        {Object.values(people).map((user) => (
          <UserAvatarManagerRoot key={user.id} user={user} asChild role="row">
            <tr>
              <td>
                <UserAvatarManagerImage size="md" />
              </td>
              <td>
                <UserAvatarManagerName />
                <UserAvatarManagerStatus showNoImage={false} />
              </td>
              <td>
                <UserAvatarManagerRemoveTrigger />
                <UserAvatarManagerConfirmDialog />
              </td>
            </tr>
          </UserAvatarManagerRoot>
        ))}
      </tbody>
    </table>
  ),
  play: async ({ canvas }) => {
    const row = canvas.getByRole('row', { name: 'Grace Hopper' })
    await expect(getComputedStyle(row).display).toBe('table-row')
    await userEvent.click(within(row).getByRole('button', { name: 'Remove image' }))
    await userEvent.click((await dialog()).getByRole('button', { name: 'Remove image' }))
    await waitFor(() => expect(row.querySelector('img')).toBeNull())
    await expect(canvas.getByRole('row', { name: 'Ada Lovelace', hidden: true }).querySelector('img')).not.toBeNull()
    await waitFor(() => expect(within(row).getByText('Profile image removed')).toBeVisible())
  },
}

/** The trigger is an item of a Radix menu; afterwards the focus is on the menu's own button. */
export const InAMenu: Story = {
  render: () => (
    <UserAvatarManagerRoot user={people.ada} className="parts-card">
      <UserAvatarManagerImage />
      <UserAvatarManagerName />
      <DropdownMenu.Root>
        <DropdownMenu.Trigger className="parts-button">Actions</DropdownMenu.Trigger>
        <DropdownMenu.Portal>
          <DropdownMenu.Content className="parts-menu" align="start" sideOffset={4}>
            <DropdownMenu.Item className="parts-item">Suspend</DropdownMenu.Item>
            <UserAvatarManagerRemoveTrigger asChild className="parts-item">
              <DropdownMenu.Item>Remove image</DropdownMenu.Item>
            </UserAvatarManagerRemoveTrigger>
          </DropdownMenu.Content>
        </DropdownMenu.Portal>
      </DropdownMenu.Root>
      <UserAvatarManagerStatus />
      <UserAvatarManagerConfirmDialog />
    </UserAvatarManagerRoot>
  ),
  play: async ({ canvas }) => {
    const menu = canvas.getByRole('button', { name: 'Actions' })
    await userEvent.click(menu)
    await userEvent.click(await screen.findByRole('menuitem', { name: 'Remove image' }))
    await userEvent.click((await dialog()).getByRole('button', { name: 'Cancel' }))
    await waitFor(() => expect(menu).toHaveFocus())
  },
}

function OwnQuestion() {
  const [asked, setAsked] = useState(false)
  const { mutate } = useDeleteUserProfileImage({ name: 'Ada Lovelace' })
  const { hasImage } = useUserImage(people.ada)
  return (
    <UserAvatarManagerRoot user={people.ada} className="parts-card">
      <UserAvatarManagerImage />
      <UserAvatarManagerName />
      {!hasImage ? null : asked ? (
        <fieldset>
          <legend>Why is it removed?</legend>
          {['Spam', 'Somebody else’s picture'].map((reason) => (
            <button
              key={reason}
              type="button"
              className="parts-button"
              onClick={() => mutate({ userId: people.ada.id, reason })}
            >
              {reason}
            </button>
          ))}
        </fieldset>
      ) : (
        <button type="button" className="parts-button" onClick={() => setAsked(true)}>
          Take it down …
        </button>
      )}
      <UserAvatarManagerStatus />
    </UserAvatarManagerRoot>
  )
}

/** A question of the host's own, over the mutation. */
export const WithYourOwnQuestion: Story = {
  render: () => <OwnQuestion />,
  play: async ({ canvas }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Take it down …' }))
    await userEvent.click(canvas.getByRole('button', { name: 'Spam' }))
    await waitFor(() => expect(canvas.getByText('AL')).toBeVisible())
    await waitFor(() => expect(canvas.getByText('No profile image')).toBeVisible())
  },
}

/** Acts as the user of Clerk's frontend does, whom a story has not. */
function signedIn() {
  const user = {
    ...people.layla,
    id: 'user_Layla',
    setProfileImage: async () => {
      await new Promise((resolve) => setTimeout(resolve, 300))
      Object.assign(user, { imageUrl: 'https://img.clerk.com/generated', hasImage: false })
    },
    reload: async () => user,
  }
  return user
}

function MyPicture() {
  const [user] = useState(signedIn)
  const [adapter] = useState(() => clerkSelfAdapter(user))
  return <UserAvatarManager user={user} adapter={adapter} />
}

/** The signed-in person's own, with `clerkSelfAdapter`: no server of yours takes part. */
export const OnesOwnPicture: Story = {
  render: () => <MyPicture />,
  play: async ({ canvas }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Remove image' }))
    await userEvent.click((await dialog()).getByRole('button', { name: 'Remove image' }))
    await waitFor(() => expect(canvas.getByText('Profile image removed')).toBeVisible())
  },
}
