import { STANDING_IN_WORDS, STANDINGS, type Standing } from '../library/link.ts'
import type { MapLink } from './drawing.ts'
import type { Block } from './name-list.ts'
import { dashes, type Palette } from './paint/palette.ts'
import { element } from './paint/svg.ts'
import { line } from './paint/text.ts'
import { textWidth } from './paint/text-width.ts'

const SIZE = 13
const SAMPLE = 34
const MARGIN = 16
const CREDIT = 'Natural Earth · GeoNames CC BY 4.0'

const LINE: Readonly<Record<Standing, string>> = { current: 'Solid', uncertain: 'Dotted', ended: 'Dashed' }

/** What the lines mean, in words, and whose data the map is. */
export function legend(links: readonly MapLink[], width: number, palette: Palette): Block {
  const used = STANDINGS.filter((one) => links.some(({ standing }) => standing === one))
  let [x, y] = [MARGIN, 20]
  const drawn = used.map((standing) => {
    const wide = SAMPLE + 8 + textWidth(meaning(standing), SIZE)
    if (x > MARGIN && x + wide > width - MARGIN) [x, y] = [MARGIN, y + 20]
    const item = sample(standing, x, y, palette)
    x += wide + 24
    return item
  })
  const credit = textWidth(CREDIT, 11)
  if (x + credit > width - MARGIN) y += 18
  drawn.push(line(CREDIT, width - MARGIN - credit, y, { size: 11, fill: palette.quiet }))
  return { svg: drawn.join(''), height: y + 12 }
}

function meaning(standing: Standing): string {
  return `${LINE[standing]} line: ${STANDING_IN_WORDS[standing]}`
}

function sample(standing: Standing, x: number, y: number, { lines, text }: Palette): string {
  const at = y - SIZE * 0.35
  const stroke = element('line', {
    x1: x,
    y1: at,
    x2: x + SAMPLE,
    y2: at,
    stroke: lines[standing],
    'stroke-width': 2,
    'stroke-linecap': 'round',
    'stroke-dasharray': dashes[standing],
  })
  return stroke + line(meaning(standing), x + SAMPLE + 8, y, { size: SIZE, fill: text })
}
