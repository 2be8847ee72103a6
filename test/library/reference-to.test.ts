import assert from 'node:assert/strict'
import { test } from 'node:test'
import { referenceTo } from '../../src/library/reference-to.ts'
import { smallKnowledge } from '../small-knowledge.ts'

test('a reference is given by the id of a source or of a record', () => {
  const knowledge = smallKnowledge({
    sources: [{ id: 'elm-1999', author: [{ family: 'Elm' }], issued: '1999' }],
    claims: [{ id: 'wide', says: 'Wide.', at: 'p. 7', citing: 'elm-1999' }],
  })
  assert.match(
    referenceTo('wide', knowledge, 'harvard') ?? '',
    /cited in Leeds City Council, no date, p\. 7\)$/,
  )
  assert.doesNotMatch(referenceTo('council', knowledge, 'harvard') ?? '', /In the text/)
  assert.equal(referenceTo('nowhere', knowledge, 'harvard'), undefined)
})

test('a key with an apostrophe is found however the apostrophe is typed', () => {
  const knowledge = smallKnowledge({ sources: [{ id: "O'Connor2014" }] })
  assert.ok(referenceTo('O’Connor2014', knowledge, 'ris')?.includes("ID  - O'Connor2014"))
  assert.ok(referenceTo("O'Connor2014", knowledge, 'ris'))
})
