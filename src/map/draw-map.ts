import { geoCentroid, geoDistance } from 'd3-geo'
import { altText, counted } from './alt-text.ts'
import { drawPanel } from './draw-panel.ts'
import { type Drawing, distinctSpots, type MapLink, type Picture, type Spot, sameSpot } from './drawing.ts'
import { distance } from './labels/geometry.ts'
import { inBrackets, type Layout, layOut, type NamedMark } from './lay-out.ts'
import { type Block, type Entry, legend, nameList } from './legend.ts'
import type { Atlas } from './paint/outlines.ts'
import { type Palette, palettes } from './paint/palette.ts'
import { element, escaped } from './paint/svg.ts'
import { FONT, line, wrapped } from './paint/text.ts'
import { enlarged, type Panel, wholePanel } from './panel.ts'
import { lonLat } from './projection.ts'

const WIDTH = 800
const NARROWEST = 320

/** Draws places and the great-circle lines between them. The same input gives the same picture, byte for byte. */
export function drawMap({ title, links, width = WIDTH, theme = 'light' }: Drawing, atlas: Atlas): Picture {
  const wide = Math.max(NARROWEST, Math.round(width))
  const size = wide >= 600 ? 15 : 13
  const palette = palettes[theme]
  const layouts = arrange(links, wide, size)
  const entries = numbered(layouts)
  const numberOf = (spot: Spot) => entries.find((entry) => sameSpot(entry.spot, spot))?.number
  const maps = layouts.flatMap((layout) => {
    const outlines = layout.panel.view.fine ? atlas.fine() : atlas.coarse()
    return [caption(layout, palette), map(layout, drawPanel(layout, { outlines, palette, size, numberOf }))]
  })
  const top = header(title, `Links: ${counted(links)}`, wide, palette)
  const blocks = [top, ...maps, nameList(entries, wide, palette), legend(links, wide, palette)]
  return stacked(blocks, wide, palette, altText(title, links))
}

function map({ panel: { view } }: Layout, inside: string): Block {
  return { svg: element('svg', { width: view.width, height: view.height }, inside), height: view.height }
}

/** Over a map that enlarges a part of another one. */
function caption({ panel: { letter } }: Layout, { text }: Palette): Block {
  if (!letter) return { svg: '', height: 0 }
  const words = `Frame ${letter}, enlarged`
  return { svg: line(words, 16, 20, { size: 13, fill: text, weight: 'bold' }), height: 30 }
}

/** Every name that a panel could not write out gets a number, in the order of the alphabet. */
function numbered(layouts: readonly Layout[]): (Entry & { spot: Spot })[] {
  const left = layouts.flatMap(({ names }) => names.filter(({ shown }) => shown.as !== 'name'))
  const once = left.filter(
    ({ mark }, at) => left.findIndex((other) => sameSpot(other.mark.spot, mark.spot)) === at,
  )
  return once
    .map(({ mark }) => {
      const name = `${mark.spot.name}, ${mark.spot.country}${inBrackets(mark)}`
      return { spot: mark.spot, name, bold: mark.start }
    })
    .sort((a, b) => a.name.localeCompare(b.name, 'en') || a.spot.lat - b.spot.lat || a.spot.lon - b.spot.lon)
    .map((entry, at) => ({ ...entry, number: at + 1 }))
}

function header(title: string, under: string, width: number, { text, quiet }: Palette): Block {
  const heading = wrapped(title, width - 32, 19, 'bold', 3)
  const lines = heading.map((words, at) =>
    line(words, 16, 30 + at * 25, { size: 19, fill: text, weight: 'bold' }),
  )
  const below = 26 + heading.length * 25
  const counts = wrapped(under, width - 32, 14, 'regular', 2)
  lines.push(...counts.map((words, at) => line(words, 16, below + at * 20, { size: 14, fill: quiet })))
  return { svg: lines.join(''), height: below + counts.length * 20 - 7 }
}

function stacked(blocks: readonly Block[], width: number, { paper }: Palette, alt: string): Picture {
  const height = blocks.reduce((sum, block) => sum + block.height, 0)
  let top = 0
  const parts = blocks.map((block) => {
    const part = element('g', { transform: `translate(0 ${top})` }, block.svg)
    top += block.height
    return block.svg === '' ? '' : part
  })
  const root = { xmlns: 'http://www.w3.org/2000/svg', viewBox: `0 0 ${width} ${height}`, width, height }
  const ground = element('rect', { width, height, fill: paper })
  const inside = element('title', {}, escaped(alt)) + ground + parts.join('')
  return { svg: element('svg', { ...root, role: 'img', 'font-family': FONT }, inside), alt, width, height }
}

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
