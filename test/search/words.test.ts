import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { LETTERS, oneEditFrom } from '../../bench/search/typing.ts'
import { stemOf } from '../../src/search/text/english.ts'
import { eachWord } from '../../src/search/text/tokens.ts'
import { edits, oneEditAway } from '../../src/search/words/edits.ts'
import { fold, placesOf, wordsOf } from '../../src/search/words/fold.ts'
import { anyCharacter } from '../any-character.ts'

test('folding leaves what tells names apart, and nothing that people leave out', () => {
  for (const [written, folded] of [
    ['Kingston-upon-Hull', 'kingston upon hull'],
    ['KÖLN', 'koln'],
    ['Ko\u0308ln', 'koln'],
    ['Straße', 'strasse'],
    ['Łódź', 'lodz'],
    ['St. Ives', 'saint ives'],
    ["King's Lynn", 'kings lynn'],
    ['U.S.A.', 'usa'],
    ['Tyne & Wear', 'tyne and wear'],
    ['Newcastle (NSW)', 'newcastle nsw'],
    ['成都', '成都'],
    ['Москва́', 'москва'],
    ['दिल्ली', 'दिल्ली'],
    ['ﬁne', 'fine'],
    ['  ', ''],
  ] as const) {
    assert.equal(fold(written), folded, written)
  }
})

test('folding twice is folding once, and the words of a text are its folded words', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'grapheme' }), fc.string({ unit: anyCharacter })), (text) => {
      assert.equal(fold(fold(text)), fold(text))
      assert.equal(
        wordsOf(text)
          .map((word) => word.text)
          .join(' '),
        fold(text),
      )
    }),
  )
  assert.equal(fold('\ufc5e Leeds'), 'leeds')
})

test('each letter of a folded text has its place in the text, and short forms are short however they are written', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(..."aßœÉe\u0301ŉİK½㎏.-'’& St\u00ad\u200bd") }), (text) => {
      assert.equal(placesOf(text).length, fold(text).length)
      assert.equal(fold(fold(text)), fold(text))
    }),
    { numRuns: 2_000 },
  )
  assert.equal(fold('S’t Albans'), 'saint albans')
  assert.deepEqual(placesOf('ß a'), [
    [0, 1],
    [0, 1],
    [2, 2],
    [2, 3],
  ])
})

test('plain text is read the same the short way and the long way', () => {
  const text = fc.array(
    fc.constantFrom('city', "town's", 'co-op', 'U.S.', 'R&D', '2.4', 'St', '–', "o'", '(x)'),
  )
  fc.assert(
    fc.property(text, (parts) => {
      const [plain, accented] = [
        parts.filter((part) => part !== '–').join(' '),
        `${parts.filter((part) => part !== '–').join(' ')} é`,
      ]
      const read = (written: string) => {
        const words: unknown[] = []
        eachWord(written, (...word) => words.push(word))
        return words
      }
      assert.deepEqual(read(accented).slice(0, -1), read(plain))
    }),
  )
})

test('edits are counted as in the classic table, swaps as one', () => {
  assert.equal(edits('leeds', 'leeds'), 0)
  assert.equal(edits('leeds', 'leds'), 1)
  assert.equal(edits('leeds', 'eleds'), 1)
  assert.equal(edits('rotherham', 'rotterdam'), 2)
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 7 })
  fc.assert(
    fc.property(word, word, fc.nat(4), (one, other, limit) => {
      const distance = table(one, other)
      assert.equal(edits(one, other), distance)
      assert.equal(edits(one, other, limit), Math.min(distance, limit + 1))
    }),
  )
})

test('of many names those that one edit leads to are found, and no others', () => {
  const name = fc.string({ unit: fc.constantFrom('a', 'b', 'c', ' '), maxLength: 9 })
  fc.assert(
    fc.property(fc.array(name), name, (names, typed) => {
      const near = new Set([typed, ...oneEditFrom(typed, LETTERS)])
      assert.deepEqual(new Set(oneEditAway(names)(typed)), new Set(names).intersection(near))
    }),
  )
})

test('British and American spellings, and all endings of a word, have one stem', () => {
  for (const words of [
    ['organisation', 'organizations', 'organised'],
    ['labour', 'labor'],
    ['centre', 'center', 'centres'],
    ['programme', 'programs'],
    ['collaborate', 'collaborations', 'collaborating'],
  ]) {
    assert.equal(new Set(words.map(stemOf)).size, 1, words.join(', '))
  }
})

/** The plain definition, to hold the quick one to. */
function table(one: string, other: string): number {
  const rows = Array.from({ length: one.length + 1 }, (_, y) =>
    Array.from({ length: other.length + 1 }, (_, x) => (y === 0 ? x : x === 0 ? y : 0)),
  )
  const at = (y: number, x: number) => rows[y]?.[x] ?? Number.POSITIVE_INFINITY
  for (let y = 1; y <= one.length; y++) {
    for (let x = 1; x <= other.length; x++) {
      const same = one[y - 1] === other[x - 1] ? 0 : 1
      const swapped =
        one[y - 1] === other[x - 2] && one[y - 2] === other[x - 1] ? at(y - 2, x - 2) + 1 : Infinity
      ;(rows[y] as number[])[x] = Math.min(
        at(y - 1, x) + 1,
        at(y, x - 1) + 1,
        at(y - 1, x - 1) + same,
        swapped,
      )
    }
  }
  return at(one.length, other.length)
}
