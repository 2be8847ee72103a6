import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Temporal } from 'temporal-polyfill'
import { owed } from '../../src/digest/schedule/owed.ts'
import type { Run, RunState } from '../../src/digest/schedule/run.ts'
import type { Subscription } from '../../src/digest/schedule/subscription.ts'
import { POLICY } from './policy-channel.ts'

// In 2026 W49 begins on Monday 30 November.

test('a digest is owed from five minutes before its time', () => {
  const journal = [run('2026-W48', '2026-11-23T09:00:00Z')]
  assert.deepEqual(weeks('2026-11-30T08:54:59Z', journal), [])
  assert.deepEqual(weeks('2026-11-30T08:55:00Z', journal), ['2026-W49'])
  assert.deepEqual(weeks('2026-11-30T09:00:00Z', journal), ['2026-W49'])
})

test('a week that has a run is not owed again, whatever became of it', () => {
  const states: RunState[] = ['claimed', 'trying', 'handed', 'doubtful', 'skipped', 'silent', 'refused']
  for (const state of states) {
    const journal = [run('2026-W49', '2026-11-30T09:00:00Z', state)]
    assert.deepEqual(weeks('2026-11-30T09:00:30Z', journal), [], state)
  }
})

test('a digest withdrawn before its time is owed again when the channel wants it after all', () => {
  const journal = [run('2026-W49', '2026-11-30T09:00:00Z', 'withdrawn')]
  const again = { ...POLICY, since: '2026-11-30T08:57:00Z' }
  assert.deepEqual(weeks('2026-11-30T08:58:00Z', journal, again), ['2026-W49'])
  assert.deepEqual(weeks('2026-11-30T08:58:00Z', journal, { ...again, since: '2026-11-30T09:00:00Z' }), [])
})

test('nothing due before the subscription is owed', () => {
  assert.deepEqual(weeks('2026-11-02T10:00:30Z', []), [])
  assert.deepEqual(weeks('2026-11-09T09:00:00Z', []), ['2026-W46'])
})

test('a stopped digest is owed nothing', () => {
  const stopped = { at: '2026-11-24T09:00:00Z', why: 'is_archived', told: true }
  assert.deepEqual(weeks('2026-11-30T09:00:00Z', [], { ...POLICY, stopped }), [])
})

test('a zone that this machine does not know holds up nobody else', () => {
  const lost = { ...POLICY, channel: 'C2', weekly: { ...POLICY.weekly, zone: 'Europe/Atlantis' } }
  const found = owed(at('2026-11-30T09:00:00Z'), [lost, POLICY], [run('2026-W48', '2026-11-23T09:00:00Z')])
  assert.deepEqual(
    found.map(({ subscription }) => subscription.channel),
    ['C1'],
  )
})

test('after an hour, eight days or five weeks away there is one late digest, and the weeks before it are recorded', () => {
  const last = run('2026-W44', '2026-10-26T09:00:00Z')
  const outage = (now: string) => owed(at(now), [{ ...POLICY, since: '2026-10-01T00:00:00Z' }], [last])
  assert.deepEqual(outage('2026-11-02T10:00:00Z'), [
    {
      subscription: { ...POLICY, since: '2026-10-01T00:00:00Z' },
      week: '2026-W45',
      due: '2026-11-02T09:00:00Z',
      missed: [],
    },
  ])
  const eightDays = outage('2026-11-10T09:00:00Z')
  assert.deepEqual(
    eightDays.map(({ week, missed }) => ({ week, missed })),
    [{ week: '2026-W46', missed: [{ week: '2026-W45', due: '2026-11-02T09:00:00Z' }] }],
  )
  const fiveWeeks = outage('2026-12-01T09:00:00Z')
  assert.deepEqual(
    fiveWeeks.map(({ week, missed }) => [week, missed.map(({ week }) => week)]),
    [['2026-W49', ['2026-W48', '2026-W47', '2026-W46', '2026-W45']]],
  )
})

test('less than a day before the next digest, a missed one waits for it', () => {
  const journal = [run('2026-W47', '2026-11-16T09:00:00Z')]
  assert.deepEqual(weeks('2026-11-29T08:59:59Z', journal), ['2026-W48'])
  assert.deepEqual(weeks('2026-11-29T09:00:01Z', journal), [])
  const [next] = owed(at('2026-11-30T08:55:00Z'), [POLICY], journal)
  assert.equal(next?.week, '2026-W49')
  assert.deepEqual(next?.missed, [{ week: '2026-W48', due: '2026-11-23T09:00:00Z' }])
})

test('another weekday does not bring a second digest in the same week', () => {
  const journal = [run('2026-W49', '2026-11-30T09:00:00Z')]
  const friday: Subscription = {
    ...POLICY,
    weekly: { ...POLICY.weekly, weekday: 5 },
    since: '2026-11-30T12:00:00Z',
  }
  assert.deepEqual(weeks('2026-12-04T09:00:00Z', journal, friday), [])
  assert.deepEqual(weeks('2026-12-11T09:00:00Z', journal, friday), ['2026-W50'])
})

test('a clock that jumps ahead and back never brings a week twice, and does not silence the weeks between', () => {
  const journal = [
    run('2026-W48', '2026-11-23T09:00:00Z'),
    run('2026-W52', '2026-12-21T09:00:00Z'),
    run('2026-W51', '2026-12-14T09:00:00Z', 'skipped'),
  ]
  assert.deepEqual(weeks('2026-11-23T10:00:00Z', journal), [])
  assert.deepEqual(weeks('2026-11-30T09:00:00Z', journal), ['2026-W49'])
  assert.deepEqual(weeks('2026-12-21T09:00:00Z', journal), [])
})

test('a time that the clocks repeat or leave out comes once', () => {
  const night: Subscription = {
    ...POLICY,
    weekly: { weekday: 7, time: '01:30', zone: 'Europe/London' },
    since: '2026-01-01T00:00:00Z',
  }
  const due = (now: string) => owed(at(now), [night], []).map((one) => one.due)
  // 25 October 2026: 01:30 comes at 00:30 and at 01:30 UTC. 29 March 2026: 01:00 is followed by 02:00.
  assert.deepEqual(due('2026-10-25T00:30:00Z'), ['2026-10-25T00:30:00Z'])
  assert.deepEqual(due('2026-03-29T01:30:00Z'), ['2026-03-29T01:30:00Z'])
})

function weeks(now: string, journal: readonly Run[], subscription = POLICY): readonly string[] {
  return owed(at(now), [subscription], journal).map(({ week }) => week)
}

function at(moment: string): Temporal.Instant {
  return Temporal.Instant.from(moment)
}

function run(week: string, due: string, state: RunState = 'handed'): Run {
  return { workspace: 'T1', channel: 'C1', week, due, state, tries: 1 }
}
