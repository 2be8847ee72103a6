import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createSearch } from '../../src/search/create-search.ts'

const { answer } = createSearch([
  { id: 'codford', title: 'Codford', weight: 800 },
  { id: 'oxford', title: 'Oxford', weight: 150_000 },
  { id: 'pooler', title: 'Pooler', weight: 25_000 },
  { id: 'poole', title: 'Poole', weight: 350_000 },
  { id: 'dortmund', title: 'Dortmund', weight: 600_000 },
  { id: 'oxfordshire', title: 'Oxfordshire', weight: 10_000_000 },
])

test('a far heavier name no more edits away makes the nearest one the closest, and no answer', () => {
  for (const [typed, meant] of [
    ['odford', 'oxford'],
    ['poolr', 'poole'],
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
