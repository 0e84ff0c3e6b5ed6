import type sqlite from 'node-sqlite3-wasm'
import type { Auth } from './auth.ts'
import { patiently, transact } from './database.ts'
import type { History } from './History.ts'
import type { Pictures } from './Pictures.ts'
import { people } from './people.ts'
import { seedHistory } from './seedHistory.ts'
import { signIns } from './signIns.ts'

const USER =
  'insert into user (id, name, email, emailVerified, image, createdAt, updatedAt, lastActiveAt, role, banned) values (?, ?, ?, 1, ?, ?, ?, ?, ?, ?)'
const ACCOUNT =
  "insert into account (id, accountId, providerId, userId, password, createdAt, updatedAt) values (?, ?, 'credential', ?, ?, ?, ?)"

export interface SeedOptions {
  auth: Auth
  database: sqlite.Database
  history: History
  pictures: Pictures
  /** Whether people are made up, or only the two who sign in. */
  crowd: boolean
}

/** Fills an empty database, all or nothing; leaves any other as it is, so that what was removed stays removed. */
export async function seed({ auth, database, history, pictures, crowd }: SeedOptions): Promise<void> {
  if (isFilled(database)) return
  const { hash } = (await auth.$context).password
  const hashes = await Promise.all(signIns.map(({ password }) => hash(password)))
  transact(database, () => {
    // A second panel may have been quicker.
    if (isFilled(database)) return
    addSignIns(database, hashes)
    if (!crowd) return
    const now = new Date()
    addPeople(database, now)
    seedHistory(database, history, pictures, now.getTime())
  })
}

function isFilled(database: sqlite.Database): boolean {
  return patiently(() => database.get('select 1 from user limit 1')) !== null
}

function addSignIns(database: sqlite.Database, hashes: string[]): void {
  const born = new Date(Date.UTC(2023, 0, 9, 8)).toISOString()
  signIns.forEach(({ id, name, email, role }, index) => {
    database.run(USER, [id, name, email, `/avatars/${id}.png`, born, born, null, role, 0])
    database.run(ACCOUNT, [`account_${id}`, id, id, hashes[index]!, born, born])
  })
}

function addPeople(database: sqlite.Database, now: Date): void {
  for (const { id, name, email, image, createdAt, updatedAt, lastActiveAt, banned } of people(now)) {
    database.run(USER, [
      id,
      name,
      email,
      image,
      createdAt.toISOString(),
      updatedAt.toISOString(),
      lastActiveAt?.toISOString() ?? null,
      'user',
      banned ? 1 : 0,
    ])
  }
}
