import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createDesk } from '../../src/answers/desk.ts'
import { buildLibrary } from '../../src/library/library.ts'
import { read } from '../knowledge/folder-of.ts'
import { ids } from './on-record-folder.ts'

const DATES = 'checked: {on: 2026-11-20, by: Ana}\nadded: 2026-11-20\n'

const { knowledge, problems } = read({
  'places/b.yml': [
    'places:',
    '  - {id: E08000019, name: Sheffield, country: GB, lat: 53.4, lon: -1.5}',
    '  - {id: 2038120, name: Anshan, country: CN, lat: 41.1, lon: 123}',
    '',
  ].join('\n'),
  'decisions/a.yml': [
    `${DATES}decisions:`,
    '  - {id: february, place: Sheffield, body: Cabinet, on: 2022-02, decided: review, says: A., source: A}',
    '  - {id: tenth, place: Sheffield, body: Cabinet, on: 2022-03-10, decided: suspend, says: B., source: A}',
    '  - {id: march, place: Sheffield, body: Cabinet, on: 2022-03, decided: retain, says: C., source: A}',
    '  - {id: year, place: Sheffield, body: Cabinet, on: "2022", decided: renew, says: D., source: A}',
    '',
  ].join('\n'),
  'costs/a.yml': [
    `${DATES}costs:`,
    '  - {id: october, place: Sheffield, amount: "£900", period: 2017-10, was: spent, for: all, source: A}',
    '  - {id: councils-year, place: Sheffield, amount: "£400", period: 2010-11, was: spent, for: all, source: A}',
    '',
  ].join('\n'),
  'agreements/a.yml': [
    `${DATES}agreements:`,
    '  - {id: dortmund, place: Leeds, twin: "Dortmund, DE", form: agreement, signed: 2014-05-12, until: 2027-10, source: A}',
    '  - {id: anshan, place: Sheffield, twin: "Anshan, CN", form: agreement, signed: 2016, until: "2027", source: A}',
    '',
  ].join('\n'),
  'successors/a.yml': [
    `${DATES}successors:`,
    '  - {id: n, councils: [{name: Norwich City Council, code: E07000148}], ends: 2028-04, state: decided, source: A}',
    '  - {id: k, councils: [{name: Kettering Borough Council, code: E07000153}], ends: 2028-04-01, state: decided, source: A}',
    '',
  ].join('\n'),
})
assert.ok(knowledge, JSON.stringify(problems))
const library = buildLibrary(knowledge)
const ask = (question: string) => createDesk(library, () => '2026-12-01').answer(question)

test('decisions are those of the month or the day that is named, however it is written', () => {
  for (const [question, told] of [
    ['decisions of Sheffield in March 2022', ['march', 'tenth']],
    ['decisions of Sheffield March 2022', ['march', 'tenth']],
    ['what did Sheffield decide in February 2022', ['february']],
    ['decisions of Sheffield before March 2022', ['february']],
    ['decisions of Sheffield by March 2022', ['march', 'tenth', 'february']],
    ['decisions of Sheffield after February 2022', ['march', 'tenth']],
    ['decisions of Sheffield since March 2022', ['march', 'tenth']],
    ['decisions of Sheffield between January and February 2022', ['february']],
    ['decisions of Sheffield since January 2022 and before March 2022', ['february']],
    ['decisions of Sheffield taken on 10 March 2022', ['tenth']],
    ['decisions of Sheffield on the 10th of March 2022', ['tenth']],
    ['decisions of Sheffield on March 10, 2022', ['tenth']],
    ['decisions of Sheffield in 2022', ['year', 'march', 'tenth', 'february']],
  ] as const) {
    const answer = ask(question)
    assert.deepEqual(ids(answer), told, question)
    assert.ok(!answer.lead?.some((line) => line.startsWith('Passed over')), question)
    assert.deepEqual(ids(ask(answer.ask)), told, answer.ask)
  }
})

