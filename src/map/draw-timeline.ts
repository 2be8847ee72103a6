import type { Moment } from '../answer/answer.ts'
import { dateInWords } from '../answer/in-words.ts'
import type { Palette } from './drawing.ts'
import type { Block } from './legend.ts'
import { element } from './paint/svg.ts'
import { line, textWidth, truncated } from './paint/text.ts'

/** In pixels. A year is so long, up to `FAR`; no two moments stand closer than their words. */
const [YEAR, APART, FAR, MARGIN, SIZE, DOT] = [2, 24, 90, 16, 14, 4.5]

/** What happened on a link, down a line: the days to its left, in words to its right. */
export function drawTimeline(moments: readonly Moment[], width: number, palette: Palette): Block {
  if (moments.length === 0) return { svg: '', height: 0 }
  const { text, quiet, home } = palette
  const days = moments.map(({ day }) => dateInWords(day))
  const widest = Math.max(...days.map((day) => textWidth(day, SIZE)))
  const middle = MARGIN + widest + 18
  const heights = heightsOf(moments, 26 + APART)
  const [first = 0, last = 0] = [heights[0], heights.at(-1)]
  const rule = element('line', {
    x1: middle,
    x2: middle,
    y1: first,
    y2: last,
    stroke: quiet,
    'stroke-width': 1.5,
  })
  const rows = moments.map(({ what }, at) => {
    const [y = 0, day = ''] = [heights[at], days[at]]
    const base = y + SIZE * 0.35
    const left = middle - 18 - textWidth(day, SIZE)
    const words = truncated(what, width - middle - 18 - MARGIN, SIZE)
    return [
      element('circle', { cx: middle, cy: y, r: DOT, fill: home }),
      line(day, left, base, { size: SIZE, fill: quiet }),
      line(words, middle + 18, base, { size: SIZE, fill: text }),
    ].join('')
  })
  const title = line('Timeline', MARGIN, 26, { size: 15, fill: text, weight: 'bold' })
  return { svg: [title, rule, ...rows].join(''), height: last + APART }
}

/** `2019: kept; 2021: memorandum signed` */
export function timelineInWords(moments: readonly Moment[]): string {
  return moments.map(({ day, what }) => `${dateInWords(day)}: ${what}`).join('; ')
}

/** How far down each of them stands. */
function heightsOf(moments: readonly Moment[], first: number): readonly number[] {
  const heights: number[] = []
  for (const [at, { day }] of moments.entries()) {
    const before = heights.at(-1)
    const years = Number(day.slice(0, 4)) - Number(moments[at - 1]?.day.slice(0, 4))
    heights.push(before === undefined ? first : before + Math.min(FAR, Math.max(APART, years * YEAR)))
  }
  return heights
}
