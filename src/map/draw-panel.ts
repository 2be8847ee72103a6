import { geoPath } from 'd3-geo'
import { countryNames } from './country-names.ts'
import type { MapLink, Spot } from './drawing.ts'
import { drawFrame, drawLetter } from './frame.ts'
import { type Layout, type NamedMark, weightOf } from './lay-out.ts'
import { drawMark } from './marks.ts'
import { drawGround } from './paint/ground.ts'
import type { Outlines } from './paint/outlines.ts'
import { dashes, type Palette } from './paint/palette.ts'
import { element } from './paint/svg.ts'
import { line } from './paint/text.ts'
import { textWidth } from './paint/text-width.ts'
import { partnerCountries } from './partner-countries.ts'
import { lonLat, type View } from './projection.ts'

type Given = {
  outlines: Outlines
  palette: Palette
  /** Of the names, in pixels. */
  size: number
  numberOf: (spot: Spot) => number | undefined
}

/** One map, as markup that fills its view. */
export function drawPanel({ panel, marks, names, field }: Layout, given: Given): string {
  const { outlines, palette, size, numberOf } = given
  const { view, links, frames } = panel
  const partners = partnerCountries(
    marks.map(({ spot }) => spot),
    outlines,
  )
  const labels = names.flatMap(({ shown }) => (shown.as === 'list' ? [] : [shown.label]))
  return [
    drawGround(
      view,
      outlines,
      partners.map(({ shape }) => shape),
      palette,
    ),
    ...frames.map((frame) => drawFrame(frame, view, palette)),
    countryNames(partners, view, { ...field, taken: [...field.taken, ...labels] }, palette),
    ...links.map((link) => drawLink(link, view, links.length, palette)),
    ...frames.map((frame) => drawLetter(frame, view, palette)),
    ...names.map((name) => drawLeader(name, palette)),
    ...marks.map((mark) => drawMark(mark, palette)),
    ...names.map((name) => drawName(name, numberOf(name.mark.spot), size, palette)),
  ].join('')
}

/** Thinner when there are many. */
function drawLink(
  { from, to, standing }: MapLink,
  { projection }: View,
  many: number,
  { lines }: Palette,
): string {
  const d = geoPath(projection).digits(1)({ type: 'LineString', coordinates: [lonLat(from), lonLat(to)] })
  if (!d) return ''
  return element('path', {
    d,
    fill: 'none',
    stroke: lines[standing],
    'stroke-width': many > 20 ? 1.1 : 1.8,
    'stroke-linecap': 'round',
    'stroke-dasharray': dashes[standing],
  })
}

function drawLeader({ shown }: NamedMark, { text }: Palette): string {
  const leader = shown.as === 'list' ? undefined : shown.label.leader
  if (!leader) return ''
  const [[x1, y1], [x2, y2]] = leader
  return element('line', { x1, y1, x2, y2, stroke: text, 'stroke-width': 0.9 })
}

function drawName(name: NamedMark, number: number | undefined, size: number, palette: Palette): string {
  const { mark, written, shown } = name
  if (shown.as === 'list') return ''
  const { x, y, w, h } = shown.label.box
  const { text, land, paper, quiet } = palette
  if (shown.as === 'name')
    return line(written, x, y + size, { size, fill: text, weight: weightOf(mark), halo: land })
  const digits = String(number ?? '')
  const left = x + (w - textWidth(digits, size - 2, 'bold')) / 2
  const pill = { x, y, width: w, height: h, rx: h / 2, fill: paper, stroke: quiet, 'stroke-width': 0.9 }
  return (
    element('rect', pill) + line(digits, left, y + size - 1.5, { size: size - 2, fill: text, weight: 'bold' })
  )
}
