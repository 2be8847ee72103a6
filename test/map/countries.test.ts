import assert from 'node:assert/strict'
import { test } from 'node:test'
import { geoContains } from 'd3-geo'
import { partnerCountries } from '../../src/map/countries.ts'
import { openAtlas } from '../../src/map/paint/outlines.ts'
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
