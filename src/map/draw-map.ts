import { geoCentroid, geoDistance } from 'd3-geo'
import { count } from '../answer/in-words.ts'
import { altText, counted, reach } from './alt-text.ts'
import { drawPanel } from './draw-panel.ts'
import { drawTimeline } from './draw-timeline.ts'
import {
  type Drawing,
  distinctSpots,
  isCrowded,
  type MapLink,
  type Palette,
  type Picture,
  palettes,
  type Spot,
  sameSpot,
} from './drawing.ts'
import { inBrackets, type Layout, layOut } from './lay-out.ts'
import { type Block, type Entry, legend, nameList } from './legend.ts'
import type { Atlas } from './paint/outlines.ts'
import { element } from './paint/svg.ts'
import { enlarged, type Panel, wholePanel } from './panel.ts'
import { lonLat } from './projection.ts'
import { frameCaption, header, note, stacked } from './stack.ts'

const WIDTH = 800
const NARROWEST = 320

/** Draws places and the great-circle lines between them. The same input gives the same picture, byte for byte. */
export function drawMap(drawing: Drawing, atlas: Atlas): Picture {
  const { title, links, timeline = [], width = WIDTH, theme = 'light' } = drawing
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
  const top = header(title, [`${reach(links)}.`, `Links: ${counted(links)}.`], wide, palette)
  const below = isCrowded(links)
    ? note(namesInWords(layouts, links), wide, palette)
    : nameList(entries, wide, palette)
  const blocks = [top, ...maps, below, legend(links, wide, palette), drawTimeline(timeline, wide, palette)]
  return stacked(blocks, wide, palette, altText(drawing))
}

function map({ panel: { view } }: Layout, inside: string): Block {
  return { svg: element('svg', { width: view.width, height: view.height }, inside), height: view.height }
}

/** Over a map that enlarges a part of another one. */
function caption({ panel: { letter, links, all } }: Layout, palette: Palette): Block {
  if (!letter) return { svg: '', height: 0 }
  return frameCaption(
    letter,
    `${links.length.toLocaleString('en-GB')} of the ${count(all.length, 'link')}`,
    palette,
  )
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

/** Which places of a crowded map have their names, and how many have not. */
function namesInWords(layouts: readonly Layout[], links: readonly MapLink[]): string {
  const all = distinctSpots(links.flatMap(({ from, to }) => [from, to])).length
  const named = layouts.flatMap(({ names }) => names.map(({ mark }) => mark.spot))
  const few = distinctSpots(named).length
  return `Named: ${few} of ${count(all, 'place')}, those with most links first, as far as there is room. The answer names all.`
}

/** About 2,200 km: from the middle of Britain it holds most of Europe, and not Moscow or Athens. */
const NEAR = (20 * Math.PI) / 180
const FEW = 3

/** One map; or, where some places are near the start and others far away, one of these and an enlarged one of those. */
export function arrange(links: readonly MapLink[], width: number, size: number): Layout[] {
  const whole = wholePanel(links, width)
  return (nearEnlarged(whole) ?? [whole]).map((panel) => layOut(panel, size))
}

function nearEnlarged(whole: Panel): [Panel, Panel] | undefined {
  const starts = distinctSpots(whole.links.map(({ from }) => from))
  const middle = geoCentroid({ type: 'MultiPoint', coordinates: starts.map(lonLat) })
  const near = whole.names.filter((spot) => geoDistance(lonLat(spot), middle) <= NEAR)
  if (near.length < FEW || near.length === whole.names.length) return undefined
  return enlarged(whole, near, 'A', { worth: 2, closest: 1000 })
}
