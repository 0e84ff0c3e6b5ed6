import { QueryClient } from '@tanstack/react-query'
import { render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it } from 'vitest'
import { App } from './App.tsx'
import { type Person, Server } from './server.ts'

const until = <T,>(check: () => T) => waitFor(check, { timeout: 3000 })
// `hidden`: while the dialog closes, the page behind it still is.
const region = (name: string) => screen.getByRole('region', { name, hidden: true })
const everywhere = ['Profile', 'Users', 'Feed']

const stops: (() => void)[] = []
afterEach(() => {
  for (const stop of stops.splice(0)) stop()
})

function open(start: string) {
  const server = new Server()
  const client = new QueryClient({ defaultOptions: { queries: { staleTime: 300_000, retry: false, refetchOnWindowFocus: false } } })
  const user = userEvent.setup()
  const ada = server.users[0]!
  const { unmount } = render(<App server={server} client={client} start={start} />)
  stops.push(() => {
    unmount()
    client.clear()
  })

  /** The regions in front that show Ada's picture. */
  const showing = () => everywhere.filter((name) => screen.queryByRole('region', { name, hidden: true })?.querySelector(`img[src="${ada.avatar}"]`))
  const click = (name: string, within_: HTMLElement = document.body) => user.click(within(within_).getByRole('button', { name }))
  const queries = (resource: string) =>
    client
      .getQueryCache()
      .getAll()
      .filter((query) => query.queryKey.includes(resource))
  /** Every copy of Ada in the cache. */
  const copies = (): Person[] => queries('users').flatMap((query) => peopleIn(query.state.data).filter((person) => person.id === ada.id))

  return {
    server,
    client,
    ada,
    showing,
    click,
    queries,
    copies,
    quiet: () => until(() => expect(client.isFetching() + client.isMutating()).toBe(0)),
    read: () => until(() => expect(client.isFetching()).toBe(0)),
    go: (page: string) => user.click(screen.getByRole('link', { name: page, hidden: true })),
    async remove() {
      await click('Remove image', region('Profile'))
      await click('Remove image', await screen.findByRole('alertdialog', { name: 'Remove profile image?' }))
    },
    async rename() {
      await until(() => expect(screen.queryByRole('alertdialog')).toBeNull())
      const before = server.edits.length
      await click('Rename', region('Profile'))
      await until(() => expect(server.edits).toHaveLength(before + 1))
    },
    /** All copies tell what the server holds. */
    async expectServer(page?: string[]) {
      await until(() => expect(client.isFetching() + client.isMutating()).toBe(0))
      const { avatar } = server.users[0]!
      expect(copies().length).toBeGreaterThan(0)
      for (const copy of copies()) expect(copy).toEqual(server.users[0])
      if (page) expect(showing()).toEqual(avatar ? page : [])
    },
    /** Where Ada's picture came back to, be it for one change of the page. */
    flashes() {
      const seen: string[][] = []
      const observer = new MutationObserver(() => {
        if (showing().length > 0) seen.push(showing())
      })
      observer.observe(document.body, { subtree: true, childList: true, attributes: true })
      stops.push(() => observer.disconnect())
      return seen
    },
  }
}

/** People in what refine caches: one, a list, or pages of lists. */
function peopleIn(data: unknown): Person[] {
  const { pages, data: inner } = (data ?? {}) as { pages?: unknown[]; data?: Person | Person[] }
  return pages ? pages.flatMap(peopleIn) : inner ? [inner].flat() : []
}

async function openDesk() {
  const panel = open('/desk/1')
  await until(() => expect(panel.showing()).toEqual(everywhere))
  await panel.click('Load more', region('Feed'))
  await until(() => expect(within(region('Feed')).getAllByRole('img')).toHaveLength(4))
  await panel.read()
  return panel
}

/** The desk, with a removal that the server has not answered. */
async function openRemoving() {
  const panel = await openDesk()
  await panel.remove()
  expect(panel.showing()).toEqual([])
  await until(() => expect(panel.server.removals).toHaveLength(1))
  return { ...panel, removal: panel.server.removals[0]! }
}

const heading = () => within(region('Profile')).getByRole('heading', { hidden: true }).textContent
const row = () => within(region('Users')).getAllByRole('row', { hidden: true })[0]!.textContent

