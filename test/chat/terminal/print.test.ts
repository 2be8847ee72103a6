import assert from 'node:assert/strict'
import { test } from 'node:test'
import { stripVTControlCharacters } from 'node:util'
import fc from 'fast-check'
import { print } from '../../../src/chat/terminal/print.ts'
import { ANSWER, CITE, FINDING } from '../../an-answer.ts'

const PLAIN = { width: 80, colour: false, links: false }

test('an answer reads well without colour and without links', () => {
  assert.equal(
    print(ANSWER, PLAIN),
    `Leeds: 1 link on record
1 statement from 1 source.

CURRENT LINKS

Dortmund, Germany
  Sources differ on the start: 1968 in A (2018); 1969 in B (2021).
  Twin · since 1969 · active on 12 February 2021
  │ “dates back to *1969* & <more>”
  Second-hand: A, as reported in B.
    Leeds City Council (2021), Leeds and Dortmund sign again, no page number in
    the source; checked 24 November 2026 by a reader
    https://example.org/news#:~:text=dates%20back

Did you mean:
  /twins Leeds

More:
  /ask leeds, page 2

You can also ask:
  /twins Dortmund

Read as Leeds (you wrote “leds”).
`,
  )
})

test('colour and links change nothing that is read', () => {
  const rich = print(ANSWER, { ...PLAIN, colour: true, links: true })
  assert.ok(rich.includes('\u001B]8;;https://example.org/news#:~:text=dates%20back\u0007'))
  const read = stripVTControlCharacters(rich)
  assert.equal(read, print(ANSWER, PLAIN).replace(/ {4}https:.*\n/, ''))
})

test('no line is wider than the screen, but a link, which stays whole', () => {
  const words = fc
    .array(fc.string({ unit: 'grapheme', maxLength: 12 }), { maxLength: 40 })
    .map((list) => list.join(' ').replace(/\p{C}/gu, ''))
  fc.assert(
    fc.property(words, fc.integer({ min: 40, max: 120 }), (says, width) => {
      const groups = [
        { title: 'A title', findings: [{ ...FINDING, says, cite: { ...CITE, jump: undefined } }] },
      ]
      for (const line of print({ ...ANSWER, groups }, { ...PLAIN, width }).split('\n')) {
        assert.ok([...line].length <= width || line.includes('https://'), line)
      }
    }),
    { numRuns: 200 },
  )
})

test('an overdue check is said', () => {
  const groups = [
    {
      title: 'A title',
      findings: [
        { ...FINDING, cite: { ...CITE, checkedOn: '2025-09-20', overdue: 'last checked 14 months ago' } },
      ],
    },
  ]
  assert.match(
    print({ ...ANSWER, groups }, { ...PLAIN, width: 200 }),
    /no page number in the source; checked 20 September 2025 by a reader; check overdue: last checked 14 months ago/,
  )
})
