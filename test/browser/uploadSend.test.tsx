import {
  type DehydratedState,
  dehydrate,
  hydrate,
  onlineManager,
  QueryClient,
  useIsMutating,
  useQuery,
} from '@tanstack/react-query'
import { act, screen, within } from '@testing-library/react'
import { useEffect, useLayoutEffect } from 'react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import '../../src/styles/desk.css'
import '../../src/styles/styles.css'
import {
  type AvatarKit,
  type Notice,
  UserAvatar,
  UserAvatarManager,
  UserAvatarManagerRoot,
  UserAvatarManagerStatus,
  useAvatarKit,
  useUserImage,
} from '../../src/index.ts'
import { sendRemoval } from '../../src/react/removeUserProfileImage.ts'
import { UserImageUpload, updateUserProfileImageKey } from '../../src/upload.ts'
import grace from '../../stories/pictures/grace.png'
import kenji from '../../stories/pictures/kenji.png'
import { ada as stranger } from '../support/backend.ts'
import { type PanelOptions, renderInPanel } from '../support/renderInPanel.tsx'
import { painted, until, wait } from '../support/until.ts'
import { filesOf, halves, looksLike, uploadBackend } from '../support/uploadBackend.ts'

const ada = { ...stranger, imageUrl: grace }
const trigger = () => screen.getByRole('button', { name: /^(Replace|Add) image$/ })
const dialog = () => screen.queryByRole('dialog', { name: 'Set profile image' })
const save = () => within(dialog()!).getByRole('button', { name: 'Set image' })
const picturesShown = () =>
  [...document.querySelectorAll<HTMLImageElement>('[data-copy] img')].map(({ src }) =>
    src.startsWith('blob:') ? 'new' : src.split('/').at(-1),
  )

let kit: AvatarKit
let live: Set<string>
beforeEach(() => {
  live = new Set()
  const [create, revoke] = [URL.createObjectURL, URL.revokeObjectURL]
  vi.spyOn(URL, 'createObjectURL').mockImplementation((of) => {
    const url = create.call(URL, of)
    live.add(url)
    return url
  })
  vi.spyOn(URL, 'revokeObjectURL').mockImplementation((url) => {
    live.delete(url)
    revoke.call(URL, url)
  })
})
afterEach(() => {
  onlineManager.setOnline(true)
  vi.restoreAllMocks()
})

function Copy({ user }: { user: object }) {
  return <UserAvatar data-copy="" user={user} image={useUserImage(user)} />
}

/** A prop that never changes, and a copy in the cache. */
function Page({ children }: { children: React.ReactNode }) {
  const here = useAvatarKit()
  useLayoutEffect(() => {
    kit = here
  }, [here])
  const { data } = useQuery({
    queryKey: ['user'],
    queryFn: async () => ({ ...ada }),
    initialData: ada,
    staleTime: Number.POSITIVE_INFINITY,
  })
  return (
    <main>
      <h1>Ada</h1>
      <Copy user={ada} />
      <UserAvatar data-copy="" user={data} />
      {children}
    </main>
  )
}

function start(children: React.ReactNode = <UserImageUpload user={ada} />, options: Partial<PanelOptions> = {}) {
  const backend = uploadBackend()
  const notices: Notice[] = []
  const view = renderInPanel(<Page>{children}</Page>, {
    adapter: backend.adapter,
    notify: (notice) => notices.push(notice),
    ...options,
  })
  return { ...backend, ...view, notices }
}

async function choose() {
  await userEvent.click(trigger())
  await until(() => expect(dialog()).not.toBeNull())
  const files = filesOf(new File([await halves(400, 200)], 'x.png', { type: 'image/png' })).files
  act(() => {
    const input = document.querySelector<HTMLInputElement>('input[type="file"]')!
    input.files = files
    input.dispatchEvent(new Event('change', { bubbles: true }))
  })
  await until(() => expect(save()).not.toHaveAttribute('aria-disabled'))
}

async function replace() {
  await choose()
  await userEvent.click(save())
  await until(() => expect(dialog()).toBeNull())
}

