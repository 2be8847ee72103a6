import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import {
  copyFileSync,
  cpSync,
  existsSync,
  readdirSync,
  renameSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Subscription } from '../../src/digest/schedule/subscription.ts'
import { openStore } from '../../src/store/open.ts'
import { fillUp, smallDisk } from '../store/small-disk.ts'
import { type OnDisk, onDisk } from './on-disk.ts'
import { POLICY } from './pretend-deps.ts'
import { asker, pretendVoice } from './pretend-voice.ts'

const OTHER = { ...POLICY, channel: 'C2' }

/** What people in chat are told of any of it: where the file lies is for whoever runs Hansa. */
const TOLD = 'Hansa’s store is in trouble; whoever runs Hansa finds in its log what is wrong.'

/** What happens to `hansa.db` while Hansa has it open, and the sentence that says so. */
const HARM: Readonly<Record<string, { does: (data: string) => unknown; says: RegExp }>> = {
  'the folder is deleted': {
    does: (data) => rmSync(data, { recursive: true }),
    says: /^\S+hansa\.db is gone: it was deleted or moved while Hansa had it open\. Put it back, or start Hansa again to begin anew\.$/,
  },
  'the folder is moved': {
    does: (data) => renameSync(data, `${data}-moved`),
    says: /^\S+hansa\.db is gone: it was deleted or moved/,
  },
  'the file is deleted': {
    does: (data) => rmSync(`${data}/hansa.db`),
    says: /^\S+hansa\.db is gone: it was deleted or moved/,
  },
  'the file is replaced by another store': {
    does: (data) => renameSync(anotherStore(data), `${data}/hansa.db`),
    says: /^\S+hansa\.db was replaced while Hansa had it open\. Hansa opens the new one by itself\.$/,
  },
  'the file is replaced by something else': {
    does(data) {
      writeFileSync(`${data}/list`, 'no database, but a shopping list '.repeat(500))
      renameSync(`${data}/list`, `${data}/hansa.db`)
    },
    says: /^\S+hansa\.db (was replaced while Hansa had it open|is damaged)/,
  },
  'the file is emptied': {
    does: (data) => truncateSync(`${data}/hansa.db`, 0),
    says: /^\S+hansa\.db was cut short while Hansa had it open\. Stop Hansa, and put a copy that works in its place\.$/,
  },
  'the file is deleted and an empty one made': {
    does(data) {
      writeFileSync(`${data}/empty`, '')
      renameSync(`${data}/empty`, `${data}/hansa.db`)
    },
    says: /^\S+hansa\.db was replaced while/,
  },
  'the file is cut': {
    does: (data) => truncateSync(`${data}/hansa.db`, 5000),
    says: /^\S+hansa\.db was cut short while/,
  },
  'the log is deleted': {
    does: (data) => rmSync(`${data}/hansa.db-wal`),
    says: /^\S+hansa\.db-wal is gone: it was deleted or moved while Hansa had it open\. Hansa opens the store once more by itself\.$/,
  },
  'the log is emptied': {
    does: (data) => truncateSync(`${data}/hansa.db-wal`, 0),
    says: /^\S+hansa\.db-wal was cut short while/,
  },
}

for (const [what, { does, says }] of Object.entries(HARM)) {
  for (const words of ['on friday 10:00', 'off', '', 'about yorkshire']) {
    test(`${what}: “/digest ${words}” says so, and acknowledges nothing`, async (t) => {
      const here = await onDisk(t)
      await here.store.subscribe(POLICY)
      does(here.data)
      const { heading, lead } = await here.desk.answer(words, asker('U1'), pretendVoice())
      assert.equal(heading, 'What Hansa keeps cannot be reached at the moment')
      assert.equal(lead?.[0], TOLD)
      assert.match(here.store.trouble() ?? '', says)
    })
  }
}

test('whatever is wrong with a store, nobody who talks to Hansa is told where it lies', async (t) => {
  const answer = {
    outcome: 'found',
    kind: 'digest',
    command: 'ask',
    ask: '',
    heading: '',
    groups: [],
  } as const
  for (const [what, { does }] of Object.entries(HARM)) {
    const here = await onDisk(t)
    await here.store.subscribe(POLICY)
    does(here.data)
    const told = [
      await here.desk.report('claim-0', 'Wrong.', asker('U1')),
      await here.desk.recordJudgement({ ...answer, suggestions: [], next: [] }, 'helpful', asker('U1')),
      await here.desk.gaps(asker('U1')),
      await here.desk.ownDigests(asker('U1')),
      await here.desk.answer('', asker('U1'), pretendVoice()),
    ]
    for (const one of told) {
      assert.ok(JSON.stringify(one).includes(TOLD.slice(0, -1)), what)
      assert.doesNotMatch(JSON.stringify(one), /hansa\.db|\/hansa-store-/, what)
    }
  }
})

test('after any harm, again and again: what is acknowledged is in the files that have the names', async (t) => {
  const all = Object.entries(HARM).map(async ([what, { does }]) => {
    const here = await onDisk(t)
    await here.store.subscribe(POLICY)
    does(here.data)
    for (const words of ['on friday 10:00', 'off', 'on tuesday 11:00']) {
      const { heading } = await here.desk.answer(words, asker('U1'), pretendVoice())
      await assertKept(here, heading, what)
      await sleep(1050)
    }
  })
  await Promise.all(all)
})

test('a file that is gone is not begun anew by a Hansa that had one, and is taken up when it is back', async (t) => {
  const { store, data } = await onDisk(t)
  await store.subscribe(POLICY)
  await store.subscribe(OTHER)
  renameSync(data, `${data}-moved`)
  for (let tries = 0; tries < 3; tries++) {
    await assert.rejects(store.subscriptions(), { name: 'StoreTrouble', message: /hansa\.db is gone/ })
    await sleep(tries === 1 ? 1050 : 0)
  }
  assert.equal(existsSync(data), false)
  renameSync(`${data}-moved`, data)
  await sleep(1050)
  assert.equal((await store.subscriptions()).length, 2)
  assert.equal(store.trouble(), undefined)
})

