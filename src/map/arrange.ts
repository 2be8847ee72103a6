import { geoCentroid, geoDistance } from 'd3-geo'
import { distinctSpots, type MapLink, type Spot } from './drawing.ts'
import { distance } from './labels/geometry.ts'
import { type Layout, layOut, type NamedMark } from './lay-out.ts'
import { enlarged, type Panel, wholePanel } from './panel.ts'
import { lonLat } from './projection.ts'

/** About 3,100 km: from the middle of Britain it holds Europe. */
const NEAR = (28 * Math.PI) / 180
const FEW = 3
const MAPS = 4
/** How far from its middle a crowd reaches, as a share of the width. */
const CROWD = 1 / 7

/**
 * One map, and further ones below it that enlarge what is crowded: first what lies near the start when other places are
 * far away, then wherever several names could not be written.
 */
export function arrange(links: readonly MapLink[], width: number, size: number): Layout[] {
  const whole = wholePanel(links, width)
  const layouts = (nearEnlarged(whole) ?? [whole]).map((panel) => layOut(panel, size))
  while (layouts.length < MAPS) {
    const at = mostUnwritten(layouts)
    const split = splitCrowd(layouts[at], letterOf(layouts.length))
    if (!split) break
    const [above, below] = split
    layouts[at] = layOut(above, size)
    layouts.push(layOut(below, size))
  }
  return layouts
}

function nearEnlarged(whole: Panel): [Panel, Panel] | undefined {
  const starts = distinctSpots(whole.links.map(({ from }) => from))
  const middle = geoCentroid({ type: 'MultiPoint', coordinates: starts.map(lonLat) })
  const near = whole.names.filter((spot) => geoDistance(lonLat(spot), middle) <= NEAR)
  if (near.length < FEW || near.length === whole.names.length) return undefined
  return enlarged(whole, near, letterOf(1), { worth: 2.5, closest: 1000 })
}

/** `A` for the second map of the picture. */
function letterOf(maps: number): string {
  return String.fromCharCode(64 + maps)
}

function unwritten({ names }: Layout): NamedMark[] {
  return names.filter(({ shown }) => shown.as !== 'name')
}

function mostUnwritten(layouts: readonly Layout[]): number {
  const counts = layouts.map((layout) => unwritten(layout).length)
  return counts.indexOf(Math.max(...counts))
}

/** The places around the thickest crowd of names without a position, on a map of their own. */
function splitCrowd(layout: Layout | undefined, letter: string): [Panel, Panel] | undefined {
  if (!layout) return undefined
  const failed = unwritten(layout)
  const reach = layout.panel.view.width * CROWD
  const about = (one: NamedMark, all: readonly NamedMark[]) =>
    all.filter(({ mark }) => distance([mark.x, mark.y], [one.mark.x, one.mark.y]) <= reach)
  const sizes = failed.map((one) => about(one, failed).length)
  const most = Math.max(0, ...sizes)
  const middle = failed[sizes.indexOf(most)]
  if (most < FEW || !middle) return undefined
  const some: Spot[] = about(middle, layout.names).map(({ mark }) => mark.spot)
  return enlarged(layout.panel, some, letter, { worth: 1.9, closest: 420 })
}
