import { randomBytes } from 'node:crypto'
import { openPostgres } from './engine/postgres.ts'
import { type Reconnecting, reconnecting } from './engine/reconnecting.ts'
import { sqliteIn } from './engine/sqlite.ts'
import { exportImportIn } from './export-import.ts'
import { journalsIn } from './journals.ts'
import { memoryIn, reportsIn } from './memory.ts'
import { proposalsIn } from './proposals.ts'
import { receiptsIn } from './receipts.ts'
import { sharesIn } from './shares.ts'
import type { Store } from './store.ts'
import { addressesIn, subscriptionsIn } from './subscriptions.ts'
import { changesIn, workspacesIn } from './workspaces.ts'

export type StoreSettings = {
  /** Folder of the embedded store. */
  data: string
  /** A PostgreSQL database, used instead. */
  databaseUrl?: string
}

/**
 * The store of these settings. It opens when first used, or by `ready()`, and again by itself after any trouble; `told`
 * hears a sentence when trouble begins, and undefined when it is over.
 */
export function openStore(
  settings: StoreSettings,
  told: (trouble: string | undefined) => void = () => {},
): Store {
  const { databaseUrl, data } = settings
  const sqlite = sqliteIn(data)
  let first = true
  const database = reconnecting({
    told,
    clock: () => performance.now(),
    open: () => {
      // Waiting for SQLite's lock blocks the whole process: only at the start, where an older one may be leaving.
      const patience = first ? 1000 : 0
      first = false
      return databaseUrl ? openPostgres(databaseUrl) : sqlite(patience)
    },
  })
  return {
    ...subscriptionsIn(database),
    ...addressesIn(database),
    ...journalsIn(database),
    ...memoryIn(database),
    ...reportsIn(database),
    ...workspacesIn(database),
    ...changesIn(database),
    ...receiptsIn(database),
    ...sharesIn(database),
    ...proposalsIn(database),
    ...exportImportIn(database),
    trouble: database.trouble,
    ready: () => tryOut(database),
    close: database.close,
  }
}

/** Writes as much as was too much in the last trouble, and takes it away again. */
async function tryOut(database: Reconnecting): Promise<void> {
  // Chance, so that nothing makes it smaller on its way to the disk.
  const filling = randomBytes(Math.ceil(database.room() / 2)).toString('hex')
  await database.atomically(async (query) => {
    await query(
      'INSERT INTO seen (id, until) VALUES ($1, $2) ON CONFLICT (id) DO UPDATE SET until = excluded.until',
      ['room to write', filling],
    )
  })
  await database.atomically(async (query) => {
    await query('DELETE FROM seen WHERE id = $1', ['room to write'])
  })
}
