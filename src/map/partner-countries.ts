import { geoArea, geoContains } from 'd3-geo'
import type { Feature, MultiPolygon, Polygon, Position } from 'geojson'
import countries from 'i18n-iso-countries/index.js'
import type { Outlines } from './paint/outlines.ts'
import { lonLat } from './projection.ts'

/** A country of the map with the name that labels give it. */
export type Partner = { name: string; shape: Feature }

type Placed = { country: string; code?: string; lat: number; lon: number }

/** About 1,700 km: Alaska and the Canary Islands are near their mainland, French Guiana and Hawaii are not. */
const NEAR = Math.cos((15 * Math.PI) / 180)
/** So many points of a coast are enough to measure a distance of that size. */
const POINTS = 40

/**
 * The outlines of the countries in which there is a place, each once: the mainland, what is near it, and what holds one
 * of the places. A partner in France says nothing of French Guiana. A place without a code tints nothing.
 */
export function partnerCountries(spots: readonly Placed[], outlines: Outlines): Partner[] {
  const coded = spots.filter(({ code }) => code)
  return [...Map.groupBy(coded, ({ code }) => code ?? '')].flatMap(([code, inside]) => {
    const numeric = countries.alpha2ToNumeric(code)
    const shape = numeric === undefined ? undefined : outlines.country(numeric)
    return shape ? [{ name: inside[0]?.country ?? '', shape: withoutFarParts(shape, inside) }] : []
  })
}

function withoutFarParts(shape: Feature, inside: readonly Placed[]): Feature {
  if (shape.geometry.type !== 'MultiPolygon') return shape
  const parts = shape.geometry.coordinates
  const areas = parts.map((part) => geoArea(polygon(part)))
  const mainland = coast(parts[areas.indexOf(Math.max(...areas))] ?? [])
  const kept = parts.filter(
    (part) =>
      isNear(coast(part), mainland) || inside.some((spot) => geoContains(polygon(part), lonLat(spot))),
  )
  const geometry: MultiPolygon = { type: 'MultiPolygon', coordinates: kept }
  return { ...shape, geometry }
}

function polygon(coordinates: Position[][]): Polygon {
  return { type: 'Polygon', coordinates }
}

type Vector = readonly [number, number, number]

/** Some points of it, evenly, as seen from the middle of the earth. */
function coast([outer = []]: Position[][]): Vector[] {
  const step = Math.max(1, Math.floor(outer.length / POINTS))
  return outer.filter((_, at) => at % step === 0).map(vector)
}

function vector([lon = 0, lat = 0]: Position): Vector {
  const [east, north] = [(lon * Math.PI) / 180, (lat * Math.PI) / 180]
  return [Math.cos(north) * Math.cos(east), Math.cos(north) * Math.sin(east), Math.sin(north)]
}

function isNear(one: readonly Vector[], other: readonly Vector[]): boolean {
  return one.some(([x, y, z]) => other.some(([a, b, c]) => x * a + y * b + z * c >= NEAR))
}