describe('replacing an image', () => {
  it('shows it on every copy at once, then the server’s in its place; says so once, and lets go of the file', async () => {
    const onReplaced = vi.fn()
    const { calls, notices } = start(<UserImageUpload user={ada} onReplaced={onReplaced} />)
    expect(picturesShown()).toEqual(['grace.png', 'grace.png'])
    await choose()
    await userEvent.click(save())
    await until(() => expect(picturesShown()).toEqual(['new', 'new']))
    await until(() => expect(trigger()).toHaveFocus())
    expect(kit.ledger.get('ada')?.imageStatus).toBe('uploading')
    expect(screen.getByText('Setting the new image…')).toBeInTheDocument()
    await until(() => expect(calls).toHaveLength(1))
    expect(calls[0]!.context?.idempotencyKey).toMatch(/^[0-9a-f]{32}$/)
    expect(notices).toEqual([])
    act(() => calls[0]!.agree(kenji))
    await until(() => expect(picturesShown()).toEqual(['kenji.png', 'kenji.png']))
    expect(await screen.findByText('Profile image replaced')).toBeInTheDocument()
    expect(notices).toEqual([{ type: 'replaced', userId: 'ada', title: 'Profile image replaced' }])
    expect(onReplaced).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ id: 'ada', hasImage: true }))
    await until(() => expect([...live]).toEqual([]))
    expect(document.activeElement).toBe(trigger())
  })

  it('spoken by the kit where the host does not', async () => {
    const { calls } = start(undefined, { notify: undefined })
    await replace()
    await until(() => expect(calls).toHaveLength(1))
    act(() => calls[0]!.agree(kenji))
    const spoken = () =>
      [...document.querySelectorAll('[data-slot="avatarkit-live-region"]')].map(({ textContent }) => textContent)
    await until(() => expect(spoken()).toEqual(['Profile image replaced', '']))
  })

  it('the swap shows no frame without a picture', async () => {
    const { calls } = start()
    await replace()
    await until(() => expect(calls).toHaveLength(1))
    await until(() => expect(document.querySelectorAll('[data-copy][data-image="loaded"]')).toHaveLength(2))
    const seen: string[] = []
    let watching = true
    const look = () => {
      for (const avatar of document.querySelectorAll<HTMLElement>('[data-copy]')) {
        const image = avatar.querySelector('img')
        if (!image?.complete || image.naturalWidth === 0 || avatar.dataset.image !== 'loaded')
          seen.push(`${avatar.dataset.image} ${image?.src}`)
      }
      if (watching) requestAnimationFrame(look)
    }
    requestAnimationFrame(look)
    act(() => calls[0]!.agree(kenji))
    await until(() => expect(picturesShown()).toEqual(['kenji.png', 'kenji.png']))
    await until(() => expect([...live]).toEqual([]))
    watching = false
    expect(seen).toEqual([])
  })

  it('the server’s picture does not come: it is shown all the same, and nothing hangs', async () => {
    const { calls, notices } = start()
    await replace()
    await until(() => expect(calls).toHaveLength(1))
    act(() => calls[0]!.agree('/there-is-none.png'))
    await until(() => expect(notices).toHaveLength(1))
    await until(() => expect([...live]).toEqual([]))
    expect(picturesShown()).toEqual(['there-is-none.png', 'there-is-none.png'])
  })

  it('a refusal brings the old picture back, says why, and tries again with the same part', async () => {
    const onError = vi.fn()
    const { calls, notices } = start(<UserImageUpload user={ada} onError={onError} />)
    await choose()
    for (let time = 0; time < 11; time++)
      await userEvent.click(within(dialog()!).getByRole('button', { name: 'Move right' }))
    await userEvent.click(save())
    await until(() => expect(calls).toHaveLength(1))
    act(() => calls[0]!.refuse('forbidden'))
    await until(() => expect(picturesShown()).toEqual(['grace.png', 'grace.png']))
    expect(notices).toMatchObject([
      {
        type: 'failed',
        title: 'The image could not be replaced',
        description: /^You are not allowed to replace this image\./,
      },
    ])
    expect(onError).toHaveBeenCalledTimes(1)
    expect(kit.ledger.get('ada')?.error).toBeUndefined()
    await userEvent.click(await screen.findByRole('button', { name: 'Try again' }))
    await until(() => expect(calls).toHaveLength(2))
    expect(document.activeElement).toBe(trigger())
    expect((await looksLike(calls[1]!.file!)).at(0.9, 0.5)).toBe('red')
    expect(picturesShown()).toEqual(['new', 'new'])
    act(() => calls[1]!.refuse('unavailable'))
    await userEvent.click(await screen.findByRole('button', { name: 'Adjust' }))
    await until(() => expect(dialog()).not.toBeNull())
    await userEvent.click(save())
    await until(() => expect(calls).toHaveLength(3))
    expect((await looksLike(calls[2]!.file!)).at(0.9, 0.5)).toBe('red')
    act(() => calls[2]!.refuse('forbidden'))
    await userEvent.click(await screen.findByRole('button', { name: 'Dismiss' }))
    expect(trigger()).toHaveFocus()
    expect(screen.queryByText('The image could not be replaced')).toBeNull()
    await until(() => expect([...live]).toEqual([]))
  })

  it('one click is one request, however often it is clicked', async () => {
    const { calls, client } = start(undefined, { strict: true })
    await choose()
    const button = save()
    await act(async () => {
      for (let click = 0; click < 3; click++) button.click()
      // Not `wait`: this is inside of `act` already.
      await new Promise((resolve) => setTimeout(resolve, 60))
      button.click()
    })
    await wait(300)
    expect(calls).toHaveLength(1)
    expect(client.getMutationCache().getAll()).toHaveLength(1)
  })

  it('is a genuine mutation, in which there is no file', async () => {
    const busy: number[] = []
    function Counter() {
      const count = useIsMutating({ mutationKey: updateUserProfileImageKey })
      useEffect(() => void busy.push(count))
      return null
    }
    const { calls, client } = start(
      <>
        <UserImageUpload user={ada} />
        <Counter />
      </>,
    )
    await replace()
    await until(() => expect(calls).toHaveLength(1))
    expect(busy.at(-1)).toBe(1)
    const [mutation] = client.getMutationCache().getAll()
    expect(mutation!.state.variables).toEqual({ userId: 'ada' })
    expect(JSON.stringify(dehydrate(client, { shouldDehydrateMutation: () => true }))).not.toMatch(
      /blob:.*blob:.*blob:|Blob|File/,
    )
    act(() => calls[0]!.agree(kenji))
    await until(() => expect(mutation!.state).toMatchObject({ status: 'success', data: { id: 'ada' } }))
  })

  it('gone from the page: it goes on, is told, and leaves nothing', async () => {
    const { calls, rerender, notices } = start()
    await replace()
    await until(() => expect(calls).toHaveLength(1))
    rerender(<Page>{null}</Page>)
    expect(picturesShown()).toEqual(['new', 'new'])
    await painted()
    expect(document.activeElement).not.toBe(document.body)
    act(() => calls[0]!.agree(kenji))
    await until(() => expect(notices).toHaveLength(1))
    await until(() => expect([...live]).toEqual([]))
    expect(picturesShown()).toEqual(['kenji.png', 'kenji.png'])
  })

  it('a host whose cache has names of its own', async () => {
    const fields = {
      match: (value: any) => (value.kind === 'person' ? value.key : undefined),
      toUser: (value: any) =>
        ({ ...stranger, id: value.key, imageUrl: value.face, hasImage: Boolean(value.face) }) as any,
      read: (value: any) => ('face' in value ? { face: value.face } : {}),
      image: (read: any) => ({ imageUrl: read.face ?? null, hasImage: Boolean(read.face) }),
      write: (image: any) => ({ face: image.hasImage ? image.imageUrl : null }),
    }
    const person = { kind: 'person', key: 'ada', face: grace }
    const client = new QueryClient()
    client.setQueryData(['person'], person)
    const { adapter, calls } = uploadBackend()
    renderInPanel(<UserImageUpload user={person} />, { adapter, client, fields })
    await replace()
    await until(() => expect(calls).toHaveLength(1))
    act(() => calls[0]!.agree(kenji))
    await until(() => expect(client.getQueryData<typeof person>(['person'])?.face).toBe(kenji))
    await until(() => expect([...live]).toEqual([]))
  })
})

