import assert from 'node:assert/strict'
import { test } from 'node:test'
import { digestLoop } from '../../src/delivery/loop.ts'
import { StoreTrouble } from '../../src/store/store.ts'
import { SQLITE } from '../store/engines.ts'
import { depsOf, killedAt, started, ticking } from './loop-story.ts'
import { POLICY } from './pretend-deps.ts'
import { type Fate, pretendClock, pretendPlatform } from './pretend-platform.ts'

const LATE = 'This digest is late: it was due at 09:00 (Europe/London).'
const MONDAY = 'Weekly digest, Monday 30 November 2026'

test('a digest is handed over before its time, shown at its time, and once', async (t) => {
  const { loop, clock, platform } = await started(t)
  await ticking(loop, clock, '2026-11-30T08:50:00Z', '2026-11-30T09:10:00Z')
  assert.deepEqual(platform.shown(), [{ at: '2026-11-30T09:00:00Z', first: MONDAY, lead: [] }])
  await ticking(loop, clock, '2026-12-07T08:50:00Z', '2026-12-07T09:10:00Z')
  assert.equal(platform.shown().length, 2)
})

test('a lost request and a lost reply are looked up, and the digest is shown once', async (t) => {
  for (const fates of [
    ['reply lost'],
    ['request lost'],
    ['request lost', 'request lost', 'reply lost'],
  ] as Fate[][]) {
    const { loop, clock, platform } = await started(t)
    platform.fates.push(...fates)
    await ticking(loop, clock, '2026-11-30T08:54:00Z', '2026-11-30T09:10:00Z')
    assert.deepEqual(platform.shown(), [{ at: '2026-11-30T09:00:00Z', first: MONDAY, lead: [] }])
  }
})

test('a platform that asks for patience gets it', async (t) => {
  const { loop, clock, platform } = await started(t)
  platform.fates.push({ how: 'refused', why: 'ratelimited', forever: false, after: 60 })
  await ticking(loop, clock, '2026-11-30T08:55:00Z', '2026-11-30T08:55:30Z')
  assert.deepEqual(platform.shown(), [])
  await ticking(loop, clock, '2026-11-30T08:56:10Z', '2026-11-30T09:01:00Z')
  assert.equal(platform.shown().length, 1)
})

test('while the platform is down the digest is tried with patience, and then says that it is late', async (t) => {
  const { loop, clock, platform } = await started(t)
  platform.down = () => clock.now().toString() < '2026-12-01T04:00:00Z'
  await ticking(loop, clock, '2026-11-30T08:54:00Z', '2026-12-01T06:00:00Z', 300)
  assert.deepEqual(
    platform.shown().map(({ first, lead }) => ({ first, lead })),
    [{ first: MONDAY, lead: [LATE] }],
  )
})

for (const [outage, back, shown] of [
  ['an hour', '2026-11-30T10:00:00Z', 'Weekly digest, Monday 30 November 2026'],
  ['eight days', '2026-12-08T09:00:00Z', 'Weekly digest, Monday 7 December 2026'],
  ['five weeks', '2027-01-05T09:00:00Z', 'Weekly digest, Monday 4 January 2027'],
] as const) {
  test(`after an outage of ${outage} there is one digest, and it says that it is late`, async (t) => {
    const { loop, clock, platform, store } = await started(t)
    await ticking(loop, clock, back, back, 30, 12)
    assert.deepEqual(
      platform.shown().map(({ first, lead }) => ({ first, lead })),
      [{ first: shown, lead: [LATE] }],
    )
    const others = (await store.runs('')).filter(({ state }) => state !== 'handed')
    assert.ok(others.every(({ state }) => state === 'skipped'))
  })
}

