import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createDesk } from '../../src/answers/desk.ts'
import { readKnowledge } from '../../src/knowledge/read.ts'
import { buildLibrary } from '../../src/library/library.ts'
import { CLEAN, filesOf } from '../knowledge/folder-of.ts'

const DAY = '2028-04-01'

/** The folder as it is read, and asked, on a day. */
function asked(question: string, today: string) {
  const places =
    'places:\n  - {id: E07000148, name: Norwich, country: GB, lat: 52.6, lon: 1.3, until: 2028-04-01, into: E06000099}\n' +
    '  - {id: E06000099, name: Greater Norwich, country: GB, lat: 52.6, lon: 1.3}\n'
  const twinnings =
    'place: Norwich\nchecked: {on: 2026-11-20, by: Ana, every: 60}\nadded: 2026-11-20\ntwinnings:\n  - {twin: "Dortmund, DE", kind: twin, status: active, source: A}\n'
  const files = filesOf({ ...CLEAN, 'places/n.yml': places, 'twinnings/n.yml': twinnings })
  const { knowledge, problems } = readKnowledge(files, today)
  assert.ok(knowledge, JSON.stringify(problems))
  return createDesk(buildLibrary(knowledge), () => today).answer(question)
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