describe('before it is sent it can be taken back', () => {
  it('offline: nothing is sent, then or later', async () => {
    const { calls, client, notices } = start()
    onlineManager.setOnline(false)
    await replace()
    expect(
      await screen.findByText('Waiting: the new image will be set when the connection is back.'),
    ).toBeInTheDocument()
    expect(picturesShown()).toEqual(['new', 'new'])
    await userEvent.click(screen.getByRole('button', { name: 'Cancel' }))
    await until(() => expect(picturesShown()).toEqual(['grace.png', 'grace.png']))
    expect(trigger()).toHaveFocus()
    act(() => onlineManager.setOnline(true))
    await painted()
    expect(calls).toHaveLength(0)
    expect(client.getMutationCache().getAll()).toHaveLength(0)
    expect(notices).toEqual([
      { type: 'waiting', userId: 'ada', title: 'Waiting: the new image will be set when the connection is back.' },
      { type: 'undone', userId: 'ada', title: 'The new image was not set' },
    ])
    expect(kit.ledger.get('ada')?.error).toBeUndefined()
    await until(() => expect([...live]).toEqual([]))
  })

  it('offline, and back: it is sent', async () => {
    const { calls } = start()
    onlineManager.setOnline(false)
    await replace()
    await screen.findByText(/^Waiting: the new image/)
    act(() => onlineManager.setOnline(true))
    await until(() => expect(calls).toHaveLength(1))
    expect(screen.queryByRole('button', { name: 'Cancel' })).toBeNull()
    act(() => calls[0]!.agree(kenji))
    await until(() => expect(picturesShown()).toEqual(['kenji.png', 'kenji.png']))
  })

  it('offline, and the page is left: what a persisted cache brings back has lost its file, and ends', async () => {
    const { client, unmount } = start()
    onlineManager.setOnline(false)
    await replace()
    await screen.findByText(/^Waiting: the new image/)
    const kept = JSON.parse(JSON.stringify(dehydrate(client, { shouldDehydrateQuery: () => false }))) as DehydratedState
    unmount()
    client.clear()
    const next = new QueryClient()
    hydrate(next, kept)
    const { calls } = start(undefined, { client: next })
    expect(next.getMutationCache().getAll()).toHaveLength(1)
    onlineManager.setOnline(true)
    await next.resumePausedMutations().catch(() => {})
    await until(() => expect(next.getMutationCache().getAll()[0]!.state).toMatchObject({ status: 'error' }))
    expect(calls).toHaveLength(0)
    expect(picturesShown()).toEqual(['grace.png', 'grace.png'])
  })

  it('behind a removal', async () => {
    const { calls, kinds } = start()
    act(() => sendRemoval(kit, kit.fields.toUser(ada), {}))
    await until(() => expect(kinds()).toEqual(['remove']))
    await replace()
    await userEvent.click(await screen.findByRole('button', { name: 'Cancel' }))
    await until(() => expect(picturesShown()).toEqual([]))
    act(() => calls[0]!.agree())
    await painted()
    expect(kinds()).toEqual(['remove'])
    await until(() => expect([...live]).toEqual([]))
  })
})

