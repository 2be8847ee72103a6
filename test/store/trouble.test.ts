import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { chmodSync, copyFileSync, mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { connect, createServer, type Socket } from 'node:net'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { type TestContext, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { MIGRATIONS } from '../../src/store/engine/schema.ts'
import { openStore, type StoreSettings } from '../../src/store/open.ts'
import type { Store } from '../../src/store/store.ts'
import { until } from '../until.ts'
import { folder, freshSchema, POSTGRES } from './engines.ts'
import { fillUp, smallDisk } from './small-disk.ts'

const DAY = '2026-11-24'
const ABOUT = { is: 'topic', id: 'hydrogen' } as const
const ONE = [{ about: ABOUT, day: DAY, count: 1 }]

test('SQLite: a second process is refused with a sentence, and gets the store when the first has gone', async (t) => {
  const data = folder(t)
  const first = opened(t, { data }).store
  await first.recordGaps('T1', ONE)
  const { store, heard } = opened(t, { data })
  const inUse = `${data}/hansa.db is in use by another process. Stop that one, or set DATABASE_URL to run several.`
  await assert.rejects(store.gaps('T1', ''), { name: 'StoreTrouble', message: inUse })
  assert.equal(store.trouble(), inUse)
  await first.close()
  await backAgain(store)
  assert.deepEqual(heard, [inUse, undefined])
  assert.deepEqual(await store.gaps('T1', ''), [{ about: ABOUT, count: 1, days: 1, last: DAY }])
})

test('SQLite: a folder that cannot be written to is a sentence, and mending it is enough', async (t) => {
  const data = join(folder(t), 'data')
  writeFileSync(data, 'in the way')
  const { store, heard } = opened(t, { data })
  await assert.rejects(
    store.recordGaps('T1', ONE),
    /cannot be opened for writing. Let Hansa write there, or set HANSA_DATA/,
  )
  rmSync(data)
  await backAgain(store)
  await store.recordGaps('T1', ONE)
  assert.equal(heard.length, 2)
})

test('SQLite: a read-only disk is a sentence, and mending it is enough', async (t) => {
  const disk = smallDisk(t)
  if (!disk) return t.skip('a small disk can only be mounted by root')
  const { store } = opened(t, { data: disk })
  await store.recordGaps('T1', ONE)
  await store.close()
  execFileSync('mount', ['-o', 'remount,ro', disk])
  const { store: again } = opened(t, { data: disk })
  await assert.rejects(again.recordGaps('T1', ONE), /cannot be opened for writing/)
  execFileSync('mount', ['-o', 'remount,rw', disk])
  await backAgain(again)
  assert.equal((await again.gaps('T1', '')).length, 1)
})

test('SQLite: a read-only folder is a sentence', { skip: asRoot() }, async (t) => {
  const data = folder(t)
  chmodSync(data, 0o500)
  await assert.rejects(opened(t, { data }).store.recordGaps('T1', ONE), /cannot be opened for writing/)
})

test('SQLite: a damaged file is left alone, and a good copy in its place is taken up', async (t) => {
  const data = folder(t)
  const first = opened(t, { data }).store
  await first.recordGaps('T1', ONE)
  await first.close()
  copyFileSync(`${data}/hansa.db`, `${data}/copy.db`)
  writeFileSync(`${data}/hansa.db`, 'this is no database, but a shopping list of some length '.repeat(200))
  const { store } = opened(t, { data })
  const damaged = `${data}/hansa.db is damaged. Put a copy that works in its place, or move it away to begin anew.`
  await assert.rejects(store.gaps('T1', ''), { message: damaged })
  copyFileSync(`${data}/copy.db`, `${data}/hansa.db`)
  await backAgain(store)
  assert.equal((await store.gaps('T1', '')).length, 1)
})

test('SQLite: a file overwritten in place with as many bytes is said, and nothing is acknowledged', async (t) => {
  const data = folder(t)
  const { store } = opened(t, { data })
  await store.recordGaps('T1', ONE)
  const file = `${data}/hansa.db`
  writeFileSync(file, 'x'.repeat(statSync(file).size), { flag: 'r+' })
  await assert.rejects(store.recordGaps('T1', ONE), /was written to by another program|is damaged/)
  await assert.rejects(store.recordGaps('T1', ONE), { name: 'StoreTrouble' })
})

test('SQLite: a folder in the place of the file is a sentence, and nothing is acknowledged', async (t) => {
  const data = folder(t)
  const { store } = opened(t, { data })
  await store.recordGaps('T1', ONE)
  rmSync(`${data}/hansa.db`)
  mkdirSync(`${data}/hansa.db`)
  await assert.rejects(store.recordGaps('T1', ONE), { name: 'StoreTrouble', message: /hansa\.db/ })
  await assert.rejects(store.recordGaps('T1', ONE), { name: 'StoreTrouble', message: /hansa\.db/ })
})

test('SQLite: on a full disk nothing is half kept, reading goes on, and freeing space is enough', async (t) => {
  const disk = smallDisk(t)
  if (!disk) return t.skip('a small disk can only be mounted by root')
  const { store, heard } = opened(t, { data: disk })
  await store.recordGaps('T1', ONE)
  writeFileSync(join(disk, 'filler'), 'x'.repeat(400_000))
  const many = Array.from({ length: 3000 }, (_, at) => ({
    about: { is: 'topic' as const, id: `a topic of many words, number ${at}` },
    day: DAY,
    count: 1,
  }))
  await assert.rejects(store.recordGaps('T1', many), {
    message: `The disk under ${disk}/hansa.db is full. Free some space; Hansa tries again by itself.`,
  })
  assert.deepEqual(await store.gaps('T1', ''), [{ about: ABOUT, count: 1, days: 1, last: DAY }])
  assert.deepEqual(heard, [
    `The disk under ${disk}/hansa.db is full. Free some space; Hansa tries again by itself.`,
  ])
  rmSync(join(disk, 'filler'))
  await store.recordGaps('T1', ONE)
  assert.deepEqual(await store.gaps('T1', ''), [{ about: ABOUT, count: 2, days: 1, last: DAY }])
  await store.ready()
  assert.equal(heard.at(-1), undefined)
  assert.equal(heard.length, 2)
})

test('SQLite: a full disk is told of once, until as much can be written as could not', async (t) => {
  const disk = smallDisk(t)
  if (!disk) return t.skip('a small disk can only be mounted by root')
  const { store, heard } = opened(t, { data: disk })
  await store.recordGaps('T1', ONE)
  fillUp(join(disk, 'filler'))
  const report = (id: string) =>
    store.report('T1', { id, record: 'r', says: 'y'.repeat(20_000), at: `${DAY}T10:00:00Z` })
  for (let at = 0; at < 4; at++) {
    await report(`r${at}`).catch(() => {})
    await store.ready().catch(() => {})
  }
  assert.equal(heard.length, 1)
  rmSync(join(disk, 'filler'))
  await store.ready()
  assert.deepEqual(heard.slice(1), [undefined])
  await report('last')
})

test('SQLite: a store written by a newer Hansa is refused with a sentence', async (t) => {
  const data = folder(t)
  const { store } = opened(t, { data })
  await store.ready()
  await store.close()
  const sqlite = new DatabaseSync(`${data}/hansa.db`)
  sqlite.exec('UPDATE hansa_schema SET version = 99')
  sqlite.close()
  await assert.rejects(opened(t, { data }).store.gaps('T1', ''), {
    message:
      `The store was written by a newer Hansa (version 99 of its tables; this one knows ${MIGRATIONS.length}). ` +
      'Update Hansa, or point it to another store.',
  })
})

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

/** A store, and the sentences it told. */
function opened(t: TestContext, settings: StoreSettings): { store: Store; heard: (string | undefined)[] } {
  const heard: (string | undefined)[] = []
  const store = openStore(settings, (trouble) => heard.push(trouble))
  t.after(() => store.close())
  return { store, heard }
}

/** Waits for the store to come back by itself. */
async function backAgain(store: Store): Promise<void> {
  const works = () =>
    store.ready().then(
      () => true,
      () => false,
    )
  await until(works)
}

function onPostgres() {
  return { skip: POSTGRES.skip }
}

function asRoot(): string | false {
  return process.getuid?.() === 0 ? 'root may write anywhere' : false
}

/** A cable to the database that can be cut and mended. */
async function cable(t: TestContext, databaseUrl: string) {
  const target = new URL(databaseUrl)
  const sockets = new Set<Socket>()
  const server = createServer((inner) => {
    const outer = connect(Number(target.port || 5432), target.hostname)
    for (const socket of [inner, outer]) {
      sockets.add(socket)
      socket.on('error', () => {})
      socket.on('close', () => sockets.delete(socket))
    }
    inner.pipe(outer).pipe(inner)
  })
  const listen = (port: number) => new Promise<void>((done) => server.listen(port, '127.0.0.1', done))
  await listen(0)
  const { port } = server.address() as { port: number }
  const cut = async () => {
    const closed = new Promise((done) => server.close(done))
    for (const socket of sockets) socket.destroy()
    await closed
  }
  t.after(() => server.listening && cut())
  const url = new URL(databaseUrl)
  url.host = `127.0.0.1:${port}`
  return { url: url.href, cut, mend: () => listen(port) }
}
