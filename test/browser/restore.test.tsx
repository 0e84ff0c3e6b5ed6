import { onlineManager } from '@tanstack/react-query'
import { act, screen, within } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import { RemovedImages } from '../../src/activity.ts'
import { type MemoryAdapterOptions, memoryAdapter } from '../../src/adapters/memory.ts'
import { type ImageEvent, type Notice, UserAvatarManager } from '../../src/index.ts'
import '../../src/styles/styles.css'
import '../../src/styles/desk.css'
import { ada, grace } from '../support/backend.ts'
import { renderInPanel } from '../support/renderInPanel.tsx'
import { until, wait } from '../support/until.ts'

const DAY = 86_400_000
const tray = () => screen.getByRole('region', { name: 'Recently removed' })
const row = (name: string) => within(tray()).getByText(name).closest('li')!
const restore = (name: string) => within(row(name)).getByRole('button', { name: 'Restore image' })
const picture = (name: string) => screen.getByRole('group', { name }).querySelector('img')
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
  more: { notify?: (notice: Notice) => void; can?: () => boolean } = {},
) {
  const events = [removal(ada, 6.5 * DAY, { reason: 'spam' }), removal(grace, 90 * 60_000)]
  const adapter = { ...memoryAdapter([gone(ada), gone(grace)], { restoreMs: 30 * DAY, events, ...options }) }
  const restoreUserProfileImage = vi.spyOn(adapter, 'restoreUserProfileImage')
  const page = (
    <>
      <UserAvatarManager user={gone(ada)} confirm={false} />
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

  it('restoring shows the picture everywhere at once; it is said once, and the focus is on the next', async () => {
    const { restoreUserProfileImage } = setUp({ delay: 200 })
    await userEvent.click(await screen.findByText('Ada Lovelace', { selector: 'li *' }))
    await userEvent.click(restore('Ada Lovelace'))
    expect(picture('Ada Lovelace')).toHaveAttribute('src', ada.imageUrl)
    expect(restore('Ada Lovelace')).toHaveAttribute('aria-disabled', 'true')
    expect(row('Ada Lovelace')).toHaveTextContent('Restoring the image…')
    await until(() => expect(within(tray()).queryByText('Ada Lovelace')).toBeNull())
    expect(restoreUserProfileImage).toHaveBeenCalledTimes(1)
    expect(spoken()).toEqual(['Ada Lovelace’s profile image is back'])
    expect(within(tray()).getByText('Ada Lovelace’s profile image is back')).toBeVisible()
    await until(() => expect(restore('Grace Hopper')).toHaveFocus())
    await wait(500)
    expect(picture('Ada Lovelace')).toHaveAttribute('src', ada.imageUrl)
    await userEvent.click(restore('Grace Hopper'))
    expect(await screen.findByText('No removed pictures are kept at the moment.')).toBeVisible()
    await until(() => expect(tray()).toHaveFocus())
  })

  it('a removal undoes it again, and is in the tray', async () => {
    setUp()
    await userEvent.click(await until(() => restore('Ada Lovelace')))
    await until(() => expect(within(tray()).queryByText('Ada Lovelace')).toBeNull())
    await userEvent.click(screen.getByRole('button', { name: 'Remove image' }))
    await until(() => expect(row('Ada Lovelace')).toHaveTextContent('Image removed by you'))
    expect(screen.queryByText('Ada Lovelace’s profile image is back')).toBeNull()
    expect(row('Ada Lovelace')).toHaveTextContent(/(29|30) days left/)
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
    const again = within(row('Ada Lovelace')).getByRole('button', { name: 'Try again' })
    expect(again).toHaveFocus()
    // Nobody else offers to try a removal again.
    expect(screen.getAllByRole('button', { name: 'Try again' })).toHaveLength(1)
    await userEvent.click(again)
    await until(() => expect(within(tray()).queryByText('Ada Lovelace')).toBeNull())
    expect(restoreUserProfileImage).toHaveBeenCalledTimes(2)
  })

  it('clicked twice it is one request', async () => {
    const { restoreUserProfileImage } = setUp({ delay: 100 })
    const button = await until(() => restore('Ada Lovelace'))
    act(() => {
      button.click()
      button.click()
    })
    await until(() => expect(within(tray()).queryByText('Ada Lovelace')).toBeNull())
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
    await until(() => expect(within(tray()).queryByText('Ada Lovelace')).toBeNull())
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
