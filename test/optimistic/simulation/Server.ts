import { AvatarKitError } from '../../../src/core/errors.ts'
import type { ImageChange } from '../../../src/core/user.ts'

export interface Person {
  id: string
  name: string
  image: string | null
}

interface Read {
  what: string
  answer: (state: Person[]) => unknown
  reply?: unknown
  resolve: (value: unknown) => void
  reject: (error: Error) => void
}

interface Write {
  userId: string
  change: ImageChange
  committed: boolean
  resolve: (value: unknown) => void
  reject: (error: Error) => void
}

export type WriteEnd = 'reply' | 'refuse' | 'lose'

/**
 * A server whose every step is taken by the test: reading and delivering are two steps, reads may come
 * from a replica that lags, writes are carried out and answered in two steps, and answers get lost.
 */
export class Server {
  readonly reads: Read[] = []
  readonly writes: Write[] = []
  /** Writes whose answer was lost before they were carried out; they may still be. */
  readonly late: Write[] = []
  readonly started: string[] = []
  overlaps = 0
  #history: { at: number; state: Person[] }[]
  readonly #now: () => number
  readonly #lagMs: number

  constructor(people: Person[], now: () => number, lagMs: number) {
    this.#now = now
    this.#lagMs = lagMs
    this.#history = [{ at: Number.NEGATIVE_INFINITY, state: people }]
  }

  /** Called at each change of the truth. */
  onChange: (person: Person) => void = () => {}

  get truth(): Person[] {
    return this.#history.at(-1)!.state
  }

  person(id: string): Person {
    return this.truth.find((person) => person.id === id)!
  }

  change(id: string, patch: Partial<Person>) {
    this.#history.push({ at: this.#now(), state: this.truth.map((person) => (person.id === id ? { ...person, ...patch } : person)) })
    this.onChange(this.person(id))
  }

  request(what: string, answer: (state: Person[]) => unknown): Promise<unknown> {
    return new Promise((resolve, reject) => {
      this.reads.push({ what, answer, resolve, reject })
    })
  }

  /** The replica reads now; `lag` versions back as far as the window allows. */
  read(at: number, lag: number) {
    const read = this.reads[at]
    if (!read || read.reply !== undefined) return
    const oldest = this.#history.findLastIndex((version, index) => index === 0 || version.at <= this.#now() - this.#lagMs + 1)
    const version = Math.max(this.#history.length - 1 - lag, oldest)
    read.reply = structuredClone(read.answer(this.#history[version]!.state))
  }

  deliver(at: number) {
    const read = this.reads[at]
    if (!read) return
    if (read.reply === undefined) this.read(at, 0)
    this.reads.splice(at, 1)
    read.resolve(read.reply)
  }

  failRead(at: number): string | undefined {
    const read = this.reads.splice(at, 1)[0]
    read?.reject(new Error('the read failed'))
    return read?.what
  }

  send(userId: string, change: ImageChange): Promise<unknown> {
    this.started.push(`${userId}:${change.kind === 'set' ? change.imageUrl : 'remove'}`)
    if (this.writes.some((write) => write.userId === userId)) this.overlaps++
    return new Promise((resolve, reject) => {
      this.writes.push({ userId, change, committed: false, resolve, reject })
    })
  }

  commit(write: Write | undefined) {
    if (!write || write.committed) return
    write.committed = true
    this.change(write.userId, { image: write.change.kind === 'set' ? write.change.imageUrl : null })
  }

  end(at: number, how: WriteEnd) {
    const write = this.writes[at]
    if (!write) return
    if (how === 'reply') this.commit(write)
    // What was carried out is not refused.
    if (how === 'refuse' && write.committed) how = 'reply'
    this.writes.splice(at, 1)
    if (how === 'reply') {
      const image = write.change.kind === 'set' ? write.change.imageUrl : null
      write.resolve({ id: write.userId, firstName: this.person(write.userId).name, imageUrl: image, hasImage: image !== null })
    } else if (how === 'refuse') {
      write.reject(new AvatarKitError('forbidden', { userId: write.userId }))
    } else {
      if (!write.committed) this.late.push(write)
      write.reject(new AvatarKitError('unknown-outcome', { userId: write.userId }))
    }
  }
}
