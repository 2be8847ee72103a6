import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { chmodSync, copyFileSync, mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { test } from 'node:test'
import { MIGRATIONS } from '../../src/store/engine/schema.ts'
import { folder } from './engines.ts'
import { fillUp, smallDisk } from './small-disk.ts'
import { ABOUT, backAgain, DAY, ONE, opened } from './watched-store.ts'

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

function asRoot(): string | false {
  return process.getuid?.() === 0 ? 'root may write anywhere' : false
}
