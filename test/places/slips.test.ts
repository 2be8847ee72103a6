import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Area } from '../../src/knowledge/records.ts'
import { buildLibrary } from '../../src/library/library.ts'
import { smallKnowledge } from '../small-knowledge.ts'
import { told, who } from './small-world.ts'

test('a word that is not understood is never passed over in silence', () => {
  assert.equal(told(who('Leeds Xyzzy')), 'near: Leeds')
  assert.equal(told(who('Leeds universities')), 'near: Leeds')
  assert.equal(told(who('Leeds Winchester')), 'empty: Leeds, Winchester GB')
})

test('one slip in a long enough name is corrected, and said to be', () => {
  assert.equal(told(who('Dortmnd')), 'meant: Dortmund (corrected)')
  assert.equal(told(who('Rotterdma')), 'meant: Rotterdam (corrected)')
  assert.equal(told(who('newcastle upn tyne')), 'meant: Newcastle upon Tyne (corrected)')
  assert.equal(told(who('leeds germny')), 'meant: Leeds, Germany (corrected)')
})

test('what is a slip away from a place that exists is never another place', () => {
  assert.equal(told(who('Winchster')), 'near: ; Winchester GB')
  assert.equal(told(who('Durbac')), 'near: Durban; Durbach DE')
  assert.equal(told(who('bradford on avn')), 'near: Bradford; Bradford-on-Avon GB')
  assert.equal(told(who('Mexco City')), 'near: Mexico; Mexico City MX')
  assert.equal(told(who('Chine')), 'near: China; Chinde MZ')
})

test('a short name is not corrected, but offered', () => {
  assert.equal(told(who('Yrok')), 'near: York')
  assert.equal(told(who('Dortmu')), 'near: Dortmund')
})

test('by what a place is called in another language it is offered for a slip, and not for a likeness', () => {
  assert.equal(told(who('Rouselscaim')), 'meant: Rüsselsheim (corrected)')
  assert.equal(told(who('scouse twins')), 'unknown')
})

test('a name with a slip that takes in the word beside it is offered before what another place is also called', () => {
  for (const asked of ['Staefford County', 'oldest twin of Staefford County'])
    assert.equal(told(who(asked)), 'near: Stafford County (Virginia), Stafford')
  assert.equal(told(who('Stafford County')), 'meant: Stafford County (Virginia) (alias)')
})

test('a whole that is one letter from a name of several words is offered as that, though its words say nothing alone', () => {
  const england: Area = { id: 'E92000001', kind: 'nation', name: 'England', also: [], members: [] }
  const east: Area = { id: 'E12000006', kind: 'region', name: 'East of England', also: [], members: [] }
  const { who } = buildLibrary(smallKnowledge({ areas: [england, east] }))
  assert.equal(told(who('last of England')), 'near: East of England, England')
  assert.equal(told(who('East of England')), 'meant: East of England')
})

test('a word of English is no slip that is read as a place: it may be offered', () => {
  const BORDEAUX = { id: '3031582', name: 'Bordeaux', country: 'FR', also: ['Bordeus'] }
  const { who } = buildLibrary(smallKnowledge({ places: [BORDEAUX, { id: 'x-ashton', name: 'Marketon' }] }))
  assert.equal(told(who('the borders')), 'near: Bordeaux')
  assert.equal(told(who('marketing')), 'near: Marketon')
  assert.equal(told(who('Bordeaus')), 'meant: Bordeaux (corrected)')
})
