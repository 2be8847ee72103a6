import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createSearch } from '../../src/search/create-search.ts'

const { answer } = createSearch([
  { id: 'codford', title: 'Codford', weight: 800 },
  { id: 'oxford', title: 'Oxford', weight: 150_000 },
  { id: 'pooler', title: 'Pooler', weight: 25_000 },
  { id: 'poole', title: 'Poole', weight: 350_000 },
  { id: 'dortmund', title: 'Dortmund', weight: 600_000 },
  { id: 'boonton', title: 'Boonton', weight: 8_000 },
  { id: 'bootle', title: 'Bootle', weight: 51_000 },
  { id: 'bolton', title: 'Bolton', weight: 195_000 },
  { id: 'leeds', title: 'Leeds', weight: 790_000 },
  { id: 'ledsham', title: 'Ledsham', weight: 162 },
  { id: 'miltonkeynes', title: 'Milton Keynes', weight: 287_000 },
  { id: 'keenes', title: 'Keenes', weight: 90 },
  { id: 'roda', title: 'La Roda', weight: 15_000 },
  { id: 'rodas', title: 'Rodas', weight: 3_000 },
  { id: 'rodano', title: 'Rodano', weight: 4_000 },
  { id: 'oxfordshire', title: 'Oxfordshire', weight: 10_000_000 },
])

test('a far heavier name no more edits away makes the nearest one the closest, and no answer', () => {
  for (const [typed, meant] of [
    ['odford', 'oxford'],
    ['poolr', 'poole'],
    ['booton', 'bolton'],
  ] as const) {
    const { strength, results } = answer(typed)
    assert.equal(strength, 'closest', typed)
    assert.ok(results.some(({ id }) => id === meant))
  }
})

test('a heavy name that is further away changes nothing', () => {
  assert.equal(answer('Dortmnd').strength, 'answer')
  assert.equal(answer('oxfrd').strength, 'answer')
})

test('of names that are nearly as like the heavier one comes first', () => {
  assert.equal(answer('leds').results[0]?.id, 'leeds')
})

test('a name that holds the word comes before one that a slip in it leads to, and is never an answer', () => {
  const { strength, results } = answer('keynes')
  assert.deepEqual([strength, results[0]?.id], ['closest', 'miltonkeynes'])
  assert.equal(answer('roda').results[0]?.id, 'roda')
})
