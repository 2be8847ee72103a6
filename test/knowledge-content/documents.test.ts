import assert from 'node:assert/strict'
import { test } from 'node:test'
import { shipped } from './shipped.ts'

const { knowledge } = shipped()

test('each of the seven paragraphs of “Innovators without borders” has a claim', () => {
  const paragraphs = knowledge.claims.filter(({ source }) => source === 'ransom-2020').map(({ at }) => at)
  for (const n of [1, 2, 3, 4, 5, 6, 7]) assert.ok(paragraphs.includes(`paragraph ${n}`), `paragraph ${n}`)
})

test('what that article says of another document is second-hand', () => {
  const citing = new Set(
    knowledge.claims.filter(({ source }) => source === 'ransom-2020').map((claim) => claim.citing),
  )
  for (const id of ['nesta-2020', 'acuto-2016', 'ewen-hebbert-2007', 'oecd-2019', 'eunivercities']) {
    assert.ok(citing.has(id), id)
  }
})

test('the heading of a claim has three to eight words', () => {
  for (const { id, title } of knowledge.claims) {
    const words = title?.split(' ').length ?? 3
    assert.ok(words >= 3 && words <= 8, `${id}: ${title}`)
  }
})
