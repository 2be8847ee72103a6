import assert from 'node:assert/strict'
import { test } from 'node:test'
import { reference } from '../../src/reference/reference.ts'
import { sourceIn } from './a-source.ts'
import { FIFTY } from './fifty-records.ts'

/**
 * Well-known documents and others of their kinds, and their references in a second processor of styles (pandoc 2.17, the same two
 * styles), written down. Where ours differ the line has what that one says, and why ours is right.
 */
for (const { record, second = {}, ...wanted } of FIFTY) {
  for (const style of ['harvard', 'apa'] as const) {
    test(`${record.id} in ${style} is as the second processor has it, or better for a reason`, () => {
      const shown = reference(sourceIn(record), { style })
      assert.equal(shown, wanted[style])
      const other = second[style]
      if (other) assert.ok(other.why.length > 10 && other.says !== shown)
    })
  }
}

test('no record misses an author that its kind has not', () => {
  const missing = FIFTY.filter(({ harvard }) => /not recorded: author/.test(harvard)).map(
    ({ record }) => record.id,
  )
  assert.ok(FIFTY.length >= 50)
  assert.deepEqual(missing, [])
})
