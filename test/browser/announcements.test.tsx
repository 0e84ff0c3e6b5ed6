import { onlineManager } from '@tanstack/react-query'
import { act, screen, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { userEvent } from 'vitest/browser'
import { RemovedImages } from '../../src/activity.ts'
import { memoryAdapter } from '../../src/adapters/memory.ts'
import { BulkRemoval } from '../../src/bulk.ts'
import { AvatarKitError, type ErrorCode, UserAvatarManager } from '../../src/index.ts'
import { AvatarReview } from '../../src/review.ts'
import '../../src/styles/desk.css'
import '../../src/styles/styles.css'
import { UserTable } from '../../src/table.ts'
import { UserImageUpload } from '../../src/upload.ts'
import { ada, grace } from '../support/backend.ts'
import { crowdOf } from '../support/bulkCrowd.ts'
import { NOW } from '../support/now.ts'
import { recordAnnouncements } from '../support/recordAnnouncements.ts'
import { renderInPanel } from '../support/renderInPanel.tsx'
import { userList } from '../support/UserList.ts'
import { until, wait } from '../support/until.ts'
import { halves } from '../support/uploadBackend.ts'

beforeEach(() => sessionStorage.clear())
afterEach(() => onlineManager.setOnline(true))

const click = async (name: string | RegExp) => userEvent.click(await screen.findByRole('button', { name }))

/** The words that were to come, and no others: not even a moment later. */
async function expectSaid(said: readonly string[], words: readonly string[]) {
  await until(() => expect(said).toEqual(words))
  await wait(400)
  expect(said).toEqual(words)
}

/** An adapter that refuses the first removal, where a code is given. */
function adapterFor(code?: ErrorCode, retryAfter?: number) {
  const adapter = memoryAdapter([ada, grace], { delay: 20, policy: { retries: 0 } })
  const refuse = () => Promise.reject(new AvatarKitError(code!, { userId: 'ada', retryAfter }))
  return code ? { ...adapter, getUser: undefined, deleteUserProfileImage: refuse } : adapter
}

async function confirm() {
  await click('Remove image')
  const dialog = within(await screen.findByRole('alertdialog'))
  await userEvent.click(dialog.getByRole('button', { name: 'Remove image' }))
}

describe('each outcome of a removal is said once', () => {
  it.each<[outcome: string, code: ErrorCode | undefined, retryAfter: number | undefined, words: string]>([
    ['removed', undefined, undefined, 'polite: Profile image removed'],
    [
      'refused',
      'forbidden',
      undefined,
      'assertive: The image could not be removed. You are not allowed to remove this image. Ask an administrator for the right to do so.',
    ],
    [
      'too many requests',
      'rate-limited',
      12,
      'assertive: The image could not be removed. Too many requests. Try again in 12 seconds.',
    ],
    [
      'nobody knows',
      'unknown-outcome',
      undefined,
      'assertive: The image could not be removed. It is not known whether the image was removed. Reload the page to see, then try again if it is still there.',
    ],
    [
      'no such user',
      'user-not-found',
      undefined,
      'assertive: The image could not be removed. Ada Lovelace no longer exists. The lists are being refreshed.',
    ],
  ])('%s', async (_, code, retryAfter, words) => {
    const said = recordAnnouncements()
    renderInPanel(<UserAvatarManager user={ada} />, { adapter: adapterFor(code, retryAfter), strict: true })
    await confirm()
    await expectSaid(said, [words])
  })

  it('in the dialog that waits for the answer, too', async () => {
    const said = recordAnnouncements()
    renderInPanel(<UserAvatarManager user={ada} mode="pessimistic" />, { adapter: adapterFor('forbidden') })
    await confirm()
    await expectSaid(said, [
      'assertive: The image could not be removed. You are not allowed to remove this image. Ask an administrator for the right to do so.',
    ])
  })

  it('while there is no connection that it waits, and the end when it is back', async () => {
    const said = recordAnnouncements()
    renderInPanel(<UserAvatarManager user={ada} />, { adapter: adapterFor(), strict: true })
    onlineManager.setOnline(false)
    await confirm()
    await expectSaid(said, ['polite: Waiting: the image will be removed when the connection is back.'])
    act(() => onlineManager.setOnline(true))
    await expectSaid(said, [
      'polite: Waiting: the image will be removed when the connection is back.',
      'polite: Profile image removed',
    ])
  })

  it('the same words again for the next person', async () => {
    const said = recordAnnouncements()
    renderInPanel(
      [ada, grace].map((user) => <UserAvatarManager key={user.id} user={user} confirm={false} />),
      { adapter: adapterFor() },
    )
    for (const button of screen.getAllByRole('button', { name: 'Remove image' })) {
      await userEvent.click(button)
      await wait(200)
    }
    await expectSaid(said, ['polite: Profile image removed', 'polite: Profile image removed'])
  })

  it('undone: what can be undone, and that it was', async () => {
    const said = recordAnnouncements()
    renderInPanel(<UserAvatarManager user={ada} mode="undoable" confirm={false} />, {
      adapter: adapterFor(),
      undoMs: 60_000,
    })
    await click('Remove image')
    await click('Undo')
    await expectSaid(said, [
      'assertive: Notice Ada Lovelace’s profile image will be removed Press F8 to go to the notices and undo it.',
      'polite: The removal was undone',
    ])
  })
})

describe('each other outcome is said once', () => {
  const file = async () => new File([await halves(640, 640)], 'ada.png', { type: 'image/png' })
  const replace = async () => {
    await click('Replace image')
    const dialog = within(await screen.findByRole('dialog'))
    await userEvent.upload(dialog.getByLabelText('Choose a picture'), await file())
    await dialog.findByRole('application')
    await userEvent.click(dialog.getByRole('button', { name: 'Set image' }))
  }

  it('replaced', async () => {
    renderInPanel(<UserImageUpload user={ada} />, { adapter: adapterFor(), strict: true })
    const said = recordAnnouncements()
    await replace()
    await expectSaid(said, ['polite: Opening the picture…', 'polite: Profile image replaced'])
  })

  it('replaced, once there is a connection', async () => {
    renderInPanel(<UserImageUpload user={ada} />, { adapter: adapterFor() })
    const said = recordAnnouncements()
    onlineManager.setOnline(false)
    await replace()
    const before = [
      'polite: Opening the picture…',
      'polite: Waiting: the new image will be set when the connection is back.',
    ]
    await expectSaid(said, before)
    act(() => onlineManager.setOnline(true))
    await expectSaid(said, [...before, 'polite: Profile image replaced'])
  })

  it.each([true, false])('restored, with a connection: %s', async (online) => {
    const events = [
      {
        id: 'x',
        type: 'removed' as const,
        at: NOW - 3_600_000,
        userId: 'ada',
        actor: { id: 'mo', name: 'Mo' },
        imageUrl: ada.imageUrl,
        restorableUntil: NOW + 86_400_000,
      },
    ]
    const adapter = memoryAdapter([{ ...ada, imageUrl: null, hasImage: false }], {
      events,
      restoreMs: 86_400_000,
      delay: 20,
    })
    renderInPanel(<RemovedImages />, { adapter, strict: true })
    const restore = await screen.findByRole('button', { name: 'Restore image' })
    const said = recordAnnouncements()
    onlineManager.setOnline(online)
    await userEvent.click(restore)
    const before = online ? [] : ['polite: Waiting: the image will be restored when the connection is back.']
    if (!online) await expectSaid(said, before)
    act(() => onlineManager.setOnline(true))
    await expectSaid(said, [...before, 'polite: Ada Lovelace’s profile image is back'])
  })

  it('the end of a removal of many', async () => {
    const said = recordAnnouncements()
    renderInPanel(<BulkRemoval users={crowdOf(3)} />, {
      adapter: memoryAdapter(crowdOf(3), { delay: 20 }),
      strict: true,
    })
    await click('Remove 3 images')
    await click('Remove 3 images')
    await expectSaid(said, ['polite: 3 images removed'])
  })

  it('a removal of many that was stopped', async () => {
    const said = recordAnnouncements()
    renderInPanel(<BulkRemoval users={crowdOf(30)} />, { adapter: memoryAdapter(crowdOf(30), { delay: 100 }) })
    await click('Remove 30 images')
    await click('Remove 30 images')
    await click('Stop')
    await until(() => expect(said).toHaveLength(1))
    await wait(600)
    expect(said).toEqual([expect.stringMatching(/^polite: \d+ images removed, \d+ not sent$/)])
  })

  it('a decision of a review', async () => {
    renderInPanel(<AvatarReview users={[ada, grace]} storageKey={false} />, { adapter: adapterFor(), undoMs: 60_000 })
    const cell = await until(() => document.querySelector<HTMLElement>('[data-slot="avatar-review-cell"]')!)
    act(() => cell.focus())
    const said = recordAnnouncements()
    await userEvent.keyboard('k')
    await expectSaid(said, ['polite: Kept: Ada Lovelace'])
  })
})

describe('nothing is said', () => {
  it('when a page is there, and when it is rendered again', async () => {
    const { adapter } = userList(40)
    const page = () => (
      <>
        <UserAvatarManager user={{ ...ada }} />
        <UserImageUpload user={{ ...grace }} />
        <BulkRemoval users={[{ ...ada }]} />
        <UserTable />
      </>
    )
    const said = recordAnnouncements()
    const { rerender, client } = renderInPanel(page(), { adapter, strict: true })
    await screen.findByRole('row', { name: 'User 000000' })
    await wait(300)
    expect(said).toEqual([])
    for (let time = 0; time < 3; time++) rerender(page())
    await act(() => client.refetchQueries())
    await wait(300)
    expect(said).toEqual([])
  })
})
