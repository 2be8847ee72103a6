import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { StoreSettings } from '../../src/store/open.ts'

/** An empty store: a schema of its own in the PostgreSQL at `postgres`, else a folder. */
export async function freshStore(
  postgres: string | undefined,
): Promise<{ settings: StoreSettings; clean(): Promise<void> }> {
  if (!postgres) {
    const data = mkdtempSync(join(tmpdir(), 'hansa-kill-'))
    return { settings: { data }, clean: async () => rmSync(data, { recursive: true }) }
  }
  const schema = `hansa_kill_${randomUUID().slice(0, 8)}`
  const sql = async (text: string) => {
    const client = new pg.Client({ connectionString: postgres })
    await client.connect()
    await client.query(text)
    await client.end()
  }
  await sql(`CREATE SCHEMA ${schema}`)
  const url = new URL(postgres)
  url.searchParams.set('options', `-c search_path=${schema}`)
  return { settings: { data: '', databaseUrl: url.href }, clean: () => sql(`DROP SCHEMA ${schema} CASCADE`) }
}
