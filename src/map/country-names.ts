import { geoContains, geoPath } from 'd3-geo'
import type { Feature, Geometry } from 'geojson'
import { type Box, overlap, strikes, touches, within } from './labels/geometry.ts'
import type { Field } from './labels/place-labels.ts'
import type { Palette } from './paint/palette.ts'
import { line } from './paint/text.ts'
import { textWidth } from './paint/text-width.ts'
import type { Partner } from './partner-countries.ts'
import type { View } from './projection.ts'

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

/** Boxes about the middle of its largest part. */
function middles({ geometry }: Feature, { projection }: View, w: number): Box[] {
  const path = geoPath(projection)
  const parts: Geometry[] =
    geometry.type === 'MultiPolygon'
      ? geometry.coordinates.map((coordinates) => ({ type: 'Polygon', coordinates }))
      : [geometry]
  const areas = parts.map((part) => path.area(part))
  const largest = parts[areas.indexOf(Math.max(...areas))]
  if (!largest || Math.max(...areas) === 0) return []
  const [x, y] = path.centroid(largest)
  return SHIFTS.map((shift) => ({ x: x - w / 2, y: y + shift - SIZE / 2, w, h: SIZE + 3 }))
}

/** In the country with its middle and with most of its length: a name over a neighbour would be wrong. */
function lies({ x, y, w, h }: Box, shape: Feature, { projection }: View): boolean {
  return [0.1, 0.5, 0.9].every((part) => {
    const place = projection.invert?.([x + w * part, y + h / 2])
    return place !== null && place !== undefined && geoContains(shape, place)
  })
}
