import type { Palette } from './paint/palette.ts'
import { line } from './paint/text.ts'
import { cut, textWidth } from './paint/text-width.ts'

/** A name that the map shows as a number, or not at all. */
export type Entry = { number: number; name: string; bold: boolean }

/** Part of the picture, to be stacked on the others. */
export type Block = { svg: string; height: number }

const SIZE = 14
const LEADING = 20
const MARGIN = 16
const BETWEEN = 20

/** The numbered names, in columns that read downwards. */
export function nameList(entries: readonly Entry[], width: number, { text }: Palette): Block {
  if (entries.length === 0) return { svg: '', height: 0 }
  const room = width - 2 * MARGIN
  const indent = textWidth(`${entries.length} `, SIZE, 'bold') + 6
  const widest = indent + Math.max(...entries.map(({ name }) => textWidth(name, SIZE))) + BETWEEN
  const columns = Math.max(1, Math.min(4, entries.length, Math.floor((room + BETWEEN) / widest)))
  const rows = Math.ceil(entries.length / columns)
  const column = (room + BETWEEN) / columns
  const lines = entries.map(({ number, name, bold }, at) => {
    const x = MARGIN + Math.floor(at / rows) * column
    const y = 14 + SIZE + (at % rows) * LEADING
    const weight = bold ? 'bold' : 'regular'
    const words = cut(name, column - BETWEEN - indent, SIZE, weight)
    const look = { size: SIZE, fill: text }
    return (
      line(String(number), x, y, { ...look, weight: 'bold' }) +
      line(words, x + indent, y, { ...look, weight })
    )
  })
  return { svg: lines.join(''), height: 14 + rows * LEADING + 6 }
}
