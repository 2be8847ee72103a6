import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createDesk } from '../../src/answers/desk.ts'
import { buildLibrary } from '../../src/library/library.ts'
import { read, TODAY } from '../knowledge/folder-of.ts'
import { ask, ids } from './on-record-folder.ts'

const DATES = 'checked: {on: 2026-11-20, by: Ana}\nadded: 2026-11-20\n'
const { knowledge, problems } = read({
  'places/b.yml': [
    'places:',
    '  - {id: 2998324, name: Lille, country: FR, lat: 50.6, lon: 3}',
    '  - {id: 2934246, name: Siegen, country: DE, lat: 50.9, lon: 8}',
    '',
  ].join('\n'),
  'twinnings/more.yml': [
    `place: Leeds\n${DATES}twinnings:`,
    '  - {twin: "Lille, FR", kind: twin, status: listed, source: A, held: association, dissolved: undated}',
    '  - {twin: "Siegen, DE", kind: twin, status: listed, source: A, held: association}',
    '',
  ].join('\n'),
  'costs/a.yml': `${DATES}costs:\n  - {id: sum, place: Leeds, amount: "£900", period: 2015, was: spent, for: all, source: A}\n`,
  'decisions/a.yml': `${DATES}decisions:\n  - {id: over, place: Leeds, twin: "Siegen, DE", body: Council, decided: hand over, says: Handed over., source: A}\n`,
})
assert.ok(knowledge, JSON.stringify(problems))
const desk = createDesk(buildLibrary(knowledge), () => TODAY)
const lead = (question: string) => desk.answer(question).lead?.join(' ') ?? ''

test('who holds the links is told wherever it is asked who pays, of one or of several', () => {
  for (const question of [
    'council, mayor or association: who pays in Leeds',
    'who pays for twinning in Leeds',
  ])
    assert.match(
      lead(question),
      /Of 3 links, 2 held by an association; who holds the others is not recorded\./,
    )
  assert.match(lead('who pays for Leeds Siegen'), /The link is held by an association/)
})

test('no average is computed: sums stand as they are printed', () => {
  const { heading } = desk.answer('average cost of a twinning')
  assert.equal(heading, 'All places: 1 sum on record, as printed')
  assert.match(lead('average cost of a twinning'), /Nothing here is added up, averaged or estimated\./)
})

test('links whose association was dissolved are asked for by that', () => {
  for (const question of [
    'which twinning associations have been wound up?',
    'which associations were dissolved',
    'twins Leeds association dissolved',
  ]) {
    const { ask, table } = desk.answer(question)
    assert.deepEqual(
      table?.rows.map(({ twin }) => twin),
      ['Lille'],
      question,
    )
    assert.match(ask, /association dissolved$/)
  }
})

test('what was handed over is asked of the decisions, of a place and of all', () => {
  for (const question of [
    'links of Leeds handed over to an association',
    'which links were handed over',
    'which links have been passed on to an association',
  ]) {
    const { groups } = desk.answer(question)
    assert.deepEqual(
      groups.map(({ findings }) => findings[0]?.id),
      ['over'],
      question,
    )
  }
})

test('links that a place gave up are asked for as what it gave up, and ended links by their state', () => {
  for (const question of ['links that Sheffield relinquished', 'links Sheffield gave up'])
    assert.deepEqual(ids(ask(question)), ids(ask('what did Sheffield relinquish')), question)
  assert.equal(ask('links Leeds ended').ask, 'twins Leeds ended')
  assert.equal(ask('links Leeds established in 1969').ask, 'twins Leeds in 1969')
})
