import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createDesk } from '../../src/answers/desk.ts'
import { buildLibrary } from '../../src/library/library.ts'
import { smallKnowledge, TODAY } from '../small-knowledge.ts'

const sources = [{ id: 'elm-1999', author: [{ family: 'Elm', given: 'Bo' }], issued: '1999' }]
const desk = createDesk(buildLibrary(smallKnowledge({ sources })), () => TODAY)

test('a reference is Harvard unless another style is named, and the others are one press away', () => {
  const { heading, lead, next } = desk.answer('cite elm-1999')
  assert.equal(heading, 'Reference')
  assert.match(lead?.[0] ?? '', /^Elm, B\. \(1999\) /)
  assert.deepEqual(next, [
    { label: 'APA', ask: 'cite elm-1999 apa' },
    { label: 'BibTeX', ask: 'cite elm-1999 bibtex' },
    { label: 'RIS', ask: 'cite elm-1999 ris' },
    { label: 'CSL', ask: 'cite elm-1999 csl' },
  ])
})

test('a style may be named after the id, in any case', () => {
  const { ask, heading, lead, next } = desk.answer('cite elm-1999 BibTeX')
  assert.equal(ask, 'cite elm-1999 bibtex')
  assert.equal(heading, 'Reference (BibTeX)')
  assert.match(lead?.[0] ?? '', /^@\w+\{elm-1999,/)
  assert.deepEqual(next[0], { label: 'Harvard', ask: 'cite elm-1999' })
  assert.match(desk.answer('cite elm-1999 apa').lead?.[0] ?? '', /^Elm, B\. \(1999\)\. /)
})

test('what is no style is part of an id that nobody has', () => {
  assert.equal(
    desk.answer('cite elm-1999 chicago').heading,
    'No finding and no source has the id “elm-1999 chicago”',
  )
  assert.equal(desk.answer('cite apa').outcome, 'unknown')
})
