import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Answer } from '../../src/answer/answer.ts'
import { TODAY } from '../knowledge/folder-of.ts'
import { ask, ids } from './on-record-folder.ts'

test('decisions are told of whom the question names, and of nobody else', () => {
  for (const question of [
    '/twins Sheffield decisions',
    'decisions of Sheffield',
    'what was decided by Sheffield',
  ])
    assert.deepEqual(ids(ask(question)), ['policy', 'halt', 'end', 'asked'], question)
  assert.deepEqual(ids(ask('decisions on Russia')), ['halt', 'asked'])
  assert.deepEqual(ids(ask('decisions on Anshan')), ['end'])
  assert.deepEqual(ids(ask('decisions on Ukraine')), ['open'])
  assert.equal(ask('decisions on Dortmund').heading, 'No decision is recorded for Dortmund, Germany')
})

test('who decided it, when and by what vote is one sentence, with what it does not know', () => {
  assert.equal(
    ask('who decided to end Anshan').direct?.sentence,
    'Sheffield – Anshan, China: ended by Policy Committee, on a day that the source does not print; vote: unanimous.',
  )
  assert.equal(
    ask('who suspended Volgograd').direct?.sentence,
    'Sheffield – Volgograd, Russia: suspended by Full Council, 10 March 2022; the vote is not recorded.',
  )
})

test('of a name that nobody knows no records are told, and those of all are a press away', () => {
  for (const [question, all] of [
    ['who decided to end Zorbville', 'twins decisions'],
    ['decision to suspend the link with Zorbville', 'twins decisions'],
    ['should we keep the Zorbville link', 'twins decisions'],
    ['what does twinning cost Zorbville', 'twins costs'],
    ['cost to Zorbville of its twin towns', 'twins costs'],
  ] as const) {
    const { heading, groups, table, next } = ask(question)
    assert.equal(heading, 'We know no place called “Zorbville”', question)
    assert.deepEqual([groups, table], [[], undefined], question)
    assert.equal(next[0]?.ask, all, question)
  }
  assert.deepEqual(ids(ask('twins decisions')).toSorted(), ['asked', 'end', 'halt', 'open', 'policy'])
})

test('a year beside decisions is theirs, and those without a day are counted', () => {
  const { lead = [], ...answer } = ask('/twins Sheffield decisions 2022')
  assert.deepEqual(ids(answer as Answer), ['halt', 'asked'])
  assert.ok(lead.includes('1 other decision has no day in the source.'), lead.join(' '))
})

test('a proposal stands apart, and says what came of it or that nothing is recorded', () => {
  const { groups } = ask('decisions on Russia')
  assert.deepEqual(
    groups.map(({ under }) => under),
    ['Decided', 'Proposed, and not decided'],
  )
  assert.match(
    groups[1]?.findings[0]?.says ?? '',
    /What came of it: suspended \(Full Council, 10 March 2022\)\./,
  )
  const [open] = ask('/twins Leeds decisions').groups
  assert.equal(open?.under, 'Proposed, and not decided')
  assert.match(open?.findings[0]?.says ?? '', /What came of the proposal is not recorded here\./)
  assert.equal(ask('/twins Leeds decisions').direct, undefined)
})

test('sums are shown as printed, a part under its whole, and never added', () => {
  const { heading, groups, lead = [] } = ask('what does twinning cost Sheffield')
  assert.equal(heading, 'Sheffield: 2 sums on record, as printed')
  assert.deepEqual(
    groups.map(({ findings }) => findings.map(({ id }) => id)),
    [['whole', 'part']],
  )
  assert.match(groups[0]?.findings[1]?.says ?? '', /A part of the £900 of 2015, not beside it\./)
  assert.match(
    lead.join(' '),
    /Nothing here is added up, averaged or estimated\..*Not all was spent: some is budgeted\./,
  )
  assert.equal(ask('what does Leeds spend on twinning').outcome, 'nothing')
})

test('where only sums for all links of a place are recorded, none is told for one of them, and they are offered', () => {
  const { outcome, lead = [], next } = ask('what did Sheffield spend on Anshan')
  assert.equal(outcome, 'nothing')
  assert.ok(lead.includes('2 sums are recorded of Sheffield otherwise: ask for all of them.'), lead.join(' '))
  assert.deepEqual(
    next.map(({ ask = '' }) => ask).filter((one) => one.endsWith(' costs')),
    ['twins Sheffield costs'],
  )
})

test('no council is called a successor before its day', () => {
  const says = (day: string) => ask("what happens to Norwich's links", day).direct?.sentence ?? ''
  assert.equal(
    says(TODAY),
    'Norwich City Council goes on today, and is to end on 1 April 2028, by a decision that was not yet law as of March 2026; Greater Norwich City is to follow.',
  )
  assert.equal(
    says('2028-04-02'),
    'Norwich City Council was to end on 1 April 2028, by a decision that was not yet law as of March 2026; Greater Norwich City was to follow. No source from after that day is recorded.',
  )
  assert.deepEqual(ask("what happens to Norwich's links").lead, [
    'What becomes of its links is not recorded.',
  ])
})

test('a council that is no place here is found by its own name and by that of its successor', () => {
  const ended =
    'Corby Borough Council ended on 1 April 2021; its area went to North Northamptonshire Council.'
  for (const question of ['who succeeded Corby', 'what became of Corby Borough Council'])
    assert.equal(ask(question).direct?.sentence, ended, question)
  assert.equal(
    ask('what happens to North Northamptonshire').direct?.sentence,
    'North Northamptonshire Council followed Corby Borough Council on 1 April 2021.',
  )
})

test('of an end without a day it is not said that it is still to come', () => {
  assert.equal(
    ask('what becomes of Waveney').direct?.sentence,
    'Waveney District Council was to end on a day that is not recorded, by a decision that was not yet law as of October 2018; East Suffolk Council was to follow. Whether that day has come is not recorded.',
  )
  assert.equal(
    ask('what happens to East Suffolk Council').direct?.sentence,
    'East Suffolk Council was to follow Waveney District Council. Whether that day has come is not recorded.',
  )
})

test('a consultation names no successor, nor does a proposal where an end was decided besides', () => {
  assert.match(
    ask('what becomes of Kettering').direct?.sentence ?? '',
    /is to end on 1 April 2028, .*; which council is to follow is not recorded\.$/,
  )
  assert.equal(
    ask('what becomes of Eastbourne').direct?.sentence,
    'Nothing decided is recorded of Eastbourne Borough Council: there was a consultation on its end.',
  )
})
