import assert from 'node:assert/strict'
import { test } from 'node:test'
import { whatBelongs } from '../../src/serve/guidelines.ts'
import { REAL_FOLDER } from '../real-folder.ts'

test('who knows an answer is told what belongs in the folder', () => {
  const points = whatBelongs(REAL_FOLDER)
  assert.ok(points.length >= 3)
  assert.equal(
    points[0],
    'Links between places: twins, sister cities, friendships, agreements, and their ends.',
  )
  assert.ok(points.every((point) => point.length < 300 && !point.includes('#')))
  assert.deepEqual(whatBelongs('/nowhere'), [])
})
