import assert from 'node:assert/strict'
import { test } from 'node:test'
import { atOnce } from '../../src/search/lazily.ts'
import { rowsByKey } from '../../src/search/words/rows-by-key.ts'

function found(keys: readonly (readonly string[])[], key: string): readonly number[] {
  return atOnce(rowsByKey(keys.length, (row) => keys[row] ?? []))(key)
}

test('every row is found by each of its keys, and by no other', () => {
  const keys = Array.from({ length: 3000 }, (_, row) => [
    `town ${row}`,
    `${row % 7}`,
    ...(row % 3 ? [] : ['']),
  ])
  const rowsOf = atOnce(rowsByKey(keys.length, (row) => keys[row] ?? []))
  const asked = [...new Set(keys.flat()), 'town', 'town 3000', '7', ' ']
  for (const key of asked) {
    const has = keys.flatMap((some, row) => (some.includes(key) ? [row] : []))
    assert.deepEqual(rowsOf(key), has, key)
  }
})

test('a row that has a key twice is found once, and nothing where there are no rows', () => {
  assert.deepEqual(found([['a', 'a'], ['b']], 'a'), [0])
  assert.deepEqual(found([], 'a'), [])
  assert.deepEqual(found([[]], ''), [])
})
