import { act, screen, within } from '@testing-library/react'
import { useState } from 'react'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { RemovedImages } from '../../src/activity.ts'
import { memoryAdapter } from '../../src/adapters/memory.ts'
import { BulkRemoval, BulkRemovalTray } from '../../src/bulk.ts'
import { type ImageEvent, UserAvatarManager } from '../../src/index.ts'
import { AvatarReview, type ReviewDecided } from '../../src/review.ts'
import '../../src/styles/desk.css'
import '../../src/styles/styles.css'
import { UserTable } from '../../src/table.ts'
import { ada, backend, grace } from '../support/backend.ts'
import { NOW } from '../support/now.ts'
import { pressTwice } from '../support/pressAt.ts'
import { renderInPanel } from '../support/renderInPanel.tsx'
import { until, wait } from '../support/until.ts'

beforeEach(async () => {
  sessionStorage.clear()
  localStorage.clear()
  await page.viewport(900, 800)
  await userEvent.unhover(document.body)
})

const HOUR = 3_600_000
const PICTURE = 'data:image/gif;base64,R0lGODlhAQABAIAAAP///wAAACH5BAEAAAAALAAAAAABAAEAAAICRAEAOw=='
const people = Array.from({ length: 8 }, (_, at) => ({
  id: `p${at + 1}`,
  firstName: `Person ${at + 1}`,
  imageUrl: `${PICTURE}#${at + 1}`,
  hasImage: true,
}))

describe('two clicks in one place, in a list of removed pictures', () => {
  it.each([
    ['a double click', 120, 2],
    ['a slow double click', 350, 2],
    ['a second click of somebody who saw nothing happen', 400, 1],
  ] as const)('%s restores one person’s picture, and asks nothing', async (_, pauseMs, count) => {
    const events = people.map(
      ({ id, imageUrl }, at): ImageEvent => ({
        id: `event-${id}`,
        type: 'removed',
        at: NOW - (at + 1) * HOUR,
        userId: id,
        actor: { id: 'mo' },
        imageUrl,
        restorableUntil: NOW + 48 * HOUR,
      }),
    )
    const gone = people.map((user) => ({ ...user, imageUrl: null as unknown as string, hasImage: false }))
    const adapter = { ...memoryAdapter(gone, { restoreMs: 48 * HOUR, events }) }
    const restore = vi.spyOn(adapter, 'restoreUserProfileImage')
    renderInPanel(<RemovedImages />, { adapter, strict: true })
    await pressTwice((await screen.findAllByRole('button', { name: 'Restore image' }))[2]!, pauseMs, count)
    await until(() => expect(screen.getByText('Image restored')).toBeVisible())
    await wait(300)
    expect(restore.mock.calls.map(([id]) => id)).toEqual(['p3'])
    expect(screen.queryByRole('alertdialog')).toBeNull()
  })
})

/** Two removals that can be undone, each with its notice. */
async function holdTwo() {
  const { adapter, deleteUserProfileImage } = backend()
  renderInPanel(
    <>
      <UserAvatarManager user={ada} mode="undoable" confirm={false} />
      <UserAvatarManager user={grace} mode="undoable" confirm={false} />
    </>,
    { adapter, undoMs: 60_000 },
  )
  for (const name of ['Ada Lovelace', 'Grace Hopper'])
    await userEvent.click(within(screen.getByRole('group', { name })).getByRole('button', { name: 'Remove image' }))
  return deleteUserProfileImage
}

