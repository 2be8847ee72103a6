import { StoreTrouble } from '../trouble.ts'
import type { Database, Query } from './database.ts'
import { MIGRATIONS } from './schema.ts'

/**
 * Brings the store to the version this program knows, all steps or none. `lock` keeps a second instance waiting that
 * starts at the same moment. Throws StoreTrouble when a newer program has been here.
 */
export async function migrate(database: Database, lock: (query: Query) => Promise<void>): Promise<void> {
  await database.atomically(async (query) => {
    await lock(query)
    await query('CREATE TABLE IF NOT EXISTS hansa_schema (version INTEGER NOT NULL)')
    const [row] = await query('SELECT version FROM hansa_schema')
    const version = Number(row?.version ?? 0)
    if (version > MIGRATIONS.length) throw newer(version)
    for (const step of MIGRATIONS.slice(version).flat()) {
      await (typeof step === 'string' ? query(step) : step(query))
    }
    if (version === MIGRATIONS.length) return
    await query('DELETE FROM hansa_schema')
    await query('INSERT INTO hansa_schema (version) VALUES ($1)', [MIGRATIONS.length])
  })
}

function newer(version: number): StoreTrouble {
  return new StoreTrouble(
    `The store was written by a newer Hansa (version ${version} of its tables; this one knows ` +
      `${MIGRATIONS.length}). Update Hansa, or point it to another store.`,
    { lost: true },
  )
}
