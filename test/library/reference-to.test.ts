import assert from 'node:assert/strict'
import { test } from 'node:test'
import { citationParts, whereRead } from '../../src/answer/in-words.ts'
import { citation, referenceTo } from '../../src/library/finding.ts'
import { CHECKED, smallKnowledge, TODAY } from '../small-knowledge.ts'

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

test('that a page of the web, or a newspaper read there, has no page numbers is not said; that a book has none, is', () => {
  const url = 'https://example.org/news'
  const paper = { id: 'paper', type: 'article-newspaper', url: undefined }
  const knowledge = smallKnowledge({
    sources: [{ id: 'book', type: 'book' }, paper, { ...paper, id: 'online', url }],
  })
  const said = (source: string, at?: string) => {
    const cite = citation({ source, checked: CHECKED, ...(at && { at }) }, knowledge, TODAY)
    return [whereRead(cite), citationParts(cite).some(({ is }) => is === 'locator')]
  }
  assert.deepEqual(said('council', 'none'), ['Leeds City Council (no date)', false])
  assert.deepEqual(said('council', 'paragraph 4'), ['Leeds City Council (no date), paragraph 4', true])
  assert.match(String(said('council')), /no page recorded,true$/)
  assert.deepEqual(said('online', 'none')[1], false)
  assert.deepEqual(said('paper', 'none')[1], true)
  assert.match(String(said('book', 'none')), /no page number in the source,true$/)
})
