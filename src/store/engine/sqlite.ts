import { randomUUID } from 'node:crypto'
import {
  accessSync,
  closeSync,
  constants,
  existsSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { StoreTrouble } from '../store.ts'
import { type Database, type Query, storable } from './database.ts'
import { MIGRATIONS, migrate } from './schema.ts'
import { type Files, filesOf, refuseRemains, setAsideLog } from './sqlite-files.ts'

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

/** Opens the store; `patience`: milliseconds to wait for a lock. */
type Open = (patience?: number) => Promise<Database>

/** Opens `hansa.db` in `folder`, and makes both where there is none and this process never had one there. */
export function sqliteIn(folder: string): Open {
  const file = join(folder, 'hansa.db')
  let had: Files | undefined
  return async (patience = 5000) => {
    try {
      if (!had) mkdirSync(folder, { recursive: true, mode: 0o700 })
      const cut = had?.isStill(file) ? had.cut() : undefined
      if (cut) throw cut
      refuseRemains(file, had)
      setAsideLog(file, had)
      if (!existsSync(file)) await makeStore(file, patience)
      // SQLite would open what it may only read, and say so late.
      accessSync(file, constants.W_OK)
      const files = filesOf(file)
      const database = await opened(file, patience, files)
      had = files
      return database
    } catch (error) {
      throw sqliteTrouble(error, file)
    }
  }
}

async function opened(file: string, patience: number, files?: Files): Promise<Database> {
  const sqlite = new DatabaseSync(file, { timeout: patience })
  try {
    sqlite.exec(PRAGMAS)
    // A copy that was put back may have kept no log: it is written to, to keep one.
    files?.measureAnew()
    const [checked] = sqlite.prepare('PRAGMA quick_check(1)').all()
    if (checked?.quick_check !== 'ok') throw Object.assign(new Error('quick_check'), { errcode: CORRUPT })
    const ours = sqlite.prepare("SELECT name FROM sqlite_master WHERE name = 'hansa_schema'").all()
    if (files && ours.length === 0) throw Object.assign(new Error('no table of ours'), { errcode: NO_STORE })
    const database = transactions(sqlite, file, files)
    await migrate(database, async () => {})
    cleanedOnce(sqlite, files)
    files?.measureAnew()
    return database
  } catch (error) {
    sqlite.close()
    throw error
  }
}

/**
 * What a migration emptied is taken out of the file too. Noted in the file itself, so that a process that died in between
 * leaves the rest to the next.
 */
function cleanedOnce(sqlite: DatabaseSync, files: Files | undefined): void {
  const [noted] = sqlite.prepare('PRAGMA user_version').all()
  if (Number(noted?.user_version) >= MIGRATIONS.length) return
  clean(sqlite, files)
  sqlite.exec(`PRAGMA user_version = ${MIGRATIONS.length}`)
}

/** Deleted rows are gone from the table at once; from pages that were moved, and from the log, only with this. */
function clean(sqlite: DatabaseSync, files: Files | undefined): void {
  sqlite.exec('VACUUM; PRAGMA wal_checkpoint(TRUNCATE);')
  files?.measureAnew()
}

/** How many rows were ever changed on this connection. */
function changesOf(sqlite: DatabaseSync): number {
  return Number(sqlite.prepare('SELECT total_changes() AS changes').get()?.changes)
}

/** SQLite's own numbers. */
const CORRUPT = 11
const NO_STORE = 26

/**
 * Makes a store beside its place, and puts it there whole: so an empty file in its place is never one that was just
 * begun. A second process that does the same finds the first one's. Each has a name of its own for what it makes: under
 * one name, one would wait for what the other has moved away, or leave a log there that the next new store would read.
 */
async function makeStore(file: string, patience: number): Promise<void> {
  const made = `${file}-new-${randomUUID()}`
  // For the owner's eyes only.
  closeSync(openSync(made, 'a', 0o600))
  await (await opened(made, patience)).close()
  try {
    linkSync(made, file)
  } catch {
    // Another process was faster, or this disk has no links.
    if (!existsSync(file)) renameSync(made, file)
  }
  rmSync(made, { force: true })
  syncFolder(dirname(file))
}

/** Not every system can. */
function syncFolder(folder: string): void {
  try {
    const opened = openSync(folder, 'r')
    fsyncSync(opened)
    closeSync(opened)
  } catch {}
}

/** One connection: transactions wait for each other. */
function transactions(sqlite: DatabaseSync, file: string, files: Files | undefined): Database {
  let last: Promise<unknown> = Promise.resolve()
  const query = queryOf(sqlite)
  let isUnclean = false
  return {
    atomically(work, trace) {
      const turn = last.then(async () => {
        const before = changesOf(sqlite)
        const result = await transaction(sqlite, () => work(query), files)
        // Should it fail, as on a full disk, the next one that leaves no trace sees to it.
        isUnclean ||= trace !== undefined && changesOf(sqlite) > before
        if (trace && isUnclean) clean(sqlite, files)
        if (trace) isUnclean = false
        return result
      })
      last = turn.catch(() => {})
      return turn.catch((error) => {
        throw sqliteTrouble(error, file)
      })
    },
    async close() {
      await last
      if (sqlite.isOpen) sqlite.close()
    },
  }
}

/** What is fulfilled is in the files that have the names: they are looked at before, and once more after it is on disk. */
async function transaction<T>(
  sqlite: DatabaseSync,
  work: () => Promise<T>,
  files: Files | undefined,
): Promise<T> {
  files?.check()
  sqlite.exec('BEGIN IMMEDIATE')
  try {
    const result = await work()
    sqlite.exec('COMMIT')
    files?.checkWritten()
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

/** SQLite's primary result codes (sqlite.org/rescode.html) and the system's own, each as a sentence. */
const SENTENCES: Readonly<Record<string, { says: (file: string) => string; lost: boolean }>> = {
  5: { says: inUse, lost: true },
  6: { says: inUse, lost: true },
  8: { says: readOnly, lost: true },
  10: { says: (file) => `The disk under ${file} gave an error. Hansa tries again by itself.`, lost: true },
  11: { says: damaged, lost: true },
  13: { says: full, lost: false },
  14: { says: readOnly, lost: true },
  26: { says: damaged, lost: true },
  EACCES: { says: readOnly, lost: true },
  EPERM: { says: readOnly, lost: true },
  EROFS: { says: readOnly, lost: true },
  ENOTDIR: { says: readOnly, lost: true },
  EEXIST: { says: readOnly, lost: true },
  ENOSPC: { says: full, lost: true },
  EDQUOT: { says: full, lost: true },
}

/** The error as a sentence when it is the world's; unchanged when it is our own. */
function sqliteTrouble(error: unknown, file: string): unknown {
  if (error instanceof StoreTrouble) return error
  const { errcode, code } = error as { errcode?: number; code?: string }
  const found = SENTENCES[errcode === undefined ? String(code) : String(errcode & 0xff)]
  if (!found) return error
  return new StoreTrouble(found.says(file), {
    lost: found.lost,
    onlyWrites: found.says === full,
    cause: error,
  })
}

function inUse(file: string): string {
  return `${file} is in use by another process. Stop that one, or set DATABASE_URL to run several.`
}

function readOnly(file: string): string {
  return `${file} cannot be opened for writing. Let Hansa write there, or set HANSA_DATA to another folder.`
}

function damaged(file: string): string {
  return `${file} is damaged. Put a copy that works in its place, or move it away to begin anew.`
}

function full(file: string): string {
  return `The disk under ${file} is full. Free some space; Hansa tries again by itself.`
}
