import { QueryClient } from '@tanstack/react-query'
import { act, screen, within } from '@testing-library/react'
import { hydrateRoot } from 'react-dom/client'
import { renderToString } from 'react-dom/server'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import { ActivityLog, imageEventsQueryKey, imageEventsQueryOptions } from '../../src/activity.ts'
import { type MemoryAdapterOptions, memoryAdapter } from '../../src/adapters/memory.ts'
import { AvatarKitProvider, type ImageEvent, UserAvatarManager } from '../../src/index.ts'
import '../../src/styles/styles.css'
import '../../src/styles/desk.css'
import { ada, grace } from '../support/backend.ts'
import { NOW } from '../support/now.ts'
import { renderInPanel } from '../support/renderInPanel.tsx'
import { until, wait } from '../support/until.ts'

const PIXEL =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg=='
/** And a little: some of it passes. */
const HOUR = 3_630_000
const log = () => screen.getByRole('region', { name: 'Activity' })
const items = () => within(log()).getAllByRole('listitem')

afterEach(() => vi.useRealTimers())

const eventAt = (ago: number, more: Partial<ImageEvent> = {}): ImageEvent => ({
  id: `event-at-${ago}-${more.userId ?? 'ada'}`,
  type: 'removed',
  // oxlint-disable-next-line no-restricted-properties -- a date by the page's clock, which is a fake one in some tests
  at: Date.now() - ago,
  userId: 'ada',
  actor: { id: 'mira', name: 'Mira' },
  ...more,
})

function setUp(options: MemoryAdapterOptions = {}, children = <ActivityLog />) {
  const adapter = { ...memoryAdapter([ada, grace], options) }
  const getImageEvents = vi.spyOn(adapter, 'getImageEvents')
  return { adapter, getImageEvents, ...renderInPanel(children, { adapter }) }
}

describe('the activity log', () => {
  it('says to whom, what, by whom, when and why, by day', async () => {
    const yesterday = new Date(NOW)
    yesterday.setDate(yesterday.getDate() - 1)
    yesterday.setHours(12)
    setUp({
      events: [
        eventAt(0, { type: 'restored' }),
        eventAt(0, {
          id: 'event-yesterday',
          at: yesterday.getTime(),
          reason: 'impersonation',
          note: 'Poses as our support.',
          toldUser: true,
        }),
        eventAt(90 * 24 * HOUR, { type: 'set', userId: 'grace', reason: 'a-code-of-ours', actor: { id: 'staff-7' } }),
      ],
    })
    await until(() => expect(items()).toHaveLength(3))
    const [first, second, third] = items()
    expect(first).toHaveTextContent('Ada LovelaceImage restored by Mira now')
    expect(second).toHaveTextContent(/Image removed by Mira.*Impersonation.*The user was told.*Poses as our support\./)
    expect(third).toHaveTextContent(/Grace HopperImage set by staff-7.*a-code-of-ours/)
    const days = within(log())
      .getAllByRole('heading', { level: 3 })
      .map(({ textContent }) => textContent)
    expect(days.slice(0, 2)).toEqual(['Today', 'Yesterday'])
    expect(within(log()).getByRole('list', { name: 'Yesterday' })).toContainElement(second!)
    const time = second!.querySelector('time')!
    expect(time).toHaveAttribute('dateTime', yesterday.toISOString())
    expect(time.title).toMatch(/12:\d\d\sPM/)
  })

  it('one user’s own names nobody, and asks for nobody else’s', async () => {
    const { getImageEvents } = setUp(
      { events: [eventAt(HOUR), eventAt(2 * HOUR, { userId: 'grace' })] },
      <ActivityLog userId="ada" limit={5} />,
    )
    await until(() => expect(items()).toHaveLength(1))
    expect(items()[0]).toHaveTextContent('Image removed by Mira 1 hour ago')
    expect(within(log()).queryByText('Ada Lovelace')).toBeNull()
    expect(getImageEvents.mock.calls[0]![0]).toEqual({ userId: 'ada', limit: 5, offset: 0 })
  })

  it('names are links where the host makes them so, and reasons have the panel’s labels', async () => {
    setUp(
      { events: [eventAt(HOUR, { reason: 'p7' })] },
      <ActivityLog
        reasons={[{ code: 'p7', label: 'Policy 7' }]}
        renderName={(name, user) => <a href={`#/users/${user.id}`}>{name}</a>}
      />,
    )
    expect(await screen.findByRole('link', { name: 'Ada Lovelace' })).toHaveAttribute('href', '#/users/ada')
    expect(screen.getByText('Policy 7')).toBeVisible()
  })

  it('a removed picture is covered until somebody wants to see it', async () => {
    setUp({ events: [eventAt(HOUR, { imageUrl: PIXEL })] })
    const cover = await screen.findByRole('button', { name: 'Show the removed picture of Ada Lovelace' })
    const img = cover.querySelector('img')!
    expect(getComputedStyle(img).filter).toContain('blur')
    await userEvent.click(cover)
    expect(cover).toHaveAccessibleName('Hide the removed picture of Ada Lovelace')
    await until(() => expect(getComputedStyle(img).filter).toBe('none'))
    await userEvent.keyboard('{Enter}')
    expect(cover).toHaveAccessibleName('Show the removed picture of Ada Lovelace')
    await until(() => expect(getComputedStyle(img).filter).toContain('blur'))
  })

  it('a picture that cannot be loaded any more is told as not kept; one with a bad address is not there', async () => {
    setUp({
      events: [
        eventAt(HOUR, { imageUrl: '/no-such-picture.png' }),
        eventAt(2 * HOUR, { imageUrl: 'javascript:alert(1)' }),
      ],
    })
    expect(await screen.findByText('Not kept')).toBeVisible()
    expect(screen.getAllByRole('button')).toHaveLength(1)
    expect(screen.getByRole('button', { name: 'Not kept' })).toHaveAttribute('aria-disabled', 'true')
  })
})

