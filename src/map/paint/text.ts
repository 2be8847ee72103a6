import { element, escaped } from './svg.ts'
import { textWidth, type Weight } from './text-width.ts'

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
