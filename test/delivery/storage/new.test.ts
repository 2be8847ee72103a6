import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { copyFileSync, mkdirSync, readdirSync, rmSync, statSync, truncateSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { test } from 'node:test'
import { folder } from '../../store/engines.ts'
import { POLICY } from '../pretend-deps.ts'
import { asker, pretendVoice } from '../pretend-voice.ts'
import { onDisk } from './on-disk.ts'

for (const [what, leave, says] of [
  ['an empty file', (file: string) => truncateSync(file, 0), /is empty, which a store never is\. Put a copy/],
  ['half a file', (file: string) => truncateSync(file, statSync(file).size / 2), /is damaged\. Put a copy/],
  ['a first page', (file: string) => truncateSync(file, 4096), /is damaged\. Put a copy/],
  ['another program’s database', anotherProgram, /is damaged\. Put a copy/],
] as const) {
  test(`${what} at the start is said, and not taken for a new store`, async (t) => {
    const data = folder(t)
    const before = await onDisk(t, data)
    await before.store.subscribe(POLICY)
    await before.store.close()
    leave(`${data}/hansa.db`)
    const { desk, store } = await onDisk(t, data)
    for (const words of ['on friday 10:00', 'off']) {
      const { heading } = await desk.answer(words, asker('U1'), pretendVoice())
      assert.equal(heading, 'What Hansa keeps cannot be reached at the moment')
      assert.match(store.trouble() ?? '', says)
    }
  })
}

test('a log without its database is said, and not written into a new store', async (t) => {
  const data = folder(t)
  const { store } = await onDisk(t, data)
  await store.subscribe(POLICY)
  const left = join(folder(t), 'left')
  mkdirSync(left)
  copyFileSync(`${data}/hansa.db-wal`, `${left}/hansa.db-wal`)
  const again = await onDisk(t, left)
  await assert.rejects(again.store.subscriptions(), {
    message: /hansa\.db is missing, but \S+hansa\.db-wal is there, with what was written last\./,
  })
})

test('a store that another process makes at the same moment, and moves away, is not waited for', async (t) => {
  const data = folder(t)
  const half = new DatabaseSync(`${data}/hansa.db-new`)
  half.exec('PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; CREATE TABLE half (made TEXT)')
  t.after(() => half.close())
  const { store } = await onDisk(t, data)
  await store.subscribe(POLICY)
  assert.equal((await store.subscriptions()).length, 1)
})

test('a store appears whole or not at all, also when many processes begin at once', async (t) => {
  const data = join(folder(t), 'new')
  const script = `import { openStore } from ${JSON.stringify(new URL('../../../src/store/open.ts', import.meta.url).href)}
    const store = openStore({ data: ${JSON.stringify(data)} })
    for (let tries = 0; tries < 40; tries++) {
      try { await store.recordGaps('T1', [{ day: '2026-11-24', count: 1 }]); break } catch { await new Promise((done) => setTimeout(done, 250)) }
    }
    await store.close()`
  const ended = Array.from({ length: 4 }, () => {
    const child = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: 'inherit' })
    return new Promise((done) => child.on('exit', done))
  })
  assert.deepEqual(await Promise.all(ended), [0, 0, 0, 0])
  const { store } = await onDisk(t, data)
  assert.equal((await store.gaps('T1', ''))[0]?.count, 4)
  assert.deepEqual(
    readdirSync(data).filter((name) => name.includes('new')),
    [],
  )
})

function anotherProgram(file: string): void {
  rmSync(file)
  const sqlite = new DatabaseSync(file)
  sqlite.exec('CREATE TABLE shopping (what TEXT)')
  sqlite.close()
}
