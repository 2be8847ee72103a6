import type { PoolOptions } from 'pg'
import pg from 'pg'
import { StoreTrouble } from '../store.ts'
import { type Database, type Query, storable } from './database.ts'
import { migrate } from './schema.ts'

/** Any number that nobody else is likely to lock in the same database. */
const MIGRATION_LOCK = 4826_5001

/**
 * Opens the PostgreSQL database at `url`. Times in milliseconds: a server that hangs is as good as gone, and a process
 * that sleeps inside a transaction must not hold others up.
 */
export async function openPostgres(url: string): Promise<Database> {
  const pool = new pg.Pool({
    connectionString: url,
    application_name: 'hansa',
    max: 4,
    connectionTimeoutMillis: 3000,
    query_timeout: 10_000,
    statement_timeout: 9000,
    lock_timeout: 5000,
    idle_in_transaction_session_timeout: 10_000,
    keepAlive: true,
  })
  // A connection that breaks while idle is replaced when it is next needed; unheard, the event ends the process.
  pool.on('error', () => {})
  const database = transactions(pool)
  try {
    await migrate(database, async (query) => {
      await query('SELECT pg_advisory_xact_lock($1)', [MIGRATION_LOCK])
    })
    return database
  } catch (error) {
    await database.close()
    throw error
  }
}

function transactions(pool: pg.Pool): Database {
  return {
    async atomically(work) {
      try {
        return await transaction(pool, work)
      } catch (error) {
        throw postgresTrouble(error, pool.options)
      }
    },
    close: () => pool.end(),
  }
}

async function transaction<T>(pool: pg.Pool, work: (query: Query) => Promise<T>): Promise<T> {
  const client = await pool.connect()
  // Between two queries a broken connection has nobody else to hear of it.
  const ignore = () => {}
  client.on('error', ignore)
  let broken: Error | undefined
  try {
    await client.query('BEGIN')
    const result = await work(queryOf(client))
    await client.query('COMMIT')
    return result
  } catch (error) {
    await client.query('ROLLBACK').catch((failed: Error) => {
      broken = failed
    })
    throw error
  } finally {
    client.off('error', ignore)
    client.release(broken)
  }
}

function queryOf(client: pg.PoolClient): Query {
  return async (sql, values = []) => (await client.query(sql, values.map(storable))).rows
}

/** SQLSTATE classes and system errors that are the world's, not ours (PostgreSQL manual, appendix A). */
const PASSING = /^(08|53|55P03|57|58|40|XX|25006)/
const SETUP: Readonly<Record<string, string>> = {
  '28P01': 'refuses the password of DATABASE_URL. Correct it.',
  '28000': 'refuses the user of DATABASE_URL. Correct it.',
  '3D000': 'has no database of the name in DATABASE_URL. Create it, or correct the name.',
  // To make them anew would be to take a loss for a beginning.
  '42P01':
    'has lost tables of Hansa. Put back a copy, or start Hansa again to begin anew where there is none of them.',
  '3F000':
    'has lost the schema of Hansa’s tables. Put back a copy, or create it and start Hansa again to begin anew.',
  '42501': 'does not let this user write. Grant it the right to create tables.',
  '53100': 'has a full disk. Free some space; Hansa tries again by itself.',
  '25006': 'only reads at the moment. Hansa tries again by itself.',
}
const ONLY_WRITES = ['53100', '25006', '42501']
const NETWORK = /^(ECONN|ENOTFOUND|EAI_|EHOSTUNREACH|ENETUNREACH|ETIMEDOUT|EPIPE)/
const BROKEN = /terminat|timeout|connection error|closed|not queryable/i

/** The error as a sentence when it is the world's; unchanged when it is our own. Never holds the password. */
function postgresTrouble(error: unknown, { host, port, connectionString }: PoolOptions): unknown {
  if (error instanceof StoreTrouble || !(error instanceof Error)) return error
  const { code = '' } = error as { code?: string }
  const server = `PostgreSQL at ${where(host, port, connectionString)}`
  const says =
    SETUP[code] ?? (isGone(error, code) ? 'does not answer. Hansa tries again by itself.' : undefined)
  const onlyWrites = ONLY_WRITES.includes(code)
  return says ? new StoreTrouble(`${server} ${says}`, { lost: false, onlyWrites, cause: error }) : error
}

function isGone(error: Error, code: string): boolean {
  return PASSING.test(code) || NETWORK.test(code) || (code === '' && BROKEN.test(error.message))
}

function where(host: string | undefined, port: number | undefined, url: string | undefined): string {
  if (!url || !URL.canParse(url)) return `${host ?? 'localhost'}:${port ?? 5432}`
  const { hostname, port: written } = new URL(url)
  return `${hostname || 'localhost'}:${written || 5432}`
}
