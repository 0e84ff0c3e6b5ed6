import { QueryClient, useQuery } from '@tanstack/react-query'
import { act, screen, within } from '@testing-library/react'
import { useState } from 'react'
import { hydrateRoot, type Root } from 'react-dom/client'
import { renderToString } from 'react-dom/server'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import { memoryAdapter } from '../../src/adapters/memory.ts'
import {
  BulkRemoval,
  BulkRemovalDialog,
  type BulkRemovalProps,
  BulkRemovalRoot,
  BulkRemovalTray,
  BulkRemovalTrigger,
  type BulkRun,
  useStartBulkRemoval,
} from '../../src/bulk.ts'
import { AvatarKitProvider, type Notice, UserAvatar } from '../../src/index.ts'
import '../../src/styles/desk.css'
import '../../src/styles/styles.css'
import { crowdOf } from '../support/bulkCrowd.ts'
import { bulkServer } from '../support/bulkServer.ts'
import { type PanelOptions, renderInPanel } from '../support/renderInPanel.tsx'
import { until, wait } from '../support/until.ts'

const users = crowdOf(3)
const trigger = (count = 3) =>
  screen.getByRole('button', {
    name: count === 0 ? 'Remove images' : `Remove ${count} ${count === 1 ? 'image' : 'images'}`,
  })
const question = () => screen.queryByRole('alertdialog')
const run = (name: RegExp) => screen.getByRole('region', { name })
const button = (name: string) => screen.getByRole('button', { name })

beforeEach(() => sessionStorage.clear())

/** A list of users that the panel has read, and the removal of all of them. */
function Page(props: Partial<BulkRemovalProps>) {
  const { data = [] } = useQuery({ queryKey: ['users'], queryFn: () => users, staleTime: Number.POSITIVE_INFINITY })
  return (
    <main>
      <h1>Users</h1>
      <ul aria-label="Everybody">
        {data.map((user) => (
          <li key={user.id} id={user.id}>
            <UserAvatar user={user} />
          </li>
        ))}
      </ul>
      <BulkRemoval users={data} {...props} />
    </main>
  )
}

function open(props: Partial<BulkRemovalProps> = {}, options: Partial<PanelOptions> = {}) {
  const server = bulkServer()
  const notices: Notice[] = []
  const view = renderInPanel(<Page {...props} />, {
    adapter: server.adapter,
    notify: (notice) => notices.push(notice),
    strict: true,
    ...options,
  })
  return { ...server, ...view, notices }
}

const pictures = () => [...document.querySelectorAll('main li[id] img')].map((img) => img.closest('li')!.id)
const ask = async (count = 3) => {
  await until(() => trigger(count))
  await userEvent.click(trigger(count))
  await until(() => expect(question()).not.toBeNull())
}
const confirm = async (count = 3) => {
  await ask(count)
  await userEvent.click(
    within(question()!).getByRole('button', { name: `Remove ${count} ${count === 1 ? 'image' : 'images'}` }),
  )
  await until(() => expect(question()).toBeNull())
}

