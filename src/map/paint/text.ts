import { element, escaped } from './svg.ts'

export const FONT = "'Noto Sans', 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif"

type Look = {
  size: number
  fill: string
  weight?: Weight
  /** A rim in the colour of the ground, so that lines below do not cut the letters. */
  halo?: string
}

/** A line of text whose left end is `x` and whose base line is `y`. */
export function line(
  words: string,
  x: number,
  y: number,
  { size, fill, weight = 'regular', halo }: Look,
): string {
  return element(
    'text',
    {
      x,
      y,
      'font-size': size,
      'font-weight': weight === 'bold' ? '600' : undefined,
      fill,
      textLength: textWidth(words, size, weight),
      lengthAdjust: 'spacingAndGlyphs',
      ...(halo && { stroke: halo, 'stroke-width': 3, 'stroke-linejoin': 'round', 'paint-order': 'stroke' }),
    },
    escaped(words),
  )
}

type Weight = 'regular' | 'bold'

/** Advance widths of U+0020 to U+007E in thousandths of the size: Noto Sans Regular. SemiBold is at most 6 % wider. */
const ASCII = [
  260, 269, 408, 646, 572, 831, 732, 225, 300, 300, 551, 572, 268, 322, 268, 372, 572, 572, 572, 572, 572,
  572, 572, 572, 572, 572, 268, 268, 572, 572, 572, 434, 899, 639, 650, 632, 730, 556, 519, 728, 741, 339,
  273, 619, 524, 907, 760, 781, 605, 781, 622, 549, 556, 731, 600, 930, 586, 566, 572, 329, 372, 329, 572,
  444, 281, 561, 615, 480, 615, 564, 344, 615, 618, 258, 258, 534, 258, 935, 618, 605, 615, 615, 413, 479,
  361, 618, 508, 786, 529, 510, 470, 380, 551, 380, 572,
]

const BOLD = 1.05
/** The mean of Greek and Cyrillic letters, and of Latin ones that do not come apart into a letter and an accent. */
const LETTER = 620
const IDEOGRAPH = 1000

const letters = new Intl.Segmenter('en', { granularity: 'grapheme' })

/**
 * How wide a text is, in pixels. Every text in the picture is also told this width (`textLength`), so that a reader's
 * own font cannot push a label into another one.
 */
export function textWidth(text: string, size: number, weight: Weight = 'regular'): number {
  let width = 0
  for (const character of text.normalize('NFD')) width += advance(character)
  return (width * size * (weight === 'bold' ? BOLD : 1)) / 1000
}

/** The text, cut with an ellipsis when it is wider than `most` pixels. */
export function truncated(text: string, most: number, size: number, weight: Weight = 'regular'): string {
  if (textWidth(text, size, weight) <= most) return text
  let kept = ''
  for (const { segment } of letters.segment(text)) {
    if (textWidth(`${kept}${segment}…`, size, weight) > most) break
    kept += segment
  }
  return `${kept.trimEnd()}…`
}

/** The text on several lines, broken between words; what is left after `lines` of them is cut. */
export function wrapped(text: string, most: number, size: number, weight: Weight, lines: number): string[] {
  const rows: string[] = []
  for (const word of text.split(/\s+/)) {
    const row = rows.at(-1)
    const longer = row === undefined ? word : `${row} ${word}`
    const fits = rows.length === lines || textWidth(longer, size, weight) <= most
    if (row !== undefined && fits) rows[rows.length - 1] = longer
    else rows.push(word)
  }
  return rows.map((row) => truncated(row, most, size, weight))
}

function advance(character: string): number {
  const code = character.codePointAt(0) ?? 0
  const known = ASCII[code - 0x20]
  if (known !== undefined) return known
  if (/\p{Mark}/u.test(character)) return 0
  return code >= 0x1100 ? IDEOGRAPH : LETTER
}
