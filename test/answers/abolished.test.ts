import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createDesk } from '../../src/answers/desk.ts'
import { onDay } from '../../src/knowledge/dates.ts'
import { readKnowledge } from '../../src/knowledge/read.ts'
import type { Knowledge } from '../../src/knowledge/records.ts'
import { buildLibrary } from '../../src/library/library.ts'
import { liveDesk } from '../../src/serve/live-desk.ts'
import { createLog } from '../../src/serve/serve.ts'
import { CLEAN, filesOf } from '../knowledge/folder-of.ts'
import { REAL_FOLDER } from '../real-folder.ts'

const DAY = '2028-04-01'

/** The folder as it is read on a day. */
function readOn(today: string): Knowledge {
  const places =
    'places:\n  - {id: E07000148, name: Norwich, country: GB, lat: 52.6, lon: 1.3, until: 2028-04-01, into: E06000099}\n' +
    '  - {id: E06000099, name: Greater Norwich, country: GB, lat: 52.6, lon: 1.3, until: 2029-04-01, into: E06000100}\n' +
    '  - {id: E06000100, name: Norfolk, country: GB, lat: 52.6, lon: 1.3}\n' +
    '  - {id: 2641181, name: Catton, country: GB, within: E07000148, lat: 52.6, lon: 1.3}\n'
  const twinnings =
    'place: Norwich\nchecked: {on: 2026-11-20, by: Ana, every: 60}\nadded: 2026-11-20\ntwinnings:\n  - {twin: "Dortmund, DE", kind: twin, status: active, source: A}\n'
  const files = filesOf({ ...CLEAN, 'places/n.yml': places, 'twinnings/n.yml': twinnings })
  const { knowledge, problems } = readKnowledge(files, today)
  assert.ok(knowledge, JSON.stringify(problems))
  return knowledge
}

function asked(question: string, today: string) {
  return createDesk(buildLibrary(readOn(today)), () => today).answer(question)
}

test('a council is another’s from its day on, and said to be abolished in the tense of the day', () => {
  for (const [day, says, links] of [
    ['2028-03-31', /is to be abolished on 1 April 2028; its area is then to be in Greater Norwich\./, 0],
    [DAY, /was abolished on 1 April 2028; its area is now in Greater Norwich\./, 1],
    ['2028-04-02', /was abolished on 1 April 2028/, 1],
  ] as const) {
    assert.match(asked('twins Norwich', day).lead?.join(' ') ?? '', says, day)
    assert.equal(asked('twins Greater Norwich', day).table?.rows.length ?? 0, links, day)
  }
})

test('what was read on any day is on any later one what would be read then', () => {
  const days = ['2028-03-31', DAY, '2029-03-31', '2029-04-01', '2030-01-01']
  for (const [at, read] of days.entries())
    for (const today of days.slice(at))
      assert.deepEqual(onDay(readOn(read), today).places, readOn(today).places, `${read}, then ${today}`)
})

test('while a desk serves, links are the successor’s in the first answer of its day, with no edit of the folder', (t) => {
  let today = '2028-03-31'
  const live = liveDesk(REAL_FOLDER, readOn(today), () => today, createLog('silent'))
  t.after(live.close)
  const rows = (question: string) => live.desk.answer(question).table?.rows.length ?? 0
  assert.equal(rows('twins Greater Norwich'), 0)
  const library = live.library()
  today = DAY
  assert.equal(rows('twins Greater Norwich'), 1)
  assert.notEqual(live.library(), library)
  const after = live.library()
  today = '2028-04-02'
  assert.equal(rows('twins Greater Norwich'), 1)
  assert.equal(live.library(), after, 'a day on which nothing passes makes nothing anew')
})
