import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createDesk } from '../../src/answers/desk.ts'
import { buildLibrary } from '../../src/library/library.ts'
import { mapOf } from '../../src/map/drawing.ts'
import { BOCHUM, DORTMUND, LEEDS, SHEFFIELD, smallKnowledge, TODAY } from '../small-knowledge.ts'

const knowledge = smallKnowledge({
  places: [
    { ...LEEDS, lat: 53.8, lon: -1.5 },
    { ...SHEFFIELD, lat: 53.4, lon: -1.5 },
    { ...DORTMUND, lat: 51.5, lon: 7.5 },
    { ...BOCHUM, lat: 51.4, lon: 7.2 },
  ],
  links: [
    { place: LEEDS.id, twin: DORTMUND.id, status: 'active', on: '2021' },
    { place: LEEDS.id, twin: DORTMUND.id, status: 'listed', on: '2015' },
    { place: SHEFFIELD.id, twin: BOCHUM.id, status: 'suspended', on: '2020' },
  ],
  claims: [{ id: 'c1', says: 'Cities learn from each other.', about: ['learning'] }],
})
const desk = createDesk(buildLibrary(knowledge), () => TODAY)

const leeds = { name: 'Leeds', country: 'United Kingdom', code: 'GB', lat: 53.8, lon: -1.5 }
const dortmund = { name: 'Dortmund', country: 'Germany', code: 'DE', lat: 51.5, lon: 7.5 }

test('an answer about one place is drawn with each of its links once', () => {
  const answer = desk.answer('twins Leeds')
  assert.deepEqual(mapOf(answer, knowledge), {
    title: answer.heading,
    links: [{ from: leeds, to: dortmund, standing: 'active' }],
  })
})

test('asked from the other end, the line still starts at the UK place', () => {
  assert.deepEqual(mapOf(desk.answer('twins Dortmund'), knowledge)?.links, [
    { from: leeds, to: dortmund, standing: 'active' },
  ])
})

test('a suspended link is drawn as in doubt and keeps its word', () => {
  const [link] = mapOf(desk.answer('twins Sheffield'), knowledge)?.links ?? []
  assert.deepEqual([link?.to.name, link?.standing, link?.word], ['Bochum', 'doubt', 'suspended'])
})

test('an answer that is no list of links has no map', () => {
  for (const question of ['help', 'ask cities learn', 'twins Nowhere', 'twins']) {
    assert.equal(mapOf(desk.answer(question), knowledge), undefined)
  }
})