describe.each([
  ['a double click', 120],
  ['a slow double click', 350],
])('%s', (_, pauseMs) => {
  const press = (button: HTMLElement) => pressTwice(button, pauseMs)

  it('on Undo in a notice takes one removal back', async () => {
    const deleteUserProfileImage = await holdTwo()
    await until(() => expect(screen.getAllByRole('button', { name: 'Undo' })).toHaveLength(2))
    await press(screen.getAllByRole('button', { name: 'Undo' })[0]!)
    await wait(300)
    expect(document.querySelectorAll('[data-status="held"][data-slot="user-avatar-manager"]')).toHaveLength(1)
    expect(deleteUserProfileImage).not.toHaveBeenCalled()
  })

  it('on closing a notice sends one removal', async () => {
    const deleteUserProfileImage = await holdTwo()
    await until(() => expect(screen.getAllByRole('button', { name: 'Close' })).toHaveLength(2))
    await press(screen.getAllByRole('button', { name: 'Close' })[0]!)
    await wait(300)
    expect(deleteUserProfileImage).toHaveBeenCalledTimes(1)
  })

  it('on Remove image where the question has its own button beneath: it asks', async () => {
    const { adapter, deleteUserProfileImage } = backend()
    renderInPanel(<UserAvatarManager user={ada} />, { adapter })
    const trigger = screen.getByRole('button', { name: 'Remove image' })
    await userEvent.click(trigger)
    const box = (await screen.findByRole('alertdialog'))
      .querySelector('[data-slot="user-avatar-manager-confirm"]')!
      .getBoundingClientRect()
    await userEvent.keyboard('{Escape}')
    await until(() => expect(screen.queryByRole('alertdialog')).toBeNull())
    Object.assign(trigger.style, { position: 'fixed', left: `${box.x}px`, top: `${box.y}px`, width: `${box.width}px` })
    await press(trigger)
    expect(screen.getByRole('alertdialog')).toBeVisible()
    await wait(300)
    expect(deleteUserProfileImage).not.toHaveBeenCalled()
  })

  it('on the question’s button presses nothing that is beneath it', async () => {
    const { adapter, deleteUserProfileImage } = backend()
    const onHost = vi.fn()
    renderInPanel(
      <>
        <style>{'[data-slot] { animation: none !important }'}</style>
        <UserAvatarManager user={ada} />
        <div style={{ position: 'fixed', inset: '30% 0' }}>
          {/* The host's own. */}
          <button type="button" style={{ width: '100%', height: '100%' }} onClick={onHost}>
            Delete account
          </button>
        </div>
      </>,
      { adapter },
    )
    await userEvent.click(screen.getByRole('button', { name: 'Remove image' }))
    const dialog = await screen.findByRole('alertdialog')
    await press(within(dialog).getByRole('button', { name: 'Remove image' }))
    await until(() => expect(screen.queryByRole('alertdialog')).toBeNull())
    expect(deleteUserProfileImage).toHaveBeenCalledTimes(1)
    expect(onHost).not.toHaveBeenCalled()
  })

  it('on Try again in a report tries one person’s', async () => {
    const tried: string[] = []
    const adapter = {
      deleteUserProfileImage: async (userId: string) => {
        tried.push(userId)
        if (tried.filter((id) => id === userId).length === 1) throw Object.assign(new Error('no'), { status: 500 })
        return { id: userId, imageUrl: null, hasImage: false }
      },
    }
    renderInPanel(<BulkRemoval users={people.slice(0, 3)} />, { adapter })
    await userEvent.click(screen.getByRole('button', { name: 'Remove 3 images' }))
    await userEvent.click(
      within(await screen.findByRole('alertdialog')).getByRole('button', { name: 'Remove 3 images' }),
    )
    await until(() => expect(screen.getAllByRole('button', { name: /^Try again: / })).toHaveLength(3))
    await until(() => expect(screen.queryByRole('alertdialog')).toBeNull())
    await press(screen.getAllByRole('button', { name: /^Try again: / })[0]!)
    await wait(300)
    expect(tried).toHaveLength(4)
  })

  it('on closing a run in the tray closes that one', async () => {
    const adapter = {
      deleteUserProfileImage: async (userId: string) => ({ id: userId, imageUrl: null, hasImage: false }),
    }
    renderInPanel(
      <>
        <BulkRemoval users={people.slice(0, 1)} />
        <BulkRemoval users={people.slice(1, 2)} />
        <BulkRemovalTray />
      </>,
      { adapter },
    )
    for (const at of [0, 0]) {
      await userEvent.click(screen.getAllByRole('button', { name: 'Remove 1 image' })[at]!)
      await userEvent.click(
        within(await screen.findByRole('alertdialog')).getByRole('button', { name: 'Remove 1 image' }),
      )
      await until(() => expect(screen.queryByRole('alertdialog')).toBeNull())
    }
    const tray = screen.getByRole('region', { name: /image removals/i })
    await until(() => expect(within(tray).getAllByRole('button', { name: 'Close' })).toHaveLength(2))
    await press(within(tray).getAllByRole('button', { name: 'Close' })[0]!)
    await wait(300)
    expect(within(tray).getAllByRole('button', { name: 'Close' })).toHaveLength(1)
  })

  it('in a table whose rows go: one person’s picture', async () => {
    const adapter = { ...memoryAdapter(people) }
    const remove = vi.spyOn(adapter, 'deleteUserProfileImage')
    renderInPanel(<UserTable defaultParams={{ hasImage: true }} confirm={false} />, { adapter })
    await until(() => expect(screen.getAllByRole('button', { name: 'Remove image' })).toHaveLength(8))
    await press(screen.getAllByRole('button', { name: 'Remove image' })[2]!)
    await wait(300)
    expect(remove.mock.calls.map(([id]) => id)).toEqual(['p3'])
  })

  it.each(['Keep', 'Remove', 'Skip'])('on %s in the review decides one', async (name) => {
    const decided: ReviewDecided[] = []
    renderInPanel(<AvatarReview pageSize={6} onDecision={(one) => decided.push(one)} />, {
      adapter: memoryAdapter(people),
      undoMs: 60_000,
    })
    await until(() => expect(screen.getByText('Person 1', { selector: '[data-slot="avatar-review-name"]' })))
    await press(screen.getAllByRole('button', { name })[0]!)
    expect(decided.map(({ user }) => user.id)).toEqual(['p1'])
    expect(screen.queryByRole('dialog')).toBeNull()
  })
})

