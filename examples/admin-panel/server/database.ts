import { existsSync, rmdirSync, rmSync } from 'node:fs'
import type { SqliteDatabase } from 'kysely'
import type { JSValue } from 'node-sqlite3-wasm'
import sqlite from 'node-sqlite3-wasm'

const BUSY_MS = 3000

/** Opens the SQLite file, made where there is none. */
export function openDatabase(file: string): sqlite.Database {
  removeStaleLock(`${file}.lock`)
  return new sqlite.Database(file)
}

/** Removes the database and what SQLite keeps beside it. */
export function removeDatabase(file: string): void {
  for (const ending of ['', '-journal', '.lock']) rmSync(file + ending, { recursive: true, force: true })
}

/** The face of better-sqlite3 that kysely expects, over the WebAssembly build, which needs no compiler to install. */
export function asSqliteDatabase(database: sqlite.Database): SqliteDatabase {
  return {
    close: () => database.close(),
    prepare: (sql) => ({
      reader: /^\s*(select|with|pragma|explain)\b/i.test(sql) || /\breturning\b/i.test(sql),
      all: (values) => patiently(() => database.all(sql, values as JSValue[])),
      run: (values) => patiently(() => database.run(sql, values as JSValue[])),
      iterate: (values) => patiently(() => database.all(sql, values as JSValue[])).values(),
    }),
  }
}

/** Tries again while another process holds the file, as a second panel on the same data may for some milliseconds. */
export function patiently<T>(run: () => T): T {
  const ends = Date.now() + BUSY_MS
  for (;;) {
    try {
      return run()
    } catch (error) {
      if (!/database is locked/i.test(String(error)) || Date.now() > ends) throw error
      sleep(5)
    }
  }
}

/** All or nothing; part of the transaction that is open, where one is. */
export function transact(database: sqlite.Database, run: () => void): void {
  if (database.inTransaction) return run()
  patiently(() => database.exec('begin immediate'))
  try {
    run()
    database.exec('commit')
  } catch (error) {
    database.exec('rollback')
    throw error
  }
}

// This build locks with a folder, for the length of one transaction. A process that was killed in the
// middle of one leaves it behind, and nobody could ever write again.
function removeStaleLock(lock: string): void {
  const ends = Date.now() + BUSY_MS
  while (existsSync(lock) && Date.now() < ends) sleep(25)
  if (existsSync(lock)) rmdirSync(lock)
}

function sleep(ms: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms)
}
