import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Answer } from '../../src/answer/answer.ts'
import { cutTo, type Gap, gapIn, gapsInWords, keyOf, namedGaps } from '../../src/digest/items/gap.ts'
import { buildLibrary } from '../../src/library/library.ts'
import { LEEDS, LILLE, smallKnowledge } from '../small-knowledge.ts'

const NORWICH = {
  id: '2641181',
  name: 'Norwich',
  country: 'GB',
  admin: 'England',
  population: 200_000,
  also: [],
}
const LINCOLN = {
  id: '5072006',
  name: 'Lincoln',
  country: 'US',
  admin: 'Nebraska',
  population: 258_000,
  also: [],
}
const LIBRARY = buildLibrary(
  smallKnowledge({
    places: [LEEDS, LILLE],
    links: [{ place: LEEDS.id, twin: LILLE.id }],
    claims: [{ id: 'c', says: 'Schools keep links alive.', about: ['Schools'] }],
    exists: [NORWICH, LINCOLN],
  }),
)

const place = (id: string, count: number, days = 2): Gap => ({
  about: { is: 'place', id },
  count,
  days,
  last: '2026-11-24',
})
const topic = (id: string, count: number, days = 2): Gap => ({
  about: { is: 'topic', id },
  count,
  days,
  last: '2026-11-24',
})
const said = (...gaps: readonly Gap[]) => gapsInWords(namedGaps(gaps, LIBRARY))

test('a place that exists and is not held is named, once it was asked for on two days', () => {
  assert.deepEqual(said(place(NORWICH.id, 4)), ['Asked for and not held: Norwich, 4 times.'])
  assert.deepEqual(said(place(NORWICH.id, 4, 1)), ['4 questions found no answer.'])
})

test('a place abroad is named with its whereabouts, for there are namesakes', () => {
  assert.deepEqual(said(place(LINCOLN.id, 2)), [
    'Asked for and not held: Lincoln (Nebraska, United States), twice.',
  ])
})

test('a place that the folder holds by now is said to be missing no more', () => {
  assert.deepEqual(said(place(LILLE.id, 3), place(LEEDS.id, 3)), ['6 questions found no answer.'])
})

test('a topic is named as the folder names it', () => {
  assert.deepEqual(said(topic('schools', 2), place(NORWICH.id, 3)), [
    'Asked for and not held: Norwich, 3 times.',
    'Asked about without an answer: Schools, twice.',
  ])
})

test('what neither the folder nor the list of places knows is a number, whatever lies in the store', () => {
  const strange = [topic('jane doe is made redundant', 9, 9), place('jane doe', 8, 8), place('GBX', 1)]
  assert.deepEqual(said(...strange, { count: 3, days: 3, last: '2026-11-24' }), [
    '21 questions found no answer.',
  ])
})

test('what is left out of a short list is among the others: the sum stays', () => {
  const gaps = namedGaps([place(NORWICH.id, 4), topic('schools', 2), place(LINCOLN.id, 3)], LIBRARY)
  const cut = cutTo(1, { ...gaps, others: 10 })
  assert.deepEqual(gapsInWords(cut), [
    'Asked for and not held: Norwich, 4 times.',
    '15 other questions found no answer.',
  ])
})

test('of an answer the first subject is remembered, by its id; of one that is no miss, nothing', () => {
  const [kind, command] = ['knowledge', 'twins'] as const
  const parts = { ask: 'x', heading: 'x', groups: [], suggestions: [], next: [] }
  const answer: Answer = { outcome: 'nothing', kind, command, ...parts }
  assert.equal(gapIn(answer), undefined)
  assert.deepEqual(gapIn({ ...answer, missing: [] }), {})
  const subject = { is: 'place', id: NORWICH.id, name: 'Norwich' } as const
  assert.deepEqual(gapIn({ ...answer, missing: [subject] }), { about: { is: 'place', id: NORWICH.id } })
  assert.deepEqual(keyOf([]), {})
})
