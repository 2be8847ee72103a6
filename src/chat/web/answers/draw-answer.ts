import { createElement as h, type ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { type Answer, documentsOf, findingsOf, type Moment } from '../../../answer/answer.ts'
import { AND, checkedOnce, dateInWords, sourcesBeside } from '../../../answer/in-words.ts'
import { LISTED_MEANS, type LinkTable } from '../../../answer/table.ts'
import { momentsOf } from '../../../answer/timeline.ts'
import { addressOf, drawGroups, drawSources } from './draw-evidence.ts'
import { drawTable } from './draw-table.ts'

/** Heading, what was asked for in one sentence, where things stand, and the links at a glance; without the small print. HTML. */
export function drawOverview(answer: Answer, level: 1 | 3): string {
  const { heading, direct, lead = [], table, groups } = answer
  const others = table ? groups.filter(({ link }) => link === undefined) : []
  return renderToStaticMarkup([
    h(`h${level}`, { key: 'heading', className: 'answer-heading', dir: 'auto' }, heading),
    direct ? h('p', { key: 'direct', className: 'direct', dir: 'auto' }, sentence(direct)) : null,
    ...lead.map((text) => h('p', { key: text, className: 'standing', dir: 'auto' }, text)),
    ...(table?.rows[0]?.more ?? []).map(([head, value]) =>
      h('p', { key: head, className: 'standing', dir: 'auto' }, `${head}: ${value}`),
    ),
    table ? h('div', { key: 'table' }, drawTable(table, addressOf(answer.ask))) : null,
    ...drawGroups(others, { level: level + 1 }),
    drawTimeline(answer),
  ])
}

/** The words of the sources for each row, and the sources by their numbers. HTML. */
export function drawEvidence(answer: Answer, level: number): string {
  const { table, groups } = answer
  const documents = documentsOf(answer)
  const numbers = new Map(documents.map(({ source }, at) => [source, at + 1]))
  const linked = table ? groups.filter(({ link }) => link !== undefined) : groups
  return renderToStaticMarkup([
    ...drawGroups(linked, { level, numbers: table ? numbers : new Map() }),
    table ? h('div', { key: 'sources' }, drawSources(documents, level)) : null,
  ])
}

function sentence(direct: NonNullable<Answer['direct']>): readonly ReactNode[] {
  const sources = sourcesBeside(direct).map(({ text, url }) =>
    h('span', { key: text }, ' ', url ? h('a', { href: url }, text) : text),
  )
  return [h('strong', { key: 'says' }, direct.sentence), ...sources]
}

/** What is true of all rows is said once, small, at the end. HTML. */
export function drawFoot(answer: Answer): string {
  const { note, receipt, table, unread } = answer
  const said = [
    note,
    receipt,
    ...(table ? legend(table) : []),
    checkedOnce(findingsOf(answer).map(({ cite }) => cite)),
  ].filter(Boolean)
  const lines = [said.join(' '), unread ?? ''].filter(Boolean)
  return renderToStaticMarkup(lines.map((line) => h('p', { key: line, className: 'small foot' }, line)))
}

function legend({ rows, places }: LinkTable): readonly string[] {
  const marked = (mark: 'differs' | 'second-hand') => rows.some(({ marks }) => marks.includes(mark))
  return [
    ...(rows.some(({ standing }) => standing === 'listed') && !places
      ? [`Named in a list: ${LISTED_MEANS}.`]
      : []),
    ...(marked('differs') ? ['Differ: sources give different values, and all of them stand here.'] : []),
    ...(marked('second-hand') ? ['Second-hand: a source reports what another one says.'] : []),
  ]
}

/** In units of the picture. A year is so long, and no two moments stand closer than their words; `24 September 1983` fits before the line. */
const [YEAR, APART, WIDTH, LINE] = [2, 20, 376, 140]

/** When a link began and what happened on it, drawn down a line; nothing where there are not two days. The words stand above it. */
function drawTimeline(answer: Answer): ReactNode {
  const all = momentsOf(answer)
  if (all.length === 0) return null
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