describe('the question', () => {
  it('names the count, shows the faces, says who is skipped; the focus is on Cancel and comes back', async () => {
    const crowd = [
      ...crowdOf(15),
      { ...users[0]!, id: 'no-image', hasImage: false, imageUrl: null as never },
      { ...users[0]!, id: 'admin' },
    ]
    open({ users: [...crowd, ...crowd] }, { can: (_, { id }) => id !== 'admin' })
    await ask(15)
    const dialog = within(question()!)
    expect(question()).toHaveAccessibleName('Remove 15 profile images?')
    expect(question()).toHaveAccessibleDescription(
      'The profile images of 15 users will be removed and replaced by initials. All other users stay untouched. One of the selected users has no image and is skipped. You may not change one of the selected users, who is skipped.',
    )
    const faces = within(dialog.getByRole('list', { name: 'Whose images will be removed' }))
    expect(faces.getAllByRole('img')).toHaveLength(12)
    expect(faces.getByRole('img', { name: 'User 1' })).toBeInTheDocument()
    expect(faces.getByText('and 3 more')).toBeInTheDocument()
    expect(dialog.getByRole('button', { name: 'Cancel' })).toHaveFocus()
    await userEvent.keyboard('{Escape}')
    await until(() => expect(question()).toBeNull())
    await until(() => expect(trigger(15)).toHaveFocus())
  })

  it('with nobody to remove nothing opens', async () => {
    const { calls } = open({ users: [] })
    const nobody = trigger(0)
    expect(nobody).toHaveAttribute('aria-disabled', 'true')
    nobody.focus()
    await userEvent.keyboard('{Enter}')
    expect(question()).toBeNull()
    expect(calls).toEqual([])
  })

  it('is not there for people who may remove none of them', async () => {
    open({ users }, { can: (action) => action !== 'deleteUserProfileImages' })
    expect(screen.queryByRole('button')).toBeNull()
  })

  it('is about those who were selected when it was opened, whatever is filtered meanwhile', async () => {
    const server = bulkServer()
    const { rerender } = renderInPanel(<BulkRemoval users={users.slice(0, 2)} />, { adapter: server.adapter })
    await ask(2)
    rerender(<BulkRemoval users={[users[2]!]} />)
    expect(question()).toHaveAccessibleName('Remove 2 profile images?')
    await userEvent.click(within(question()!).getByRole('button', { name: 'Remove 2 images' }))
    await until(() => expect(server.calls[0]?.ids).toEqual(['user-1', 'user-2']))
  })

  it('asks why, and sends it', async () => {
    const { calls } = open({ confirm: { reasons: ['spam', 'other'], requireReason: true, note: true } })
    await ask()
    const dialog = within(question()!)
    await userEvent.click(dialog.getByRole('button', { name: 'Remove 3 images' }))
    expect(dialog.getByText('Choose a reason.')).toBeInTheDocument()
    expect(calls).toEqual([])
    await userEvent.click(dialog.getByRole('radio', { name: 'Spam or advertising' }))
    await userEvent.type(dialog.getByRole('textbox', { name: /Note/ }), 'a ring of them')
    await userEvent.click(dialog.getByRole('button', { name: 'Remove 3 images' }))
    await until(() => expect(calls[0]?.context).toMatchObject({ reason: 'spam', note: 'a ring of them' }))
  })

  it('a double click is one run', async () => {
    const { calls } = open()
    await ask()
    await userEvent.dblClick(within(question()!).getByRole('button', { name: 'Remove 3 images' }))
    await until(() => expect(calls).toHaveLength(1))
    await wait(200)
    expect(calls).toHaveLength(1)
    expect(screen.getAllByRole('region')).toHaveLength(1)
  })
})

