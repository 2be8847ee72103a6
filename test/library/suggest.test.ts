import assert from 'node:assert/strict'
import { test } from 'node:test'
import { buildLibrary } from '../../src/library/library.ts'
import { CHECKED, DORTMUND, LEEDS, LILLE, SHEFFIELD, smallKnowledge, YORKSHIRE } from '../small-knowledge.ts'

const { suggest } = buildLibrary(
  smallKnowledge({
    places: [
      LEEDS,
      SHEFFIELD,
      DORTMUND,
      LILLE,
      { id: 'tyne', name: 'Newcastle upon Tyne' },
      { id: 'leek', name: 'Leek' },
    ],
    areas: [YORKSHIRE],
    links: [
      { place: LEEDS.id, twin: DORTMUND.id },
      { place: LEEDS.id, twin: LILLE.id },
    ],
    claims: [{ id: 'halls', says: 'Halls.', about: ['city halls', 'levelling up'] }],
    reports: [
      {
        report: 'council',
        command: 'nesta',
        word: 'nesta',
        title: 'Network Effects',
        summary: 'A report.',
        findings: [
          {
            id: 'one',
            title: 'Partnerships innovation',
            also: ['business'],
            says: 'Together.',
            source: 'council',
            checked: CHECKED,
            added: CHECKED.on,
          },
        ],
      },
    ],
  }),
)

test('what begins so comes first, with the most links before others, then words inside a name', () => {
  assert.deepEqual(suggest('le', 5), ['Leeds', 'levelling up', 'Leek'])
  assert.deepEqual(suggest('ty', 5), ['Newcastle upon Tyne'])
})

test('places, countries, areas, reports and topics are all suggested, also by other names', () => {
  assert.deepEqual(suggest('ger', 1), ['Germany'])
  assert.deepEqual(suggest('yorks', 1), ['Yorkshire and the Humber'])
  assert.deepEqual(suggest('nes', 1), ['nesta'])
  assert.deepEqual(suggest('busi', 1), ['Partnerships innovation'])
  assert.deepEqual(suggest('halls', 1), ['city halls'])
  assert.deepEqual(suggest('tremo', 1), ['Dortmund'])
})

test('of one kind only: places, or the topics of a report', () => {
  assert.deepEqual(suggest('le', 5, 'places'), ['Leeds', 'Leek'])
  assert.deepEqual(suggest('sheffeild', 3, 'places'), ['Sheffield'])
  assert.deepEqual(suggest('part', 3, { report: 'nesta' }), ['Partnerships innovation'])
  assert.deepEqual(suggest('le', 5, { report: 'nesta' }), [])
})

test('a near miss is suggested where nothing begins so', () => {
  assert.deepEqual(suggest('sheffeild', 3), ['Sheffield'])
  assert.deepEqual(suggest('dortmd', 3), ['Dortmund'])
})

test('nothing typed, or nothing like it, suggests nothing, and never more than asked for', () => {
  assert.deepEqual(suggest('', 5), [])
  assert.deepEqual(suggest('xyzzy', 5), [])
  assert.deepEqual(suggest('l', 0), [])
  assert.equal(suggest('l', 2).length, 2)
})