describe('removals and replacements in any order end in what was asked for last', () => {
  it('replaced, then removed', async () => {
    const { calls, kinds } = start()
    await replace()
    await until(() => expect(kinds()).toEqual(['set']))
    act(() => sendRemoval(kit, kit.fields.toUser(ada), {}))
    await until(() => expect(picturesShown()).toEqual([]))
    // The answer to the first comes last of all it can: the second is not sent before.
    await wait(200)
    expect(kinds()).toEqual(['set'])
    act(() => calls[0]!.agree(kenji))
    await until(() => expect(kinds()).toEqual(['set', 'remove']))
    expect(picturesShown()).toEqual([])
    act(() => calls[1]!.agree())
    await until(() => expect(kit.ledger.get('ada')?.imageStatus ?? 'idle').toBe('idle'))
    expect(picturesShown()).toEqual([])
    await until(() => expect([...live]).toEqual([]))
  })

  it('removed, then replaced', async () => {
    const { calls, kinds } = start()
    act(() => sendRemoval(kit, kit.fields.toUser(ada), {}))
    await until(() => expect(kinds()).toEqual(['remove']))
    await replace()
    expect(picturesShown()).toEqual(['new', 'new'])
    expect(await screen.findByText('Waiting for an earlier change to end.')).toBeInTheDocument()
    act(() => calls[0]!.agree())
    await until(() => expect(kinds()).toEqual(['remove', 'set']))
    expect(picturesShown()).toEqual(['new', 'new'])
    act(() => calls[1]!.agree(kenji))
    await until(() => expect(picturesShown()).toEqual(['kenji.png', 'kenji.png']))
    await until(() => expect([...live]).toEqual([]))
  })

  it('replaced three times: the one in between is never sent', async () => {
    const { calls, kinds, notices } = start()
    await replace()
    await until(() => expect(kinds()).toEqual(['set']))
    await replace()
    await replace()
    act(() => calls[0]!.agree(grace))
    await until(() => expect(kinds()).toEqual(['set', 'set']))
    act(() => calls[1]!.agree(kenji))
    await until(() => expect(picturesShown()).toEqual(['kenji.png', 'kenji.png']))
    expect(kinds()).toEqual(['set', 'set'])
    expect(notices.map(({ type }) => type)).toEqual(['replaced', 'replaced'])
    await until(() => expect([...live]).toEqual([]))
  })
})

