import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { nextTurn, type Turn } from '../../src/digest/items/of-the-week.ts'

const POOL: readonly Turn[] = ['a', 'b', 'c', 'd', 'e', 'f'].map((key) => ({ key, weight: 1 }))

test('everything has its turn before anything comes again', () => {
  const sizes = fc.integer({ min: 1, max: 30 })
  fc.assert(
    fc.property(sizes, fc.string(), (size, seed) => {
      const pool = Array.from({ length: size }, (_, at) => ({ key: `k${at}`, weight: at % 3 === 0 ? 6 : 1 }))
      const shown = turns(pool, 60, seed)
      for (let from = 0; from + size <= shown.length; from += size) {
        assert.equal(new Set(shown.slice(from, from + size)).size, size)
      }
    }),
  )
})

test('the same history gives the same turn, and another channel another order', () => {
  assert.deepEqual(turns(POOL, 12, 'policy'), turns(POOL, 12, 'policy'))
  assert.notDeepEqual(turns(POOL, 12, 'policy'), turns(POOL, 12, 'culture'))
})

test('what was shown last does not open the next round', () => {
  fc.assert(
    fc.property(fc.string(), (seed) => {
      const shown = turns(POOL, 24, seed)
      assert.ok(shown.every((key, at) => key !== shown[at + 1]))
    }),
  )
})

test('a newcomer joins the round and does not take over the following weeks', () => {
  const history = turns(POOL, 9, 'policy')
  const pool = [...POOL, { key: 'new', weight: 1 }]
  const shown = turns(pool, 16, 'policy', history).slice(9)
  assert.equal(shown.slice(0, 4).filter((key) => key === 'new').length, 1)
  assert.equal(new Set(shown.slice(0, 4)).size, 4)
})

test('what the channel cares for comes earlier on average', () => {
  const pool = POOL.map(({ key }) => ({ key, weight: key === 'f' ? 6 : 1 }))
  const places = Array.from({ length: 300 }, (_, at) => turns(pool, 6, `channel ${at}`).indexOf('f'))
  const mean = places.reduce((sum, place) => sum + place, 0) / places.length
  assert.ok(mean < 1, `mean place ${mean}; without a weight it is 2.5`)
})

test('what this digest says already waits, also when nothing else is left of the round', () => {
  assert.notEqual(nextTurn(POOL, [], 's', new Set(['a', 'b', 'c', 'd', 'e']))?.key, 'a')
  assert.equal(nextTurn(POOL, [], 's', new Set(['a', 'b', 'c', 'd', 'e']))?.key, 'f')
  assert.equal(nextTurn(POOL, ['a', 'b', 'c', 'd', 'e'], 's', new Set(['f'])), undefined)
})

test('an empty pool gives nothing', () => {
  assert.equal(nextTurn([], ['a'], 's'), undefined)
})

function turns(
  pool: readonly Turn[],
  weeks: number,
  seed: string,
  before: readonly string[] = [],
): readonly string[] {
  const shown = [...before]
  while (shown.length < weeks) shown.push(nextTurn(pool, shown, seed)?.key ?? '')
  return shown
}
