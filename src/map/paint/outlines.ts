import { createRequire } from 'node:module'
import type { Feature, MultiLineString, MultiPolygon } from 'geojson'
import { feature, mesh } from 'topojson-client'
import type { GeometryCollection, Topology } from 'topojson-specification'
import { lazily } from '../../search/lazily.ts'

/** Natural Earth outlines. Public domain; from the npm package world-atlas. */
export type Outlines = {
  land: MultiPolygon
  borders: MultiLineString
  /** The country with that ISO 3166-1 numeric code (`276`); not all have one. */
  country(code: string): Feature | undefined
}

/** `coarse` (1:110 million) for a map of the world, `fine` (1:50 million) for a part of it. */
export type Atlas = { coarse(): Outlines; fine(): Outlines }

/** Reads the outlines from disk when they are first asked for: 20 and 60 ms. */
export function openAtlas(): Atlas {
  return { coarse: lazily(() => read('110m')), fine: lazily(() => read('50m')) }
}

function read(scale: '110m' | '50m'): Outlines {
  const world = createRequire(import.meta.url)(`world-atlas/countries-${scale}.json`) as Topology<{
    countries: GeometryCollection
    land: GeometryCollection
  }>
  const { countries, land } = world.objects
  const whole = feature(world, land).features[0]?.geometry
  if (whole?.type !== 'MultiPolygon') throw new Error(`world-atlas ${scale} has no land`)
  return {
    land: whole,
    borders: mesh(world, countries, (a, b) => a !== b),
    // Each when it is asked for: all of them together would be 8 MB more.
    country(code) {
      const found = countries.geometries.find(({ id }) => id === code)
      const shape = found && feature(world, found)
      return shape?.type === 'Feature' ? shape : undefined
    },
  }
}
