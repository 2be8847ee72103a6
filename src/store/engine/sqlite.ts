import { closeSync, mkdirSync, openSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { type Database, type Query, storable } from './database.ts'
import { migrate } from './migrate.ts'
import { MIGRATIONS } from './schema.ts'
import { sqliteTrouble } from './sqlite-trouble.ts'

/**
 * Durable across a power cut, one process at a time: write-ahead log, synced at each
 * commit, locked from the first moment.
 */
const PRAGMAS = `
  PRAGMA trusted_schema = OFF;
  PRAGMA secure_delete = ON;
  PRAGMA foreign_keys = ON;
  PRAGMA locking_mode = EXCLUSIVE;
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = FULL;
`

/** Opens `hansa.db` in `folder`, and makes both where there is none. `patience`: milliseconds to wait for a lock. */
export async function openSqlite(folder: string, patience = 5000): Promise<Database> {
  const file = join(folder, 'hansa.db')
  const opened: DatabaseSync[] = []
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    // For the owner's eyes; and SQLite would open what it may only read, and say so late.
    closeSync(openSync(file, 'a', 0o600))
    const sqlite = new DatabaseSync(file, { timeout: patience })
    opened.push(sqlite)
    sqlite.exec(PRAGMAS)
    const [checked] = sqlite.prepare('PRAGMA quick_check(1)').all()
    if (checked?.quick_check !== 'ok') throw Object.assign(new Error('quick_check'), { errcode: 11 })
    const database = transactions(sqlite, file)
    await migrate(database, async () => {})
    cleanedOnce(sqlite)
    return database
  } catch (error) {
    for (const sqlite of opened) sqlite.close()
    throw sqliteTrouble(error, file)
  }
}

/**
 * What a migration emptied is taken out of the file too. Noted in the file itself, so that a process that died in between
 * leaves the rest to the next.
 */
function cleanedOnce(sqlite: DatabaseSync): void {
  const [noted] = sqlite.prepare('PRAGMA user_version').all()
  if (Number(noted?.user_version) >= MIGRATIONS.length) return
  clean(sqlite)
  sqlite.exec(`PRAGMA user_version = ${MIGRATIONS.length}`)
}

/** Deleted rows are gone from the table at once; from pages that were moved, and from the log, only with this. */
function clean(sqlite: DatabaseSync): void {
  sqlite.exec('VACUUM; PRAGMA wal_checkpoint(TRUNCATE);')
}

/** How many rows were ever changed on this connection. */
function changesOf(sqlite: DatabaseSync): number {
  return Number(sqlite.prepare('SELECT total_changes() AS changes').get()?.changes)
}

/** One connection: transactions wait for each other. */
function transactions(sqlite: DatabaseSync, file: string): Database {
  let last: Promise<unknown> = Promise.resolve()
  const query = queryOf(sqlite)
  let isUnclean = false
  return {
    atomically(work, trace) {
      const mine = last.then(async () => {
        const before = changesOf(sqlite)
        const result = await transaction(sqlite, () => work(query))
        // Should it fail, as on a full disk, the next one that leaves no trace sees to it.
        isUnclean ||= trace !== undefined && changesOf(sqlite) > before
        if (trace && isUnclean) clean(sqlite)
        if (trace) isUnclean = false
        return result
      })
      last = mine.catch(() => {})
      return mine.catch((error) => {
        throw sqliteTrouble(error, file)
      })
    },
    async close() {
      await last
      if (sqlite.isOpen) sqlite.close()
    },
  }
}

async function transaction<T>(sqlite: DatabaseSync, work: () => Promise<T>): Promise<T> {
  sqlite.exec('BEGIN IMMEDIATE')
  try {
    const result = await work()
    sqlite.exec('COMMIT')
    return result
  } catch (error) {
    // A full disk may have undone the transaction already.
    if (sqlite.isTransaction) sqlite.exec('ROLLBACK')
    throw error
  }
}

function queryOf(sqlite: DatabaseSync): Query {
  return async (sql, values = []) => {
    const statement = sqlite.prepare(sql.replaceAll(/\$(\d+)/g, '?$1').replace(' FOR UPDATE', ''))
    return statement.all(...values.map(storable))
  }
}
