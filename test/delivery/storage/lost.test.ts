import assert from 'node:assert/strict'
import { existsSync, readdirSync, renameSync, truncateSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { POLICY } from '../pretend-deps.ts'
import { asker, pretendVoice } from '../pretend-voice.ts'
import { anotherStore, assertKept, HARM, TOLD } from './harm.ts'
import { onDisk } from './on-disk.ts'

const OTHER = { ...POLICY, channel: 'C2' }

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
