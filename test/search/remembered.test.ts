import assert from 'node:assert/strict'
import { test } from 'node:test'
import { remembered } from '../../src/search/lazily.ts'

test('what is kept weighs no more than it may, and what was wanted last stays', () => {
  const made: number[] = []
  const weigh = remembered(
    (weight: number) => {
      made.push(weight)
      return weight
    },
    10,
    (weight) => weight,
  )
  const madeBy = (...asked: number[]) => {
    made.length = 0
    for (const one of asked) assert.equal(weigh(one), one)
    return made
  }
  assert.deepEqual(madeBy(4, 3, 2), [4, 3, 2])
  assert.deepEqual(madeBy(4, 3, 2, 4), [])
  // 3 was wanted longest ago, then 2.
  assert.deepEqual(madeBy(5), [5])
  assert.deepEqual(madeBy(4, 5, 3, 2), [3, 2])
  // What is heavier than all may be is not kept, and sends nothing away.
  assert.deepEqual(madeBy(11, 11, 5, 3, 2), [11, 11])
})
