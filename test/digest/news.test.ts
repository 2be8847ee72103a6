import assert from 'node:assert/strict'
import { test } from 'node:test'
import { compose } from '../../src/digest/compose.ts'
import { asOf, type Edition, editionOf } from '../../src/digest/edition.ts'
import { buildLibrary } from '../../src/library/library.ts'
import { realFolder } from '../real-folder.ts'
import { BOCHUM, LILLE, SHEFFIELD, smallKnowledge, type World } from '../small-knowledge.ts'
import { DUE, keys, told, WORLD, weekly } from './composed-week.ts'
import { POLICY } from './policy-channel.ts'

test('a first digest calls new what was added in the last seven days', () => {
  const world = {
    ...WORLD,
    claims: [
      { id: 'a', says: 'A.', added: '2026-11-23' },
      { id: 'b', says: 'B.', added: '2026-11-22' },
    ],
  }
  const content = weekly(world, {})
  assert.deepEqual(
    content?.shown.filter((key) => key.startsWith('new')),
    ['new a'],
  )
})

test('a new check, or a new id for the same words, is no news; other words are', () => {
  const edition = editionOf(smallKnowledge(WORLD))
  const claims = (claim: NonNullable<World['claims']>[number]) => keys({ ...WORLD, claims: [claim] }, edition)
  const people = { id: 'people', says: 'Links rest on people.', added: '2026-01-01' }
  assert.deepEqual(claims({ ...people, checked: { on: '2026-11-29', by: 'another' } }), [])
  assert.deepEqual(claims({ ...people, says: 'Links rest on people, not on paper.' }), ['changed people'])
})

test('a second source that says a link ended is a change of status; a second source that agrees is new', () => {
  const edition = editionOf(smallKnowledge(WORLD))
  const second = {
    id: 'second',
    place: SHEFFIELD.id,
    twin: BOCHUM.id,
    source: 'council',
    added: '2026-11-29',
  }
  const link = `${SHEFFIELD.id} ${BOCHUM.id}`
  const withSecond = (status: 'ended' | 'active') =>
    keys({ ...WORLD, links: [...(WORLD.links ?? []), { ...second, status }] }, edition)
  assert.deepEqual(withSecond('ended'), [`status ${link}`])
  assert.deepEqual(withSecond('active'), [`new ${link}`])
})

test('who holds a link is no change of status, and no news to who was told that it is community-led', () => {
  const held = {
    id: 'held',
    place: SHEFFIELD.id,
    twin: LILLE.id,
    status: undefined,
    heldBy: 'association',
  } as const
  const world = { ...WORLD, links: [...(WORLD.links ?? []), held] }
  const { id, records } = editionOf(smallKnowledge(world))
  const note = { ...records.held, status: 'community-led' }
  const before = { id, records: { ...records, held: note } } as Edition
  assert.deepEqual(keys(world, before), [])
  // So it was noted when it was a status.
  const [esteli] = Object.entries(editionOf(realFolder().knowledge).records).filter(([id]) =>
    /esteli-star18/.test(id),
  )
  assert.equal(esteli?.[1].is, 'd713655ef707d764')
  const later = { ...held, id: 'later', heldBy: undefined, status: 'active', added: '2026-11-29' } as const
  assert.deepEqual(keys({ ...world, links: [...world.links, later] }, before), [
    `new ${SHEFFIELD.id} ${LILLE.id}`,
  ])
})

test('what the folder began with is not new to a channel that has just subscribed', () => {
  const added = '2026-11-24'
  const links = WORLD.links?.map((link) => ({ ...link, added })) ?? []
  const fresh = (world: World) => weekly(world, {})?.shown.filter((key) => key.startsWith('new'))
  const claims = [{ id: 'a', says: 'A.', added }]
  assert.deepEqual(fresh({ ...WORLD, links, claims }), [])
  assert.deepEqual(
    fresh({ ...WORLD, links, claims: [...claims, { id: 'b', says: 'B.', added: '2026-11-25' }] }),
    ['new b'],
  )
})

test('what is added after the day of a digest is for a later one, and new in it', () => {
  const early = [...(WORLD.claims ?? []), { id: 'early', says: 'Early.', added: '2026-12-01' }]
  const world = { ...WORLD, claims: early }
  const content = weekly(world, {})
  assert.ok(!content?.shown.some((key) => key.endsWith('early')))
  const edition = editionOf(asOf(smallKnowledge(world), POLICY, DUE.due))
  assert.equal(content?.edition, edition.id)
  const later = { week: '2026-W50', due: '2026-12-07T09:00:00Z' }
  const runs = [told(content?.shown ?? [])]
  const next = compose(buildLibrary(smallKnowledge(world)), POLICY, { runs, edition, gaps: [] }, later)
  assert.ok(next?.shown.includes('new early'))
})
