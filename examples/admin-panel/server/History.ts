import { randomUUID } from 'node:crypto'
import type { Actor, ImageEvent, ImageEventParams } from 'avatarkit/server'
import type sqlite from 'node-sqlite3-wasm'
import { patiently, transact } from './database.ts'

const DAY = 86_400_000
/** For how long a removed picture is kept. It is personal data: as long as a mistake needs to be noticed, and no longer. */
export const KEEP_MS: number = 7 * DAY

/** Something that was done, as it is written down. */
export interface HistoryEntry {
  type: ImageEvent['type']
  userId: string
  actor: Actor | undefined
  reason?: string
  note?: string
  /** The address of the picture that it is about. */
  address: string | null
  /** The picture is no longer anybody's, and is kept for a while. */
  keep?: boolean
  /** Unix ms. Default now. */
  at?: number
  toldUser?: boolean
}

/** An event, and where its picture is. */
export interface HistoryRow extends Omit<ImageEvent, 'user' | 'imageUrl'> {
  address: string | null
  /** Names the kept picture, for staff. */
  keptId: string | null
}

const SCHEMA = `
create table if not exists image_event (
  seq integer primary key, id text not null unique, type text not null, at integer not null, userId text not null,
  actorId text not null, actorName text, reason text, note text, toldUser integer not null default 0, address text
);
create index if not exists image_event_user on image_event (userId, seq);
create table if not exists kept_picture (address text primary key, id text not null unique, until integer not null);
`

const IS_LAST = 'not exists (select 1 from image_event later where later.userId = e.userId and later.seq > e.seq)'
const IS_RESTORABLE = `e.type = 'removed' and k.until > :now and ${IS_LAST}`
const FROM = 'from image_event e left join kept_picture k on k.address = e.address and k.until > :now'

/** What was done to people's pictures, and the pictures that were removed, for as long as they are kept. */
export class History {
  readonly #database: sqlite.Database

  constructor(database: sqlite.Database) {
    this.#database = database
    patiently(() => database.exec(SCHEMA))
  }

  /** Writes down what belongs together, all or nothing. */
  add(...entries: HistoryEntry[]): void {
    transact(this.#database, () => {
      for (const entry of entries) this.#write(entry)
    })
    this.purge()
  }

  list({ userId, restorable = false, limit = 20, offset = 0 }: ImageEventParams): {
    data: HistoryRow[]
    totalCount: number
  } {
    const where =
      [userId !== undefined && 'e.userId = :userId', restorable && IS_RESTORABLE].filter(Boolean).join(' and ') || '1'
    const values = { ':now': Date.now(), ...(userId !== undefined && { ':userId': userId }) }
    const rows = patiently(() =>
      this.#database.all(
        `select e.*, k.id as keptId, case when ${IS_RESTORABLE} then k.until end as restorableUntil ${FROM} where ${where} order by e.at desc, e.seq desc limit :limit offset :offset`,
        { ...values, ':limit': limit, ':offset': offset },
      ),
    ) as unknown as Row[]
    const count = patiently(() => this.#database.get(`select count(*) as n ${FROM} where ${where}`, values)) as {
      n: number
    }
    return { data: rows.map(asEvent), totalCount: count.n }
  }

  /** The address of the picture that can be brought back. */
  restorable(userId: string): string | undefined {
    return this.list({ userId, restorable: true, limit: 1 }).data[0]?.address ?? undefined
  }

  /** The address that a kept picture had, for as long as it is kept. */
  keptAddress(id: string): string | undefined {
    const row = patiently(() =>
      this.#database.get('select address from kept_picture where id = ? and until > ?', [id, Date.now()]),
    ) as { address: string } | null
    return row?.address
  }

  /** The person was told of the removal that was last. */
  markTold(userId: string): void {
    const last = "select max(seq) from image_event where userId = ? and type = 'removed'"
    patiently(() => this.#database.run(`update image_event set toldUser = 1 where seq = (${last})`, [userId]))
  }

  /** Forgets pictures whose time is over. What was done stays written down. */
  purge(now: number = Date.now()): void {
    patiently(() => this.#database.run('delete from kept_picture where until <= ?', [now]))
  }

  #write({
    type,
    userId,
    actor,
    reason,
    note,
    address,
    keep = false,
    at = Date.now(),
    toldUser = false,
  }: HistoryEntry): void {
    const who = [actor?.id ?? 'unknown', typeof actor?.name === 'string' ? actor.name : null]
    patiently(() =>
      this.#database.run(
        'insert into image_event (id, type, at, userId, actorId, actorName, reason, note, toldUser, address) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
        [
          randomUUID(),
          type,
          at,
          userId,
          ...who,
          reason ?? null,
          note ?? null,
          toldUser ? 1 : 0,
          address,
        ] as sqlite.JSValue[],
      ),
    )
    if (address === null) return
    // Somebody has it again, or a later removal keeps it anew.
    patiently(() => this.#database.run('delete from kept_picture where address = ?', [address]))
    if (keep)
      patiently(() =>
        this.#database.run('insert into kept_picture (address, id, until) values (?, ?, ?)', [
          address,
          randomUUID(),
          at + KEEP_MS,
        ]),
      )
  }
}

interface Row {
  id: string
  type: ImageEvent['type']
  at: number
  userId: string
  actorId: string
  actorName: string | null
  reason: string | null
  note: string | null
  toldUser: number
  address: string | null
  keptId: string | null
  restorableUntil: number | null
}

function asEvent({
  id,
  type,
  at,
  userId,
  actorId,
  actorName,
  reason,
  note,
  toldUser,
  address,
  keptId,
  restorableUntil,
}: Row): HistoryRow {
  return {
    id,
    type,
    at: Number(at),
    userId,
    actor: { id: actorId, ...(actorName !== null && { name: actorName }) },
    reason: reason ?? undefined,
    note: note ?? undefined,
    toldUser: toldUser === 1,
    address,
    keptId,
    restorableUntil: restorableUntil === null ? undefined : Number(restorableUntil),
  }
}