describe('a run', () => {
  it('all are gone at the confirm; counts and bar follow; each failure is back, with its reason', async () => {
    const onEnded = vi.fn<(ended: BulkRun) => void>()
    const { calls, notices } = open({ onEnded })
    await until(() => expect(pictures()).toEqual(['user-1', 'user-2', 'user-3']))
    await confirm()
    expect(pictures()).toEqual([])
    await until(() => expect(trigger(0)).toHaveFocus())
    const bar = () =>
      within(run(/Removing 3 images/)).getByRole('progressbar', {
        name: 'Removals that have ended',
      }) as HTMLProgressElement
    expect([bar().value, bar().max]).toEqual([0, 3])
    calls[0]!.agree('user-1')
    await until(() => expect(within(run(/Removing/)).getByText('1 removed')).toBeInTheDocument())
    expect(within(run(/Removing/)).getByText('2 waiting')).toBeInTheDocument()
    calls[0]!.refuse('user-2', 'unavailable')
    await until(() => expect(pictures()).toEqual(['user-2']))
    await until(() => expect(bar().value).toBe(2))
    const failures = () => within(screen.getByRole('list', { name: 'What failed' }))
    expect(
      failures().getByText('The identity provider is not available at the moment. Try again shortly.'),
    ).toBeInTheDocument()
    // Not while the rest runs.
    expect(failures().queryByRole('button')).toBeNull()
    calls[0]!.agree('user-3')
    calls[0]!.end()
    await until(() => run(/^2 images removed, 1 failed$/))
    expect(onEnded).toHaveBeenCalledTimes(1)
    expect(onEnded.mock.calls[0]![0]).toMatchObject({ done: 2, failed: 1 })
    expect(notices.map(({ title }) => title)).toEqual(['2 images removed, 1 failed'])

    await userEvent.click(failures().getByRole('button', { name: 'Try again: User 2' }))
    await until(() => expect(calls[1]?.ids).toEqual(['user-2']))
    expect(pictures()).toEqual([])
    await until(() => expect(run(/Removing 3 images/)).toHaveFocus())
    calls[1]!.agree('user-2')
    calls[1]!.end()
    await until(() => run(/^3 images removed$/))
    await userEvent.click(button('Close'))
    expect(screen.queryByRole('region')).toBeNull()
    await until(() => expect(trigger(0)).toHaveFocus())
  })

  it('stopping it by keyboard: the focus stays with it, and the rest can be sent', async () => {
    const { calls } = open()
    await confirm()
    await until(() => expect(calls).toHaveLength(1))
    button('Stop').focus()
    await userEvent.keyboard('{Enter}')
    expect(button('Stop')).toHaveAttribute('aria-disabled', 'true')
    expect(screen.getByText('Stopping. What was sent already comes to its end.')).toBeInTheDocument()
    calls[0]!.agree('user-1')
    for (const id of ['user-2', 'user-3']) calls[0]!.leave(id)
    calls[0]!.end()
    await until(() => run(/^1 image removed, 2 not sent$/))
    await until(() => expect(run(/not sent/)).toHaveFocus())
    expect(pictures()).toEqual(['user-2', 'user-3'])
    await userEvent.click(button('Remove the other 2'))
    await until(() => expect(calls[1]?.ids).toEqual(['user-2', 'user-3']))
  })

  it('counts down while the server asks for patience', async () => {
    const { calls } = open()
    await confirm()
    await until(() => expect(calls).toHaveLength(1))
    act(() => calls[0]!.context.onPaused!(2))
    expect(screen.getByText('The server asked for patience. Going on in 2 seconds.')).toBeInTheDocument()
    await until(() =>
      expect(screen.getByText('The server asked for patience. Going on in 1 second.')).toBeInTheDocument(),
    )
    await until(() => expect(screen.queryByText(/patience/)).toBeNull())
  })

  it('a session that has ended is told once', async () => {
    const { calls, notices } = open()
    await confirm()
    await until(() => expect(calls).toHaveLength(1))
    calls[0]!.refuse('user-1', 'unauthenticated')
    for (const id of ['user-2', 'user-3']) calls[0]!.leave(id, 'unauthenticated')
    calls[0]!.end()
    await until(() => run(/^0 images removed, 3 not sent$/))
    expect(screen.getAllByText(/Sign in again/)).toHaveLength(1)
    expect(notices).toHaveLength(1)
    expect(screen.queryByRole('list', { name: 'What failed' })).toBeNull()
    expect(button('Remove the other 3')).toBeInTheDocument()
  })

  it('gives the report as files, and lets their addresses go', async () => {
    const files: Blob[] = []
    const create = vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
      files.push(blob as Blob)
      return 'blob:here'
    })
    const revoke = vi.spyOn(URL, 'revokeObjectURL').mockImplementation(() => {})
    const names: string[] = []
    const click = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
      names.push(this.download)
    })
    const { calls } = open()
    await confirm()
    await until(() => expect(calls).toHaveLength(1))
    calls[0]!.agree('user-1', 'user-2')
    calls[0]!.refuse('user-3', 'forbidden')
    calls[0]!.end()
    await until(() => run(/^2 images removed, 1 failed$/))
    await userEvent.click(button('Download report'))
    expect(names).toEqual([expect.stringMatching(/^removed-images-\d{4}-\d\d-\d\d\.csv$/)])
    expect(files[0]!.type).toBe('text/csv;charset=utf-8')
    const bytes = new Uint8Array(await files[0]!.arrayBuffer())
    expect(Array.from(bytes.slice(0, 3))).toEqual([0xef, 0xbb, 0xbf])
    const lines = (await files[0]!.text()).split('\r\n')
    expect(lines[1]).toMatch(/^"user-1","User 1","user-1@people\.test","removed","","20/)
    expect(lines[3]).toMatch(
      /^"user-3","User 3","user-3@people\.test","failed","You are not allowed to remove this image\./,
    )
    await userEvent.click(button('Download as JSON'))
    expect(names[1]).toMatch(/^removed-images-\d{4}-\d\d-\d\d\.json$/)
    expect(files[1]!.type).toBe('application/json')
    expect(JSON.parse(await files[1]!.text())).toMatchObject([
      { id: 'user-1', name: 'User 1', outcome: 'done', error: null },
      { id: 'user-2' },
      { id: 'user-3', outcome: 'failed', error: 'forbidden' },
    ])
    await until(() => expect(revoke).toHaveBeenCalledWith('blob:here'))
    for (const spy of [create, revoke, click]) spy.mockRestore()
  })
})

