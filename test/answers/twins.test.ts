import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Answer, findingsOf } from '../../src/answer/answer.ts'
import { createDesk } from '../../src/answers/desk.ts'
import { buildLibrary } from '../../src/library/library.ts'
import {
  BOCHUM,
  DORTMUND,
  KIRKLEES,
  LEEDS,
  LILLE,
  SHEFFIELD,
  smallKnowledge,
  TODAY,
  WEST_YORKSHIRE,
  type World,
  YORKSHIRE,
} from '../small-knowledge.ts'

const WORLD: World = {
  places: [LEEDS, SHEFFIELD, KIRKLEES, DORTMUND, BOCHUM, LILLE],
  areas: [YORKSHIRE, WEST_YORKSHIRE],
  sources: [{ id: 'paper', author: [{ family: 'Smith' }], issued: '2018' }],
  links: [
    { place: LEEDS.id, twin: DORTMUND.id, since: '1969', on: '2021-02-12' },
    { place: LEEDS.id, twin: LILLE.id, since: '1968', status: 'listed' },
    { place: SHEFFIELD.id, twin: BOCHUM.id, since: '1950', status: 'ended', on: '2024' },
  ],
  exists: [{ id: '2855328', name: 'Passau', country: 'DE', admin: 'Bavaria', population: 50566, also: [] }],
}

test('a place shows each of its links once, with its own words for kind, start and status', () => {
  const answer = ask('twins Leeds')
  assert.equal(answer.outcome, 'found')
  assert.equal(answer.heading, 'Leeds: 2 links on record')
  assert.deepEqual(shown(answer), [
    'Reported active / Dortmund, Germany / Twin · since 1969 · active, as of 12 February 2021',
    'Named in a list / Lille, France / Twin · since 1968 · listed, undated',
  ])
})

test('either end of a link finds it', () => {
  assert.deepEqual(shown(ask('twins Dortmund')), [
    'Reported active / Leeds / Twin · since 1969 · active, as of 12 February 2021',
  ])
})

test('a place asked for in many ways is one place', () => {
  const ways = [
    'leeds ',
    'LEEDS',
    'Leeds City Council',
    'Twin cities of Leeds?',
    'City of Leeds',
    '  /twins   leeds',
  ]
  for (const way of ways) {
    const question = way.trim().startsWith('/') ? way : `twins ${way}`
    assert.deepEqual(shown(ask(question)), shown(ask('twins Leeds')), way)
  }
})

test('links reported active come before those in doubt, and these before ended ones, and an ended one says when', () => {
  const links = [
    { place: LEEDS.id, twin: BOCHUM.id, status: 'ended', on: '2024' },
    { place: LEEDS.id, twin: LILLE.id, status: 'active', on: '2020' },
    { place: LEEDS.id, twin: DORTMUND.id, status: 'suspended', on: '2022-02-25' },
  ] as const
  assert.deepEqual(shown(ask('twins Leeds', { ...WORLD, links })), [
    'Reported active / Lille, France / Twin · no exact start recorded · active, as of 2020',
    'In doubt / Dortmund, Germany / Twin · no exact start recorded · suspended, as of 25 February 2022',
    'Ended / Bochum, Germany / Twin · no exact start recorded · ended, as of 2024',
  ])
})

test('sources that differ are shown as differing, and nobody picks a winner', () => {
  const links = [
    { id: 'a', place: LEEDS.id, twin: DORTMUND.id, since: '1988', source: 'paper' },
    { id: 'b', place: LEEDS.id, twin: DORTMUND.id, since: '1989', kind: 'partner' },
  ]
  const answer = ask('twins Leeds', { ...WORLD, links })
  assert.equal(answer.groups.length, 1)
  assert.equal(
    answer.groups[0]?.lead,
    'Sources differ on the start: 1988, says Smith (2018); 1989, says Leeds City Council (no date). ' +
      'Sources differ on the kind: partner, says Leeds City Council (no date); twin, says Smith (2018).',
  )
  assert.deepEqual(
    findingsOf(answer).map(({ id }) => id),
    ['a', 'b'],
  )
})

test('the same year at different precision is no disagreement', () => {
  const links = [
    { place: LEEDS.id, twin: DORTMUND.id, since: '1980' },
    { place: LEEDS.id, twin: DORTMUND.id, since: '1980-10-25' },
  ]
  assert.equal(ask('twins Leeds', { ...WORLD, links }).groups[0]?.lead, undefined)
})

