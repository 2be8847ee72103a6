import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { arrange } from '../../src/map/draw-map.ts'
import type { MapLink, Spot } from '../../src/map/drawing.ts'
import { apart, crosses, grown, overlap, strikes, touches, within } from '../../src/map/labels/geometry.ts'
import { isSameDot } from '../../src/map/labels/place-labels.ts'
import type { Layout } from '../../src/map/lay-out.ts'
import { leedsAndPartners, oneLink, sixtyLinks, spot } from './samples.ts'

const place = fc
  .record({
    name: fc.string({ minLength: 1, maxLength: 40 }),
    lat: fc.integer({ min: -80, max: 84 }),
    lon: fc.integer({ min: -180, max: 180 }),
  })
  .map(({ name, lat, lon }) => spot(name, 'Somewhere', 'ZZ', lat, lon))

/** Half of the places within a few degrees of each other, where labels meet. */
const crowded = fc
  .record({
    name: fc.string({ minLength: 1, maxLength: 20 }),
    lat: fc.integer({ min: 500, max: 530 }),
    lon: fc.integer({ min: 50, max: 90 }),
  })
  .map(({ name, lat, lon }) => spot(name, 'Somewhere', 'ZZ', lat / 10, lon / 10))

/** From several starts, as the links of a county are. */
const someLinks = fc
  .record({
    starts: fc.array(fc.oneof(place, crowded), { minLength: 1, maxLength: 8 }),
    ends: fc.array(fc.tuple(fc.nat(), fc.oneof(place, crowded)), { minLength: 1, maxLength: 24 }),
  })
  .map(({ starts, ends }): MapLink[] =>
    ends.map(([at, to]) => ({ from: starts[at % starts.length] as Spot, to, standing: 'active' })),
  )

test('labels never overlap one another or a mark, and never leave their map', () => {
  fc.assert(
    fc.property(someLinks, fc.constantFrom(360, 800), (links, width) => {
      for (const layout of arrange(links, width, width > 600 ? 15 : 13)) assert.deepEqual(faults(layout), [])
    }),
    { numRuns: 40 },
  )
})

test('no name can be taken for that of another place', () => {
  fc.assert(
    fc.property(someLinks, fc.constantFrom(360, 640, 800), (links, width) => {
      for (const layout of arrange(links, width, width > 600 ? 15 : 13))
        assert.deepEqual(mistakable(layout), [])
    }),
    { numRuns: 40 },
  )
})

test('every name is written on one of the maps, or has a number or a line in the list', () => {
  fc.assert(
    fc.property(someLinks, (links) => {
      const named = arrange(links, 800, 15).flatMap(({ names }) => names.map(({ mark }) => mark.spot))
      for (const { from, to } of links) {
        assert.ok(named.some((one) => one.name === from.name && one.lat === from.lat))
        assert.ok(named.some((one) => one.name === to.name && one.lat === to.lat))
      }
    }),
    { numRuns: 40 },
  )
})

test('the names around Leeds are all written out, near ones on an enlarged map', () => {
  const [whole, near, ...others] = arrange(leedsAndPartners.links, 800, 15).map(({ names }) =>
    names.map(({ written, shown }) => `${written}, ${shown.as}`).sort(),
  )
  assert.deepEqual(whole, [
    'Colombo (unclear), name',
    'Durban, name',
    'Hangzhou, name',
    'Leeds, name',
    'Louisville, name',
    'Ulan Bator (ended), name',
    'Wellington (ended), name',
  ])
  assert.deepEqual(near, [
    'Brașov (unclear), name',
    'Brno, name',
    'Dortmund, name',
    'Leeds, name',
    'Lille, name',
    'Siegen, name',
  ])
  assert.deepEqual(others, [])
})

test('of thirty partners in two crowds at least twenty names are written on the maps', () => {
  const shown = arrange(sixtyLinks.links.slice(0, 30), 800, 15).flatMap(({ names }) =>
    names.map((name) => name.shown.as),
  )
  assert.ok(shown.filter((as) => as === 'name').length >= 20, `${shown}`)
})

test('whatever the links, there are two maps at most', () => {
  fc.assert(
    fc.property(someLinks, (links) => assert.ok(arrange(links, 640, 13).length <= 2)),
    { numRuns: 40 },
  )
})

test('one link takes one map', () => {
  assert.equal(arrange(oneLink.links, 800, 15).length, 1)
})

function faults({ names, marks, field }: Layout): string[] {
  const labels = names.flatMap(({ shown }) => (shown.as === 'list' ? [] : [shown.label]))
  const alone = labels.flatMap(({ box }) => [
    ...(within(box, field.bounds) ? [] : ['a label leaves the map']),
    ...(marks.some((mark) => touches(box, mark)) ? ['a label covers a mark'] : []),
  ])
  const pairs = labels.flatMap((a, at) => labels.slice(at + 1).map((b) => [a, b] as const))
  const together = pairs.flatMap(([a, b]) => [
    ...(overlap(a.box, b.box) ? ['labels overlap'] : []),
    ...(a.leader && strikes(a.leader, b.box) ? ['a leader crosses a label'] : []),
    ...(a.leader && b.leader && crosses(a.leader, b.leader) ? ['leaders cross'] : []),
  ])
  return [...alone, ...together]
}

/** Names that stand nearer to another mark than to their own, or at the end of another's leader. */
function mistakable({ names, marks }: Layout): string[] {
  const written = names.flatMap(({ mark, shown }) => (shown.as === 'list' ? [] : [{ mark, ...shown.label }]))
  return written.flatMap(({ mark, box, leader }, at) => {
    const near = leader ? 4 : apart(box, mark)
    const others = marks.filter((other) => !isSameDot(other, mark) && apart(box, other) <= near)
    const led = written.filter(
      (other, one) => one !== at && other.leader && strikes(other.leader, grown(box, 3)),
    )
    return [...others.map(({ spot }) => `beside ${spot.name}`), ...led.map(() => 'at a leader of another')]
  })
}
