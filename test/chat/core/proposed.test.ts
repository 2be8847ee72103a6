import assert from 'node:assert/strict'
import { test } from 'node:test'
import { USUAL_KINDS } from '../../../src/answer/proposal.ts'
import { choicesWith, linkFrom, QUESTIONS } from '../../../src/chat/core/proposals.ts'
import { opened } from '../../real-folder.ts'

test('the words that are offered for a link are those that the folder has most, of nearly every statement', async () => {
  const { knowledge } = await opened('knowledge', '2026-12-01')
  const byKind = Map.groupBy(knowledge.assertions, ({ kind }) => kind)
  const most = [...byKind].sort(([, a], [, b]) => b.length - a.length).slice(0, USUAL_KINDS.length)
  assert.deepEqual(most.map(([kind]) => kind).toSorted(), [...USUAL_KINDS].toSorted())
  const held = most.reduce((sum, [, some]) => sum + some.length, 0)
  assert.ok(held / knowledge.assertions.length > 0.95)
})

test('what stands in a form already is a choice, or is written where it is long: nothing of it is lost', () => {
  const choices = [{ write: 'twin', says: 'twin' }]
  assert.deepEqual(choicesWith(choices, 'twin'), { choices, written: '' })
  const more = [...choices, { write: 'twin/friendship', says: 'twin/friendship' }]
  assert.deepEqual(choicesWith(choices, 'twin/friendship'), { choices: more, written: '' })
  const long = 'pact of friendship '.repeat(5)
  assert.deepEqual(choicesWith(choices, long), { choices, written: long })
  for (const nothing of [undefined, '', ' ', '\u0000'])
    assert.deepEqual(choicesWith(choices, nothing), { choices, written: '' })
})

test('another word is taken before the one that is chosen, and only where it says something', () => {
  const given = (some: Readonly<Record<string, string>>) => linkFrom((field) => some[field]).kind
  assert.equal(given({ kind: 'twin' }), 'twin')
  assert.equal(given({ kind: 'twin', 'other-kind': ' ' }), 'twin')
  assert.equal(given({ kind: 'twin', 'other-kind': ' jumelage ' }), 'jumelage')
  assert.equal(given({}), undefined)
  // It can be taken back where a list has no empty choice.
  const kinds = QUESTIONS.find(({ field }) => field === 'kind')?.choices
  assert.equal(kinds?.at(-1)?.write, 'not stated')
})
