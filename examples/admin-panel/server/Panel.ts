import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { HttpBindings } from '@hono/node-server'
import type { Hono } from 'hono'
import { createApp } from './app.ts'
import { createAuth } from './auth.ts'
import { openDatabase, removeDatabase } from './database.ts'
import { seed } from './seed.ts'
import type { Settings } from './settings.ts'

export interface Panel {
  app: Hono<{ Bindings: HttpBindings }>
  close(): void
}

/** Opens the panel's data, filled where it is new, and makes its server part. */
export async function openPanel(settings: Settings, port: number): Promise<Panel> {
  mkdirSync(settings.dataDir, { recursive: true })
  // Clerk's panel keeps a file of its own, which holds the two sign-ins only.
  const file = join(settings.dataDir, settings.clerk ? 'sign-ins.sqlite' : 'panel.sqlite')
  if (settings.reset) removeDatabase(file)
  const database = openDatabase(file)
  const origins = [`http://localhost:${port}`, `http://127.0.0.1:${port}`]
  try {
    const auth = createAuth({ database, secret: readSecret(settings.dataDir), origins })
    await seed(auth, database, { crowd: !settings.clerk })
    return { app: createApp({ settings, auth, origins }), close: () => database.close() }
  } catch (error) {
    database.close()
    throw error
  }
}

/** Kept beside the data, so that people stay signed in over a restart. */
function readSecret(dataDir: string): string {
  const file = join(dataDir, 'session-secret')
  try {
    return readFileSync(file, 'utf8')
  } catch {
    const secret = randomBytes(32).toString('base64url')
    writeFileSync(file, secret, { mode: 0o600 })
    return secret
  }
}
