import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findingsOf } from '../../src/answer/answer.ts'
import { createDesk } from '../../src/answers/desk.ts'
import { editionOf } from '../../src/digest/edition.ts'
import { buildLibrary } from '../../src/library/library.ts'
import { read } from '../knowledge/folder-of.ts'

const { knowledge, problems } = read({
  'notices/a.yml': [
    'checked: {on: 2026-11-20, by: Ana}\nadded: 2026-11-20\nnotices:',
    '  - {id: here, place: Leeds, country: FR, says: A partner for trams, until: 2026-12-31, contact: twinning@leeds.example, source: A}',
    '  - {id: there, place: "Dortmund, DE", says: A partner for choirs, until: 2027-03-01, source: A}',
    '  - {id: alone, place: Norwich, says: A first partner, until: 2026-12-31, source: A}',
    '',
  ].join('\n'),
  'places/n.yml': 'places:\n  - {id: E07000148, name: Norwich, country: GB, lat: 52.6, lon: 1.3}\n',
})
assert.ok(knowledge, JSON.stringify(problems))
const library = buildLibrary(knowledge)
const ids = (question: string, today: string) =>
  findingsOf(createDesk(library, () => today).answer(question)).map(({ id }) => id)

test('who seeks a partner is told on every day up to the last, the first to end first', () => {
  for (const asked of ['notices', 'who seeks a partner', 'which towns are looking for a twin'])
    for (const [day, wanted] of [
      ['2026-12-31', ['here', 'alone', 'there']],
      ['2027-01-01', ['there']],
      ['2027-03-01', ['there']],
      ['2027-03-02', []],
    ] as const)
      assert.deepEqual(ids(asked, day), wanted, `${asked} on ${day}`)
})

test('of one place, or of the country from which or in which one is sought', () => {
  for (const [asked, wanted] of [
    ['notices Leeds', ['here']],
    ['who seeks a partner in Germany', ['there']],
    ['who seeks a partner in France', ['here']],
  ] as const)
    assert.deepEqual(ids(asked, '2026-12-01'), wanted, asked)
})

test('a notice that has ended is shown to nobody, however it is asked for', () => {
  const after = '2027-03-02'
  for (const asked of [
    'notices',
    'notices Leeds',
    'ask trams',
    'ask choirs',
    'ask Leeds',
    'twins Leeds',
    'who seeks a partner for choirs',
  ])
    assert.deepEqual(
      ids(asked, after).filter((id) => ['alone', 'here', 'there'].includes(id)),
      [],
      asked,
    )
  assert.deepEqual(
    Object.keys(editionOf(knowledge).records).filter((id) => ['alone', 'here', 'there'].includes(id)),
    [],
  )
  assert.equal(createDesk(library, () => after).answer('notices').outcome, 'nothing')
})

test('the answer for a place says in a line that it seeks a partner, up to the last day, and opens what is sought', () => {
  const asked = (question: string, today: string) => createDesk(library, () => today).answer(question)
  const line = 'Leeds seeks a partner in France, says A page (no date); shown until 31 December 2026.'
  const answer = asked('twins Leeds', '2026-12-31')
  const [said] = answer.lead?.filter((one) => one.includes('seeks a partner')) ?? []
  assert.equal(said, line)
  const open = answer.next.find(({ label }) => label === 'What is sought')
  assert.deepEqual(ids(open?.ask ?? '', '2026-12-31'), ['here'])
  for (const [question, day] of [
    ['twins Leeds', '2027-01-01'],
    ['twins Lille', '2026-12-31'],
    ['twins Leeds Dortmund', '2026-12-31'],
  ] as const)
    assert.ok(!asked(question, day).lead?.some((one) => one.includes('seeks a partner')), question)
  const nothing = asked('twins Norwich', '2026-12-31')
  assert.equal(nothing.outcome, 'nothing')
  assert.ok(nothing.lead?.join(' ').includes('Norwich seeks a partner, says A page'))
  assert.match(asked('twins Dortmund', '2026-12-31').lead?.join() ?? '', /Dortmund seeks a partner, says/)
})