test('a channel that is gone stops its digest, and whoever subscribed is told once', async (t) => {
  const { loop, clock, platform, store } = await started(t)
  platform.fates.push({ how: 'refused', why: 'is_archived', forever: true }, 'request lost')
  await ticking(loop, clock, '2026-11-30T08:55:00Z', '2026-11-30T09:10:00Z')
  assert.deepEqual(platform.shown(), [])
  assert.deepEqual(platform.told, [{ person: 'U1', channel: 'C1', why: 'is_archived' }])
  assert.equal((await store.subscriptions())[0]?.stopped?.why, 'is_archived')
})

test('a digest that is not wanted any more is taken back', async (t) => {
  const { loop, clock, platform, store } = await started(t)
  await ticking(loop, clock, '2026-11-30T08:55:00Z', '2026-11-30T08:55:30Z')
  await store.changeSubscription(POLICY, undefined)
  await ticking(loop, clock, '2026-11-30T08:56:00Z', '2026-11-30T09:10:00Z')
  assert.deepEqual(platform.shown(), [])
  assert.equal((await store.runs(''))[0]?.state, 'withdrawn')
})

test('without scheduling the digest is posted at its time, and what is not known is doubtful and left alone', async (t) => {
  const { loop, clock, platform } = await started(t, { schedules: false })
  await ticking(loop, clock, '2026-11-30T08:50:00Z', '2026-11-30T09:10:00Z')
  assert.deepEqual(platform.shown(), [{ at: '2026-11-30T09:00:00Z', first: MONDAY, lead: [] }])
  const unlucky = await started(t, { schedules: false })
  await ticking(unlucky.loop, unlucky.clock, '2026-11-30T08:55:00Z', '2026-11-30T08:56:00Z')
  unlucky.platform.fates.push('reply lost')
  await ticking(unlucky.loop, unlucky.clock, '2026-11-30T09:00:00Z', '2026-11-30T12:00:00Z', 60)
  assert.equal(unlucky.platform.shown().length, 1)
  assert.equal((await unlucky.store.runs(''))[0]?.state, 'doubtful')
})

test('a store that fails after the platform took the digest loses nothing', async (t) => {
  const { loop, clock, platform, store, deps } = await started(t)
  let down = false
  deps.store.record = async (run, holder) => {
    if (run.state === 'handed' && clock.now().epochMilliseconds < Date.parse('2026-11-30T09:05:00Z'))
      down = true
    if (down && clock.now().epochMilliseconds < Date.parse('2026-11-30T09:05:00Z')) {
      throw new StoreTrouble('The disk is full.', { lost: false })
    }
    return store.record(run, holder)
  }
  await ticking(loop, clock, '2026-11-30T08:55:00Z', '2026-11-30T09:10:00Z')
  assert.equal(platform.shown().length, 1)
  assert.equal((await store.runs(''))[0]?.state, 'handed')
})

test('a store that is gone for ten minutes costs nothing but time', async (t) => {
  const { loop, clock, platform, deps } = await started(t)
  const gone = () => {
    const minute = clock.now().toString().slice(0, 16)
    if (minute >= '2026-11-30T08:53' && minute < '2026-11-30T09:03')
      throw new StoreTrouble('gone', { lost: true })
  }
  const { subscriptions } = deps.store
  deps.store.subscriptions = async () => {
    gone()
    return subscriptions()
  }
  await ticking(loop, clock, '2026-11-30T08:50:00Z', '2026-11-30T09:15:00Z')
  assert.deepEqual(platform.shown(), [{ at: '2026-11-30T09:08:00Z', first: MONDAY, lead: [] }])
})

test('a clock ten minutes slow does not post into the past, nor twice', async (t) => {
  const store = (await SQLITE.place(t)).open()
  await store.subscribe(POLICY)
  const clock = pretendClock('2026-11-30T08:50:00Z')
  const platform = pretendPlatform(() => clock.now().add({ minutes: 10 }))
  const loop = digestLoop(depsOf(store, platform.post, clock))
  await ticking(loop, clock, '2026-11-30T08:50:00Z', '2026-11-30T09:10:00Z')
  assert.equal(platform.shown().length, 1)
  assert.equal((await store.runs(''))[0]?.state, 'handed')
})

