import { createElement as h, type ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { type Answer, findingsOf } from '../../../answer/answer.ts'
import { checkedOnce, sourcesBeside } from '../../../answer/in-words.ts'
import { LISTED_MEANS, type LinkTable } from '../../../answer/table.ts'
import { addressOf, drawGroups, drawSources } from './draw-evidence.ts'
import { drawTable } from './draw-table.ts'
import { drawTimeline } from './draw-timeline.ts'

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
export function drawEvidence({ table, groups }: Answer, level: number): string {
  const numbers = new Map(table?.references.map(({ source }, at) => [source, at + 1]))
  const linked = table ? groups.filter(({ link }) => link !== undefined) : groups
  return renderToStaticMarkup([
    ...drawGroups(linked, { level, numbers }),
    table ? h('div', { key: 'sources' }, drawSources(table.references, level)) : null,
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
