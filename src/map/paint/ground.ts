import { geoGraticule, geoPath } from 'd3-geo'
import type { Feature } from 'geojson'
import type { View } from '../projection.ts'
import type { Outlines } from './outlines.ts'
import type { Palette } from './palette.ts'
import { element } from './svg.ts'

/** Sea, land, the tinted partner countries and the borders between countries. */
export function drawGround(
  view: View,
  outlines: Outlines,
  partners: readonly Feature[],
  palette: Palette,
): string {
  const path = geoPath(view.projection).digits(1)
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
    shape(path(outlines.land), {
      fill: land,
      stroke: coast,
      'stroke-width': 0.8,
      'stroke-linejoin': 'round',
    }),
    ...partners.map((country) => shape(path(country), { fill: partner })),
    shape(path(outlines.borders), {
      fill: 'none',
      stroke: border,
      'stroke-width': 0.7,
      'stroke-linejoin': 'round',
    }),
  ]
  return layers.join('')
}

function shape(d: string | null, look: Readonly<Record<string, string | number>>): string {
  return d ? element('path', { d, ...look }) : ''
}