test('whenever the process is killed, the digest is shown once, or once and called doubtful, and never twice', async (t) => {
  for (let at = 1; at <= 18; at++) {
    for (const fates of [[], ['reply lost'], ['request lost']] as Fate[][]) {
      const story = await started(t)
      story.platform.fates.push(...fates)
      await killedAt(at, story)
      await ticking(story.next().loop, story.clock, '2026-11-30T08:56:00Z', '2026-11-30T09:10:00Z', 60)
      const [run] = await story.store.runs('')
      const shown = story.platform.shown().length
      assert.ok(
        shown === 1 || (shown === 0 && run?.state === 'doubtful'),
        `killed at ${at} ${fates}: ${shown} shown`,
      )
      assert.equal(run?.state, 'handed', `killed at ${at} ${fates}`)
    }
  }
})

test('killed as it hands over, and back just after the digest was shown: doubtful, rather than posted twice', async (t) => {
  const story = await started(t)
  await killedAt(12, story)
  await ticking(story.next().loop, story.clock, '2026-11-30T09:00:05Z', '2026-11-30T09:20:00Z')
  assert.equal(story.platform.shown().length, 1)
  assert.equal((await story.store.runs(''))[0]?.state, 'doubtful')
})

test('of five processes at once one posts', async (t) => {
  const story = await started(t)
  const loops = [story.loop, ...Array.from({ length: 4 }, () => story.next().loop)]
  for (const now of ['2026-11-30T08:55:00Z', '2026-11-30T08:55:30Z', '2026-11-30T08:57:00Z']) {
    story.clock.set(now)
    await Promise.all(loops.map((loop) => loop.tick()))
  }
  story.clock.set('2026-11-30T09:30:00Z')
  assert.equal(story.platform.shown().length, 1)
})

test('a process that slept past its lease does not post what another has posted; if it does, one is taken back', async (t) => {
  const story = await started(t)
  const { clock, platform, deps } = story
  const other = story.next()
  const schedule = platform.post.schedule
  let slept = false
  deps.post = {
    ...platform.post,
    async schedule(message, postAt) {
      if (!slept) {
        slept = true
        await clock.sleep(60)
        await other.loop.tick()
      }
      return schedule(message, postAt)
    },
  }
  clock.set('2026-11-30T08:55:00Z')
  await digestLoop(deps).tick()
  await ticking(other.loop, clock, '2026-11-30T08:57:00Z', '2026-11-30T09:10:00Z')
  assert.equal(platform.shown().length, 1)
})

test('once a day what is old is forgotten, also of a workspace that nobody serves any more, and words at once', async (t) => {
  const { loop, store, clock } = await started(t)
  const old = { day: '2026-08-25', count: 1 }
  const young = { day: '2026-08-27', count: 2, words: 'hydrogen' }
  for (const workspace of ['T1', 'T9']) {
    await store.recordGaps(workspace, [old, young])
    const report = { record: 'a', says: 'Wrong.', at: '2026-08-25T10:00:00Z' }
    await store.report(workspace, { id: workspace, ...report })
  }
  clock.set('2026-11-24T10:00:00Z')
  await loop.tick()
  for (const workspace of ['T1', 'T9']) {
    assert.deepEqual(await store.gaps(workspace, ''), [{ count: 2, days: 1, last: '2026-08-27' }])
    assert.deepEqual(await store.reports(workspace), [])
  }
  assert.deepEqual(await store.keptWords('T1'), [])
  assert.equal((await store.keptWords('T9')).length, 1)
  await store.recordGaps('T9', [old])
  await loop.tick()
  assert.equal((await store.gaps('T9', ''))[0]?.count, 3)
  clock.set('2026-11-25T10:00:00Z')
  await loop.tick()
  assert.equal((await store.gaps('T9', ''))[0]?.count, 2)
})
