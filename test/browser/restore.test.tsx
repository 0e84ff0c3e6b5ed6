import { onlineManager } from '@tanstack/react-query'
import { act, screen, within } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import { RemovedImages } from '../../src/activity.ts'
import { type MemoryAdapterOptions, memoryAdapter } from '../../src/adapters/memory.ts'
import {
  type AvatarKitProviderProps,
  commonFields,
  type ImageEvent,
  type Notice,
  UserAvatarManager,
  type UserFields,
} from '../../src/index.ts'
import '../../src/styles/styles.css'
import '../../src/styles/desk.css'
import { ada, grace } from '../support/backend.ts'
import { renderInPanel } from '../support/renderInPanel.tsx'
import { until, wait } from '../support/until.ts'

const DAY = 86_400_000
const tray = () => screen.getByRole('region', { name: 'Recently removed' })
const row = (name: string) => within(tray()).getByText(name).closest('li')!
const restore = (name: string) => within(row(name)).getByRole('button', { name: 'Restore image' })
const again = (name: string) => within(row(name)).getByRole('button', { name: 'Remove again' })
const rows = () =>
  [...tray().querySelectorAll('[data-slot="removed-image-name"]')].map(({ textContent }) => textContent)
const managerOf = (name: string) => within(screen.getByRole('main')).getByRole('group', { name })
const picture = (name: string) => managerOf(name).querySelector('img')
const spoken = () =>
  [...document.querySelectorAll('[data-slot="avatarkit-live-region"]')]
    .map(({ textContent }) => textContent)
    .filter(Boolean)

afterEach(() => {
  onlineManager.setOnline(true)
  vi.useRealTimers()
})

const gone = (user: typeof ada) => ({ ...user, imageUrl: null as unknown as string, hasImage: false })
// oxlint-disable no-restricted-properties -- dates by the page's clock, which is a fake one in some tests
const removal = (user: typeof ada, left: number, more: Partial<ImageEvent> = {}): ImageEvent => ({
  id: `removed-${user.id}`,
  type: 'removed',
  at: Date.now() - 3_600_000,
  userId: user.id,
  actor: { id: 'mira', name: 'Mira' },
  imageUrl: user.imageUrl,
  restorableUntil: Date.now() + left,
  ...more,
})
// oxlint-enable no-restricted-properties

function setUp(
  options: MemoryAdapterOptions = {},
  more: { notify?: (notice: Notice) => void; can?: AvatarKitProviderProps['can'] } = {},
) {
  const events = [removal(ada, 6.5 * DAY, { reason: 'spam' }), removal(grace, 90 * 60_000)]
  const adapter = { ...memoryAdapter([gone(ada), gone(grace)], { restoreMs: 30 * DAY, events, ...options }) }
  const restoreUserProfileImage = vi.spyOn(adapter, 'restoreUserProfileImage')
  const page = (
    <>
      <main>
        <UserAvatarManager user={gone(ada)} confirm={false} />
        <UserAvatarManager user={gone(grace)} confirm={false} />
      </main>
      <RemovedImages />
    </>
  )
  return { adapter, restoreUserProfileImage, ...renderInPanel(page, { adapter, strict: true, ...more }) }
}

