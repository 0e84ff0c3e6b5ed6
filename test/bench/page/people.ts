import { QueryClient } from '@tanstack/react-query'
import face from './face.png?no-inline'

export interface Person {
  id: string
  firstName: string
  lastName: string
  emailAddress: string
  imageUrl: string | null
  hasImage: boolean
}

export interface Page {
  data: Person[]
}

export const KEY = ['users']
/** A quick server: what its reply costs falls into the same moments as the dialog's exit. */
const ANSWER_MS = 100

/** So many people in one list, and a server that answers after a while. */
export function company(rows: number) {
  let people = Array.from({ length: rows }, (_, at): Person => {
    const id = `user_${at}`
    return {
      id,
      firstName: `Name${at}`,
      lastName: 'Lovelace',
      emailAddress: `${id}@people.test`,
      imageUrl: `${face}?${at}`,
      hasImage: true,
    }
  })
  let calls = 0
  const client = new QueryClient({ defaultOptions: { queries: { staleTime: Number.POSITIVE_INFINITY } } })
  const copies = (offset: number, limit: number) =>
    people.slice(offset, offset + limit).map((person) => ({ ...person }))
  client.setQueryData<Page>(KEY, { data: people })
  return {
    client,
    people,
    read: async (): Promise<Page> => ({ data: copies(0, rows) }),
    list: async ({ offset = 0, limit = 20 }: { offset?: number; limit?: number }) => ({
      data: copies(offset, limit),
      totalCount: people.length,
    }),
    async remove(id: string): Promise<Person> {
      calls++
      await new Promise((resolve) => setTimeout(resolve, ANSWER_MS))
      calls--
      people = people.map((person) => (person.id === id ? { ...person, imageUrl: null, hasImage: false } : person))
      return people.find((person) => person.id === id)!
    },
    /** Whether every reply is in, and what is read again after it. */
    isQuiet: () => calls + client.isFetching() + client.isMutating() === 0,
  }
}

export type Company = ReturnType<typeof company>

export const nameOf = ({ firstName, lastName }: Person): string => `${firstName} ${lastName}`
export const without = (page: Page, id: string): Page => ({
  data: page.data.map((person) => (person.id === id ? { ...person, imageUrl: null, hasImage: false } : person)),
})
