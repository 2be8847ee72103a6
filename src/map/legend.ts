import { STANDING_IN_WORDS, STANDINGS, type Standing } from '../answer/table.ts'
import { dashes, type MapLink, type Palette } from './drawing.ts'
import { drawEnds, drawStarts } from './marks.ts'
import { element } from './paint/svg.ts'
import { line, textWidth, truncated } from './paint/text.ts'

/** A name that the map shows as a number, or not at all. */
export type Entry = { number: number; name: string; bold: boolean }

/** Part of the picture, to be stacked on the others. */
export type Block = { svg: string; height: number }

const MARGIN = 16
const NAME_SIZE = 14
const LEADING = 20
const BETWEEN = 20

/** The numbered names, in columns that read downwards. */
export function nameList(entries: readonly Entry[], width: number, { text }: Palette): Block {
  if (entries.length === 0) return { svg: '', height: 0 }
  const room = width - 2 * MARGIN
  const indent = textWidth(`${entries.length} `, NAME_SIZE, 'bold') + 6
  const widest = indent + Math.max(...entries.map(({ name }) => textWidth(name, NAME_SIZE))) + BETWEEN
  const columns = Math.max(1, Math.min(4, entries.length, Math.floor((room + BETWEEN) / widest)))
  const rows = Math.ceil(entries.length / columns)
  const column = (room + BETWEEN) / columns
  const lines = entries.map(({ number, name, bold }, at) => {
    const x = MARGIN + Math.floor(at / rows) * column
    const y = 14 + NAME_SIZE + (at % rows) * LEADING
    const weight = bold ? 'bold' : 'regular'
    const words = truncated(name, column - BETWEEN - indent, NAME_SIZE, weight)
    const look = { size: NAME_SIZE, fill: text }
    return (
      line(String(number), x, y, { ...look, weight: 'bold' }) +
      line(words, x + indent, y, { ...look, weight })
    )
  })
  return { svg: lines.join(''), height: 14 + rows * LEADING + 6 }
}

const SIZE = 13
const SAMPLE = 34
const CREDIT = 'Natural Earth · GeoNames CC BY 4.0'

const LINE: Readonly<Record<Standing, string>> = {
  active: 'Solid',
  listed: 'Dash and dot',
  doubt: 'Dotted',
  ended: 'Dashed',
}

/** What the lines mean, in words, and whose data the map is. */
export function legend(links: readonly MapLink[], width: number, palette: Palette): Block {
  const used = STANDINGS.filter((one) => links.some(({ standing }) => standing === one))
  let [x, y] = [MARGIN, 20]
  const drawn = [undefined, ...used].map((standing) => {
    const wide = standing ? SAMPLE + 8 + textWidth(meaning(standing), SIZE) : 20 + textWidth(START, SIZE)
    if (x > MARGIN && x + wide > width - MARGIN) [x, y] = [MARGIN, y + 20]
    const item = standing ? sample(standing, x, y, palette) : start(x, y, palette)
    x += wide + 24
    return item
  })
  const credit = textWidth(CREDIT, 11)
  if (x + credit > width - MARGIN) y += 18
  drawn.push(line(CREDIT, width - MARGIN - credit, y, { size: 11, fill: palette.quiet }))
  return { svg: drawn.join(''), height: y + 12 }
}

const START = 'Where links start'

function start(x: number, y: number, palette: Palette): string {
  const mark = drawStarts([{ x: x + 6, y: y - SIZE * 0.35, r: 5.5 }], palette)
  return mark + line(START, x + 20, y, { size: SIZE, fill: palette.text })
}

function meaning(standing: Standing): string {
  return `${LINE[standing]} line: ${STANDING_IN_WORDS[standing]}`
}

function sample(standing: Standing, x: number, y: number, palette: Palette): string {
  const { lines, text } = palette
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
  const mark = drawEnds([{ x: x + SAMPLE - 2, y: at, r: 4 }], standing, palette)
  return stroke + mark + line(meaning(standing), x + SAMPLE + 8, y, { size: SIZE, fill: text })
}