describe('its news', () => {
  const page = (
    <>
      <UserAvatarManager user={ada} confirm={false} />
      <ActivityLog />
    </>
  )

  it('a removal in the same panel is in it when it has ended, with one more request; the person’s avatar is without picture at once', async () => {
    const { getImageEvents } = setUp(
      { events: [eventAt(HOUR, { type: 'set', imageUrl: ada.imageUrl })], delay: 50 },
      page,
    )
    await until(() => expect(items()).toHaveLength(1))
    expect(items()[0]!.querySelector('img')).not.toBeNull()
    await userEvent.click(screen.getByRole('button', { name: 'Remove image' }))
    expect(items()[0]!.querySelector('[data-slot="user-avatar"] img')).toBeNull()
    await until(() => expect(items()).toHaveLength(2))
    expect(items()[0]).toHaveTextContent('Image removed by you')
    await wait(300)
    expect(getImageEvents).toHaveBeenCalledTimes(2)
    // The ledger leaves the removed picture alone, though it was the user’s.
    expect(items()[0]!.querySelector('[data-slot="removed-picture"]')).not.toBeNull()
  })

  it('also of somebody who was not in it, of a read that is older, and of one that failed', async () => {
    const { getImageEvents } = setUp(
      {
        // The first read is still under way when the removal ends.
        delay: ({ method, attempt }) => (method === 'getImageEvents' && attempt === 1 ? 60_000 : 20),
        fail: ({ method }) => (method === 'deleteUserProfileImage' ? 'forbidden' : undefined),
      },
      page,
    )
    await until(() => expect(getImageEvents).toHaveBeenCalledTimes(1))
    await userEvent.click(screen.getByRole('button', { name: 'Remove image' }))
    await until(() => expect(getImageEvents).toHaveBeenCalledTimes(2))
    expect(getImageEvents.mock.calls[0]![1]!.signal!.aborted).toBe(true)
    await until(() => expect(screen.getByText('Nothing has been done yet.')).toBeVisible())
  })

  it('says how long ago things were without a timer for each, and none when it is gone', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'Date'] })
    const started = vi.spyOn(globalThis, 'setInterval')
    const { unmount } = setUp({ events: [eventAt(50_000), eventAt(HOUR), eventAt(2 * HOUR)] })
    await until(() => expect(items()).toHaveLength(3))
    expect(items()[0]).toHaveTextContent('now')
    act(() => void vi.advanceTimersByTime(60_000))
    expect(items()[0]).toHaveTextContent('1 minute ago')
    expect(started.mock.calls.filter(([, ms]) => ms === 30_000)).toHaveLength(1)
    unmount()
    expect(vi.getTimerCount()).toBe(0)
  })
})

