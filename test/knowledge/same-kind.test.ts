import assert from 'node:assert/strict'
import { test } from 'node:test'
import { kindGroups, sameKind } from '../../src/knowledge/same-kind.ts'

test('words for one kind of link do not make sources differ, and words for another do', () => {
  for (const [one, other] of [
    ['twin', 'Twin town'],
    ['twinning', 'twinned'],
    ['sister city', 'sister'],
    ['partner', 'city partnership'],
    ['twin or sister', 'sister'],
    ['twin/friendship', 'friendship agreement'],
  ] as const)
    assert.ok(sameKind(one, other), `${one}, ${other}`)
  for (const [one, other] of [
    ['twin', 'sister'],
    ['twin', 'partner'],
    ['friendship', 'partner'],
    ['link', 'twin'],
  ] as const)
    assert.ok(!sameKind(one, other), `${one}, ${other}`)
})

test('a word in no group means itself', () => {
  assert.deepEqual(kindGroups('joint declaration'), ['joint declaration'])
})
