import type { Palette, Picture } from './drawing.ts'
import type { Block } from './legend.ts'
import { element, escaped } from './paint/svg.ts'
import { FONT, line, wrapped } from './paint/text.ts'

/** `Frame A, enlarged: 12 of the 80 links`, over a map that enlarges a part of another one. */
export function frameCaption(letter: string, shows: string, { text }: Palette): Block {
  const words = `Frame ${letter}, enlarged: ${shows}`
  return { svg: line(words, 16, 20, { size: 13, fill: text, weight: 'bold' }), height: 30 }
}

/** Words below a map. */
export function note(words: string, width: number, { text }: Palette): Block {
  const rows = wrapped(words, width - 32, 13, 'regular', 3)
  const lines = rows.map((row, at) => line(row, 16, 22 + at * 18, { size: 13, fill: text }))
  return { svg: lines.join(''), height: 12 + rows.length * 18 }
}

/** Heading, and lines in quieter letters below it. */
export function header(
  title: string,
  under: readonly string[],
  width: number,
  { text, quiet }: Palette,
): Block {
  const heading = wrapped(title, width - 32, 19, 'bold', 3)
  const lines = heading.map((words, at) =>
    line(words, 16, 30 + at * 25, { size: 19, fill: text, weight: 'bold' }),
  )
  const below = 26 + heading.length * 25
  const counts = under.flatMap((words) => wrapped(words, width - 32, 14, 'regular', 2))
  lines.push(...counts.map((words, at) => line(words, 16, below + at * 20, { size: 14, fill: quiet })))
  return { svg: lines.join(''), height: below + counts.length * 20 - 7 }
}

/** The whole picture: its blocks one below the other, on paper, with what it shows as its title. */
export function stacked(blocks: readonly Block[], width: number, { paper }: Palette, alt: string): Picture {
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
