import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { whatBelongs } from '../../src/cli/guidelines.ts'

test('who knows an answer is told what belongs in the folder', () => {
  const points = whatBelongs(fileURLToPath(new URL('../../knowledge', import.meta.url)))
  assert.ok(points.length >= 3)
  assert.equal(
    points[0],
    'Links between places: twins, sister cities, friendships, agreements, and their ends.',
  )
  assert.ok(points.every((point) => point.length < 300 && !point.includes('#')))
  assert.deepEqual(whatBelongs('/nowhere'), [])
})