test('of a store that took the place of another, nothing is changed by the log of the one before', async (t) => {
  const { store, data, desk } = await onDisk(t)
  await store.ready()
  const other = anotherStore(data)
  for (let day = 1; day <= 5; day++) await store.subscribe({ ...POLICY, channel: `C${day}` })
  renameSync(other, `${data}/hansa.db`)
  await assert.rejects(store.subscriptions(), { message: /was replaced/ })
  await sleep(1050)
  assert.deepEqual(
    (await store.subscriptions()).map(({ channel }) => channel),
    ['CX'],
  )
  assert.ok(readdirSync(data).includes('hansa.db-wal-of-replaced'))
  const { heading } = await desk.answer('on friday 10:00', asker('U1'), pretendVoice())
  await assertKept({ data, store }, heading)
})

test('on a full disk nothing is acknowledged, and when there is room again it is', async (t) => {
  const disk = smallDisk(t)
  if (!disk) return t.skip('a small disk can only be mounted by root')
  const { store, desk } = await onDisk(t, disk)
  await store.subscribe(POLICY)
  fillUp(join(disk, 'filler'), 0)
  for (const words of ['on friday 10:00', 'off']) {
    const { lead } = await desk.answer(words, asker('U1'), pretendVoice())
    assert.equal(lead?.[0], TOLD)
    assert.equal(
      store.trouble(),
      `The disk under ${disk}/hansa.db is full. Free some space; Hansa tries again by itself.`,
    )
    assert.equal((await store.subscriptions())[0]?.weekly.weekday, 1)
  }
  // What is kept can still be read: Home shows it, and that something is wrong.
  const { trouble, channels } = await desk.ownDigests(asker('U1'))
  assert.equal(trouble, TOLD)
  assert.equal(channels.length, 1)
  rmSync(join(disk, 'filler'))
  assert.match(
    (await desk.answer('on friday 10:00', asker('U1'), pretendVoice())).heading,
    /comes on Fridays/,
  )
})

test('on a read-only disk, and while another process has the store, nothing is acknowledged', async (t) => {
  const disk = smallDisk(t)
  if (!disk) return t.skip('a small disk can only be mounted by root')
  const first = await onDisk(t, disk)
  await first.store.subscribe(POLICY)
  const second = await onDisk(t, disk)
  for (const words of ['on friday 10:00', 'off']) {
    assert.equal((await second.desk.answer(words, asker('U1'), pretendVoice())).lead?.[0], TOLD)
    assert.match(
      second.store.trouble() ?? '',
      /hansa\.db is in use by another process\. Stop that one, or set DATABASE_URL to run several\.$/,
    )
  }
  await first.store.close()
  await second.store.close()
  execFileSync('mount', ['-o', 'remount,ro', disk])
  const { desk, store } = await onDisk(t, disk)
  for (const words of ['on friday 10:00', 'off']) {
    assert.equal((await desk.answer(words, asker('U1'), pretendVoice())).lead?.[0], TOLD)
    assert.match(
      store.trouble() ?? '',
      /hansa\.db cannot be opened for writing\. Let Hansa write there, or set HANSA_DATA to another folder\.$/,
    )
  }
})

/** Whatever was acknowledged is found by whoever opens a copy of the folder, as after a crash at this moment. */
async function assertKept({ data }: OnDisk, heading: string, what?: string): Promise<void> {
  if (heading === 'What Hansa keeps cannot be reached at the moment') return
  const copy = `${data}-copy-${Math.random()}`
  cpSync(data, copy, { recursive: true, filter: (name) => !name.endsWith('.sock') })
  const store = openStore({ data: copy })
  const found: Subscription | undefined = (await store.subscriptions()).find(
    ({ channel }) => channel === 'C1',
  )
  await store.close()
  rmSync(copy, { recursive: true })
  const day = { 5: 'Fridays', 2: 'Tuesdays' }[Number(found?.weekly.weekday)]
  if (heading.startsWith('The weekly digest comes on')) assert.ok(day && heading.includes(day), what)
  else {
    assert.match(heading, /There (is|was) no weekly digest here/)
    assert.equal(found, undefined, what)
  }
}

/** The closed file of a store of another time: one subscription, of the channel CX. */
function anotherStore(data: string): string {
  const file = `${data}/other.db`
  copyFileSync(`${data}/hansa.db`, file)
  const sqlite = new DatabaseSync(file)
  sqlite.exec('DELETE FROM subscriptions')
  sqlite.exec(
    `INSERT INTO subscriptions (workspace, channel, weekday, at_time, zone, about, by_user, since)
    VALUES ('T1', 'CX', 1, '09:00', 'Europe/London', '', 'U9', '2026-11-01T00:00:00Z')`,
  )
  sqlite.exec('PRAGMA journal_mode = DELETE')
  sqlite.close()
  return file
}

test('a log cut to nothing is not opened once more as if nothing had been lost', async (t) => {
  const here = await onDisk(t)
  await here.store.subscribe(POLICY)
  truncateSync(join(here.data, 'hansa.db-wal'))
  for (let tries = 0; tries < 3; tries++) {
    await assert.rejects(here.store.subscriptions(), { message: /hansa\.db-wal was cut short/ })
    await assert.rejects(here.store.ready(), { message: /was cut short/ })
    await sleep(1050)
  }
  assert.match(here.store.trouble() ?? '', /was cut short/)
})
