import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestContext } from 'node:test'
import pg from 'pg'
import { openStore, type StoreSettings } from '../../src/store/open.ts'
import type { Store } from '../../src/store/store.ts'
import { LIMIT } from '../until.ts'

/** Somewhere to open stores in, thrown away after the test. */
export type Place = { settings: StoreSettings; open(): Store }

export type Engine = {
  name: string
  /** Why it cannot be tested here. */
  skip?: string
  place(test: TestContext): Promise<Place>
}

export const SQLITE: Engine = { name: 'SQLite', place: async (test) => placeOf(test, { data: folder(test) }) }

/** The server of DATABASE_URL; else one that lets this machine in without a password. */
const SERVER = await firstThatAnswers(
  process.env.DATABASE_URL
    ? [process.env.DATABASE_URL]
    : ['postgres', 'root', 'test'].map((name) => `postgresql://${name}@127.0.0.1:5432/${name}`),
)

export const POSTGRES: Engine = {
  name: 'PostgreSQL',
  skip: SERVER
    ? undefined
    : 'no PostgreSQL answers at DATABASE_URL or 127.0.0.1:5432: set DATABASE_URL to a server that may be written to',
  place: async (test) => placeOf(test, { data: '', databaseUrl: await freshSchema(test) }),
}

export const ENGINES: readonly Engine[] = [SQLITE, POSTGRES]

export function folder(test: TestContext): string {
  const path = mkdtempSync(join(tmpdir(), 'hansa-store-'))
  test.after(() => rmSync(path, { recursive: true, force: true }))
  return path
}

/** A database address whose tables nobody else sees. */
export async function freshSchema(test: TestContext): Promise<string> {
  const schema = `hansa_test_${Math.random().toString(36).slice(2)}`
  await onServer(`CREATE SCHEMA ${schema}`)
  test.after(() => onServer(`DROP SCHEMA ${schema} CASCADE`))
  const url = new URL(SERVER ?? '')
  url.searchParams.set('options', `-c search_path=${schema}`)
  return url.href
}

/** The address of a database of its own, for what is done to whole ones. */
export async function freshDatabase(test: TestContext): Promise<string> {
  const name = `hansa_test_${Math.random().toString(36).slice(2)}`
  await onServer(`CREATE DATABASE ${name}`)
  test.after(() => onServer(`DROP DATABASE ${name} WITH (FORCE)`))
  return Object.assign(new URL(SERVER ?? ''), { pathname: `/${name}` }).href
}

async function onServer(sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: SERVER })
  await client.connect()
  await client.query(sql)
  await client.end()
}

function placeOf(test: TestContext, settings: StoreSettings): Place {
  const stores: Store[] = []
  test.after(() => Promise.all(stores.map((store) => store.close())))
  return {
    settings,
    open() {
      const store = openStore(settings)
      stores.push(store)
      return store
    },
  }
}

async function firstThatAnswers(urls: readonly string[]): Promise<string | undefined> {
  for (const url of urls) {
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: LIMIT })
    try {
      await client.connect()
      await client.end()
      return url
    } catch {
      // The next one may answer.
    }
  }
  return undefined
}
