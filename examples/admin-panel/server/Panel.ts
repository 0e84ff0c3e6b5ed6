import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { HttpBindings } from '@hono/node-server'
import type { Hono } from 'hono'
import { createApp } from './app.ts'
import { createAuth, migrate } from './auth.ts'
import { openDatabase, removeDatabase } from './database.ts'
import { History } from './History.ts'
import { Pictures } from './Pictures.ts'
import { seed } from './seed.ts'
import type { Settings } from './settings.ts'
import { createUsers } from './users.ts'

export interface Panel {
  app: Hono<{ Bindings: HttpBindings }>
  close(): void
}

const HOUR = 3_600_000

/** Opens the panel's data, filled where it is new, and makes its server part. */
export async function openPanel(settings: Settings, port: number): Promise<Panel> {
  mkdirSync(settings.dataDir, { recursive: true })
  // Clerk's panel keeps a file of its own, with the two sign-ins and what was done.
  const file = join(settings.dataDir, settings.clerk ? 'sign-ins.sqlite' : 'panel.sqlite')
  if (settings.reset) removeDatabase(file)
  const database = openDatabase(file)
  const origins = [`http://localhost:${port}`, `http://127.0.0.1:${port}`]
  try {
    const auth = createAuth({ database, secret: readSecret(settings.dataDir), origins })
    await migrate(auth)
    const history = new History(database)
    const pictures = new Pictures(database)
    await seed({ auth, database, history, pictures, crowd: !settings.clerk })
    const users = createUsers({ settings, auth, database, pictures })
    // Also where nobody writes: what is over is forgotten at the start, and every hour.
    const purge = () => {
      history.purge()
      pictures.purge()
    }
    purge()
    const timer = setInterval(purge, HOUR)
    const close = () => {
      clearInterval(timer)
      database.close()
    }
    return { app: createApp({ settings, auth, users, history, pictures, origins }), close }
  } catch (error) {
    database.close()
    throw error
  }
}

/** Kept beside the data, so that people stay signed in over a restart. */
function readSecret(dataDir: string): string {
  const file = join(dataDir, 'session-secret')
  try {
    const kept = readFileSync(file, 'utf8')
    // Empty after a crash or on a full disk: then a new one, and never none.
    if (kept.length >= 32) return kept
    throw new Error('The secret was not kept.')
  } catch {
    const secret = randomBytes(32).toString('base64url')
    writeFileSync(file, secret, { mode: 0o600 })
    return secret
  }
}
