import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Temporal } from 'temporal-polyfill'
import type { Answer } from '../../src/answer/answer.ts'
import type { Asker } from '../../src/answer/rights.ts'
import type { DeliveryDeps } from '../../src/delivery/delivery-deps.ts'
import { createGapRecorder } from '../../src/delivery/gap-recorder.ts'
import { type Miss, StoreTrouble } from '../../src/store/store.ts'

const IN_A_CHANNEL: Asker = {
  platform: 'slack',
  workspace: 'T1',
  channel: 'C1',
  user: 'U1',
  private: false,
  outside: false,
}
const NORWICH = { is: 'place', id: '2641181' } as const

test('what was asked during an outage of the store is written at its end, each under its own day', async () => {
  const here = pretend()
  here.down = true
  here.misses.recordGap(missing('Norwich'), IN_A_CHANNEL)
  await here.pass(1)
  here.day = '2026-11-25'
  here.misses.recordGap(missing('Norwich'), IN_A_CHANNEL)
  here.misses.recordGap(missing(), IN_A_CHANNEL)
  await here.pass(60)
  assert.deepEqual(here.kept, [])
  here.down = false
  await here.pass(6)
  assert.deepEqual(here.kept, [
    { workspace: 'T1', about: NORWICH, day: '2026-11-24', count: 1 },
    { workspace: 'T1', about: NORWICH, day: '2026-11-25', count: 1 },
    { workspace: 'T1', day: '2026-11-25', count: 1 },
  ])
  await here.pass(60)
  assert.equal(here.kept.length, 3)
  assert.deepEqual(here.errors, [])
})

test('what is asked while the disk is at work is written after it', async () => {
  const here = pretend()
  here.onceWriting(() => here.misses.recordGap(missing('Norwich'), IN_A_CHANNEL))
  here.misses.recordGap(missing(), IN_A_CHANNEL)
  await here.pass(2)
  assert.deepEqual(
    here.kept.map(({ about }) => about),
    [undefined, NORWICH],
  )
})

test('what two workspaces ask in the same moment is counted in each', async () => {
  const here = pretend()
  for (const workspace of ['T1', 'T2', 'T1', 'T9'])
    here.misses.recordGap(missing('Norwich'), { ...IN_A_CHANNEL, workspace })
  await here.pass(1)
  const of = { about: NORWICH, day: '2026-11-24' }
  // Of one that left meanwhile nothing is written.
  assert.deepEqual(here.kept, [
    { workspace: 'T1', ...of, count: 2 },
    { workspace: 'T2', ...of, count: 1 },
  ])
})

test('a long outage keeps a bounded number apart, and still counts every question', async () => {
  const here = pretend()
  here.down = true
  for (let at = 0; at < 5000; at++) here.misses.recordGap(missing(`Place ${at}`, `${at}`), IN_A_CHANNEL)
  await here.pass(10)
  here.down = false
  await here.pass(10)
  assert.ok(here.kept.length <= 1002, String(here.kept.length))
  assert.equal(
    here.kept.reduce((sum, { count }) => sum + count, 0),
    5000,
  )
})

test('what is asked in private, or by people of another organisation, is a number', async () => {
  for (const asker of [{ private: true }, { outside: true }]) {
    const here = pretend({ keepWords: true })
    here.misses.recordGap(missing('Norwich'), { ...IN_A_CHANNEL, ...asker })
    await here.pass(1)
    assert.deepEqual(here.kept, [{ workspace: 'T1', day: '2026-11-24', count: 1 }])
  }
})

test('words are kept where the operator wishes it, and cleaned of what could name a person', async () => {
  const here = pretend({ keepWords: true })
  const ask = 'ask hydrogen for mary@example.org on 0113 496 0000'
  here.misses.recordGap({ ...missing(), ask }, IN_A_CHANNEL)
  await here.pass(1)
  assert.deepEqual(here.kept, [
    { workspace: 'T1', day: '2026-11-24', count: 1, words: 'ask hydrogen for on' },
  ])
})

test('when the process stops, what was gathered is tried once more, and then let go', async () => {
  const here = pretend()
  here.misses.recordGap(missing('Norwich'), IN_A_CHANNEL)
  here.stop()
  await here.misses.flushed()
  assert.equal(here.kept.length, 1)
  const other = pretend()
  other.down = true
  other.misses.recordGap(missing('Norwich'), IN_A_CHANNEL)
  other.stop()
  await other.misses.flushed()
  assert.deepEqual(other.kept, [])
})

test('what is asked while the last of it is written is not let go either', async () => {
  const here = pretend()
  here.onceWriting(() => here.misses.recordGap(missing('Norwich'), IN_A_CHANNEL))
  here.misses.recordGap(missing(), IN_A_CHANNEL)
  here.stop()
  await here.misses.flushed()
  assert.equal(here.kept.length, 2)
})

function missing(name?: string, id: string = NORWICH.id): Answer {
  const answer = {
    outcome: 'nothing',
    kind: 'knowledge',
    command: 'twins',
    ask: 'twins x',
    heading: 'x',
    groups: [],
    suggestions: [],
    next: [],
  } as const
  return { ...answer, missing: name === undefined ? [] : [{ is: 'place', id, name }] }
}

/** A store that can be down, and a time that passes only when it is told to. */
function pretend({ keepWords = false } = {}) {
  const stopping = new AbortController()
  let seconds = 0
  let sleepers: { until: number; wake: () => void }[] = []
  const here = {
    kept: [] as (Miss & { workspace: string })[],
    errors: [] as object[],
    down: false,
    day: '2026-11-24',
    whileWriting: () => {},
    onceWriting(does: () => void) {
      here.whileWriting = () => {
        here.whileWriting = () => {}
        does()
      }
    },
    stop() {
      stopping.abort()
      for (const { wake } of sleepers) wake()
    },
    async pass(some: number) {
      for (const end = seconds + some; seconds < end; seconds += 0.1) {
        for (const { wake } of sleepers.filter(({ until }) => until <= seconds)) wake()
        sleepers = sleepers.filter(({ until }) => until > seconds)
        await new Promise(setImmediate)
      }
    },
    misses: undefined as unknown as ReturnType<typeof createGapRecorder>,
  }
  const store = {
    async recordGaps(workspace: string, misses: readonly Miss[]) {
      here.whileWriting()
      await new Promise(setImmediate)
      if (here.down) throw new StoreTrouble('The disk is full.', { lost: false })
      here.kept.push(...misses.map((miss) => ({ ...miss, workspace })))
    },
    trouble: () => (here.down ? 'The disk is full.' : undefined),
  }
  here.misses = createGapRecorder({
    store: store as unknown as DeliveryDeps['store'],
    served: async () => new Set(['T1', 'T2']),
    now: () => Temporal.Instant.from(`${here.day}T10:00:00Z`),
    sleep: (wait) =>
      stopping.signal.aborted
        ? Promise.resolve()
        : new Promise((wake) => sleepers.push({ until: seconds + wait, wake: () => wake() })),
    stopping: stopping.signal,
    keepWords,
    log: { info() {}, warn() {}, error: (facts) => here.errors.push(facts) },
  })
  return here
}
