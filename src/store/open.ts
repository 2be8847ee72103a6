import { journalsIn } from './journals.ts'
import { memoryIn } from './memory.ts'
import { movingIn } from './moving.ts'
import { openPostgres } from './postgres.ts'
import { reportsIn } from './reports.ts'
import { openSqlite } from './sqlite.ts'
import { steady } from './steady.ts'
import type { Store } from './store.ts'
import { subscriptionsIn } from './subscriptions.ts'

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
  let first = true
  const database = steady({
    told,
    clock: () => performance.now(),
    open: () => {
      // Waiting for SQLite's lock blocks the whole process: only at the start, where an older one may be leaving.
      const patience = first ? 1000 : 0
      first = false
      return settings.databaseUrl ? openPostgres(settings.databaseUrl) : openSqlite(settings.data, patience)
    },
  })
  return {
    ...subscriptionsIn(database),
    ...journalsIn(database),
    ...memoryIn(database),
    ...reportsIn(database),
    ...movingIn(database),
    trouble: database.trouble,
    ready: () =>
      database.atomically(async (query) => {
        await query('UPDATE hansa_schema SET version = version')
      }),
    close: database.close,
  }
}
