import { QueryClient } from '@tanstack/react-query'
import { act, cleanup, render, screen, waitFor, within } from '@testing-library/react'
import type { DataProvider } from 'react-admin'
import { afterEach, describe, expect, it } from 'vitest'
import { userEvent } from 'vitest/browser'
import { ADA, CHAIR, company, type Person } from '../company.ts'
import { App } from './App.tsx'

afterEach(cleanup)

const until = <T,>(check: () => T) =>
  waitFor(check, {
    timeout: 8000,
    onTimeout: (error) => new Error(error.message.split('\n')[0] + document.body.innerText.slice(0, 600)),
  })
async function open() {
  const server = company()
  const { getList, getOne, update, deleteUserProfileImage } = server
  const dataProvider = {
    getList,
    getOne: (resource: string, { id }: { id: unknown }) => getOne(resource, id),
    update: (_: string, { id, data }: { id: unknown; data: { name: string } }) => update(id, data),
  } as unknown as DataProvider
  const queryClient = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  render(<App queryClient={queryClient} dataProvider={dataProvider} deleteUserProfileImage={deleteUserProfileImage} />)
  await until(() => expect(rowOfAda()).toBeVisible())
  await goTo('Products')
  await until(() => expect(screen.getByRole('cell', { name: 'A chair' })).toBeVisible())
  await goTo('Users')
  await until(() => expect(rowOfAda()).toBeVisible())
  return { ...server, queryClient }
}

const goTo = (name: string) => userEvent.click(screen.getByRole('menuitem', { name }))
const rowOfAda = () => screen.getByRole('row', { name: /ada@people/ })
const picture = () => rowOfAda().querySelector('img')
const manager = () => document.querySelector('[data-slot="user-avatar-manager"]')!

async function openAda() {
  await userEvent.click(within(rowOfAda()).getByRole('cell', { name: '1' }))
  await until(() => expect(screen.getByRole('button', { name: 'Remove image' })).toBeVisible())
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

async function rename(name: string) {
  const field = screen.getByRole('textbox', { name: 'Name' })
  await userEvent.clear(field)
  await userEvent.fill(field, name)
  await userEvent.click(screen.getByRole('button', { name: 'Save' }))
}

/** What react-admin holds of Ada, wherever it does. */
function copiesOfAda(client: QueryClient): Person[] {
  return client
    .getQueryCache()
    .findAll({ queryKey: ['users'] })
    .flatMap(({ state }) => {
      const data = state.data as Person | { data: Person[] } | undefined
      return data === undefined ? [] : 'data' in data ? (data.data as Person[]) : [data]
    })
    .filter(({ id }) => String(id) === '1')
}

describe('in a react-admin panel', () => {
  it('one removal shows on the page and in the list before the server answers, and both end as the server says', async () => {
    const { queryClient, removals, users } = await open()
    expect(picture()).not.toBeNull()
    await openAda()
    await remove()
    await until(() => expect(removals).toHaveLength(1))
    expect(manager().querySelector('img')).toBeNull()
    expect(copiesOfAda(queryClient).length).toBeGreaterThanOrEqual(2)
    expect(copiesOfAda(queryClient).map(({ avatar }) => avatar)).toEqual(copiesOfAda(queryClient).map(() => null))
    await goTo('Users')
    await until(() => expect(rowOfAda()).toHaveTextContent('none'))
    // The list asks the server anew, which still has the picture.
    await new Promise((resolve) => setTimeout(resolve, 300))
    expect(picture()).toBeNull()
    act(() => removals[0]!.agree())
    await until(() => expect(queryClient.isFetching() + queryClient.isMutating()).toBe(0))
    expect(picture()).toBeNull()
    for (const copy of copiesOfAda(queryClient)) expect(copy).toEqual(users[0])
  })

  it('a refusal brings the picture back everywhere, and says so', async () => {
    const { queryClient, removals } = await open()
    await openAda()
    await remove()
    await until(() => expect(removals).toHaveLength(1))
    act(() => removals[0]!.refuse())
    await until(() => expect(manager().querySelector('img')).toHaveAttribute('src', ADA))
    expect(screen.getByRole('button', { name: 'Try again' })).toBeVisible()
    for (const { avatar } of copiesOfAda(queryClient)) expect(avatar).toBe(ADA)
    await goTo('Users')
    await until(() => expect(picture()).toHaveAttribute('src', ADA))
  })

  it.each(['agree', 'refuse'] as const)(
    'react-admin’s own optimistic edit of the name survives the removal (%s)',
    async (end) => {
      const { queryClient, removals, edits } = await open()
      await openAda()
      await remove()
      await rename('Ada King')
      await until(() => expect([removals.length, edits.length]).toEqual([1, 1]))
      for (const copy of copiesOfAda(queryClient)) expect(copy).toMatchObject({ name: 'Ada King', avatar: null })
      act(() => removals[0]![end]())
      await until(() => expect(manager()).toHaveAttribute('data-status', end === 'agree' ? 'idle' : 'failed'))
      // The edit is not answered yet: what the server still says of the name is not asked for meanwhile.
      await new Promise((resolve) => setTimeout(resolve, 500))
      for (const copy of copiesOfAda(queryClient)) expect(copy).toMatchObject({ name: 'Ada King' })
      act(() => edits[0]!.agree())
      await until(() => expect(queryClient.isFetching() + queryClient.isMutating()).toBe(0))
      for (const copy of copiesOfAda(queryClient))
        expect(copy).toMatchObject({ name: 'Ada King', avatar: end === 'agree' ? null : ADA })
    },
  )

  it('the rollback of a refused edit does not bring back a picture that was removed meanwhile', async () => {
    const { queryClient, removals, edits } = await open()
    await openAda()
    await rename('Ada King')
    await until(() => expect(edits).toHaveLength(1))
    await remove()
    await until(() => expect(removals).toHaveLength(1))
    act(() => removals[0]!.agree())
    await until(() => expect(manager()).toHaveAttribute('data-status', 'idle'))
    act(() => edits[0]!.refuse())
    await until(() => expect(queryClient.isFetching() + queryClient.isMutating()).toBe(0))
    for (const copy of copiesOfAda(queryClient)) expect(copy).toMatchObject({ name: 'Ada Lovelace', avatar: null })
    expect(manager().querySelector('img')).toBeNull()
  })

  it('a product with the same id keeps its picture', async () => {
    const { queryClient, removals } = await open()
    const products = () =>
      queryClient
        .getQueryCache()
        .findAll({ queryKey: ['products'] })
        .map(({ state }) => state.data)
    const before = products()
    await openAda()
    await remove()
    act(() => removals[0]!.agree())
    await until(() => expect(queryClient.isMutating()).toBe(0))
    products().forEach((data, at) => expect(data).toBe(before[at]))
    await goTo('Products')
    await until(() =>
      expect(screen.getByRole('row', { name: /A chair/ }).querySelector('img')).toHaveAttribute('src', CHAIR),
    )
  })
})
