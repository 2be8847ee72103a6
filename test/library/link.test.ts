import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Assertion } from '../../src/knowledge/records.ts'
import { linksOf } from '../../src/library/link.ts'
import { DORTMUND, LEEDS, smallKnowledge } from '../small-knowledge.ts'

function linkSaid(...said: readonly Partial<Assertion>[]) {
  const ends = { place: LEEDS.id, twin: DORTMUND.id }
  const links = said.map((one, at) => ({ id: `${at}`, ...ends, status: undefined, ...one }))
  const [link] = linksOf(smallKnowledge({ places: [LEEDS, DORTMUND], links }))
  return [link?.standing, link?.decisive?.status]
}

test('the newest dated statement that says a state decides where a link stands', () => {
  assert.deepEqual(linkSaid({ status: 'ended', on: '2010' }, { status: 'active', on: '2020' }), [
    'active',
    'active',
  ])
  assert.deepEqual(linkSaid({ status: 'active', on: '2010' }, { status: 'ending', on: '2020' }), [
    'doubt',
    'ending',
  ])
  assert.deepEqual(linkSaid({ status: 'ended', on: '2010' }, { status: 'active' }), ['ended', 'ended'])
})

test('who holds a link says nothing of its state, however new the statement is', () => {
  assert.deepEqual(linkSaid({ status: 'ended', on: '2010' }, { heldBy: 'association', on: '2024' }), [
    'ended',
    'ended',
  ])
  assert.deepEqual(linkSaid({ heldBy: 'association', on: '2024' }), ['listed', undefined])
})

test('without a date, and of one day, the least current statement decides', () => {
  assert.deepEqual(linkSaid({ status: 'active' }, { status: 'dormant' }), ['doubt', 'dormant'])
  assert.deepEqual(linkSaid({ status: 'ended', on: '2020' }, { status: 'active', on: '2020' }), [
    'ended',
    'ended',
  ])
})

test('a link that a decision kept is reported active', () => {
  assert.deepEqual(linkSaid({ status: 'retained', on: '2024' }), ['active', 'retained'])
})
