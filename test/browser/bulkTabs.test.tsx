import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { act, render, screen, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import { memoryAdapter } from '../../src/adapters/memory.ts'
import { BulkRemoval } from '../../src/bulk.ts'
import type { AdapterLike } from '../../src/core/adapter.ts'
import { AvatarKitProvider, type Notice } from '../../src/index.ts'
import '../../src/styles/desk.css'
import '../../src/styles/styles.css'
import { crowdOf } from '../support/bulkCrowd.ts'
import { bulkServer } from '../support/bulkServer.ts'
import { PATIENCE_MS, until, wait } from '../support/until.ts'

const users = crowdOf(4)
const noLocks = () => vi.spyOn(navigator, 'locks', 'get').mockReturnValue(undefined as never)

beforeEach(() => {
  sessionStorage.clear()
  localStorage.clear()
})
afterEach(() => vi.restoreAllMocks())

/** A tab: a panel with a cache of its own. */
function tab(label: string, adapter: AdapterLike<any>, whom: object[] = users) {
  const notices: Notice[] = []
  const client = new QueryClient()
  const view = render(
    <QueryClientProvider client={client}>
      <AvatarKitProvider adapter={adapter} notify={(notice) => notices.push(notice)}>
        <section aria-label={label}>
          <BulkRemoval users={whom} />
        </section>
      </AvatarKitProvider>
    </QueryClientProvider>,
    { reactStrictMode: true },
  )
  const page = () => within(screen.getByRole('region', { name: label, hidden: true }))
  const remove = async () => {
    const count = whom.length.toLocaleString('en')
    await userEvent.click(page().getByRole('button', { name: `Remove ${count} images` }))
    await userEvent.click(
      within(await screen.findByRole('alertdialog')).getByRole('button', { name: `Remove ${count} images` }),
    )
    await until(() => expect(screen.queryByRole('alertdialog')).toBeNull())
  }
  return { page, remove, notices, ...view }
}

/** The page is loaded again, or its tab is copied, as it is now. */
async function copyStorage(minimum = 1) {
  await until(() => expect(sessionStorage.length).toBeGreaterThanOrEqual(minimum))
  window.dispatchEvent(new Event('pagehide'))
}

describe('a page that is loaded again', () => {
  it('offers to go on, and does so under the same key', async () => {
    const server = bulkServer()
    const first = tab('First', server.adapter)
    await first.remove()
    await until(() => expect(server.calls).toHaveLength(1))
    server.calls[0]!.agree('user-1')
    await until(() => expect(first.page().getByText('1 removed')).toBeInTheDocument())
    await copyStorage()
    const kept = Object.entries({ ...(sessionStorage as Record<string, string>) })
    // The page is gone with its lock, and the server stops.
    await userEvent.click(first.page().getByRole('button', { name: 'Stop' }))
    for (const { id } of users) server.calls[0]!.leave(id)
    server.calls[0]!.end()
    await until(() => first.page().getByRole('region', { name: /not sent/ }))
    first.unmount()
    for (const [key, text] of kept) sessionStorage.setItem(key, text)

    const second = tab('Second', server.adapter)
    await until(() => second.page().getByRole('region', { name: 'Interrupted: 3 of 4 images not removed yet' }))
    expect(server.calls).toHaveLength(1)
    second.page().getByRole('button', { name: 'Go on' }).focus()
    await userEvent.keyboard('{Enter}')
    await until(() => expect(server.calls).toHaveLength(2))
    await until(() => expect(second.page().getByRole('region', { name: 'Removing 4 images' })).toHaveFocus())
    expect(server.calls[1]!.ids).toEqual(users.map(({ id }) => id))
    expect(server.calls[1]!.context.idempotencyKey).toBe(server.calls[0]!.context.idempotencyKey)
    server.calls[1]!.agree(...users.map(({ id }) => id))
    server.calls[1]!.end()
    await until(() => second.page().getByRole('region', { name: '4 images removed' }))
    expect(sessionStorage).toHaveLength(0)
  })

  it('or gives it up', async () => {
    const server = bulkServer()
    const first = tab('First', server.adapter)
    await first.remove()
    await copyStorage()
    const kept = Object.entries({ ...(sessionStorage as Record<string, string>) })
    await until(() => expect(server.calls).toHaveLength(1))
    server.calls[0]!.agree(...users.map(({ id }) => id))
    server.calls[0]!.end()
    await until(() => first.page().getByRole('region', { name: '4 images removed' }))
    first.unmount()
    for (const [key, text] of kept) sessionStorage.setItem(key, text)
    const second = tab('Second', server.adapter)
    await until(() => second.page().getByRole('region', { name: /Interrupted/ }))
    await userEvent.click(second.page().getByRole('button', { name: 'Give up' }))
    expect(second.page().queryByRole('region')).toBeNull()
    expect(sessionStorage).toHaveLength(0)
    expect(server.calls).toHaveLength(1)
  })

  it('names those who failed, whom it has to look up', async () => {
    const server = memoryAdapter(users, {
      fail: ({ userId, method }) =>
        method === 'deleteUserProfileImage' && userId === 'user-2' ? 'forbidden' : undefined,
    })
    const first = tab('First', server)
    await first.remove()
    await until(() => first.page().getByRole('region', { name: '3 images removed, 1 failed' }))
    first.unmount()
    const second = tab('Second', server)
    await until(() =>
      expect(within(second.page().getByRole('list', { name: 'What failed' })).getByText('User 2')).toBeInTheDocument(),
    )
    expect(second.notices).toEqual([])
  })
})

describe('two tabs', () => {
  it.each([
    ['with Web Locks', () => {}],
    ['without', noLocks],
  ])('%s: the copy of a tab follows the run and does nothing itself', async (_, prepare) => {
    prepare()
    const server = bulkServer()
    const first = tab('First', server.adapter)
    await first.remove()
    await until(() => expect(server.calls).toHaveLength(1))
    await copyStorage()
    if (navigator.locks === undefined) {
      // Both are one tab here: as the other one would have written it.
      const name = Object.keys(localStorage).find((key) => key.startsWith('avatarkit-bulk:'))!
      await until(() => expect(localStorage.getItem(name)).toBeTruthy())
      // oxlint-disable-next-line no-restricted-properties -- what another tab writes: who it is, and when
      localStorage.setItem(name, `another ${Date.now()}`)
    }
    const second = tab('Second', server.adapter)
    await until(() => expect(second.page().getByText('This removal is running in another tab.')).toBeInTheDocument())
    expect(second.page().queryByRole('button', { name: 'Go on' })).toBeNull()
    server.calls[0]!.agree('user-1', 'user-2')
    await until(() => expect(second.page().getByText('2 removed')).toBeInTheDocument())
    server.calls[0]!.agree('user-3', 'user-4')
    server.calls[0]!.end()
    await until(() => second.page().getByRole('region', { name: '4 images removed' }))
    expect(server.calls).toHaveLength(1)
    expect(first.notices).toHaveLength(1)
    expect(second.notices).toHaveLength(0)
  })

  it('two that want to go on at the same time: one does, and the other follows', async () => {
    const server = bulkServer()
    const saved = { id: 'run', startedAt: 1, parts: [{ key: 'key', ids: users.map(({ id }) => id) }], results: [] }
    sessionStorage.setItem('avatarkit-bulk:run', JSON.stringify(saved))
    const tabs = [tab('First', server.adapter), tab('Second', server.adapter)]
    await until(() => tabs.map(({ page }) => page().getByRole('region', { name: /Interrupted/ })))
    act(() => {
      for (const { page } of tabs) page().getByRole('button', { name: 'Go on' }).click()
    })
    await until(() => expect(screen.getByText('This removal is running in another tab.')).toBeInTheDocument())
    await until(() => expect(server.calls).toHaveLength(1))
    await wait(200)
    expect(server.calls).toHaveLength(1)
    server.calls[0]!.agree(...users.map(({ id }) => id))
    server.calls[0]!.end()
    await until(() => tabs.map(({ page }) => page().getByRole('region', { name: '4 images removed' })))
  })

  it('the tab that had it is gone: the other may go on', async () => {
    const saved = { id: 'orphan', startedAt: 1, parts: [{ key: 'key', ids: users.map(({ id }) => id) }], results: [] }
    const leave = await new Promise<() => void>((granted) => {
      void navigator.locks.request('avatarkit-bulk:orphan', () => new Promise<void>((resolve) => granted(resolve)))
    })
    sessionStorage.setItem('avatarkit-bulk:orphan', JSON.stringify(saved))
    const server = bulkServer()
    const { page } = tab('Second', server.adapter)
    await until(() => expect(page().getByText('This removal is running in another tab.')).toBeInTheDocument())
    leave()
    await userEvent.click(await page().findByRole('button', { name: 'Go on' }))
    await until(() => expect(server.calls).toHaveLength(1))
    server.calls[0]!.agree(...users.map(({ id }) => id))
    server.calls[0]!.end()
    await until(() => page().getByRole('region', { name: '4 images removed' }))
  })
})

describe('a thousand', () => {
  it('no flood: few rows, few renders, spoken every five seconds at most, and the end once', async () => {
    const people = crowdOf(1000)
    vi.useFakeTimers({ shouldAdvanceTime: true })
    // oxlint-disable no-restricted-properties -- the clock is a fake one
    const said: { at: number; text: string }[] = []
    const server = bulkServer()
    const { page, remove, notices, container } = tab('Panel', server.adapter, people)
    const region = [...container.querySelectorAll('[role="status"]')].find((element) =>
      element.matches('[data-slot="bulk-removal-live-region"]'),
    )!
    let changes = 0
    new MutationObserver(() => region.textContent && said.push({ at: Date.now(), text: region.textContent })).observe(
      region,
      {
        childList: true,
        characterData: true,
        subtree: true,
      },
    )
    await remove()
    new MutationObserver(() => changes++).observe(container.querySelector('[data-slot="bulk-removal-counts"]')!, {
      childList: true,
      characterData: true,
      subtree: true,
    })
    const began = Date.now()
    for (let at = 0; at < 1000; at += 100) {
      await act(() => vi.advanceTimersByTimeAsync(700))
      // 500 in one call.
      const call = server.calls[Math.floor(at / 500)]!
      for (const [index, { id }] of people.slice(at, at + 100).entries()) {
        if (index % 2 === 0) call.agree(id)
        else call.refuse(id, 'unavailable')
      }
      if (at % 500 === 400) call.end()
    }
    // Looked up by hand: names take long to work out, and would be asked for at each change.
    await vi.waitFor(
      () => expect(container.querySelector('[data-slot="bulk-removal-run"][data-status="ended"]')).not.toBeNull(),
      { timeout: PATIENCE_MS, interval: 50 },
    )
    page().getByRole('region', { name: '500 images removed, 500 failed' })
    const seconds = (Date.now() - began) / 1000
    // oxlint-enable no-restricted-properties
    expect(said.length).toBeGreaterThan(0)
    expect(said.length).toBeLessThanOrEqual(Math.floor(seconds / 5))
    expect(said[0]!.text).toMatch(/^\d+ of 1,000 images removed, \d+ failed$/)
    for (const [at, { at: time }] of said.entries()) if (at > 0) expect(time - said[at - 1]!.at).toBeGreaterThan(4500)
    expect(changes).toBeLessThan(seconds * 25)
    expect(region.textContent).toBe('')
    expect(notices).toHaveLength(1)
    const rows = () => within(page().getByRole('list', { name: 'What failed' })).getAllByRole('listitem')
    expect(rows()).toHaveLength(10)
    await userEvent.click(page().getByRole('button', { name: 'Show 50 more' }))
    expect(rows()).toHaveLength(60)
  })
})
