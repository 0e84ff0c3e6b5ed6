import { betterAuth } from 'better-auth'
import { getMigrations } from 'better-auth/db/migration'
import { admin } from 'better-auth/plugins/admin'
import { adminAc, defaultAc, userAc } from 'better-auth/plugins/admin/access'
import { SqliteDialect } from 'kysely'
import type sqlite from 'node-sqlite3-wasm'
import { asSqliteDatabase, patiently } from './database.ts'

/** Support may look at everybody and change nobody. */
const support = defaultAc.newRole({ user: ['list', 'get'], session: [] })

export interface AuthOptions {
  database: sqlite.Database
  /** Signs the session cookies. */
  secret: string
  /** Where the panel is reached, such as `http://localhost:5180`; the first is the main one. */
  origins: string[]
}

/** The panel's identity provider: Better Auth in this process, on its own SQLite file. */
export function createAuth({ database, secret, origins }: AuthOptions) {
  return betterAuth({
    database: { dialect: new SqliteDialect({ database: asSqliteDatabase(database) }), type: 'sqlite' },
    baseURL: origins[0]!,
    basePath: '/api/auth',
    trustedOrigins: origins,
    secret,
    emailAndPassword: { enabled: true, disableSignUp: true },
    user: { additionalFields: { lastActiveAt: { type: 'date', required: false, input: false } } },
    databaseHooks: { session: { create: { after: async ({ userId }) => noteActive(database, userId) } } },
    plugins: [admin({ roles: { admin: adminAc, support, user: userAc } })],
    // Browsers keep one set of cookies for all ports of a host: two panels would sign each other out.
    advanced: { cookiePrefix: `panel-${new URL(origins[0]!).port}` },
    telemetry: { enabled: false },
    logger: { level: 'error' },
  })
}

function noteActive(database: sqlite.Database, userId: string): void {
  patiently(() => database.run('update user set lastActiveAt = ? where id = ?', [new Date().toISOString(), userId]))
}

export type Auth = ReturnType<typeof createAuth>

/** Makes the tables that are missing. */
export async function migrate(auth: Auth): Promise<void> {
  const { runMigrations } = await getMigrations(auth.options)
  await runMigrations()
}
