import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Temporal } from 'temporal-polyfill'
import { compose } from '../../src/digest/compose.ts'
import { runningOut } from '../../src/digest/items/running-out.ts'
import type { Run } from '../../src/digest/schedule/run.ts'
import { buildLibrary } from '../../src/library/library.ts'
import { read } from '../knowledge/folder-of.ts'
import { told as wasTold } from './composed-week.ts'
import { POLICY } from './policy-channel.ts'

const DATES = 'checked: {on: 2026-01-20, by: Ana, every: 60}\nadded: 2026-01-20\n'
const { knowledge, problems } = read({
  'agreements/a.yml': `${DATES}agreements:\n  - {id: memo, place: Leeds, twin: "Dortmund, DE", source: A, form: memorandum, signed: 2021-02, review: 2027-06, until: 2027-02-10}\n`,
})
assert.ok(knowledge, JSON.stringify(problems))

test('of all weekly digests of a year, one says that an agreement runs out and one that it is to be reviewed, in time', () => {
  const library = buildLibrary(knowledge)
  const runs: Run[] = []
  const said: string[] = []
  for (let day = Temporal.PlainDate.from('2026-10-05'); day.year < 2028; day = day.add({ days: 7 })) {
    const moment = {
      week: `${day.yearOfWeek}-W${String(day.weekOfYear).padStart(2, '0')}`,
      due: `${day}T09:00:00Z`,
    }
    const content = compose(library, POLICY, { runs, gaps: [] }, moment)
    if (!content) continue
    runs.push({ ...wasTold(content.shown), ...moment })
    for (const { under, lead } of content.answer.groups)
      if (under === 'Agreements that run out') said.push(`${day}: ${lead}`)
  }
  assert.deepEqual(said, [
    '2026-11-16: It runs out on 10 February 2027.',
    '2027-04-05: It is to be reviewed by June 2027.',
  ])
})

test('that an agreement runs out is told once, three months ahead', () => {
  const told = (today: string, shown: readonly string[] = []) =>
    runningOut({ knowledge, today }, new Set(shown), new Set())
  assert.deepEqual(told('2026-11-09'), [])
  const [item] = told('2026-11-11')
  assert.equal(item?.group.lead, 'It runs out on 10 February 2027.')
  assert.deepEqual(told('2026-11-18', [item?.key ?? '']), [])
  assert.deepEqual(told('2027-02-11'), [])
})

test('an agreement until a month is told of up to the last day of that month, whichever it is', () => {
  for (const [until, last, after] of [
    ['2027-10', '2027-10-31', '2027-11-01'],
    ['2027-09', '2027-09-30', '2027-10-01'],
    ['2027-02', '2027-02-28', '2027-03-01'],
    ['2028-02', '2028-02-29', '2028-03-01'],
    ['2027', '2027-12-31', '2028-01-01'],
  ] as const) {
    const agreements = knowledge.agreements.map((one) => ({ ...one, until }))
    const told = (today: string): number =>
      runningOut({ knowledge: { ...knowledge, agreements }, today }, new Set(), new Set()).length
    assert.deepEqual([told(last), told(after)], [1, 0], until)
  }
})
