import { geoGraticule, geoPath } from 'd3-geo'
import type { Feature } from 'geojson'
import { STANDINGS, type Standing } from '../answer/table.ts'
import { countryNames, partnerCountries } from './countries.ts'
import { dashes, isCrowded, type MapLink, type Palette, type Spot } from './drawing.ts'
import { inSight, linesInSight } from './in-sight.ts'
import { type Layout, type NamedMark, weightOf } from './lay-out.ts'
import { drawMarks } from './marks.ts'
import type { Outlines } from './paint/outlines.ts'
import { element } from './paint/svg.ts'
import { line, textWidth } from './paint/text.ts'
import { drawFrame, drawLetter } from './panel.ts'
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
  const { outlines, palette, numberOf } = given
  const { view, all, links, frames } = panel
  const size = isCrowded(all) ? given.size - 2 : given.size
  const partners = partnerCountries(
    marks.map(({ spot }) => spot),
    outlines,
  ).map(({ name, shape }) => ({ name, shape: inView(shape, view) }))
  const labels = names.flatMap(({ shown }) => (shown.as === 'list' ? [] : [shown.label]))
  return [
    drawGround(
      view,
      outlines,
      partners.map(({ shape }) => shape),
      palette,
    ),
    ...frames.map((frame) => drawFrame(frame, view, palette)),
    ...STANDINGS.map((standing) => drawLinks(links, standing, view, palette)),
    countryNames(partners, view, { ...field, taken: [...field.taken, ...labels] }, palette),
    ...frames.map((frame) => drawLetter(frame, view, palette)),
    ...names.map((name) => drawLeader(name, palette)),
    drawMarks(marks, palette),
    ...names.map((name) => drawName(name, numberOf(name.mark.spot), size, palette)),
  ].join('')
}

/** How far a thin line may be from the true curve, in pixels. */
const ROUGH = 1
/** Without round ends, which are half of the work of painting a thousand lines. */
const THIN = { 'stroke-width': 0.7, 'stroke-opacity': 0.6 }

/** All lines of a standing; thinner when there are many. */
function drawLinks(
  all: readonly MapLink[],
  standing: Standing,
  { projection }: View,
  { lines }: Palette,
): string {
  const links = all.filter((link) => link.standing === standing)
  const coordinates = links.map(({ from, to }) => [lonLat(from), lonLat(to)])
  const smooth = projection.precision()
  if (isCrowded(all)) projection.precision(ROUGH)
  const d = geoPath(projection).digits(1)({ type: 'MultiLineString', coordinates })
  projection.precision(smooth)
  if (links.length === 0 || !d) return ''
  return element('path', {
    d,
    fill: 'none',
    stroke: lines[standing],
    ...(isCrowded(all) ? THIN : { 'stroke-width': all.length > 20 ? 1.1 : 1.8, 'stroke-linecap': 'round' }),
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

/** How far a coast or border may be from the true curve, in pixels: its points are closer together than a link's. */
const ROUGH_GROUND = 0.5

/** Sea, land, the tinted partner countries and the borders between countries. */
export function drawGround(
  view: View,
  outlines: Outlines,
  partners: readonly Feature[],
  palette: Palette,
): string {
  const { projection } = view
  const smooth = projection.precision()
  projection.precision(ROUGH_GROUND)
  const path = geoPath(projection).digits(1)
  const step = view.fine ? 10 : 30
  const graticule = geoGraticule()
    .step([step, step])
    .precision(step / 3)
  const { sea, land, partner, border, coast, paper } = palette
  const layers = [
    element('rect', { width: view.width, height: view.height, fill: paper }),
    shape(path({ type: 'Sphere' }), { fill: sea }),
    shape(path(graticule()), {
      fill: 'none',
      stroke: coast,
      'stroke-width': 0.5,
      'stroke-opacity': 0.45,
    }),
    shape(path(inSight(outlines.land, view)), {
      fill: land,
      stroke: coast,
      'stroke-width': 0.8,
      'stroke-linejoin': 'round',
    }),
    ...partners.map((country) => shape(path(country), { fill: partner })),
    shape(path(linesInSight(outlines.borders, view)), {
      fill: 'none',
      stroke: border,
      'stroke-width': 0.7,
      'stroke-linejoin': 'round',
    }),
  ]
  projection.precision(smooth)
  return layers.join('')
}

function inView(country: Feature, view: View): Feature {
  const { geometry } = country
  return geometry.type === 'MultiPolygon' ? { ...country, geometry: inSight(geometry, view) } : country
}

function shape(d: string | null, look: Readonly<Record<string, string | number>>): string {
  return d ? element('path', { d, ...look }) : ''
}
