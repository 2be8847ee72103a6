import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { cable } from './cable.ts'
import { freshSchema, POSTGRES } from './engines.ts'
import { ABOUT, backAgain, DAY, ONE, opened } from './watched-store.ts'

test('PostgreSQL: a store written by a newer Hansa is refused with a sentence', onPostgres(), async (t) => {
  const databaseUrl = await freshSchema(t)
  await opened(t, { data: '', databaseUrl }).store.ready()
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  await client.query('UPDATE hansa_schema SET version = 99')
  await client.end()
  await assert.rejects(
    opened(t, { data: '', databaseUrl }).store.gaps('T1', ''),
    /written by a newer Hansa \(version 99/,
  )
})

test('PostgreSQL: instances that start together make the tables once', onPostgres(), async (t) => {
  const databaseUrl = await freshSchema(t)
  const stores = Array.from({ length: 6 }, () => opened(t, { data: '', databaseUrl }).store)
  await Promise.all(stores.map((store) => store.recordGaps('T1', ONE)))
  assert.deepEqual(await stores[0]?.gaps('T1', ''), [{ about: ABOUT, count: 6, days: 1, last: DAY }])
})

test(
  'PostgreSQL: while it is gone there is a sentence; when it is back, so is the store',
  onPostgres(),
  async (t) => {
    const databaseUrl = await freshSchema(t)
    const line = await cable(t, databaseUrl)
    const { store, heard } = opened(t, { data: '', databaseUrl: line.url })
    await store.recordGaps('T1', ONE)
    await line.cut()
    const gone = `PostgreSQL at ${new URL(line.url).host} does not answer. Hansa tries again by itself.`
    await assert.rejects(store.recordGaps('T1', ONE), { name: 'StoreTrouble', message: gone })
    await assert.rejects(store.gaps('T1', ''), { message: gone })
    await line.mend()
    await backAgain(store)
    assert.deepEqual(await store.gaps('T1', ''), [{ about: ABOUT, count: 1, days: 1, last: DAY }])
    assert.deepEqual(heard, [gone, undefined])
  },
)

test('PostgreSQL: tables that were dropped are said, and not made anew', onPostgres(), async (t) => {
  const databaseUrl = await freshSchema(t)
  const { store } = opened(t, { data: '', databaseUrl })
  await store.ready()
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  await client.query('DROP TABLE subscriptions')
  await client.end()
  for (let tries = 0; tries < 2; tries++) {
    await assert.rejects(store.subscriptions(), {
      name: 'StoreTrouble',
      message: /^PostgreSQL at \S+ has lost tables of Hansa\. Put back a copy, or start Hansa again/,
    })
    await sleep(tries === 0 ? 1050 : 0)
  }
})

test('PostgreSQL: no sentence shows the password', async (t) => {
  const { store, heard } = opened(t, { data: '', databaseUrl: 'postgresql://hansa:s3cret@127.0.0.1:1/hansa' })
  await assert.rejects(store.ready())
  assert.deepEqual(heard, ['PostgreSQL at 127.0.0.1:1 does not answer. Hansa tries again by itself.'])
})

function onPostgres() {
  return { skip: POSTGRES.skip }
}
