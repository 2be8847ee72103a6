import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { paged, type Unit } from '../../../src/chat/core/overview.ts'

const entries = fc.array(
  fc.string({ maxLength: 12 }).map((block) => ({ block })),
  { maxLength: 6 },
)
const units: fc.Arbitrary<readonly Unit<{ block: string }>[]> = fc.array(
  fc.record({ entries, again: fc.constantFrom([], [{ block: 'again' }]) }),
  { maxLength: 8 },
)

test('whatever a platform’s blocks and limits are, every block is on some page, in its order', () => {
  fc.assert(
    fc.property(
      units,
      fc.integer({ min: 2, max: 9 }),
      fc.integer({ min: 40, max: 200 }),
      (all, blocks, weight) => {
        const pages = paged(all, { blocks, weight })
        const again = all.flatMap((unit) => unit.again)
        const shown = pages.flat().filter((entry) => !again.includes(entry))
        assert.deepEqual(
          shown,
          all.flatMap((unit) => unit.entries),
        )
        for (const page of pages) {
          assert.ok(page.length <= blocks)
          assert.ok(page.reduce((sum, { block }) => sum + JSON.stringify(block).length + 1, 0) <= weight)
        }
      },
    ),
  )
})

test('what fits on a page of its own is not torn', () => {
  const unit = (name: string) => ({ entries: [1, 2, 3].map((at) => ({ block: `${name}${at}` })), again: [] })
  const pages = paged([unit('a'), unit('b'), unit('c')], { blocks: 4, weight: 1000 })
  assert.deepEqual(
    pages.map((page) => page.map(({ block }) => block)),
    [
      ['a1', 'a2', 'a3'],
      ['b1', 'b2', 'b3'],
      ['c1', 'c2', 'c3'],
    ],
  )
})
