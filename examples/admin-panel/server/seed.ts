import type sqlite from 'node-sqlite3-wasm'
import type { Auth } from './auth.ts'
import { migrate } from './auth.ts'
import { patiently } from './database.ts'
import { people } from './people.ts'
import { signIns } from './signIns.ts'

const USER = 'insert into user (id, name, email, emailVerified, image, createdAt, updatedAt, role, banned) values (?, ?, ?, 1, ?, ?, ?, ?, ?)'
const ACCOUNT = "insert into account (id, accountId, providerId, userId, password, createdAt, updatedAt) values (?, ?, 'credential', ?, ?, ?, ?)"

/** Fills an empty database, all or nothing; leaves any other as it is, so that what was removed stays removed. */
export async function seed(auth: Auth, database: sqlite.Database, { crowd }: { crowd: boolean }): Promise<void> {
  await migrate(auth)
  if (isFilled(database)) return
  const { hash } = (await auth.$context).password
  const hashes = await Promise.all(signIns.map(({ password }) => hash(password)))
  patiently(() => database.exec('begin immediate'))
  try {
    // A second panel may have been quicker.
    if (!isFilled(database)) {
      addSignIns(database, hashes)
      if (crowd) addPeople(database)
    }
    database.exec('commit')
  } catch (error) {
    database.exec('rollback')
    throw error
  }
}

function isFilled(database: sqlite.Database): boolean {
  return patiently(() => database.get('select 1 from user limit 1')) !== null
}

function addSignIns(database: sqlite.Database, hashes: string[]): void {
  const born = new Date(Date.UTC(2023, 0, 9, 8)).toISOString()
  signIns.forEach(({ id, name, email, role }, index) => {
    database.run(USER, [id, name, email, `/avatars/${id}.png`, born, born, role, 0])
    database.run(ACCOUNT, [`account_${id}`, id, id, hashes[index]!, born, born])
  })
}

function addPeople(database: sqlite.Database): void {
  for (const { id, name, email, image, createdAt, updatedAt, banned } of people()) {
    database.run(USER, [id, name, email, image, createdAt.toISOString(), updatedAt.toISOString(), 'user', banned ? 1 : 0])
  }
}
