import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import type { Place } from './engines.ts'

/**
 * All that a store left where it lies: the bytes of each of SQLite's files, also while it is open; on PostgreSQL each row
 * of each table.
 */
export async function everythingIn({ settings }: Place): Promise<string> {
  if (settings.databaseUrl) return rowsIn(settings.databaseUrl)
  return ['hansa.db', 'hansa.db-wal', 'hansa.db-shm', 'hansa.db-journal']
    .map((name) => join(settings.data, name))
    .filter((path) => existsSync(path))
    .map((path) => readFileSync(path, 'latin1'))
    .join('\n')
}

async function rowsIn(url: string): Promise<string> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const tables = await client.query(
    'SELECT table_name FROM information_schema.tables WHERE table_schema = current_schema()',
  )
  const rows: string[] = []
  for (const { table_name: table } of tables.rows) {
    const found = await client.query(`SELECT * FROM ${table}`)
    rows.push(...found.rows.map((row) => `${table} ${JSON.stringify(row)}`))
  }
  await client.end()
  return rows.join('\n')
}