describe('around it', () => {
  it('goes on when its page is left, and is in the tray and on the page again', async () => {
    const server = bulkServer()
    const notices: Notice[] = []
    function Panel() {
      const [here, setHere] = useState(true)
      return (
        <main>
          <button type="button" onClick={() => setHere(!here)}>
            Elsewhere
          </button>
          {here ? (
            <BulkRemovalRoot users={users}>
              <BulkRemovalTrigger />
              <BulkRemovalDialog />
            </BulkRemovalRoot>
          ) : null}
          <BulkRemovalTray />
        </main>
      )
    }
    renderInPanel(<Panel />, { adapter: server.adapter, notify: (notice) => notices.push(notice) })
    expect(screen.queryByRole('region')).toBeNull()
    await confirm()
    await userEvent.click(button('Elsewhere'))
    expect(screen.queryByRole('button', { name: /^Remove/ })).toBeNull()
    const tray = within(screen.getByRole('region', { name: 'Image removals' }))
    server.calls[0]!.agree('user-1', 'user-2')
    await until(() => expect(tray.getByText('2 removed')).toBeInTheDocument())
    await userEvent.click(tray.getByRole('button', { name: 'Show less' }))
    expect(tray.getByRole('button', { name: 'Show more' })).toHaveAttribute('aria-expanded', 'false')
    expect(tray.queryByRole('button', { name: 'Stop' })).toBeNull()
    server.calls[0]!.agree('user-3')
    server.calls[0]!.end()
    await until(() => tray.getByRole('region', { name: '3 images removed' }))
    expect(notices.map(({ title }) => title)).toEqual(['3 images removed'])
  })

  it('a question of the host’s own', async () => {
    const server = bulkServer()
    const started: (BulkRun | undefined)[] = []
    function Own() {
      const start = useStartBulkRemoval()
      return (
        <button type="button" onClick={() => started.push(start([...users, ...users], { reason: 'spam' }), start([]))}>
          Now
        </button>
      )
    }
    renderInPanel(<Own />, { adapter: server.adapter })
    await userEvent.click(button('Now'))
    await until(() => expect(server.calls).toHaveLength(1))
    expect(server.calls[0]!.ids).toEqual(['user-1', 'user-2', 'user-3'])
    expect(started).toMatchObject([{ total: 3, reason: 'spam', status: 'running' }, undefined])
  })

  it('is in what a server renders, without a style, and taken over without a warning', () => {
    const page = (
      <AvatarKitProvider adapter={memoryAdapter(users)} queryClient={new QueryClient()}>
        <BulkRemoval users={users} confirm={{}} />
        <BulkRemovalTray />
      </AvatarKitProvider>
    )
    sessionStorage.setItem(
      'avatarkit-bulk:left',
      JSON.stringify({ id: 'left', startedAt: 1, parts: [{ key: 'key', ids: ['user-1'] }], results: [] }),
    )
    const host = document.createElement('div')
    host.innerHTML = renderToString(page)
    document.body.append(host)
    expect(host.textContent).toBe('Remove 3 images')
    expect(host.innerHTML).not.toContain('style=')
    const warnings = vi.spyOn(console, 'error')
    const onRecoverableError = vi.fn<(error: unknown) => void>()
    let root: Root | undefined
    act(() => {
      root = hydrateRoot(host, page, { onRecoverableError })
    })
    expect(onRecoverableError).not.toHaveBeenCalled()
    expect(warnings).not.toHaveBeenCalled()
    // What an earlier page left is there once it is a page.
    expect(within(host).getAllByRole('button', { name: 'Go on' })).toHaveLength(2)
    act(() => root?.unmount())
    host.remove()
  })
})
