import type { DataProvider } from '@refinedev/core'
import { QueryClient } from '@tanstack/react-query'
import { act, cleanup, render, screen, waitFor, within } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { userEvent } from 'vitest/browser'
import { ADA, CHAIR, company } from '../company.ts'
import { App } from './App.tsx'

afterEach(cleanup)

const until = <T,>(check: () => T) => waitFor(check, { timeout: 8000 })
const list = (name: string) => screen.getByRole('list', { name })
const manager = () => document.querySelector('[data-slot="user-avatar-manager"]')!
/** Where Ada's picture is shown. */
const picturesOfAda = () => document.querySelectorAll(`img[src="${ADA}"]`).length

async function open() {
  const server = company()
  const { getList, getOne, update, deleteUserProfileImage } = server
  const dataProvider = {
    getApiUrl: () => '',
    async getList({
      resource,
      pagination,
    }: {
      resource: string
      pagination?: { currentPage?: number; pageSize?: number }
    }) {
      const { data, total } = await getList(resource)
      const { currentPage = 1, pageSize = 10 } = pagination ?? {}
      return { data: data.slice((currentPage - 1) * pageSize, currentPage * pageSize), total }
    },
    getOne: ({ resource, id }: { resource: string; id: unknown }) => getOne(resource, id),
    update: ({ id, variables }: { id: unknown; variables: { name: string } }) => update(id, variables),
  } as unknown as DataProvider
  const queryClient = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  render(<App queryClient={queryClient} dataProvider={dataProvider} deleteUserProfileImage={deleteUserProfileImage} />)
  // The page, the list, the endless list.
  await until(() => expect(picturesOfAda()).toBe(3))
  return { ...server, queryClient }
}

async function remove() {
  await userEvent.click(screen.getByRole('button', { name: 'Remove image' }))
  await userEvent.click(
    within(await screen.findByRole('alertdialog', { name: 'Remove profile image?' })).getByRole('button', {
      name: 'Remove image',
    }),
  )
  await until(() => expect(screen.queryByRole('alertdialog')).toBeNull())
}

const rename = () => userEvent.click(screen.getByRole('button', { name: 'Rename' }))
const rest = (queryClient: QueryClient) =>
  until(() => expect(queryClient.isFetching() + queryClient.isMutating()).toBe(0))

/** What the page says of Ada, in each of its parts. */
const told = () => [
  screen.getByRole('heading', { level: 1 }).textContent,
  ...['All users', 'Endless users'].map((name) => within(list(name)).getAllByRole('listitem')[0]!.textContent),
]

describe('in a refine panel', () => {
  it('one removal shows on the page, the list and the endless list before the server answers', async () => {
    const { queryClient, removals } = await open()
    await remove()
    await until(() => expect(removals).toHaveLength(1))
    expect(picturesOfAda()).toBe(0)
    // More of the endless list, whose first page the server is not asked for again.
    await userEvent.click(screen.getByRole('button', { name: 'More' }))
    await until(() => expect(within(list('Endless users')).getAllByRole('listitem')).toHaveLength(2))
    expect(picturesOfAda()).toBe(0)
    act(() => removals[0]!.agree())
    await rest(queryClient)
    expect(picturesOfAda()).toBe(0)
    expect(within(list('Endless users')).getAllByRole('listitem')).toHaveLength(2)
    expect(told()).toEqual(['Ada Lovelace', 'Ada Lovelace: no picture', 'Ada Lovelace: no picture'])
  })

  it('a refusal brings the picture back everywhere, and says so', async () => {
    const { queryClient, removals } = await open()
    await remove()
    await until(() => expect(removals).toHaveLength(1))
    act(() => removals[0]!.refuse())
    await until(() => expect(picturesOfAda()).toBe(3))
    expect(screen.getByRole('button', { name: 'Try again' })).toBeVisible()
    await rest(queryClient)
    expect(picturesOfAda()).toBe(3)
  })

  it.each(['agree', 'refuse'] as const)(
    'refine’s own optimistic edit of the name survives the removal (%s)',
    async (end) => {
      const { queryClient, removals, edits } = await open()
      await remove()
      await rename()
      await until(() => expect([removals.length, edits.length]).toEqual([1, 1]))
      // Endless lists refine leaves as they are.
      await until(() => expect(told()).toEqual(['Ada King', 'Ada King: no picture', 'Ada Lovelace: no picture']))
      expect(picturesOfAda()).toBe(0)
      act(() => removals[0]![end]())
      await until(() => expect(manager()).toHaveAttribute('data-status', end === 'agree' ? 'idle' : 'failed'))
      // The edit is not answered yet: what the server still says of the name is not asked for meanwhile.
      await new Promise((resolve) => setTimeout(resolve, 500))
      expect(told()[0]).toBe('Ada King')
      act(() => edits[0]!.agree())
      await rest(queryClient)
      const picture = end === 'agree' ? 'no picture' : ''
      // Whether the endless list is read again before or after the edit is answered is a matter of time: refine itself
      // leaves the name there as it is.
      expect(told()).toEqual([
        'Ada King',
        `Ada King: ${picture}`,
        expect.stringMatching(new RegExp(`^Ada (King|Lovelace): ${picture}$`)),
      ])
      expect(picturesOfAda()).toBe(end === 'agree' ? 0 : 3)
    },
  )

  it('the rollback of a refused edit does not bring back a picture that was removed meanwhile', async () => {
    const { queryClient, removals, edits } = await open()
    await rename()
    await until(() => expect(edits).toHaveLength(1))
    await remove()
    await until(() => expect(removals).toHaveLength(1))
    act(() => removals[0]!.agree())
    await until(() => expect(manager()).toHaveAttribute('data-status', 'idle'))
    act(() => edits[0]!.refuse())
    await until(() => expect(told()[0]).toBe('Ada Lovelace'))
    expect(picturesOfAda()).toBe(0)
    await rest(queryClient)
    expect(told()).toEqual(['Ada Lovelace', 'Ada Lovelace: no picture', 'Ada Lovelace: no picture'])
  })

  it('a product with the same id keeps its picture', async () => {
    const { queryClient, removals } = await open()
    await remove()
    act(() => removals[0]!.agree())
    await rest(queryClient)
    expect(
      within(list('Products'))
        .getByText(/A chair/)
        .querySelector('img'),
    ).toHaveAttribute('src', CHAIR)
  })
})
