import { AvatarKitError } from '../../../src/core/errors.ts'
import type { ImageChange } from '../../../src/core/user.ts'

export interface Person {
  id: string
  name: string
  image: string | null
}

interface Read {
  what: string
  /** When it was asked for, and as which. */
  at: number
  number: number
  answer: (state: Person[]) => unknown
  reply?: unknown
  /** Which state the reply tells of. */
  version?: number
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

/** `wait`: too many requests, come back in two seconds. */
export type WriteEnd = 'reply' | 'refuse' | 'lose' | 'wait'

const PATIENCE_S = 2

/**
 * A server whose every step is taken by the test: reading and delivering are two steps, reads may come
 * from a replica that lags, writes are carried out and answered in two steps, and answers get lost.
 */
export class Server {
  readonly reads: Read[] = []
  readonly writes: Write[] = []
  /** Writes whose answer was lost before they were carried out; they may still be. */
  readonly late: (Write & { lostAt: number })[] = []
  /** Counts the reads. */
  asked = 0
  overlaps = 0
  /** The most writes that ran at once. */
  busiest = 0
  /** Writes that came before the time that was asked for. */
  impatient = 0
  /** What was delivered last, until the next step. */
  delivered: Read | undefined
  #closedUntil = Number.NEGATIVE_INFINITY
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

  /** Counts the changes of the truth. */
  get version(): number {
    return this.#history.length - 1
  }

  /** When the oldest read was asked for that has not been answered, or just was. */
  get oldestRead(): number {
    return Math.min(...[...this.reads, ...(this.delivered ? [this.delivered] : [])].map(({ at }) => at))
  }

  get truth(): Person[] {
    return this.#history.at(-1)!.state
  }

  person(id: string): Person {
    return this.truth.find((person) => person.id === id)!
  }

  change(id: string, patch: Partial<Person>) {
    this.#history.push({
      at: this.#now(),
      state: this.truth.map((person) => (person.id === id ? { ...person, ...patch } : person)),
    })
    this.onChange(this.person(id))
  }

  /** What a replica says that lags so many versions behind, as far as the window allows. */
  stateOf(lag: number): Person[] {
    return this.#history[this.#versionOf(lag)]!.state
  }

  #versionOf(lag: number): number {
    const oldest = this.#history.findLastIndex(
      (version, index) => index === 0 || version.at <= this.#now() - this.#lagMs + 1,
    )
    return Math.max(this.#history.length - 1 - lag, oldest)
  }

  request(what: string, answer: (state: Person[]) => unknown): Promise<unknown> {
    return new Promise((resolve, reject) => {
      this.reads.push({ what, at: this.#now(), number: this.asked++, answer, resolve, reject })
    })
  }

  /** The replica reads now. */
  read(at: number, lag: number) {
    const read = this.reads[at]
    if (!read || read.reply !== undefined) return
    read.version = this.#versionOf(lag)
    read.reply = structuredClone(read.answer(this.#history[read.version]!.state))
  }

  deliver(at: number) {
    const read = this.reads[at]
    if (!read) return
    if (read.reply === undefined) this.read(at, 0)
    this.reads.splice(at, 1)
    this.delivered = read
    read.resolve(read.reply)
  }

  failRead(at: number): string | undefined {
    const read = this.reads.splice(at, 1)[0]
    read?.reject(new Error('the read failed'))
    return read?.what
  }

  send(userId: string, change: ImageChange): Promise<unknown> {
    if (this.writes.some((write) => write.userId === userId)) this.overlaps++
    if (this.#now() < this.#closedUntil) this.impatient++
    return new Promise((resolve, reject) => {
      this.writes.push({ userId, change, committed: false, resolve, reject })
      this.busiest = Math.max(this.busiest, this.writes.length)
    })
  }

  commit(write: Write | undefined) {
    if (!write || write.committed) return
    write.committed = true
    this.change(write.userId, { image: write.change.kind === 'set' ? write.change.imageUrl : null })
  }

  /** A write whose answer was lost is carried out after all, if it is within the window. */
  commitLate(at: number) {
    const [write] = this.late.splice(at, 1)
    if (write && this.#now() - write.lostAt < this.#lagMs) this.commit(write)
  }

  end(at: number, how: WriteEnd) {
    const write = this.writes[at]
    if (!write) return
    if (how === 'reply') this.commit(write)
    // What was carried out is not refused.
    if ((how === 'refuse' || how === 'wait') && write.committed) how = 'reply'
    this.writes.splice(at, 1)
    if (how === 'reply') {
      const image = write.change.kind === 'set' ? write.change.imageUrl : null
      write.resolve({
        id: write.userId,
        firstName: this.person(write.userId).name,
        imageUrl: image,
        hasImage: image !== null,
      })
    } else if (how === 'refuse') {
      write.reject(new AvatarKitError('forbidden', { userId: write.userId }))
    } else if (how === 'wait') {
      this.#closedUntil = this.#now() + PATIENCE_S * 1000
      write.reject(new AvatarKitError('rate-limited', { userId: write.userId, retryAfter: PATIENCE_S }))
    } else {
      if (!write.committed) this.late.push({ ...write, lostAt: this.#now() })
      write.reject(new AvatarKitError('unknown-outcome', { userId: write.userId }))
    }
  }
}
