import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { nearest } from '../../src/knowledge/file/nearest.ts'

const KEYS = ['id', 'says', 'quote', 'source', 'at', 'citing', 'about', 'places', 'checked', 'added']

const TYPED: readonly (readonly [typed: string, meant: string | undefined])[] = [
  ['sorce', 'source'],
  ['Source', 'source'],
  ['suorce', 'source'],
  ['chekced', 'checked'],
  ['sayz', 'says'],
  ['place', 'places'],
  ['colour', undefined],
  ['x', undefined],
  ['', undefined],
]

for (const [typed, meant] of TYPED) {
  test(`"${typed}" ${meant ? `means "${meant}"` : 'means none of the keys'}`, () => {
    assert.equal(nearest(typed, KEYS), meant)
  })
}

test('a word with one letter dropped, doubled or swapped is found among others', () => {
  const word = fc.stringMatching(/^[a-z]{6,12}$/)
  fc.assert(
    fc.property(word, fc.nat(4), fc.constantFrom('drop', 'double', 'swap'), (meant, at, slip) => {
      const [a = '', b = ''] = [meant[at], meant[at + 1]]
      const middle = { drop: b, double: a + a + b, swap: b + a }[slip]
      const typed = meant.slice(0, at) + middle + meant.slice(at + 2)
      assert.equal(nearest(typed, ['0123456789', meant, '']), meant)
    }),
  )
})