describe('a confirmed removal', () => {
  it('is on the page, the table and the infinite list before the server answered, and equals the server after', async () => {
    const { server, removal, showing, copies, expectServer } = await openRemoving()
    expect(removal.id).toBe('1')
    expect(showing()).toEqual([])
    expect(copies().map((copy) => copy.avatar)).toEqual([null, null, null])
    expect(within(region('Users')).queryByRole('img', { name: 'Ada Lovelace', hidden: true })).toBeNull()
    expect(within(region('Users')).getAllByRole('img', { hidden: true })).toHaveLength(3)
    expect(within(region('Feed')).getAllByRole('img', { hidden: true })).toHaveLength(3)
    expect(server.users[0]!.avatar).not.toBeNull()
    removal.agree()
    await until(() => expect(screen.getByRole('status')).toHaveTextContent('Profile image removed'))
    expect(server.users[0]!.avatar).toBeNull()
    await expectServer(everywhere)
    expect(server.removals).toHaveLength(1)
  })

  it('is in lists that were cached and are shown afterwards, without asking the server', async () => {
    const { server, go, remove, showing, read, expectServer, flashes } = open('/users')
    await until(() => expect(showing()).toEqual(['Users']))
    await go('/feed')
    await until(() => expect(showing()).toEqual(['Feed']))
    await go('/users/1')
    await until(() => expect(showing()).toEqual(['Profile']))
    await remove()
    expect(showing()).toEqual([])
    await until(() => expect(screen.queryByRole('alertdialog')).toBeNull())
    const seen = flashes()
    const before = server.reads.length
    await go('/users')
    expect(row()).toBe('Ada Lovelace')
    await go('/feed')
    expect(
      within(region('Feed'))
        .getAllByRole('img')
        .map((img) => img.getAttribute('alt')),
    ).toEqual(['Grace Hopper'])
    expect(server.reads).toHaveLength(before)
    server.removals[0]!.agree()
    await read()
    for (const page of ['/users', '/feed', '/users/1']) {
      await go(page)
      await read()
    }
    await expectServer([])
    expect(seen).toEqual([])
  })

  it('is in lists that are loaded for the first time while it is pending', async () => {
    const { server, go, remove, showing, read, flashes } = open('/users/1')
    await until(() => expect(showing()).toEqual(['Profile']))
    await remove()
    await until(() => expect(screen.queryByRole('alertdialog')).toBeNull())
    const seen = flashes()
    for (const page of ['/users', '/feed']) {
      await go(page)
      await until(() => expect(screen.getByText('Ada Lovelace')).toBeVisible())
      await read()
    }
    expect(server.reads).toEqual(['users', 'users', 'users'])
    expect(server.removals).toHaveLength(1)
    expect(seen).toEqual([])
  })
})

describe('a removal that the server refuses', () => {
  it('brings the picture back everywhere, says so, and can be tried again', async () => {
    const { server, removal, showing, click, expectServer } = await openRemoving()
    removal.refuse()
    await until(() => expect(showing()).toEqual(everywhere))
    expect(screen.getByRole('alert')).toHaveTextContent('The image could not be removed. You are not allowed to remove this image.')
    await expectServer(everywhere)
    await click('Try again', region('Profile'))
    await until(() => expect(server.removals).toHaveLength(2))
    expect(showing()).toEqual([])
    server.removals[1]!.agree()
    await until(() => expect(screen.getByRole('status')).toHaveTextContent('Profile image removed'))
    await expectServer(everywhere)
  })

  it('brings it back in a list to which the admin has gone meanwhile', async () => {
    const { server, go, remove, showing, expectServer } = open('/users')
    await until(() => expect(showing()).toEqual(['Users']))
    await go('/users/1')
    await until(() => expect(showing()).toEqual(['Profile']))
    await remove()
    await until(() => expect(screen.queryByRole('alertdialog')).toBeNull())
    await go('/users')
    expect(showing()).toEqual([])
    server.removals[0]!.refuse()
    await until(() => expect(showing()).toEqual(['Users']))
    await expectServer(['Users'])
  })
})

// refine cancels the queries of the resource, takes a snapshot of all of them, writes the new name into the table and
// the page, and puts the snapshots back where the server refuses.
describe('an optimistic edit of the name by refine', () => {
  it('and a removal that succeeds: both stay', async () => {
    const { server, removal, rename, flashes, expectServer } = await openRemoving()
    const seen = flashes()
    await rename()
    expect([heading(), row()]).toEqual(['Ada King', 'Ada King'])
    removal.agree()
    await until(() => expect(screen.getByRole('status')).toHaveTextContent('Profile image removed'))
    expect([heading(), row()]).toEqual(['Ada King', 'Ada King'])
    server.edits[0]!.agree()
    await until(() => expect(server.users[0]!.name).toBe('Ada King'))
    await expectNames('Ada King')
    expect(seen).toEqual([])
    void expectServer
  })

  it('and a removal that fails: the name stays, the picture comes back', async () => {
    const { server, removal, rename, showing } = await openRemoving()
    await rename()
    removal.refuse()
    await until(() => expect(showing()).toEqual(everywhere))
    expect([heading(), row()]).toEqual(['Ada King', 'Ada King'])
    server.edits[0]!.agree()
    await until(() => expect(server.users[0]!.name).toBe('Ada King'))
    await expectNames('Ada King')
    expect(showing()).toEqual(everywhere)
  })

  for (const outcome of ['agree', 'refuse'] as const) {
    it(`stays until its own answer after the server said ${outcome} to the removal and the lists were read again`, async () => {
      const { server, removal, rename, read } = await openRemoving()
      await rename()
      const names = new Set<string | null>()
      const before = server.reads.length
      removal[outcome]()
      const observer = new MutationObserver(() => names.add(heading()).add(row()))
      observer.observe(document.body, { subtree: true, childList: true, characterData: true })
      stops.push(() => observer.disconnect())
      await until(() => expect(screen.getByRole(outcome === 'agree' ? 'status' : 'alert')).not.toBeEmptyDOMElement())
      await new Promise((resolve) => setTimeout(resolve, 200))
      await read()
      console.log('reads', server.reads.length - before, [...names])
      expect([...names]).toEqual(['Ada King'])
    })
  }
})

async function expectNames(name: string) {
  await until(() => expect([heading(), row()]).toEqual([name, name]))
}
