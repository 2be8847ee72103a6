import type { types } from '@slack/bolt'
import type { Finding } from '../../../answer/answer.ts'
import { linkOf } from '../../../answer/in-words.ts'
import type { LinkRow, LinkTable, Reference } from '../../../answer/table.ts'
import {
  numbersIn,
  type Opens,
  type Row,
  shownTable,
  summaryOf,
  type Unit as UnitOf,
} from '../../core/overview.ts'
import { TABLE } from './limits.ts'
import { clean, cut, followed, link, type Run, richText, words } from './text.ts'

/** What one can ask a reference for: a statement, or a document by the id of itself. */
export type Cited = { id: string; cite: Pick<Reference, 'source' | 'label' | 'title'> & { locator?: string } }

export { isOverview, legend, type Opens } from '../../core/overview.ts'

/** A block with what it says to screen readers, what it cites and what can be opened from it. */
export type Entry = {
  block: types.KnownBlock
  plain?: readonly string[]
  cites?: readonly Cited[]
  opens?: readonly Opens[]
  finding?: Finding
  alone?: true
}
export type Unit = UnitOf<Entry>

/** The table on as many messages as it needs, each with the documents that its rows name. */
export function tableUnits(table: LinkTable): readonly Unit[] {
  const { heads, rows } = shownTable(table)
  return chunks(rows, table).map((chunk) => {
    const block: types.TableBlock = {
      type: 'table',
      column_settings: heads.map(() => ({ is_wrapped: true })),
      rows: [heads, ...chunk.map(({ cells }) => cells)].map((cells) => cells.map(cell)),
    }
    const numbers = numbersIn(chunk)
    const documents = documentsLine(numbers, table)
    const entry: Entry = {
      block,
      alone: true,
      plain: chunk.map(({ plain }) => plain),
      cites: citesOf(numbers, table),
      opens: chunk.map(({ opens }) => opens),
    }
    const under = richText(documents.length > 0 ? [{ line: documents }] : [])
    return { entries: [entry, ...under.map((block) => ({ block }))], again: [] }
  })
}

/** So many rows as one message holds, with the documents that they name. */
function chunks(rows: readonly Row[], table: LinkTable): readonly (readonly Row[])[] {
  const all: Row[][] = []
  let [chunk, numbers, weight, documents]: [Row[], ReadonlySet<number>, number, number] = [
    [],
    new Set(),
    0,
    0,
  ]
  for (const row of rows) {
    const heavy = weightOf(row)
    if (!row.sources.every((number) => numbers.has(number))) {
      numbers = numbers.union(new Set(row.sources))
      documents = documentsWeight(numbers, table)
    }
    if (chunk.length > 0 && (chunk.length >= TABLE.rows - 1 || documents + weight + heavy > TABLE.weight)) {
      chunk = []
      numbers = new Set(row.sources)
      weight = 0
      documents = documentsWeight(numbers, table)
    }
    if (chunk.length === 0) all.push(chunk)
    chunk.push(row)
    weight += heavy
  }
  return all
}

function documentsWeight(numbers: ReadonlySet<number>, table: LinkTable): number {
  return JSON.stringify(
    documentsLine(
      [...numbers].sort((one, other) => one - other),
      table,
    ),
  ).length
}

function weightOf({ cells }: Row): number {
  return JSON.stringify(cells.map(cell)).length + 1
}

function cell(text: string): types.RawTextElement {
  return { type: 'raw_text', text: cut(clean(text).replace(/\s+/g, ' ').trim(), TABLE.cell) || '–' }
}

/** `Sources: 1 Leeds City Council (2021) · 2 Ransom (2020)`; where in them, and their words, stands in the evidence. */
function documentsLine(numbers: readonly number[], { references }: LinkTable): readonly Run[] {
  let line: readonly Run[] = []
  for (const number of numbers) {
    const document = references[number - 1]
    if (!document) continue
    line = line.length === 0 ? words('Sources: ') : followed(line, ' · ')
    line = line.concat(link(linkOf(document), `${number} ${cut(document.label, 100)}`))
  }
  return line
}

function citesOf(numbers: readonly number[], { references }: LinkTable): readonly Cited[] {
  return numbers.flatMap((number) => {
    const cite = references[number - 1]
    return cite ? [{ id: cite.source, cite }] : []
  })
}

/** One link: a line a value. */
export function summary(row: LinkRow): readonly Entry[] {
  const values = summaryOf(row)
  const lines = values.map(([name, value]) => ({
    line: [...words(`${name}: `, { bold: true }), ...words(value)],
  }))
  const plain = values.map((pair) => pair.join(': '))
  return richText(lines).map((block, at) => ({ block, ...(at === 0 && { plain }) }))
}
