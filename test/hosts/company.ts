import { AvatarKitError } from 'avatarkit'

export interface Person {
  id: number
  name: string
  email: string
  avatar: string | null
}

interface Answer {
  agree: () => void
  refuse: () => void
}

const pixel = (n: number) =>
  `data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==#${n}`

export const [ADA, GRACE, CHAIR] = [1, 2, 3].map(pixel) as [string, string, string]

/** A company's server, as both frameworks see it. It reads at once; removals and edits wait for the test's answer. */
export function company() {
  const users: Person[] = [
    { id: 1, name: 'Ada Lovelace', email: 'ada@people.test', avatar: ADA },
    { id: 2, name: 'Grace Hopper', email: 'grace@people.test', avatar: GRACE },
  ]
  const products = [{ id: 1, title: 'A chair', image: CHAIR }]
  const removals: Answer[] = []
  const edits: Answer[] = []
  const of = (resource: string): { id: number }[] => (resource === 'users' ? users : products)
  return {
    users,
    removals,
    edits,
    getList: async (resource: string) => structuredClone({ data: of(resource), total: of(resource).length }),
    getOne: async (resource: string, id: unknown) =>
      structuredClone({ data: of(resource).find((one) => String(one.id) === String(id)) }),
    update: (id: unknown, { name }: { name: string }) =>
      new Promise<{ data: Person }>((resolve, reject) => {
        edits.push({
          // Of the form only the name is taken, as a server does whose pictures have a route of their own.
          agree() {
            const user = users.find((one) => String(one.id) === String(id))!
            user.name = name
            resolve({ data: { ...user } })
          },
          refuse: () => reject(new Error('The name is taken')),
        })
      }),
    deleteUserProfileImage: (userId: string) =>
      new Promise<object>((resolve, reject) => {
        removals.push({
          agree() {
            const user = users.find(({ id }) => String(id) === userId)!
            user.avatar = null
            resolve({ ...user, id: userId })
          },
          refuse: () => reject(new AvatarKitError('forbidden', { userId })),
        })
      }),
  }
}
