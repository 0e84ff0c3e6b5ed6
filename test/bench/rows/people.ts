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
const ANSWER_MS = 300

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
  const client = new QueryClient({ defaultOptions: { queries: { staleTime: Number.POSITIVE_INFINITY } } })
  const read = async (): Promise<Page> => ({ data: people.map((person) => ({ ...person })) })
  client.setQueryData<Page>(KEY, { data: people })
  return {
    client,
    read,
    async remove(id: string): Promise<Person> {
      await new Promise((resolve) => setTimeout(resolve, ANSWER_MS))
      people = people.map((person) => (person.id === id ? { ...person, imageUrl: null, hasImage: false } : person))
      return people.find((person) => person.id === id)!
    },
  }
}

export type Company = ReturnType<typeof company>

export const nameOf = ({ firstName, lastName }: Person): string => `${firstName} ${lastName}`
export const without = (page: Page, id: string): Page => ({
  data: page.data.map((person) => (person.id === id ? { ...person, imageUrl: null, hasImage: false } : person)),
})
