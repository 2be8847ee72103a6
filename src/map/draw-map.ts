import { altText, counted } from './alt-text.ts'
import { arrange } from './arrange.ts'
import { drawPanel } from './draw-panel.ts'
import { type Drawing, type Picture, type Spot, sameSpot } from './drawing.ts'
import { inBrackets, type Layout } from './lay-out.ts'
import { type Block, type Entry, legend, nameList } from './legend.ts'
import type { Atlas } from './paint/outlines.ts'
import { type Palette, palettes } from './paint/palette.ts'
import { element, escaped } from './paint/svg.ts'
import { FONT, line, wrapped } from './paint/text.ts'

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