describe('a double click in the review', () => {
  const open = async () => {
    const decided: ReviewDecided[] = []
    renderInPanel(<AvatarReview pageSize={3} onDecision={(one) => decided.push(one)} />, {
      adapter: memoryAdapter(people),
      undoMs: 60_000,
    })
    await until(() => expect(screen.getByText('Person 1', { selector: '[data-slot="avatar-review-name"]' })))
    act(() => document.querySelector<HTMLElement>('[data-slot="avatar-review-cell"]')!.focus())
    return decided
  }

  it('on Undo takes back one decision', async () => {
    const decided = await open()
    await userEvent.keyboard('kr')
    await pressTwice(screen.getByRole('button', { name: /^Undo/, expanded: undefined, description: '' }), 120)
    expect(decided.map(({ user, decision }) => [user.id, decision])).toEqual([
      ['p1', 'keep'],
      ['p2', 'remove'],
      ['p2', undefined],
    ])
  })

  it('on Next page turns one page', async () => {
    await open()
    await until(() => expect(screen.getByRole('button', { name: 'Next page' })))
    await pressTwice(screen.getByRole('button', { name: 'Next page' }), 120)
    expect(screen.getByText('Person 4', { selector: '[data-slot="avatar-review-name"]' })).toBeVisible()
  })

  it('enlarged decides about one; a click for each picture decides about each', async () => {
    const decided = await open()
    await userEvent.keyboard('{Enter}')
    const keep = () => within(screen.getByRole('dialog')).getByRole('button', { name: /^Keep/ })
    await screen.findByRole('dialog')
    await pressTwice(keep(), 200)
    expect(decided.map(({ user }) => user.id)).toEqual(['p1'])
    await userEvent.click(keep())
    expect(decided.map(({ user }) => user.id)).toEqual(['p1', 'p2'])
  })
})

describe('what is not a repeated click', () => {
  it('the same button again and again', async () => {
    const onClick = vi.fn()
    function Count() {
      const [count, setCount] = useState(0)
      return (
        <button
          type="button"
          data-slot="user-table-page-button"
          onClick={() => {
            onClick()
            setCount(count + 1)
          }}
        >
          Further {count}
        </button>
      )
    }
    renderInPanel(<Count />, { adapter: memoryAdapter(people) })
    await pressTwice(screen.getByRole('button', { name: /^Further/ }), 120)
    expect(onClick).toHaveBeenCalledTimes(2)
  })

  it('what the host shows in the place of its own', async () => {
    const onSecond = vi.fn()
    function Swap() {
      const [first, setFirst] = useState(true)
      return first ? (
        <button key="first" type="button" onClick={() => setFirst(false)}>
          Swap
        </button>
      ) : (
        <button key="second" type="button" onClick={onSecond}>
          Swap
        </button>
      )
    }
    renderInPanel(<Swap />, { adapter: memoryAdapter(people) })
    await pressTwice(screen.getByRole('button', { name: 'Swap' }), 120)
    expect(onSecond).toHaveBeenCalledTimes(1)
  })

  it('a label and its input', async () => {
    const onChange = vi.fn()
    renderInPanel(
      <label data-slot="user-table-choice-label">
        Everybody <input type="checkbox" onChange={onChange} />
      </label>,
      { adapter: memoryAdapter(people) },
    )
    await userEvent.click(screen.getByText('Everybody'))
    expect(screen.getByRole('checkbox')).toBeChecked()
    expect(onChange).toHaveBeenCalledTimes(1)
  })

  it('another place', async () => {
    const adapter = { ...memoryAdapter(people) }
    const remove = vi.spyOn(adapter, 'deleteUserProfileImage')
    renderInPanel(<UserTable defaultParams={{ hasImage: true }} confirm={false} />, { adapter })
    await until(() => expect(screen.getAllByRole('button', { name: 'Remove image' })).toHaveLength(8))
    await userEvent.click(screen.getAllByRole('button', { name: 'Remove image' })[0]!)
    await userEvent.click(screen.getAllByRole('button', { name: 'Remove image' })[4]!)
    await until(() => expect(remove).toHaveBeenCalledTimes(2))
    await until(() => expect(screen.getAllByRole('button', { name: 'Remove image' })).toHaveLength(6))
    await userEvent.click(screen.getAllByRole('button', { name: 'Remove image' })[4]!)
    await until(() => expect(remove).toHaveBeenCalledTimes(3))
  })
})
