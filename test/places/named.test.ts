import assert from 'node:assert/strict'
import { test } from 'node:test'
import { buildLibrary } from '../../src/library/library.ts'
import { DORTMUND, LEEDS, smallKnowledge, YORKSHIRE } from '../small-knowledge.ts'

const { named } = buildLibrary(
  smallKnowledge({
    places: [
      LEEDS,
      DORTMUND,
      { id: 'york', name: 'York' },
      { id: 'bath', name: 'Bath' },
      { id: 'derby', name: 'Derby' },
      { id: 'bradford', name: 'Bradford' },
      { id: 'tyne', name: 'Newcastle upon Tyne', also: ['Newcastle'] },
      { id: 'nsw', name: 'Newcastle (NSW)', country: 'AU' },
    ],
    areas: [YORKSHIRE],
    exists: [
      { id: 'ny', name: 'New York City', country: 'US', population: 8_800_000, also: ['New York'] },
      { id: 'boa', name: 'Bradford-on-Avon', country: 'GB', population: 9_000, also: [] },
    ],
  }),
)
const namesIn = (text: string) => named(text).map(({ typed }) => typed)

test('places are named anywhere in running words, in any case', () => {
  assert.deepEqual(namesIn('what do universities in leeds and Dortmund do together?'), ['leeds', 'Dortmund'])
  assert.deepEqual(namesIn('Yorkshire and its partners in Germany'), ['Yorkshire', 'Germany'])
})

test('a part of a longer name names nothing', () => {
  assert.deepEqual(namesIn('offices in New York'), [])
  assert.deepEqual(namesIn('schools in Bradford on Avon'), [])
})

test('a word that is also a place is a place only where it is written like one', () => {
  assert.deepEqual(namesIn('the city of Bath'), ['Bath'])
  assert.deepEqual(namesIn('a bath for everyone'), [])
  // A word that few use is rather the place.
  assert.deepEqual(namesIn('universities in derby'), ['derby'])
})

test('a name that two places bear names neither, and a misspelled one names none', () => {
  assert.deepEqual(namesIn('networks of Newcastle'), [])
  assert.deepEqual(namesIn('networks of Dortmnd'), [])
})
