import assert from 'node:assert/strict'
import { mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { openStore } from '../../src/store/open.ts'
import { runningStore, shareStore } from '../../src/store/shared.ts'
import { folder } from './engines.ts'
import { NORWICH } from './samples.ts'

test('a command asks the process that has the embedded store open', async (t) => {
  const data = folder(t)
  const store = openStore({ data })
  t.after(() => store.close())
  assert.equal(await runningStore(data), undefined)
  await store.recordGaps('T', [{ about: NORWICH, day: '2026-11-24', count: 1 }])
  const sharing = shareStore(store, data)
  t.after(() => sharing.close())
  const running = await runningStore(data)
  assert.deepEqual(await running?.gaps('T', ''), [{ about: NORWICH, count: 1, days: 1, last: '2026-11-24' }])
  const key = { workspace: 'T', channel: 'C', week: '2026-W49' }
  assert.equal(await running?.turn(key, ['doubtful'], 'handed'), undefined)
  assert.deepEqual(await running?.forget('T'), { questions: 1, reports: 0 })
  assert.equal(statSync(`${data}/hansa.sock`).mode & 0o777, 0o600)
  await store.close()
  await assert.rejects(async () => running?.gaps('T', ''), {
    name: 'StoreTrouble',
    message: 'The store is closed.',
  })
})

test('a socket left over from a process that was killed is no running Hansa', async (t) => {
  const data = folder(t)
  writeFileSync(`${data}/hansa.sock`, '')
  assert.equal(await runningStore(data), undefined)
  const store = openStore({ data })
  t.after(() => store.close())
  const sharing = shareStore(store, data)
  t.after(() => sharing.close())
  assert.deepEqual(await (await runningStore(data))?.reports('T'), [])
})

test('a folder with a long path is shared as well', async (t) => {
  const data = join(folder(t), 'x'.repeat(120))
  const store = openStore({ data })
  t.after(() => store.close())
  await store.recordGaps('T', [{ about: NORWICH, day: '2026-11-24', count: 1 }])
  const told: string[] = []
  const sharing = shareStore(store, data, (trouble) => told.push(trouble))
  t.after(() => sharing.close())
  assert.equal((await (await runningStore(data))?.gaps('T', ''))?.length, 1)
  assert.equal(await runningStore(join(data, '..', 'y'.repeat(120))), undefined)
  assert.deepEqual(told, [])
})

test('a store that cannot be shared is told of in a sentence', async (t) => {
  const data = folder(t)
  mkdirSync(`${data}/hansa.sock`)
  const store = openStore({ data })
  t.after(() => store.close())
  const told: string[] = []
  const sharing = shareStore(store, data, (trouble) => told.push(trouble))
  t.after(() => sharing.close())
  assert.match(told.join(), /^While Hansa runs, commands cannot ask it for what is in the store \(/)
})

test('a folder that goes while its store is being shared ends nothing', async (t) => {
  const data = join(folder(t), 'data')
  const store = openStore({ data })
  t.after(() => store.close())
  await store.ready()
  const told: string[] = []
  const sharing = shareStore(store, data, (trouble) => told.push(trouble))
  t.after(() => sharing.close())
  rmSync(data, { recursive: true })
  await new Promise((done) => setTimeout(done, 50))
  assert.match(told.join(), /^While Hansa runs, commands cannot ask it .*ENOENT/)
})