describe('recently removed', () => {
  it('says whose, why, how long each is kept, and that they are personal data', async () => {
    setUp()
    expect(await screen.findByText('6 days left')).toBeVisible()
    expect(row('Ada Lovelace')).toHaveTextContent(
      /Image removed by Mira 1 hour agoSpam or advertising6 days left Kept until/,
    )
    expect(within(row('Grace Hopper')).getByText('1 hour left')).toBeVisible()
    expect(screen.getByText(/^Removed pictures are personal data\./)).toBeVisible()
    expect(restore('Ada Lovelace')).toHaveAccessibleDescription('Ada Lovelace')
  })

  it('restoring shows the picture everywhere at once; it is said once, and the row and the focus stay', async () => {
    const { restoreUserProfileImage } = setUp({ delay: 200 })
    await userEvent.click(await screen.findByText('Ada Lovelace', { selector: 'li *' }))
    const place = () => row('Grace Hopper').getBoundingClientRect().top - tray().getBoundingClientRect().top
    const before = place()
    await userEvent.click(restore('Ada Lovelace'))
    expect(picture('Ada Lovelace')).toHaveAttribute('src', ada.imageUrl)
    expect(restore('Ada Lovelace')).toHaveAttribute('aria-disabled', 'true')
    expect(row('Ada Lovelace')).toHaveTextContent('Restoring the image…')
    await until(() => expect(again('Ada Lovelace')).toHaveFocus())
    expect(row('Ada Lovelace')).toHaveTextContent('Image restored')
    expect(row('Ada Lovelace')).not.toHaveTextContent('days left')
    expect(row('Ada Lovelace')).toHaveAttribute('data-restored')
    expect(again('Ada Lovelace')).toHaveAccessibleDescription('Ada Lovelace')
    expect(within(row('Ada Lovelace')).queryByRole('button', { name: 'Restore image' })).toBeNull()
    expect(spoken()).toEqual(['Ada Lovelace’s profile image is back'])
    // The server has been asked for the list again, and has her on it no longer.
    await wait(700)
    expect(restoreUserProfileImage).toHaveBeenCalledTimes(1)
    expect(rows()).toEqual(['Ada Lovelace', 'Grace Hopper'])
    expect(Math.abs(place() - before)).toBeLessThan(8)
    expect(again('Ada Lovelace')).toHaveFocus()
    expect(picture('Ada Lovelace')).toHaveAttribute('src', ada.imageUrl)
    await userEvent.click(restore('Grace Hopper'))
    await until(() => expect(again('Grace Hopper')).toHaveFocus())
    expect(rows()).toEqual(['Ada Lovelace', 'Grace Hopper'])
  })

  it('in a panel whose own users have another shape', async () => {
    const fields: UserFields<any> = {
      ...commonFields,
      match: (value) => ('uid' in value && 'profile' in value ? String(value.uid) : undefined),
      toUser: ({ uid, profile }) => commonFields.toUser({ id: uid, name: profile.displayName }),
    }
    const adapter = memoryAdapter([gone(ada)], { restoreMs: 30 * DAY, events: [removal(ada, DAY)] })
    renderInPanel(<RemovedImages confirm={false} />, { adapter, fields })
    await userEvent.click(await until(() => restore('Ada Lovelace')))
    await until(() => expect(row('Ada Lovelace')).toHaveTextContent('Image restored'))
    await userEvent.click(again('Ada Lovelace'))
    await until(() => expect(row('Ada Lovelace')).toHaveTextContent('Image removed by you'))
    expect((await adapter.getUser!('ada')).hasImage).toBe(false)
  })

  it('the row is gone when the list is left', async () => {
    const { adapter, client, unmount } = setUp()
    await userEvent.click(await until(() => restore('Ada Lovelace')))
    await until(() => expect(again('Ada Lovelace')).toBeVisible())
    unmount()
    renderInPanel(<RemovedImages />, { adapter, client })
    await until(() => expect(rows()).toEqual(['Grace Hopper']))
  })

  it('Enter twice restores one', async () => {
    const { restoreUserProfileImage } = setUp({ delay: 100 })
    await until(() => restore('Ada Lovelace'))
    act(() => restore('Ada Lovelace').focus())
    await userEvent.keyboard('{Enter}')
    await until(() => expect(again('Ada Lovelace')).toHaveFocus())
    await userEvent.keyboard('{Enter}')
    // It asks, as every removal does.
    const question = await screen.findByRole('alertdialog')
    await until(() => expect(within(question).getByRole('button', { name: 'Cancel' })).toHaveFocus())
    await userEvent.keyboard('{Enter}')
    await until(() => expect(again('Ada Lovelace')).toHaveFocus())
    expect(restoreUserProfileImage).toHaveBeenCalledTimes(1)
  })

  it('Remove again asks and removes; the row stays in its place, can be restored once more, and keeps the focus', async () => {
    const { restoreUserProfileImage } = setUp()
    await userEvent.click(await until(() => restore('Grace Hopper')))
    await until(() => expect(again('Grace Hopper')).toHaveFocus())
    await userEvent.click(again('Grace Hopper'))
    const question = await screen.findByRole('alertdialog')
    expect(question).toHaveTextContent('Grace Hopper')
    await userEvent.click(within(question).getByRole('button', { name: 'Remove image' }))
    await until(() => expect(row('Grace Hopper')).toHaveTextContent('Image removed by you'))
    expect(rows()).toEqual(['Ada Lovelace', 'Grace Hopper'])
    await until(() => expect(row('Grace Hopper').contains(document.activeElement)).toBe(true))
    await userEvent.click(restore('Grace Hopper'))
    await until(() => expect(again('Grace Hopper')).toHaveFocus())
    expect(restoreUserProfileImage).toHaveBeenCalledTimes(2)
  })

  it('Remove again is not offered without the right to remove; the focus is on the row', async () => {
    setUp({}, { can: (action) => action !== 'deleteUserProfileImage' })
    await userEvent.click(await until(() => restore('Ada Lovelace')))
    await until(() => expect(row('Ada Lovelace')).toHaveTextContent('Image restored'))
    expect(within(row('Ada Lovelace')).queryByRole('button', { name: 'Remove again' })).toBeNull()
    expect(row('Ada Lovelace')).toHaveFocus()
  })

  it('a removal elsewhere undoes it again, in the same place', async () => {
    setUp()
    await userEvent.click(await until(() => restore('Grace Hopper')))
    await until(() => expect(again('Grace Hopper')).toBeVisible())
    await userEvent.click(within(managerOf('Grace Hopper')).getByRole('button', { name: 'Remove image' }))
    await until(() => expect(row('Grace Hopper')).toHaveTextContent('Image removed by you'))
    expect(row('Grace Hopper')).not.toHaveTextContent('Image restored')
    expect(row('Grace Hopper')).toHaveTextContent(/(29|30) days left/)
    expect(rows()).toEqual(['Ada Lovelace', 'Grace Hopper'])
  })

  it('a failure takes the picture away again and says why, once; trying again is one click', async () => {
    const { restoreUserProfileImage } = setUp({
      delay: 400,
      fail: ({ method, attempt }) => (method === 'restoreUserProfileImage' && attempt === 1 ? 'forbidden' : undefined),
    })
    await userEvent.click(await until(() => restore('Ada Lovelace')))
    expect(picture('Ada Lovelace')).not.toBeNull()
    await until(() => expect(picture('Ada Lovelace')).toBeNull())
    expect(row('Ada Lovelace')).toHaveTextContent(
      'The image could not be restored You are not allowed to restore this image.',
    )
    expect(spoken()).toEqual([
      'The image could not be restored. You are not allowed to restore this image. Ask an administrator for the right to do so.',
    ])
    const retry = within(row('Ada Lovelace')).getByRole('button', { name: 'Try again' })
    expect(retry).toHaveFocus()
    // Nobody else offers to try a removal again.
    expect(screen.getAllByRole('button', { name: 'Try again' })).toHaveLength(1)
    await userEvent.click(retry)
    await until(() => expect(again('Ada Lovelace')).toBeVisible())
    expect(restoreUserProfileImage).toHaveBeenCalledTimes(2)
  })

  it('clicked twice it is one request', async () => {
    const { restoreUserProfileImage } = setUp({ delay: 100 })
    const button = await until(() => restore('Ada Lovelace'))
    act(() => {
      button.click()
      button.click()
    })
    await until(() => expect(again('Ada Lovelace')).toBeVisible())
    expect(restoreUserProfileImage).toHaveBeenCalledTimes(1)
  })

  it('offline it waits and says so', async () => {
    const { restoreUserProfileImage } = setUp()
    const button = await until(() => restore('Ada Lovelace'))
    act(() => onlineManager.setOnline(false))
    await userEvent.click(button)
    await until(() =>
      expect(row('Ada Lovelace')).toHaveTextContent('Waiting: the image will be restored when the connection is back.'),
    )
    expect(restoreUserProfileImage).not.toHaveBeenCalled()
    act(() => onlineManager.setOnline(true))
    await until(() => expect(again('Ada Lovelace')).toBeVisible())
  })

  it('those whose time is up are not offered', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'Date'] })
    setUp({ events: [removal(ada, 40_000), removal(grace, DAY)] })
    await until(() => expect(within(row('Ada Lovelace')).getByText('1 minute left')).toBeVisible())
    act(() => void vi.advanceTimersByTime(60_000))
    expect(within(tray()).queryByText('Ada Lovelace')).toBeNull()
    expect(within(row('Grace Hopper')).getByText('23 hours left')).toBeVisible()
  })
})

describe('its limits', () => {
  it('no right to restore: the pictures, and no button', async () => {
    const adapter = memoryAdapter([gone(ada)], { restoreMs: DAY, events: [removal(ada, DAY)] })
    renderInPanel(<RemovedImages />, { adapter, can: (action) => action !== 'restoreUserProfileImage' })
    expect(await screen.findByText('Ada Lovelace')).toBeVisible()
    expect(screen.queryByRole('button', { name: 'Restore image' })).toBeNull()
  })

  it('no method: nothing', () => {
    renderInPanel(<RemovedImages />, { adapter: memoryAdapter([ada]) })
    expect(document.querySelector('[data-slot="removed-images"]')).toBeNull()
  })

  it('the host’s toaster is told in place of the live regions', async () => {
    const notices: Notice[] = []
    const adapter = memoryAdapter([gone(ada)], { restoreMs: DAY, events: [removal(ada, DAY)] })
    renderInPanel(<RemovedImages />, { adapter, notify: (notice) => notices.push(notice) })
    await userEvent.click(await screen.findByRole('button', { name: 'Restore image' }))
    await until(() =>
      expect(notices).toMatchObject([{ type: 'undone', userId: 'ada', title: 'Ada Lovelace’s profile image is back' }]),
    )
  })
})
