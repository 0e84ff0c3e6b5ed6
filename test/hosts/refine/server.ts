import type { BaseKey, BaseRecord, DataProvider } from '@refinedev/core'
import { AvatarKitError, type UserImageAdapter } from 'avatarkit'

export interface Person extends BaseRecord {
  id: number
  name: string
  email: string
  avatar: string | null
}

export interface Product extends BaseRecord {
  id: number
  name: string
  image: string
}

/** A request that waits for the test to answer it. */
export interface Waiting {
  id: BaseKey
  agree: () => void
  refuse: () => void
}

const LATENCY_MS = 20

/** A small picture, each colour another address. */
function picture(color: string): string {
  const canvas = Object.assign(document.createElement('canvas'), { width: 8, height: 8 })
  const context = canvas.getContext('2d')!
  context.fillStyle = color
  context.fillRect(0, 0, 8, 8)
  return canvas.toDataURL('image/png')
}

const person = (id: number, name: string, color: string): Person => ({ id, name, email: `user${id}@people.test`, avatar: picture(color) })

/** A server in memory. Reads take a moment and tell what held when they began; changes wait for the test. */
export class Server {
  users: Person[] = [person(1, 'Ada Lovelace', 'teal'), person(2, 'Grace Hopper', 'navy'), person(3, 'Mary Somerville', 'olive'), person(4, 'Joan Clarke', 'purple')]
  products: Product[] = [1, 2, 3, 4].map((id) => ({ id, name: `Product ${id}`, image: picture(`rgb(${id * 40}, 90, 90)`) }))
  /** What was read, such as `users`. */
  readonly reads: string[] = []
  readonly removals: Waiting[] = []
  readonly edits: Waiting[] = []

  readonly adapter: UserImageAdapter<Person> = {
    deleteUserProfileImage: (userId) =>
      this.#wait(
        this.removals,
        userId,
        () => this.#change(userId, { avatar: null }),
        () => new AvatarKitError('forbidden', { userId }),
      ),
  }

  readonly dataProvider = {
    getList: async ({ resource, pagination }) => {
      const all = this.#records(resource)
      const { currentPage = 1, pageSize = all.length } = pagination ?? {}
      return this.#read(resource, { data: all.slice((currentPage - 1) * pageSize, currentPage * pageSize), total: all.length })
    },
    getOne: async ({ resource, id }) => this.#read(resource, { data: this.#records(resource).find((record) => String(record.id) === String(id)) }),
    update: async ({ id, variables }) => ({
      data: await this.#wait(
        this.edits,
        id,
        () => this.#change(id, variables as Partial<Person>),
        () => ({ message: 'Refused', statusCode: 400 }),
      ),
    }),
    create: () => Promise.reject(new Error('not here')),
    deleteOne: () => Promise.reject(new Error('not here')),
    getApiUrl: () => '',
  } as DataProvider

  #records(resource: string): BaseRecord[] {
    return resource === 'users' ? this.users : this.products
  }

  async #read<T>(resource: string, reply: T): Promise<T> {
    this.reads.push(resource)
    const copy = structuredClone(reply)
    await new Promise((resolve) => setTimeout(resolve, LATENCY_MS))
    return copy
  }

  #change(id: BaseKey, values: Partial<Person>): Person {
    this.users = this.users.map((user) => (String(user.id) === String(id) ? { ...user, ...values } : user))
    return structuredClone(this.users.find((user) => String(user.id) === String(id))!)
  }

  #wait(list: Waiting[], id: BaseKey, change: () => Person, error: () => unknown): Promise<Person> {
    return new Promise((resolve, reject) => {
      list.push({ id, agree: () => resolve(change()), refuse: () => reject(error()) })
    })
  }
}