test('a region and a country group their links by UK place, and say in the title when a link does not stand', () => {
  const expected = [
    'Leeds / Dortmund, Germany / Twin · since 1969 · active, as of 12 February 2021',
    'Sheffield / Bochum, Germany (ended) / Twin · since 1950 · ended, as of 2024',
  ]
  assert.deepEqual(shown(ask('twins Germany')), expected)
  assert.deepEqual(shown(ask('twins Yorkshire')), [
    expected[0],
    'Leeds / Lille, France / Twin · since 1968 · listed, undated',
    expected[1],
  ])
})

test('two words combine: a place or region and a country', () => {
  assert.deepEqual(shown(ask('twins Leeds Germany')), [
    'Reported active / Dortmund, Germany / Twin · since 1969 · active, as of 12 February 2021',
  ])
  assert.deepEqual(shown(ask('twins West Yorkshire France')), [
    'Leeds / Lille, France / Twin · since 1968 · listed, undated',
  ])
})

test('two places ask for what they share', () => {
  const answer = ask('twins Leeds Sheffield')
  assert.equal(answer.heading, 'What Leeds and Sheffield have in common')
  assert.deepEqual(shown(answer), [
    'Same country: Germany / Leeds – Dortmund, Germany / Twin · since 1969 · active, as of 12 February 2021',
    'Same country: Germany / Sheffield – Bochum, Germany (ended) / Twin · since 1950 · ended, as of 2024',
  ])
})

test('a real place on which we hold nothing gets that, what was looked through, and no other place’s links', () => {
  const answer = ask('twins Passau')
  assert.equal(answer.outcome, 'nothing')
  assert.equal(answer.heading, 'We hold no links of Passau (Bavaria, Germany)')
  assert.deepEqual(answer.lead, [
    'It is a real place, but not one we have recorded links of.',
    'We looked through 3 statements from 1 source, last checked 24 November 2026. That there is none here does not mean that there is none.',
  ])
  assert.deepEqual(findingsOf(answer), [])
})

test('a town inside a district is not the district: it is offered, not answered', () => {
  const answer = ask('twins Huddersfield', {
    ...WORLD,
    links: [{ place: KIRKLEES.id, twin: DORTMUND.id }],
  })
  assert.equal(answer.outcome, 'suggest')
  assert.equal(answer.heading, '“Huddersfield” is in Kirklees')
  assert.deepEqual(answer.suggestions, [{ label: 'Kirklees', ask: 'twins Kirklees' }])
  assert.deepEqual(findingsOf(answer), [])
  const empty = ask('twins Huddersfield')
  assert.equal(empty.outcome, 'nothing')
  assert.deepEqual(empty.lead, ['We hold no links of Huddersfield itself, nor any of Kirklees.'])
})

test('where someone looked and found none, the answer says where and when', () => {
  const looked = [{ place: KIRKLEES.id, on: '2026-11-20', in: ['paper'], for: 'partner towns' }]
  assert.deepEqual(ask('twins Kirklees', { ...WORLD, looked }).lead, [
    'We looked for partner towns of Kirklees in Smith (2018) on 20 November 2026 and found none.',
  ])
})

test('a place nobody knows is said to be unknown, with examples that work', () => {
  const answer = ask('twins Xyzzyville')
  assert.equal(answer.outcome, 'unknown')
  assert.equal(answer.heading, 'We know no place called “Xyzzyville”')
  for (const { ask: example } of answer.next) assert.equal(ask(example ?? '').outcome, 'found', example)
})

test('a check of a source over a year old is said to be overdue', () => {
  const links = [{ place: LEEDS.id, twin: DORTMUND.id, checked: { on: '2025-09-20', by: 'a reader' } }]
  assert.equal(
    findingsOf(ask('twins Leeds', { ...WORLD, links }))[0]?.cite.overdue,
    'last checked 14 months ago',
  )
})

function ask(question: string, world = WORLD): Answer {
  return createDesk(buildLibrary(smallKnowledge(world)), () => TODAY).answer(question)
}

/** `heading / title / our words` of every finding. */
function shown(answer: Answer): readonly string[] {
  return answer.groups.flatMap(({ under, title, findings }) =>
    findings.map(({ says }) => `${under} / ${title} / ${says}`),
  )
}
