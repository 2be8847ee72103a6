import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createDesk } from '../../src/answers/desk.ts'
import { buildLibrary } from '../../src/library/library.ts'
import {
  DORTMUND,
  KIRKLEES,
  LEEDS,
  LILLE,
  SHEFFIELD,
  smallKnowledge,
  TODAY,
  YORKSHIRE,
} from '../small-knowledge.ts'

const HERE = { lat: 53.7, lon: -1.7 }
const HERE_TOO = { lat: '53.7', lon: '-1.7' }
const FAR = { lat: 51.5, lon: -0.1 }

const { answer } = createDesk(
  buildLibrary(
    smallKnowledge({
      places: [
        { ...LEEDS, lat: 53.8, lon: -1.5 },
        { ...SHEFFIELD, lat: 53.4, lon: -1.5 },
        { id: 'london', name: 'Southport', ...FAR },
        { ...KIRKLEES, ...HERE },
        DORTMUND,
        LILLE,
      ],
      areas: [YORKSHIRE],
      exists: [
        { id: '1', name: 'Selby', country: 'GB', admin: YORKSHIRE.name, population: 1, also: [] },
        { id: '2', name: 'Rotherham', country: 'GB', population: 1, also: [] },
        { id: 'E08', name: 'Calderdale', country: 'GB', population: 0, also: [] },
        { id: '3', name: 'Reims', country: 'FR', population: 1, also: [] },
      ],
      links: [
        { place: LEEDS.id, twin: DORTMUND.id, since: '1969' },
        { place: LEEDS.id, twin: LILLE.id, since: '1968' },
        { place: LEEDS.id, twin: LILLE.id, since: '1970' },
        { place: LEEDS.id, twin: LILLE.id },
        { place: SHEFFIELD.id, twin: DORTMUND.id, status: 'ended' },
        { place: 'london', twin: LILLE.id },
      ],
    }),
  ),
  () => TODAY,
  {
    exists: () => ({
      areas: [],
      councils: [{ id: 'E08', name: 'Calderdale', nation: 'E92', lat: '53.7', lon: '-1.9' }],
      byId: (id) => ({ '2': { lat: '53.4', lon: '-1.4' }, '3': HERE_TOO })[id],
    }),
  },
)

const asks = (question: string) => answer(question).next.map(({ ask }) => ask)

test('what follows leads to most evidence, to what ended, and to others of the same country', () => {
  assert.deepEqual(asks('twins Leeds'), ['twins Leeds Lille', 'twins Germany', 'twins Lille'])
  assert.deepEqual(asks('twins Dortmund'), ['twins Dortmund, Germany ended', 'twins Germany', 'twins Leeds'])
  for (const question of ['twins Leeds', 'twins Dortmund', 'twins Leeds Lille'])
    for (const ask of asks(question)) assert.equal(answer(ask ?? '').outcome, 'found', ask)
})

test('a place without links leads to those near by', () => {
  assert.equal(answer('twins Kirklees').outcome, 'nothing')
  assert.deepEqual(asks('twins Kirklees'), ['twins Leeds', 'twins Sheffield', 'twins Southport'])
  assert.equal(answer('twins Kirklees').next[0]?.label, 'Near by: Leeds')
})

test('a place that exists and is not held leads to those near by, in the UK only', () => {
  const near = (question: string) =>
    answer(question).next.flatMap(({ label }) => (label.startsWith('Near by: ') ? label.slice(9) : []))
  assert.deepEqual(near('twins Rotherham'), ['Sheffield', 'Leeds', 'Southport'])
  assert.deepEqual(near('twins Calderdale'), ['Leeds', 'Sheffield', 'Southport'])
  assert.deepEqual(near('twins Reims'), [])
})

test('a place that is not held leads to the links of what it lies in, and to the places there that have most', () => {
  const { outcome, next } = answer('twins Selby')
  assert.equal(outcome, 'nothing')
  assert.deepEqual(
    next.map(({ label }) => label),
    [
      'Links of Yorkshire and the Humber',
      'In Yorkshire and the Humber: Leeds',
      'In Yorkshire and the Humber: Sheffield',
      'Twins of Southport',
    ],
  )
})
