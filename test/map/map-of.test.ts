import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createDesk } from '../../src/answers/desk.ts'
import { pictureName } from '../../src/chat/core/own-addresses.ts'
import { buildLibrary } from '../../src/library/library.ts'
import { drawMap } from '../../src/map/draw-map.ts'
import { mapOf } from '../../src/map/map-of.ts'
import { BOCHUM, DORTMUND, LEEDS, SHEFFIELD, smallKnowledge, TODAY } from '../small-knowledge.ts'
import { water } from './samples.ts'

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

test('under the map of one link that is told whole stands what happened on it, and of no other answer', () => {
  const answer = desk.answer('twins Leeds Dortmund')
  const drawing = mapOf(answer, knowledge)
  assert.ok(drawing)
  assert.deepEqual(drawing.timeline, [
    { day: '2015', what: 'named in a list' },
    { day: '2021', what: 'reported active' },
  ])
  const { svg, alt, height } = drawMap(drawing, water)
  assert.match(alt, /^Map and timeline\. .* Timeline\. 2015: named in a list; 2021: reported active\.$/)
  for (const words of ['Timeline', '2015', 'named in a list', '2021', 'reported active'])
    assert.ok(svg.includes(`>${words}</text>`), words)
  const without = drawMap({ ...drawing, timeline: [] }, water)
  assert.ok(without.height < height)
  assert.match(without.alt, /^Map\. /)
  for (const question of ['twins Leeds', 'when did Leeds and Dortmund begin', 'twins Germany'])
    assert.equal(mapOf(desk.answer(question), knowledge)?.timeline, undefined, question)
  assert.deepEqual(
    [pictureName(answer), pictureName(desk.answer('twins Leeds'))],
    ['Map and timeline', 'Map'],
  )
})

test('a timeline keeps to its picture, however long what happened is, and its words to what a chat takes', () => {
  const drawing = mapOf(desk.answer('twins Leeds Dortmund'), knowledge)
  assert.ok(drawing)
  const timeline = Array.from({ length: 60 }, (_, at) => ({
    day: `${1900 + at}-09-24`,
    what: `the links of both towns and of all that lies in them: ${'reviewed '.repeat(20)}`,
  }))
  for (const width of [320, 640]) {
    const { svg, alt } = drawMap({ ...drawing, timeline, width }, water)
    assert.ok([...alt].length <= 2000)
    for (const [, x, length] of svg.matchAll(/<text x="([\d.]+)"[^>]*textLength="([\d.]+)"/g))
      assert.ok(Number(x) >= 0 && Number(x) + Number(length) <= width, `${x} ${length}`)
  }
})