describe('another user takes the place of the first', () => {
  it('what was chosen for one is never sent for the other', async () => {
    const other = { ...ada, id: 'grace', firstName: 'Grace', lastName: 'Hopper' }
    const { calls, rerender } = start()
    await replace()
    await until(() => expect(calls).toHaveLength(1))
    act(() => calls[0]!.refuse('unavailable'))
    await screen.findByRole('button', { name: 'Try again' })
    rerender(
      <Page>
        <UserImageUpload user={other} />
      </Page>,
    )
    expect(screen.queryByRole('button', { name: 'Try again' })).toBeNull()
    await userEvent.click(trigger())
    await until(() => expect(save()).toHaveAttribute('aria-disabled', 'true'))
    await until(() => expect([...live]).toEqual([]))
  })
})

describe('inside a manager', () => {
  it('takes the manager’s user, and its failure is not taken for a removal’s', async () => {
    const { calls, kinds } = start(
      <UserAvatarManagerRoot user={ada}>
        <UserImageUpload />
        <UserAvatarManagerStatus />
      </UserAvatarManagerRoot>,
    )
    await replace()
    await until(() => expect(calls).toHaveLength(1))
    expect(screen.getAllByText('Setting the new image…')).toHaveLength(1)
    act(() => calls[0]!.refuse('unavailable'))
    await until(() => expect(screen.getByText('The image could not be replaced')).toBeInTheDocument())
    expect(screen.queryByText('The image could not be removed')).toBeNull()
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }))
    await until(() => expect(kinds()).toEqual(['set', 'set']))
  })

  it('without a user anywhere it says what is missing', () => {
    vi.spyOn(console, 'error').mockImplementation(() => {})
    expect(() => renderInPanel(<UserImageUpload />, { adapter: uploadBackend().adapter })).toThrow(
      /needs `user`, or a UserAvatarManagerRoot/,
    )
    expect(() =>
      renderInPanel(<UserImageUpload user={{ name: 'Ada' }} />, { adapter: uploadBackend().adapter }),
    ).toThrow(/no id under any known name/)
  })

  it('an adapter of its own', async () => {
    const own = uploadBackend()
    const { calls } = start(<UserImageUpload user={ada} adapter={own.adapter} />)
    await replace()
    await until(() => expect(own.calls).toHaveLength(1))
    expect(calls).toHaveLength(0)
  })

  it('the manager removes what was set', async () => {
    const { calls, kinds } = start(
      <>
        <UserAvatarManager user={ada} />
        <UserImageUpload user={ada} />
      </>,
    )
    await replace()
    await until(() => expect(calls).toHaveLength(1))
    act(() => calls[0]!.agree(kenji))
    await until(() => expect(picturesShown()).toEqual(['kenji.png', 'kenji.png']))
    await userEvent.click(screen.getByRole('button', { name: 'Remove image' }))
    await userEvent.click(within(await screen.findByRole('alertdialog')).getByRole('button', { name: 'Remove image' }))
    await until(() => expect(kinds()).toEqual(['set', 'remove']))
    expect(picturesShown()).toEqual([])
  })
})