test('what is of the year and of no month is counted apart', () => {
  assert.ok(
    ask('decisions of Sheffield in March 2022').lead?.includes(
      '1 other decision may be of that time, too: its source prints only 2022.',
    ),
  )
  const { heading, lead = [], groups } = ask('decisions of Sheffield on 15 March 2022')
  assert.equal(heading, 'No decision on 15 March 2022 is recorded for Sheffield')
  assert.ok(
    lead.includes('2 other decisions may be of that time, too: their sources print only 2022 or March 2022.'),
    lead.join(' '),
  )
  assert.deepEqual(groups, [])
})

test('sums are those of the month, or of the year that is named as the one there is none of', () => {
  assert.equal(
    ask('costs of Sheffield in October 2017').heading,
    'Sheffield, in October 2017: 1 sum on record, as printed',
  )
  const june = ask('costs of Sheffield in June 2017')
  assert.equal(june.heading, 'No sum in June 2017 that a source prints is recorded for Sheffield')
  assert.ok(june.lead?.includes('2 sums are recorded of Sheffield otherwise: ask for all of them.'))
  assert.equal(
    ask('how much did Sheffield spend in 2019').heading,
    'No sum in 2019 that a source prints is recorded for Sheffield',
  )
  // A year of councils is no November.
  assert.ok(
    ask('costs of Sheffield in November 2010').lead?.includes(
      '1 other sum may be of that time, too: its source prints only 2010.',
    ),
  )
})

test('agreements are those signed in the month, and those that run out in it', () => {
  assert.deepEqual(ids(ask('agreements signed in May 2014')), ['dortmund'])
  assert.equal(
    ask('agreements signed in May 2014').heading,
    'All places, signed in May 2014: 1 agreement on record',
  )
  assert.equal(
    ask('agreements signed in June 2014').heading,
    'No agreement signed in June 2014 is recorded here',
  )
  const october = ask('agreements that run out in October 2027')
  assert.deepEqual(ids(october), ['dortmund'])
  assert.ok(
    october.lead?.includes('1 other agreement may be of that time, too: its source prints only 2027.'),
  )
  const march = ask('agreements that run out in March 2027')
  assert.equal(march.heading, 'No agreement that runs out in March 2027 is recorded here')
  assert.deepEqual(ids(ask('agreements that run out before October 2027')), [])
  assert.deepEqual(ids(ask('agreements that run out after September 2027')), ['dortmund'])
})

test('when links began is told by years, and the month is said to be passed over', () => {
  assert.ok(ask('links of Leeds since May 1949').lead?.includes('Passed over: “May”.'))
  assert.ok(ask('links that began in May 1949').lead?.includes('Passed over: “May”.'))
  assert.ok(ask('twins Leeds since 15 July 1949').lead?.includes('Passed over: “15 July”.'))
  assert.equal(ask('twins Leeds since May 1949').ask, ask('twins Leeds since 1949').ask)
})

test('of a council whose end has no day it is said where one asks for a day', () => {
  const of = (question: string) => ask(question).lead?.filter((line) => line.includes('the day is not'))
  const says = 'Of 1 of them the day is not recorded: sources print only April 2028.'
  assert.deepEqual(of('which councils end on 15 April 2028'), [says])
  assert.deepEqual(of('which councils end on 1 April 2028'), [says])
  assert.deepEqual(of('which councils end in April 2028'), [])
  assert.deepEqual(of('which councils end in 2028'), [])
})

test('councils are asked for before and after a month or a day as well', () => {
  for (const [question, heading] of [
    ['which councils end before May 2028', 'Councils that are to end before May 2028: 2 on record'],
    ['which councils end before 15 April 2028', 'Councils that are to end before 15 April 2028: 2 on record'],
    ['which councils end by April 2028', 'Councils that are to end by April 2028: 2 on record'],
    ['which councils end after March 2028', 'Councils that are to end after March 2028: 2 on record'],
    [
      'which councils end between May and June 2028',
      'No council recorded here ends between May 2028 and June 2028',
    ],
  ] as const)
    assert.equal(ask(question).heading, heading, question)
})