describe('its states', () => {
  it('nothing without the method, and nothing for those who may not see it', () => {
    const { deleteUserProfileImage } = memoryAdapter([ada])
    const { container, rerender } = renderInPanel(<ActivityLog />, { adapter: { deleteUserProfileImage } })
    expect(container.querySelector('[data-slot="activity-log"]')).toBeNull()
    rerender(<ActivityLog userId="ada" />)
    const can = vi.fn(() => false)
    renderInPanel(<ActivityLog userId="ada" />, { adapter: memoryAdapter([ada]), can })
    expect(document.querySelector('[data-slot="activity-log"]')).toBeNull()
    expect(can).toHaveBeenCalledWith('getImageEvents', expect.objectContaining({ id: 'ada' }))
  })

  it('loading, then failed with a way on; the focus stays in it', async () => {
    let works = false
    setUp({ delay: 50, fail: () => (works ? undefined : 'forbidden'), events: [eventAt(HOUR)] })
    expect(screen.getByText('Loading the activity…')).toBeInTheDocument()
    expect(log()).toHaveAttribute('aria-busy', 'true')
    expect(await within(log()).findByRole('alert')).toHaveTextContent(
      'The activity could not be loaded You are not allowed to see it.',
    )
    const again = screen.getByRole('button', { name: 'Try again' })
    await userEvent.click(again)
    expect(again).toHaveFocus()
    await until(() => expect(again).not.toHaveAttribute('aria-disabled'))
    works = true
    await userEvent.keyboard('{Enter}')
    await until(() => expect(items()).toHaveLength(1))
    expect(within(log()).queryByRole('alert')).toBeNull()
    await until(() => expect(log()).toHaveFocus())
  })

  it('shows more, says so once, and passes the focus on with the last page', async () => {
    setUp({ events: Array.from({ length: 7 }, (_, at) => eventAt(at * 1000)) }, <ActivityLog limit={3} />)
    await until(() => expect(items()).toHaveLength(3))
    const more = screen.getByRole('button', { name: 'Show more' })
    expect(more).toHaveAccessibleDescription('3 of 7 shown')
    expect(within(log()).getByRole('status')).toBeEmptyDOMElement()
    await userEvent.click(more)
    await until(() => expect(items()).toHaveLength(6))
    expect(within(log()).getByRole('status')).toHaveTextContent('6 of 7 shown')
    expect(more).toHaveFocus()
    await userEvent.keyboard('{Enter}')
    await until(() => expect(items()).toHaveLength(7))
    expect(screen.queryByRole('button', { name: 'Show more' })).toBeNull()
    await until(() => expect(items()[6]).toHaveFocus())
  })

  it('rendered on a server and taken over without a complaint, in StrictMode', async () => {
    const adapter = memoryAdapter([ada], { events: [eventAt(HOUR, { imageUrl: PIXEL })] })
    const client = new QueryClient({ defaultOptions: { queries: { staleTime: 60_000 } } })
    const page = (
      <AvatarKitProvider adapter={adapter} queryClient={client}>
        <ActivityLog />
      </AvatarKitProvider>
    )
    const kit = { adapter } as Parameters<typeof imageEventsQueryOptions>[0]
    await client.prefetchInfiniteQuery(imageEventsQueryOptions(kit, { userId: undefined, limit: 20 }) as never)
    expect(
      client.getQueryCache().find({ queryKey: imageEventsQueryKey({ userId: undefined, limit: 20 }) })?.state.data,
    ).toBeDefined()
    const html = renderToString(page)
    expect(html).toContain('Image removed by ')
    expect(html).not.toContain('style=')
    expect(html).not.toContain(PIXEL)
    const complaint = vi.spyOn(console, 'error')
    const container = document.body.appendChild(document.createElement('div'))
    container.innerHTML = html
    const root = hydrateRoot(container, page)
    await until(() => expect(container.querySelector('time')).toHaveTextContent('1 hour ago'))
    expect(complaint).not.toHaveBeenCalled()
    act(() => root.unmount())
    container.remove()
    complaint.mockRestore()
  })
})
