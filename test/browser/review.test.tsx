import { onlineManager, QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { act, screen, within } from '@testing-library/react'
import { DropdownMenu, Popover, Select } from 'radix-ui'
import { useState } from 'react'
import { createPortal } from 'react-dom'
import { hydrateRoot } from 'react-dom/client'
import { renderToString } from 'react-dom/server'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import { type MemoryAdapterOptions, memoryAdapter } from '../../src/adapters/memory.ts'
import { AvatarKitProvider, type UserListParams } from '../../src/index.ts'
import {
  AvatarReview,
  AvatarReviewGrid,
  type AvatarReviewProps,
  AvatarReviewRoot,
  type ReviewDecided,
} from '../../src/review.ts'
import '../../src/styles/styles.css'
import '../../src/styles/desk.css'
import { renderInPanel } from '../support/renderInPanel.tsx'
import { stopClock } from '../support/stopClock.ts'
import { tick, until, wait } from '../support/until.ts'

beforeEach(() => localStorage.clear())
afterEach(() => onlineManager.setOnline(true))

const PICTURE = 'data:image/gif;base64,R0lGODlhAQABAIAAAP///wAAACH5BAEAAAAALAAAAAABAAEAAAICRAEAOw=='
/** A picture of one's own for each: the address tells whose it is. */
const picture = (at: number) => `${PICTURE}#${at}`
const people = (count: number) =>
  Array.from({ length: count }, (_, at) => ({
    id: `p${at + 1}`,
    firstName: `Person ${at + 1}`,
    imageUrl: picture(at + 1),
    hasImage: true,
    emailAddress: `p${at + 1}@people.test`,
  }))

interface Options extends Omit<MemoryAdapterOptions, 'delay'> {
  count?: number
  delay?: number
  undoMs?: number
  /** What the server's answer to a removal waits for. */
  answered?: Promise<void>
  strict?: boolean
  notify?: () => void
  can?: () => boolean
}

const UNDO_MS = 60_000

/** A review over a backend in memory that writes down what it was asked. */
function setUp(
  props: AvatarReviewProps = {},
  { count = 10, undoMs = UNDO_MS, answered, strict, notify, can, ...options }: Options = {},
) {
  const memory = memoryAdapter(people(count), options)
  const removed: { id: string; reason: string | undefined }[] = []
  const lists: UserListParams[] = []
  const adapter = {
    ...memory,
    deleteUserProfileImage: vi.fn(async (userId: string, context?: { reason?: string }) => {
      removed.push({ id: userId, reason: context?.reason })
      await answered
      return memory.deleteUserProfileImage(userId, context)
    }),
    getUserList: (params: UserListParams, context?: object) => {
      lists.push(params)
      return memory.getUserList!(params, context)
    },
    restoreUserProfileImage: memory.restoreUserProfileImage && vi.fn(memory.restoreUserProfileImage),
  }
  const decided: ReviewDecided[] = []
  const onDecision = (one: ReviewDecided) => decided.push(one)
  return {
    adapter,
    removed,
    lists,
    decided,
    ...renderInPanel(<AvatarReview pageSize={6} onDecision={onDecision} {...props} />, {
      adapter,
      undoMs,
      strict,
      notify,
      can,
    }),
  }
}

const cells = () => [...document.querySelectorAll<HTMLElement>('[data-slot="avatar-review-cell"]')]
const card = (name: string) =>
  screen.getByText(name, { selector: '[data-slot="avatar-review-name"]' }).closest<HTMLElement>('[role="row"]')!
/** A button of one picture. The pointer goes there first: where an earlier test left it, another picture may show its buttons too. */
const buttonOf = async (person: string, name: string) => {
  await userEvent.hover(card(person))
  return within(card(person)).getByRole('button', { name })
}
const cell = (name: string) => card(name).querySelector<HTMLElement>('[data-slot="avatar-review-cell"]')!
const box = (name: string) => card(name).querySelector<HTMLElement>('[data-slot="avatar-review-picture"]')!
const press = (keys: string) => userEvent.keyboard(keys)
const said = () => document.querySelector('[data-slot="avatar-review-status"]')!.textContent
const begin = async () => {
  await until(() => expect(cells().length).toBeGreaterThan(0))
  act(() => cells()[0]!.focus())
}

describe('deciding', () => {
  it('one key is one decision, and the focus goes on with it', async () => {
    const { decided, removed } = setUp()
    await begin()
    await press('krs')
    expect(decided.map(({ user, decision }) => [user.id, decision])).toEqual([
      ['p1', 'keep'],
      ['p2', 'remove'],
      ['p3', 'skip'],
    ])
    expect(cell('Person 4')).toHaveFocus()
    expect(within(card('Person 1')).getByText('Kept')).toBeInTheDocument()
    expect(card('Person 2').querySelector('img')).toBeNull()
    expect(screen.getByText('7 left')).toBeInTheDocument()
    expect(screen.getByText('3 done')).toBeInTheDocument()
    // It is shown, and nothing was sent yet.
    expect(removed).toEqual([])
  })

  it('held keys decide once', async () => {
    const { decided } = setUp()
    await begin()
    await press('{k>5/}')
    expect(decided).toHaveLength(1)
  })

  it('by its buttons, of the picture in front and of the one under the pointer', async () => {
    const { decided } = setUp()
    await begin()
    await userEvent.click(await buttonOf('Person 1', 'Keep'))
    await userEvent.hover(cell('Person 5'))
    await userEvent.click(await buttonOf('Person 5', 'Remove'))
    expect(decided.map(({ user, decision }) => [user.id, decision])).toEqual([
      ['p1', 'keep'],
      ['p5', 'remove'],
    ])
    expect(cell('Person 6')).toHaveFocus()
  })

  it('a double click on Skip skips once and undoes nothing', async () => {
    const { decided } = setUp()
    await begin()
    await userEvent.dblClick(await buttonOf('Person 1', 'Skip'))
    expect(decided).toHaveLength(1)
    expect(screen.queryByRole('dialog')).toBeNull()
  })

  it('may be changed: another decision replaces it', async () => {
    const { decided, removed, unmount } = setUp()
    await begin()
    await press('r{ArrowLeft}k')
    expect(decided.at(-1)).toMatchObject({ user: { id: 'p1' }, decision: 'keep', previousDecision: 'remove' })
    expect(card('Person 1').querySelector('img')).not.toBeNull()
    // What was not taken back would be sent now.
    unmount()
    await wait(100)
    expect(removed).toEqual([])
  })

  it('with a reason that was chosen by a digit', async () => {
    const { removed, decided } = setUp({ reasons: ['spam', { code: 'minor', label: 'Shows a minor' }] }, { undoMs: 0 })
    await begin()
    await press('2r')
    expect(screen.getByRole('button', { name: 'Shows a minor' })).toHaveAttribute('aria-pressed', 'true')
    expect(within(card('Person 1')).getByText('Removed: Shows a minor')).toBeInTheDocument()
    await press('r0r')
    await until(() => expect(removed.map(({ reason }) => reason)).toEqual(['minor', 'minor', undefined]))
    expect(decided.map(({ reason }) => reason)).toEqual(['minor', 'minor', undefined])
  })

  it('in StrictMode, once', async () => {
    const clock = stopClock()
    const { decided, removed } = setUp({}, { strict: true })
    await begin()
    await press('rr')
    act(() => clock.advance(UNDO_MS))
    await until(() => expect(removed.map(({ id }) => id)).toEqual(['p1', 'p2']))
    act(() => clock.advance(UNDO_MS))
    await tick()
    expect(removed).toHaveLength(2)
    expect(decided).toHaveLength(2)
  })

  it('gives no notices, neither to the panel nor to the host’s toaster', async () => {
    const notify = vi.fn()
    const { removed } = setUp(
      {},
      { undoMs: 100, notify, fail: ({ userId }) => (userId === 'p2' ? 'forbidden' : undefined) },
    )
    await begin()
    await press('rr')
    await until(() => expect(removed).toHaveLength(2))
    await until(() => expect(card('Person 2')).toHaveAttribute('data-status', 'failed'))
    expect(notify).not.toHaveBeenCalled()
    expect(
      screen.queryByRole('button', { name: 'Undo', hidden: true })?.closest('[data-slot="undo-notice"]'),
    ).toBeFalsy()
  })

  it('nobody removes who may not', async () => {
    const { decided } = setUp({}, { can: () => false })
    await begin()
    await press('r')
    expect(decided).toEqual([])
    expect(screen.queryByRole('button', { name: 'Remove' })).toBeNull()
  })
})

describe('what the host opens beside a person', () => {
  const items = ['Keep a copy', 'Report', 'Suspend', '1 note']
  const Menu = ({ portal = true }: { portal?: boolean }) => {
    const content = (
      <DropdownMenu.Content>
        {items.map((item) => (
          <DropdownMenu.Item key={item}>{item}</DropdownMenu.Item>
        ))}
      </DropdownMenu.Content>
    )
    return (
      <DropdownMenu.Root>
        <DropdownMenu.Trigger>More</DropdownMenu.Trigger>
        {portal ? <DropdownMenu.Portal>{content}</DropdownMenu.Portal> : content}
      </DropdownMenu.Root>
    )
  }
  const Pick = () => (
    <Select.Root>
      <Select.Trigger aria-label="More">
        <Select.Value placeholder="None" />
      </Select.Trigger>
      <Select.Portal>
        <Select.Content>
          <Select.Viewport>
            {items.map((item) => (
              <Select.Item key={item} value={item}>
                <Select.ItemText>{item}</Select.ItemText>
              </Select.Item>
            ))}
          </Select.Viewport>
        </Select.Content>
      </Select.Portal>
    </Select.Root>
  )
  const Pop = () => (
    <Popover.Root>
      <Popover.Trigger>More</Popover.Trigger>
      <Popover.Portal>
        <Popover.Content aria-label="More">
          <button type="button">Report</button>
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  )
  const Native = () => {
    const [open, setOpen] = useState(false)
    return (
      <>
        <button type="button" onClick={() => setOpen(true)}>
          More
        </button>
        {open ? (
          <dialog
            aria-label="More"
            ref={(element) => void (element?.isConnected && !element.open && element.showModal())}
          >
            <button type="button" onClick={() => setOpen(false)}>
              Report
            </button>
          </dialog>
        ) : null}
      </>
    )
  }
  const Portal = () => {
    const [open, setOpen] = useState(false)
    return (
      <>
        <button type="button" onClick={() => setOpen(true)}>
          More
        </button>
        {open ? createPortal(<button type="button">Report</button>, document.body) : null}
      </>
    )
  }
  const opened = {
    'a menu': { element: <Menu />, role: 'button' },
    'a menu in place': { element: <Menu portal={false} />, role: 'button' },
    'a select': { element: <Pick />, role: 'combobox' },
    'a popover': { element: <Pop />, role: 'button' },
    'a native dialog': { element: <Native />, role: 'button' },
    'anything in a portal': { element: <Portal />, role: 'button' },
  }

  describe.each(['beside the grid', 'enlarged'])('%s', (where) => {
    it.each(Object.keys(opened) as (keyof typeof opened)[])('%s: its keys decide about nobody', async (which) => {
      const { element, role } = opened[which]
      const { decided } = setUp({ context: () => element, reasons: ['spam', 'hate'] })
      await begin()
      if (where === 'enlarged') {
        await press('{Enter}')
        await screen.findByRole('dialog', { name: 'Person 1' })
      }
      const trigger = screen.getByRole(role, { name: 'More' })
      act(() => trigger.focus())
      await press('{Enter}')
      if (which === 'anything in a portal') act(() => screen.getByText('Report').focus())
      await until(() => expect(document.activeElement).not.toBe(trigger))
      const inside = document.activeElement!
      expect(inside.closest('[data-slot="avatar-review-card"], [data-slot="avatar-review-dialog"]:focus')).toBeNull()
      await press('krs1u')
      await press('{ArrowRight}{ArrowLeft}{ArrowDown}')
      expect(decided).toEqual([])
      expect(card('Person 1')).toHaveAttribute('data-current')
      expect(screen.getByText('Reason').parentElement!.querySelector('[aria-pressed="true"]')).toBeNull()
      if (which === 'anything in a portal') return
      // Still there: nothing has taken the focus away.
      expect(document.activeElement?.closest('[role="menu"], [role="listbox"], [aria-label="More"]')).not.toBeNull()
      await press('{Escape}')
      await until(() => expect(document.querySelector('[role="menu"], [role="listbox"], dialog[open]')).toBeNull())
      if (where === 'enlarged') expect(screen.getByRole('dialog', { name: 'Person 1' })).toBeInTheDocument()
    })
  })

  it('what is typed in a select that is closed decides about nobody', async () => {
    const { decided } = setUp({ context: () => <Pick /> })
    await begin()
    await press('{Enter}')
    const dialog = within(await screen.findByRole('dialog', { name: 'Person 1' }))
    act(() => dialog.getByRole('combobox', { name: 'More' }).focus())
    await press('rs')
    expect(decided).toEqual([])
  })

  it('what had the focus there may go: the focus does not come to a picture, where the next letter would decide', async () => {
    function Page() {
      const [gone, setGone] = useState(false)
      const go = (
        <button type="button" onClick={() => setGone(true)}>
          Go
        </button>
      )
      return <AvatarReview pageSize={6} context={() => createPortal(gone ? null : go, document.body)} />
    }
    renderInPanel(<Page />, { adapter: memoryAdapter(people(10)) })
    await begin()
    await userEvent.click(screen.getByRole('button', { name: 'Go' }))
    await until(() => expect(screen.queryByRole('button', { name: 'Go' })).toBeNull())
    expect(document.activeElement).toBe(document.body)
  })
})

describe('undoing', () => {
  it('before it is sent: no request at all', async () => {
    const clock = stopClock()
    const { decided, removed } = setUp()
    await begin()
    await press('kru')
    expect(decided.at(-1)).toMatchObject({ user: { id: 'p2' }, decision: undefined, previousDecision: 'remove' })
    expect(cell('Person 2')).toHaveFocus()
    expect(card('Person 2').querySelector('img')).not.toBeNull()
    await press('z')
    expect(cell('Person 1')).toHaveFocus()
    act(() => clock.advance(2 * UNDO_MS))
    await tick()
    expect(removed).toEqual([])
  })

  it('after it was sent: the picture is brought back, behind the removal', async () => {
    let answer = () => {}
    const answered = new Promise<void>((resolve) => {
      answer = resolve
    })
    const { adapter, removed } = setUp({}, { undoMs: 0, answered, restoreMs: 60_000 })
    await begin()
    await press('r')
    await until(() => expect(removed).toHaveLength(1))
    await press('u')
    expect(card('Person 1').querySelector('img')).not.toBeNull()
    await tick()
    expect(adapter.restoreUserProfileImage).not.toHaveBeenCalled()
    answer()
    await until(() => expect(adapter.restoreUserProfileImage).toHaveBeenCalledTimes(1))
    await until(() => expect(card('Person 1')).toHaveAttribute('data-status', 'idle'))
    expect(card('Person 1').querySelector('img')).toHaveAttribute('src', picture(1))
    expect(card('Person 1')).not.toHaveAttribute('data-decision')
  })

  it('after it was sent, where it cannot be brought back: it says so', async () => {
    const { removed, decided } = setUp({}, { undoMs: 0 })
    await begin()
    await press('r')
    await until(() => expect(removed).toHaveLength(1))
    await press('u')
    expect(within(card('Person 1')).getByText('Removed, too late to undo')).toBeInTheDocument()
    expect(decided).toHaveLength(1)
    await until(() => expect(said()).toBe('The removal for Person 1 was sent already and cannot be undone.'))
  })

  it('one that could not be brought back stands', async () => {
    const { decided } = setUp(
      {},
      {
        undoMs: 0,
        restoreMs: 60_000,
        fail: ({ method }) => (method === 'restoreUserProfileImage' ? 'unavailable' : undefined),
      },
    )
    await begin()
    await press('ru')
    await until(() => expect(card('Person 1')).toHaveAttribute('data-decision', 'remove'))
    expect(decided.map(({ decision }) => decision)).toEqual(['remove', undefined, 'remove'])
    expect(card('Person 1')).toHaveAttribute('data-status', 'idle')
  })

  it('by the toolbar’s button, again and again, the focus on it', async () => {
    const { decided } = setUp()
    await begin()
    await press('kk')
    const undo = screen.getByRole('button', { name: 'Undo' })
    await userEvent.click(undo)
    await userEvent.click(undo)
    expect(undo).toHaveFocus()
    expect(undo).toHaveAttribute('aria-disabled', 'true')
    expect(decided).toHaveLength(4)
  })

  it('leads back to an earlier page', async () => {
    setUp()
    await begin()
    await press('kkkkkk')
    await until(() => expect(screen.getByRole('button', { name: 'Next page' })).toHaveFocus())
    // Where the page ends too.
    await press('u')
    expect(cell('Person 6')).toHaveFocus()
    await press('k')
    await press('{Enter}')
    expect(cell('Person 7')).toHaveFocus()
    await press('u')
    expect(cell('Person 6')).toHaveFocus()
    expect(cells()).toHaveLength(6)
  })
})

describe('a removal that fails', () => {
  it('is back in its place with its reason, and tries again', async () => {
    const { decided, removed } = setUp(
      {},
      {
        undoMs: 0,
        fail: ({ method, attempt }) =>
          method === 'deleteUserProfileImage' && attempt === 1 ? 'unavailable' : undefined,
      },
    )
    await begin()
    await press('r')
    await until(() => expect(within(card('Person 1')).getByText('The image could not be removed')).toBeInTheDocument())
    expect(decided.at(-1)).toMatchObject({
      decision: undefined,
      previousDecision: 'remove',
      error: { code: 'unavailable' },
    })
    expect(cell('Person 2')).toHaveFocus()
    expect(screen.getByText('10 left')).toBeInTheDocument()
    await userEvent.click(await buttonOf('Person 1', 'Try again'))
    await until(() => expect(removed).toHaveLength(2))
    await until(() => expect(card('Person 1')).toHaveAttribute('data-status', 'idle'))
    expect(card('Person 1')).toHaveAttribute('data-decision', 'remove')
  })

  it('comes on the next page where its own was turned, and moves nothing', async () => {
    const clock = stopClock()
    const { removed } = setUp(
      {},
      {
        fail: ({ userId, method }) =>
          userId === 'p1' && method === 'deleteUserProfileImage' ? 'forbidden' : undefined,
        count: 14,
      },
    )
    await begin()
    await press('rkkkkk')
    await until(() => expect(screen.getByRole('button', { name: 'Next page' })).toHaveFocus())
    await press('{Enter}')
    const before = cells().map((one) => one.textContent)
    act(() => clock.advance(UNDO_MS))
    await until(() => expect(removed).toHaveLength(1))
    await wait(100)
    expect(cells().map((one) => one.textContent)).toEqual(before)
    await press('kkkkkk')
    await until(() => expect(screen.getByRole('button', { name: 'Next page' })).toHaveFocus())
    await press('{Enter}')
    await until(() => expect(cell('Person 1')).toHaveFocus())
    expect(within(card('Person 1')).getByText('The image could not be removed')).toBeInTheDocument()
  })
})

describe('a server that does not take them', () => {
  it('asks for patience: they wait, go out in their order, and nothing comes back', async () => {
    const { removed, decided } = setUp(
      {},
      {
        undoMs: 0,
        fail: ({ userId, method, attempt }) =>
          userId === 'p2' && method === 'deleteUserProfileImage' && attempt === 1 ? 'rate-limited' : undefined,
      },
    )
    await begin()
    await press('rr')
    await until(() => expect(removed.map(({ id }) => id)).toEqual(['p1', 'p2']))
    await press('r')
    expect(removed).toHaveLength(2)
    await until(() => expect(removed.map(({ id }) => id)).toEqual(['p1', 'p2', 'p2', 'p3']))
    await until(() => expect(card('Person 3')).toHaveAttribute('data-status', 'idle'))
    expect(decided.map(({ decision }) => decision)).toEqual(['remove', 'remove', 'remove'])
  })

  it('has ended the session: what was not sent comes back, and is not sent', async () => {
    const clock = stopClock()
    const { removed, decided } = setUp(
      {},
      { fail: ({ method }) => (method === 'deleteUserProfileImage' ? 'unauthenticated' : undefined) },
    )
    await begin()
    await press('r')
    act(() => clock.advance(UNDO_MS / 2))
    await press('rr')
    act(() => clock.advance(UNDO_MS / 2))
    await until(() => expect(decided.filter(({ decision }) => decision === undefined)).toHaveLength(3))
    expect(removed.map(({ id }) => id)).toEqual(['p1'])
    expect(within(card('Person 1')).getByText(/Your session has ended/)).toBeInTheDocument()
    expect(
      decided
        .slice(3)
        .map(({ user, error }) => `${user.id} ${error?.code}`)
        .toSorted(),
    ).toEqual(['p1 unauthenticated', 'p2 aborted', 'p3 aborted'])
    expect(document.activeElement).not.toBe(document.body)
  })
})

describe('seeing', () => {
  it('covers all pictures, and shows one as long as Space is held', async () => {
    setUp()
    await begin()
    expect(box('Person 1')).toHaveAttribute('data-blur', 'strong')
    const image = card('Person 1').querySelector('img')!
    expect(getComputedStyle(image).filter).toMatch(/^blur\((1[0-9]|[2-9][0-9])(\.\d+)?px\) grayscale\(1\)$/)
    await press('{ >}')
    expect(box('Person 1')).not.toHaveAttribute('data-blur')
    expect(getComputedStyle(image).filter).toBe('none')
    expect(box('Person 2')).toHaveAttribute('data-blur')
    await press('{/ }')
    expect(box('Person 1')).toHaveAttribute('data-blur', 'strong')
  })

  it('holding the pointer shows, a click does not', async () => {
    setUp()
    await begin()
    const down = () => box('Person 3').dispatchEvent(new PointerEvent('pointerdown', { bubbles: true, button: 0 }))
    const up = () => box('Person 3').dispatchEvent(new PointerEvent('pointerup', { bubbles: true }))
    act(() => void down())
    act(() => void up())
    await wait(300)
    expect(box('Person 3')).toHaveAttribute('data-blur')
    act(() => void down())
    await until(() => expect(box('Person 3')).not.toHaveAttribute('data-blur'))
    act(() => void window.dispatchEvent(new Event('blur')))
    expect(box('Person 3')).toHaveAttribute('data-blur')
  })

  it('without holding: by V or the button, until it is left', async () => {
    setUp()
    await begin()
    await press('v')
    expect(box('Person 1')).not.toHaveAttribute('data-blur')
    expect(within(card('Person 1')).getByRole('button', { name: 'Reveal' })).toHaveAttribute('aria-pressed', 'true')
    await press('{ArrowRight}{ArrowLeft}')
    expect(box('Person 1')).toHaveAttribute('data-blur')
    await userEvent.click(await buttonOf('Person 1', 'Reveal'))
    expect(box('Person 1')).not.toHaveAttribute('data-blur')
    await userEvent.click(screen.getByRole('button', { name: 'Reveal all' }))
    expect(document.querySelectorAll('[data-blur]')).toHaveLength(0)
  })

  it('keeps how strong, and whether grey, for the next time', async () => {
    const { unmount } = setUp()
    await begin()
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Blur' }), 'Light')
    await userEvent.click(screen.getByRole('checkbox', { name: 'Grey' }))
    expect(box('Person 1')).toHaveAttribute('data-blur', 'light')
    unmount()
    setUp()
    await begin()
    expect(box('Person 1')).toHaveAttribute('data-blur', 'light')
    expect(box('Person 1')).not.toHaveAttribute('data-grey')
    expect(JSON.parse(localStorage.getItem('avatarkit-review')!)).toEqual({
      blur: 'light',
      grey: false,
      singleKeys: true,
    })
  })

  it('a picture that does not load shows initials and says so', async () => {
    setUp({ users: [{ id: 'x', firstName: 'Xenia', imageUrl: '/no-such-picture.png' }] })
    await until(() => expect(screen.getByText('The picture could not be loaded')).toBeVisible())
  })
})

describe('enlarged', () => {
  it('is still covered, decides with the same keys, and goes on to the next', async () => {
    const { decided } = setUp({ context: (user) => <p>Reports about {user.firstName}</p> })
    await begin()
    await press('{Enter}')
    const dialog = await screen.findByRole('dialog', { name: 'Person 1' })
    const large = () =>
      screen
        .getByRole('dialog')
        .querySelector('[data-slot="avatar-review-dialog-picture"] [data-slot="avatar-review-picture"]')!
    await until(() => expect(dialog).toHaveFocus())
    expect(within(dialog).getByText('p1@people.test')).toBeInTheDocument()
    expect(within(dialog).getByText('Reports about Person 1')).toBeInTheDocument()
    expect(large()).toHaveAttribute('data-blur', 'strong')
    await press('{ >}')
    expect(large()).not.toHaveAttribute('data-blur')
    await press('{/ }v')
    expect(large()).not.toHaveAttribute('data-blur')
    await press('k')
    expect(screen.getByRole('dialog', { name: 'Person 2' })).toBeInTheDocument()
    expect(large()).toHaveAttribute('data-blur', 'strong')
    await press('{ArrowRight}')
    expect(screen.getByRole('dialog', { name: 'Person 3' })).toBeInTheDocument()
    await userEvent.click(screen.getByRole('button', { name: 'Skip' }))
    await press('{Escape}')
    await until(() => expect(screen.queryByRole('dialog')).toBeNull())
    await until(() => expect(cell('Person 4')).toHaveFocus())
    expect(decided).toHaveLength(2)
  })

  it('closes with the last of a page, the focus on what leads on', async () => {
    setUp()
    await begin()
    await press('kkkkk{Enter}')
    await screen.findByRole('dialog', { name: 'Person 6' })
    await press('k')
    await until(() => expect(screen.queryByRole('dialog')).toBeNull())
    await until(() => expect(screen.getByRole('button', { name: 'Next page' })).toHaveFocus())
  })

  it('shows earlier pictures, covered, where somebody stays', async () => {
    setUp(
      {},
      {
        events: [
          {
            id: 'e',
            type: 'removed',
            at: Date.UTC(2026, 4, 3),
            userId: 'p1',
            actor: { id: 'mo' },
            reason: 'spam',
            imageUrl: picture(99),
          },
        ],
      },
    )
    await begin()
    const earlier = await screen.findByRole('button', { name: 'Removed May 3, 2026 (Spam or advertising)' })
    expect(earlier.querySelector('[data-blur="strong"]')).not.toBeNull()
    await userEvent.click(earlier)
    expect(earlier.querySelector('[data-blur]')).toBeNull()
  })
})

it('put together without the dialog, nothing offers to enlarge', async () => {
  renderInPanel(
    <AvatarReviewRoot users={people(3)}>
      <AvatarReviewGrid />
    </AvatarReviewRoot>,
    { adapter: memoryAdapter([]) },
  )
  await begin()
  await press('{Enter}k')
  expect(screen.queryByRole('button', { name: 'Enlarge' })).toBeNull()
  expect(cell('Person 2')).toHaveFocus()
})

describe('keys', () => {
  it('lead over the pictures as they are laid out, one of them in the order of Tab', async () => {
    setUp({ style: { inlineSize: 560 } })
    await begin()
    const columns = cells().findIndex(
      (one) => one.getBoundingClientRect().top > cells()[0]!.getBoundingClientRect().top,
    )
    expect(columns).toBeGreaterThan(1)
    await press('{ArrowDown}')
    expect(cells()[columns]).toHaveFocus()
    await press('{ArrowUp}{ArrowRight}')
    expect(cells()[1]).toHaveFocus()
    await press('{Home}')
    expect(cells()[0]).toHaveFocus()
    await press('{Control>}{End}{/Control}')
    expect(cells()[5]).toHaveFocus()
    expect(document.querySelectorAll('[data-slot="avatar-review-cell"][tabindex="0"]')).toHaveLength(1)
  })

  it('are turned round from right to left', async () => {
    setUp({ dir: 'rtl' })
    await begin()
    await press('{ArrowLeft}')
    expect(cells()[1]).toHaveFocus()
  })

  it('are heard only in the grid, can be switched off, and be others', async () => {
    const { decided } = setUp({ keys: { keep: ['j'] } })
    await begin()
    await press('k')
    expect(decided).toEqual([])
    await press('j')
    expect(decided).toHaveLength(1)
    act(() => screen.getByRole('button', { name: 'Reveal all' }).focus())
    await press('j')
    expect(decided).toHaveLength(1)
    await userEvent.click(screen.getByRole('checkbox', { name: 'Single keys decide' }))
    act(() => cells()[1]!.focus())
    await press('j')
    expect(decided).toHaveLength(1)
    expect(within(screen.getByRole('list', { name: 'Keys' })).queryByText('keep')).toBeNull()
  })

  it('have on buttons the name that they have in the list of keys', async () => {
    setUp({ keys: { remove: ['Delete'] } })
    await begin()
    const remove = screen.getByRole('button', { name: /^Remove/ })
    expect(remove).toHaveTextContent('Del')
    expect(remove).toHaveAttribute('aria-keyshortcuts', 'Delete')
    expect(within(screen.getByRole('list', { name: 'Keys' })).getByText('Del')).toBeVisible()
  })
})

describe('what is said', () => {
  it('the last decision, at most once in three seconds', async () => {
    setUp()
    await begin()
    const spoken: (string | null)[] = []
    const observer = new MutationObserver(() => spoken.push(said()))
    observer.observe(document.querySelector('[data-slot="avatar-review-status"]')!, {
      childList: true,
      characterData: true,
      subtree: true,
    })
    await press('krsk')
    await until(() => expect(said()).toBe('Kept: Person 4'))
    observer.disconnect()
    expect([...new Set(spoken.filter(Boolean))]).toEqual(['Kept: Person 1', 'Kept: Person 4'])
  })
})

describe('pages', () => {
  it('are read ahead, and nobody slips past although those removed leave the list', async () => {
    const { lists, decided } = setUp({ pageSize: 4 }, { count: 17, undoMs: 0 })
    for (let page = 0; page < 5; page++) {
      await begin()
      await press(page === 4 ? 'r' : 'rrkr')
      if (page < 4) {
        await until(() => expect(screen.getByRole('button', { name: 'Next page' })).toHaveFocus())
        await press('{Enter}')
      }
    }
    await until(() => expect(screen.getByText('All done', { selector: 'p' })).toBeVisible())
    expect(decided.map(({ user }) => user.id)).toEqual(people(17).map(({ id }) => id))
    expect(lists[0]).toMatchObject({ hasImage: true, offset: 0, limit: 4 })
  })

  it('nothing left: what was skipped comes again, and the list is looked through anew', async () => {
    const { adapter } = setUp({}, { count: 3 })
    await begin()
    await press('ksk')
    await until(() => expect(document.querySelector('[data-slot="avatar-review-finished"]')).toHaveFocus())
    await userEvent.click(screen.getByRole('button', { name: 'Review the one skipped' }))
    expect(cell('Person 2')).toHaveFocus()
    await press('k')
    await until(() => expect(document.querySelector('[data-slot="avatar-review-finished"]')).toHaveFocus())
    await act(() => adapter.updateUserProfileImage!('p1', { file: new Blob(['new'], { type: 'image/png' }) }))
    await userEvent.click(screen.getByRole('button', { name: 'Look for new pictures' }))
    await until(() => expect(cell('Person 1')).toBeInTheDocument())
    expect(document.activeElement).not.toBe(document.body)
  })

  it('failed: tries again on demand', async () => {
    setUp(
      {},
      { fail: ({ method, attempt }) => (method === 'getUserList' && attempt === 1 ? 'unavailable' : undefined) },
    )
    await userEvent.click(await screen.findByRole('button', { name: 'Try again' }))
    await until(() => expect(cells()).toHaveLength(6))
    expect(document.activeElement).not.toBe(document.body)
  })

  it('offline: removals wait and can be undone; back again they are sent', async () => {
    const clock = stopClock()
    const { removed } = setUp()
    await begin()
    await until(() => expect(screen.getByRole('button', { name: 'Next page' })).toBeInTheDocument())
    act(() => onlineManager.setOnline(false))
    await press('rr')
    expect(screen.getByText('Offline: 2 removals wait for the connection')).toBeVisible()
    act(() => clock.advance(UNDO_MS))
    await press('u')
    expect(screen.getByText('Offline: 1 removal waits for the connection')).toBeVisible()
    act(() => onlineManager.setOnline(true))
    act(() => clock.advance(UNDO_MS))
    await until(() => expect(removed.map(({ id }) => id)).toEqual(['p1']))
  })

  it('of the host’s own queue: asks for more in time, once', async () => {
    const asked = vi.fn()
    function Host() {
      const [users, setUsers] = useState(() => people(7))
      const more = () => {
        asked()
        setTimeout(() => setUsers((now) => [...now.filter(({ id }) => id !== 'p1'), ...people(12).slice(7)]), 50)
      }
      return (
        <AvatarReview
          pageSize={6}
          users={users}
          moreCount={12 - users.length - (users[0]!.id === 'p1' ? 0 : 1)}
          onNeedMore={more}
        />
      )
    }
    renderInPanel(<Host />, { adapter: memoryAdapter([]) })
    expect(screen.getByText('12 left')).toBeInTheDocument()
    await begin()
    await press('kkkkkk')
    await until(() => expect(screen.getByRole('button', { name: 'Next page' })).toHaveFocus())
    expect(card('Person 1')).toBeInTheDocument()
    await press('{Enter}')
    await until(() => expect(cells()).toHaveLength(6))
    expect(asked).toHaveBeenCalledTimes(1)
  })

  it('without a list and without users there is nothing', () => {
    renderInPanel(<AvatarReview />, { adapter: async () => ({}) as never })
    expect(document.querySelector('[data-slot="avatar-review"]')).toBeNull()
  })
})

it('leaving the page with unsent removals warns; leaving the component sends them and leaves nothing behind', async () => {
  const leaving = () => !window.dispatchEvent(new Event('beforeunload', { cancelable: true }))
  const { removed, unmount, client } = setUp()
  await begin()
  expect(leaving()).toBe(false)
  await press('rr')
  expect(leaving()).toBe(true)
  unmount()
  await until(() => expect(removed.map(({ id }) => id)).toEqual(['p1', 'p2']))
  expect(leaving()).toBe(false)
  await until(() => expect(client.isMutating()).toBe(0))
})

it('leaves no listener behind, whatever was done', async () => {
  const listening = new Map<string, number>()
  const count = (by: number) => (type: string) => listening.set(type, (listening.get(type) ?? 0) + by)
  const spies = [window, document].flatMap((target) => {
    const { addEventListener, removeEventListener } = target
    const watch = (name: 'addEventListener' | 'removeEventListener', original: (...args: any[]) => void, by: number) =>
      vi.spyOn(target, name).mockImplementation((...args: any[]) => {
        if (['storage', 'blur', 'visibilitychange', 'beforeunload'].includes(args[0])) count(by)(args[0])
        original.apply(target, args)
      })
    return [watch('addEventListener', addEventListener, 1), watch('removeEventListener', removeEventListener, -1)]
  })
  const { unmount, client, removed } = setUp()
  await begin()
  await press('r{ >}')
  await press('v')
  unmount()
  await until(() => expect(removed).toHaveLength(1))
  await until(() => expect(client.isMutating()).toBe(0))
  client.clear()
  expect([...listening].filter(([, left]) => left !== 0)).toEqual([])
  expect(listening.size).toBeGreaterThan(2)
  for (const spy of spies) spy.mockRestore()
})

it('what the server rendered is taken over without a warning, and then has the kept preferences', async () => {
  const page = (
    <QueryClientProvider client={new QueryClient()}>
      <AvatarKitProvider adapter={memoryAdapter([])}>
        <AvatarReview
          users={people(4).map((user) => ({ ...user, createdAt: Date.UTC(2026, 0, 1) }))}
          reasons={['spam']}
        />
      </AvatarKitProvider>
    </QueryClientProvider>
  )
  const place = document.body.appendChild(document.createElement('div'))
  place.innerHTML = renderToString(page)
  expect(place.querySelectorAll('[data-blur="strong"]')).toHaveLength(4)
  localStorage.setItem('avatarkit-review', '{"blur":"light"}')
  const errors = vi.spyOn(console, 'error')
  const recovered = vi.fn()
  let root: ReturnType<typeof hydrateRoot>
  await act(async () => {
    root = hydrateRoot(place, page, { onRecoverableError: recovered })
  })
  expect(place.querySelectorAll('[data-blur="light"]')).toHaveLength(4)
  expect(recovered).not.toHaveBeenCalled()
  expect(errors).not.toHaveBeenCalled()
  errors.mockRestore()
  act(() => root.unmount())
  place.remove()
})
