import assert from 'node:assert/strict'
import { test } from 'node:test'
import { geoContains, geoPath } from 'd3-geo'
import { partnerCountries } from '../../src/map/countries.ts'
import { inSight, linesInSight } from '../../src/map/in-sight.ts'
import { openAtlas } from '../../src/map/paint/outlines.ts'
import { fitted } from '../../src/map/projection.ts'
import { spot } from './samples.ts'

const lille = spot('Lille', 'France', 'FR', 50.6, 3.1)
const atlas = openAtlas()

for (const [scale, outlines] of [
  ['coarse', atlas.coarse()],
  ['fine', atlas.fine()],
] as const) {
  const tinted = (at: [number, number], ...spots: Parameters<typeof partnerCountries>[0]) =>
    partnerCountries(spots, outlines).some(({ shape }) => geoContains(shape, at))

  test(`a partner in France tints France and Corsica, and not French Guiana, ${scale}`, () => {
    assert.ok(tinted([2.3, 48.8], lille))
    assert.ok(tinted([9.1, 42.2], lille))
    assert.ok(!tinted([-53, 4], lille))
  })

  test(`a partner in a far part of a country tints that part too, ${scale}`, () => {
    assert.ok(tinted([-53, 4], spot('Cayenne', 'France', 'FR', 4, -53)))
    assert.ok(tinted([-150, 65], spot('Boston', 'United States', 'US', 42.4, -71.1)))
  })
}

test('what is out of sight is left out, and no coast or border of the map with it', () => {
  const { land, borders } = atlas.fine()
  const limits = { width: 800, tallest: 576, closest: 1000 }
  const regions: [number, number][][] = [
    [
      [-1.5, 53.8],
      [-9.1, 38.7],
      [37.6, 55.8],
    ],
    [[-1.5, 53.8]],
    [[126.9, 37.5]],
    [
      [178.4, -18.1],
      [-171.8, -13.8],
    ],
    [
      [-21.9, 64.1],
      [25.7, 71.1],
      [15.6, 78.2],
    ],
    [
      [-68.3, -54.8],
      [-57.9, -51.7],
    ],
  ]
  for (const points of regions) {
    const view = fitted(points, limits)
    const kept = inSight(land, view)
    assert.ok(kept.coordinates.length < land.coordinates.length / 2, `${kept.coordinates.length} of all`)
    const corners = kept.coordinates.flat(2).length
    assert.ok(corners < land.coordinates.flat(2).length / 2, `${corners} corners`)
    const path = geoPath(view.projection).digits(1)
    assert.equal(path(kept), path(land))
    const lines = linesInSight(borders, view)
    assert.ok(lines.coordinates.length < borders.coordinates.length / 2)
    assert.equal(path(lines), path(borders))
  }
  const world = fitted(
    [
      [-170, 0],
      [0, 0],
      [170, 0],
    ],
    limits,
  )
  assert.equal(inSight(land, world), land)
  assert.equal(linesInSight(borders, world), borders)
})
