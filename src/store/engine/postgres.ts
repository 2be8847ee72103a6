import pg from 'pg'
import { type Database, type Query, storable } from './database.ts'
import { migrate } from './migrate.ts'
import { postgresTrouble } from './postgres-trouble.ts'

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
