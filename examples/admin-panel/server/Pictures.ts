import { randomBytes } from 'node:crypto'
import type sqlite from 'node-sqlite3-wasm'
import { patiently } from './database.ts'
import { portrait } from './portrait.ts'

export interface Picture {
  type: string
  bytes: Uint8Array<ArrayBuffer>
}

const PAINTED = /^\/avatars\/([A-Za-z0-9_-]{1,64})\.png$/
const MAX_PAINTED = 1000
const HOUR = 3_600_000

const SCHEMA = `
create table if not exists picture (address text primary key, type text not null, bytes blob not null, at integer not null);
create index if not exists user_image on user (image);
`

/** People's pictures: those of the seed, painted when first asked for, and those that were uploaded. */
export class Pictures {
  readonly #database: sqlite.Database
  readonly #painted = new Map<string, Picture>()

  constructor(database: sqlite.Database) {
    this.#database = database
    patiently(() => database.exec(SCHEMA))
  }

  /** Keeps a picture under an address of its own, which nobody can guess. */
  store({ type, bytes }: Picture): string {
    const address = `/avatars/u-${randomBytes(16).toString('base64url')}.${type.replace('image/', '')}`
    patiently(() =>
      this.#database.run('insert into picture (address, type, bytes, at) values (?, ?, ?, ?)', [
        address,
        type,
        bytes,
        Date.now(),
      ]),
    )
    return address
  }

  /** Whether it is ours, so that it can be kept and brought back. */
  has(address: string): boolean {
    return !address.startsWith('/avatars/u-')
      ? PAINTED.test(address)
      : patiently(() => this.#database.get('select 1 from picture where address = ?', [address])) !== null
  }

  /** The picture itself, whether or not anybody has it at the moment. */
  find(address: string): Picture | undefined {
    if (!address.startsWith('/avatars/u-')) return this.#paint(address)
    const row = patiently(() => this.#database.get('select type, bytes from picture where address = ?', [address])) as {
      type: string
      bytes: Uint8Array<ArrayBuffer>
    } | null
    return row ?? undefined
  }

  /** What the public gets: an address works for as long as it is somebody's picture, and not a moment longer. */
  findPublic(address: string): Picture | undefined {
    const isInUse =
      patiently(() =>
        this.#database.get(
          'select 1 from user where image = ? and image not in (select address from kept_picture) limit 1',
          [address],
        ),
      ) !== null
    return isInUse ? this.find(address) : undefined
  }

  /** Forgets what nobody has and nothing keeps. A new one may not be anybody's yet. */
  purge(now: number = Date.now()): void {
    const unused =
      'at < ? and address not in (select image from user where image is not null) and address not in (select address from kept_picture)'
    patiently(() => this.#database.run(`delete from picture where ${unused}`, [now - HOUR]))
  }

  #paint(address: string): Picture | undefined {
    const id = PAINTED.exec(address)?.[1]
    if (!id) return undefined
    const picture = this.#painted.get(address) ?? { type: 'image/png', bytes: portrait(id) }
    if (this.#painted.size < MAX_PAINTED) this.#painted.set(address, picture)
    return picture
  }
}
