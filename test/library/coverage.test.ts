import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findingsOf } from '../../src/answer/answer.ts'
import { createDesk } from '../../src/answers/desk.ts'
import { coverageInWords, coverageOf, NO_AREAS } from '../../src/library/coverage.ts'
import { buildLibrary } from '../../src/library/library.ts'
import { linksOf } from '../../src/library/link.ts'
import {
  CHECKED,
  DORTMUND,
  KIRKLEES,
  LEEDS,
  LILLE,
  SHEFFIELD,
  smallKnowledge,
  TODAY,
  WEST_YORKSHIRE,
  YORKSHIRE,
} from '../small-knowledge.ts'

const OTLEY = {
  id: '2640857',
  name: 'Otley',
  within: ['E08000035'],
  region: 'E12000003',
  authority: 'E47000003',
}
const CALDERDALE = { id: 'E08000033', name: 'Calderdale', region: 'E12000003', authority: 'E47000003' }

const knowledge = smallKnowledge({
  places: [LEEDS, OTLEY, KIRKLEES, SHEFFIELD, DORTMUND, LILLE],
  areas: [YORKSHIRE, WEST_YORKSHIRE],
  links: [
    { place: OTLEY.id, twin: DORTMUND.id, on: '2024', since: '1969' },
    { place: OTLEY.id, twin: DORTMUND.id, on: '2012', since: '1970', source: 'list' },
    { place: SHEFFIELD.id, twin: LILLE.id, on: '2012' },
  ],
  sources: [{ id: 'list' }],
  looked: [{ place: KIRKLEES.id, on: CHECKED.on, in: ['list'], for: 'twin' }],
})
const exists = {
  ...NO_AREAS,
  councils: [LEEDS, KIRKLEES, SHEFFIELD, CALDERDALE].map((one) => ({ lat: 53, lon: -1, ...one })),
}
const covered = coverageOf(knowledge, linksOf(knowledge), exists, TODAY)
const desk = createDesk(buildLibrary(knowledge), () => TODAY, { exists: () => exists })

test('a council area is held with the towns in it, looked at in vain, or looked at by nobody', () => {
  const area = covered.find(({ id }) => id === WEST_YORKSHIRE.id)
  assert.deepEqual(area, {
    id: 'E47000003',
    name: 'West Yorkshire',
    kind: 'combined authority',
    councils: 3,
    held: 1,
    links: 1,
    statements: 2,
    sources: 2,
    differ: 1,
    old: 0,
    oldest: '2012',
    newest: '2024',
    checked: CHECKED.on,
    searched: ['Kirklees'],
    unseen: ['Calderdale'],
  })
})

test('a region says how much is held, how old it is, and where sources differ', () => {
  const [region] = covered
  assert.equal(
    region && coverageInWords(region),
    'Yorkshire and the Humber: 2 links in 3 statements from 2 sources; evidence of 2012 to 2024; sources differ on 1; ' +
      'of 1 the newest evidence is over five years old or undated; links of 2 of 4 council areas; nobody has looked at 1.',
  )
})

test('asked of an area in any of the ways people ask it, the answer names where nobody has looked', () => {
  const asked = ['coverage West Yorkshire', '/coverage of West Yorkshire', 'West Yorkshire coverage']
  const inWords = [
    'where has nobody looked in West Yorkshire?',
    'Which councils have you not looked at in west yorkshire',
  ]
  for (const question of [...asked, ...inWords]) {
    const answer = desk.answer(question)
    assert.equal(answer.heading, 'What is held of West Yorkshire', question)
    assert.ok(answer.lead?.includes('Nobody has looked: Calderdale.'), question)
    assert.ok(answer.lead?.includes('Somebody looked and found none: Kirklees.'), question)
    assert.equal(answer.query?.ask, 'coverage West Yorkshire')
    assert.deepEqual(findingsOf(answer), [])
  }
})

test('of what is no area, and of a place, coverage is not answered with that of another', () => {
  for (const question of ['coverage of Narnia', 'coverage Leeds', 'press coverage of West Yorkshire'])
    assert.doesNotMatch(desk.answer(question).heading, /^What is held of/, question)
})

test('help offers the coverage of every area that the folder knows, and each offer is answered', () => {
  const [list] = desk.answer('help').lists ?? []
  assert.deepEqual(
    list?.asks.map(({ ask }) => ask),
    ['coverage Yorkshire and the Humber', 'coverage West Yorkshire'],
  )
  for (const { ask, label } of list?.asks ?? [])
    assert.equal(desk.answer(ask).heading, `What is held of ${label}`)
})
