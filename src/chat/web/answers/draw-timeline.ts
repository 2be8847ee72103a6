import { createElement as h, type ReactNode } from 'react'
import type { Answer } from '../../../answer/answer.ts'
import { dateInWords } from '../../../answer/in-words.ts'

/** In units of the picture. A year is so long, and no two moments stand closer than their words; `24 September 1983` fits before the line. */
const [YEAR, APART, WIDTH, LINE] = [2, 20, 376, 140]

type Moment = NonNullable<Answer['groups'][number]['moment']>

/** When a link began and what happened on it, drawn down a line; nothing where there are not two days. The words stand above it. */
export function drawTimeline({ table, groups }: Answer): ReactNode {
  if (table?.rows.length !== 1) return null
  const starts = new Set(
    groups.flatMap(({ link, findings }) => (link ? findings.flatMap(({ since }) => since ?? []) : [])),
  )
  const all: readonly Moment[] = [
    ...[...starts].map((day) => ({ day, what: 'began, as a source has it' })),
    ...groups.flatMap(({ moment }) => moment ?? []),
  ].toSorted((a, b) => a.day.localeCompare(b.day))
  if (new Set(all.map(({ day }) => day)).size < 2) return null
  const heights = heightsOf(all)
  const height = (heights.at(-1) ?? 0) + APART
  const words = all.map(({ day, what }) => `${dateInWords(day)}: ${what}`)
  return h(
    'svg',
    {
      key: 'timeline',
      className: 'timeline',
      role: 'img',
      'aria-label': `Timeline. ${AND.format(words)}.`,
      viewBox: `0 0 ${WIDTH} ${height}`,
    },
    h('line', { x1: LINE, x2: LINE, y1: heights[0], y2: heights.at(-1), stroke: 'currentColor' }),
    all.map(({ day, what }, at) => {
      const y = heights[at]
      return h(
        'g',
        { key: `${day} ${at}`, fill: 'currentColor', fontSize: 12, dominantBaseline: 'middle' },
        h('circle', { cx: LINE, cy: y, r: 4 }),
        h('text', { x: LINE - 12, y, textAnchor: 'end' }, dateInWords(day)),
        h('text', { x: LINE + 12, y }, what.length > MOST ? `${what.slice(0, MOST - 1)}…` : what),
      )
    }),
  )
}

/** As many letters as fit beside the line. */
const MOST = 32

function heightsOf(all: readonly Moment[]): readonly number[] {
  const heights: number[] = []
  for (const [at, { day }] of all.entries()) {
    const before = heights.at(-1)
    const years = Number(day.slice(0, 4)) - Number(all[at - 1]?.day.slice(0, 4))
    heights.push(before === undefined ? APART : before + Math.max(APART, years * YEAR))
  }
  return heights
}

const AND = new Intl.ListFormat('en-GB')
