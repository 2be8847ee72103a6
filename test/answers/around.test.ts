import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createDesk } from '../../src/answers/desk.ts'
import { buildLibrary } from '../../src/library/library.ts'
import { DORTMUND, LEEDS, smallKnowledge, TODAY, YORKSHIRE } from '../small-knowledge.ts'

const knowledge = smallKnowledge({
  places: [
    { ...LEEDS, within: [] },
    DORTMUND,
    { id: 'E06000047', name: 'County Durham' },
    { id: '2650628', name: 'Durham', within: ['E06000047'] },
    { id: 'E06000021', name: 'Stoke-on-Trent' },
    { id: '543878', name: 'Kostroma', country: 'RU' },
    { id: 'E07000239', name: 'Berwick' },
    { id: '2634221', name: 'Wick' },
  ],
  areas: [YORKSHIRE],
  links: [
    { place: LEEDS.id, twin: DORTMUND.id },
    { place: 'E06000047', twin: '543878', status: 'ended', on: '2022-03' },
    { place: '2634221', twin: DORTMUND.id },
    { place: 'E07000239', twin: DORTMUND.id },
    { place: 'E06000021', twin: DORTMUND.id },
  ],
  exists: [{ id: '7', name: 'Stoke', country: 'GB', admin: 'Cheshire', population: 500, also: [] }],
})
const desk = createDesk(buildLibrary(knowledge), () => TODAY)

test('a town without a link leads to that of the council area around it', () => {
  const { heading, lead, next } = desk.answer('Durham Kostroma')
  assert.equal(heading, 'We hold no link between Durham and Kostroma, Russia')
  assert.deepEqual(lead, [
    'A link is recorded between County Durham, in which Durham lies, and Kostroma, Russia.',
  ])
  assert.equal(next[0]?.ask, 'twins County Durham Kostroma, Russia')
})

test('beside a place that exists, what we hold under a name that begins with its own is a choice', () => {
  const { heading, lead = [], suggestions } = desk.answer('twins Stoke')
  assert.equal(heading, 'Which “Stoke” do you mean?')
  assert.match(lead[0] ?? '', /^It may also be Stoke \(/)
  assert.equal(suggestions[0]?.label, 'Stoke-on-Trent')
})

test('how the area around a place was read is said as well', () => {
  const { heading, lead } = desk.answer('twins Yorkshpire and the Humber Leeds')
  assert.equal(heading, 'Leeds: 1 link on record')
  assert.equal(lead?.[0], 'Read as Yorkshire and the Humber (you wrote “Yorkshpire and the Humber”).')
})

test('a letter that became a space leaves a choice, though what is left is another name', () => {
  const { heading, suggestions } = desk.answer('twins Be wick')
  assert.equal(heading, 'We know no place called “Be wick”. Did you mean one of these?')
  assert.deepEqual(
    suggestions.map(({ label }) => label),
    ['Berwick', 'Wick'],
  )
})

test('a council that was added is the town of its name, by id, and none of its namesakes', () => {
  const norwich = { id: 'E07000148', name: 'Norwich', town: '2641181' }
  const known = { name: 'Norwich', population: 150_000, also: [] }
  const folder = smallKnowledge({
    places: [norwich, DORTMUND],
    links: [{ place: norwich.id, twin: DORTMUND.id }],
    exists: [
      { ...known, id: '2641181', country: 'GB', admin: 'Norfolk' },
      { ...known, id: '4839843', country: 'US', admin: 'Connecticut' },
    ],
  })
  const { heading, note = '' } = createDesk(buildLibrary(folder), () => TODAY).answer('twins Norwich')
  assert.equal(heading, 'Norwich: 1 link on record')
  assert.match(note, /we hold nothing on Norwich in Connecticut/)
  assert.doesNotMatch(note, /Norfolk/)
})
