import { geoContains, geoPath } from 'd3-geo'
import type { Feature, MultiPolygon, Polygon, Position } from 'geojson'
import countries from 'i18n-iso-countries/index.js'
import type { Palette } from './drawing.ts'
import { type Box, overlap, strikes, touches, within } from './labels/geometry.ts'
import type { Field } from './labels/place-labels.ts'
import type { Outlines } from './paint/outlines.ts'
import { line, textWidth } from './paint/text.ts'
import { lonLat, type View } from './projection.ts'

/** A country of the map with the name that labels give it. */
type Partner = { name: string; shape: Feature }

type Placed = { country: string; code?: string; lat: number; lon: number }

/** About 1,700 km: Alaska and the Canary Islands are near their mainland, French Guiana and Hawaii are not. */
const NEAR = Math.cos((15 * Math.PI) / 180)
/** So many points of a coast are enough to measure a distance of that size. */
const POINTS = 40

/**
 * The outlines of the countries in which there is a place, each once: the mainland, what is near it, and what holds one
 * of the places, the largest first. A partner in France says nothing of French Guiana. A place without a code tints nothing.
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
  const area = new Map(shape.geometry.coordinates.map((part) => [part, size(part)]))
  const parts = [...area.keys()].sort((a, b) => (area.get(b) ?? 0) - (area.get(a) ?? 0))
  const mainland = coast(parts[0] ?? [])
  const kept = parts.filter(
    (part) =>
      isNear(coast(part), mainland) || inside.some((spot) => geoContains(polygon(part), lonLat(spot))),
  )
  const geometry: MultiPolygon = { type: 'MultiPolygon', coordinates: kept }
  return { ...shape, geometry }
}

/** Of its outline, flattened: enough to tell the largest part, and a tenth of the work of its true area. */
function size([outer = []]: Position[][]): number {
  let twice = 0
  let [x, y] = [0, 0]
  for (const [at, [lon = 0, lat = 0]] of outer.entries()) {
    const [east, north] = [lon, Math.sin((lat * Math.PI) / 180)]
    if (at > 0) twice += x * north - east * y
    ;[x, y] = [east, north]
  }
  return Math.abs(twice)
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

const SIZE = 11
const SHIFTS = [0, -16, 16, -32, 32, -48, 48, -64, 64]

/** Names of countries in small type, where everything else leaves room: a help to the eye; the alt text has them all. */
export function countryNames(
  partners: readonly Partner[],
  view: View,
  { bounds, marks, strokes, taken }: Field,
  { quiet, partner }: Palette,
): string {
  const boxes: Box[] = taken.map(({ box }) => box)
  return partners
    .map(({ name, shape }) => {
      const words = name.toUpperCase()
      const box = middles(shape, view, textWidth(words, SIZE)).find(
        (one) =>
          within(one, bounds) &&
          !boxes.some((other) => overlap(one, other, 3)) &&
          !marks.some((mark) => touches(one, mark)) &&
          !strokes.some((stroke) => strikes(stroke, one)) &&
          lies(one, shape, view),
      )
      if (!box) return ''
      boxes.push(box)
      return line(words, box.x, box.y + SIZE, { size: SIZE, fill: quiet, halo: partner })
    })
    .join('')
}

/** Boxes about the middle of its largest part that is seen. */
function middles({ geometry }: Feature, { projection }: View, w: number): Box[] {
  const path = geoPath(projection)
  const parts = geometry.type === 'MultiPolygon' ? geometry.coordinates.map(polygon) : [geometry]
  for (const part of parts) {
    const [x, y] = path.centroid(part)
    if (Number.isFinite(x))
      return SHIFTS.map((shift) => ({ x: x - w / 2, y: y + shift - SIZE / 2, w, h: SIZE + 3 }))
  }
  return []
}

/** In the country with its middle and with most of its length: a name over a neighbour would be wrong. */
function lies({ x, y, w, h }: Box, shape: Feature, { projection }: View): boolean {
  return [0.1, 0.5, 0.9].every((part) => {
    const place = projection.invert?.([x + w * part, y + h / 2])
    return place !== null && place !== undefined && geoContains(shape, place)
  })
}
