import { linkOf } from '../../../answer/in-words.ts'
import type { LinkRow, LinkTable } from '../../../answer/table.ts'
import {
  numbersIn,
  type Opens,
  type Row,
  shownTable,
  summaryOf,
  type Unit as UnitOf,
} from '../../core/overview.ts'
import { clean, cut } from '../../core/text.ts'
import { type Element, LIMITS, line, link, words } from './elements.ts'

/** A document or a statement that a page cites, by the id under which its reference is asked for. */
export type Cited = { id: string; label: string; source: string }

/** An element with what it says to notifications, what it cites, and what can be opened or reported from it. */
export type Entry = {
  block: Element
  plain?: readonly string[]
  cites?: readonly Cited[]
  opens?: readonly Opens[]
  finding?: { id: string; label: string }
  alone?: true
}
export type Unit = UnitOf<Entry>

/** The table on as many cards as it needs, each with the documents that its rows name. */
export function tableUnits(table: LinkTable): readonly Unit[] {
  const { heads, rows } = shownTable(table)
  return chunks(rows, table).map((chunk) => {
    const numbers = numbersIn(chunk)
    const entry: Entry = {
      block: {
        type: 'Table',
        firstRowAsHeaders: true,
        columns: heads.map((head, at) => ({ width: widthOf(head, at) })),
        rows: [headRow(heads), ...chunk.map(({ cells }) => tableRow(cells))],
      },
      alone: true,
      plain: chunk.map(({ plain }) => plain),
      cites: numbers.flatMap((number) => {
        const document = table.references[number - 1]
        return document ? [{ id: document.source, label: document.label, source: document.source }] : []
      }),
      opens: chunk.map(({ opens }) => opens),
    }
    return { entries: [entry, ...documentsLine(numbers, table).map((block) => ({ block }))], again: [] }
  })
}

/** Beside each other: numbers of sources need little room, a year that sources differ on more than it seems. */
function widthOf(head: string, at: number): number {
  if (at === 0 || head.startsWith('Stat')) return 4
  return head.startsWith('Source') ? 2 : 3
}

/** So many rows as one card holds, with their documents and what opens them. */
function chunks(rows: readonly Row[], table: LinkTable): readonly (readonly Row[])[] {
  const all: Row[][] = []
  let chunk: Row[] = []
  let weight = 0
  let named = new Set<number>()
  for (const row of rows) {
    const own = JSON.stringify(tableRow(row.cells)).length + JSON.stringify(row.opens).length
    const documents = row.sources.filter((number) => !named.has(number))
    const more = own + JSON.stringify(documentsLine(documents, table)).length
    if (chunk.length === 0 || weight + more > LIMITS.table) {
      chunk = []
      all.push(chunk)
      named = new Set()
      weight = own + JSON.stringify(documentsLine(row.sources, table)).length
    } else weight += more
    chunk.push(row)
    for (const number of row.sources) named.add(number)
  }
  return all
}

function headRow(heads: readonly string[]): Element {
  return rowOf(heads.map((head) => words(head, { weight: 'Bolder' })))
}

function tableRow(cells: readonly string[]): Element {
  return rowOf(cells.map((text) => words(cut(clean(text).replace(/\s+/g, ' ').trim(), LIMITS.cell) || '–')))
}

function rowOf(cells: readonly (readonly Element[])[]): Element {
  return { type: 'TableRow', cells: cells.map((runs) => ({ type: 'TableCell', items: line(runs) })) }
}

/** `Sources: 1 Leeds City Council (2021) · 2 Ransom (2020)`; where in them, and their words, stands in the evidence. */
function documentsLine(numbers: readonly number[], { references }: LinkTable): readonly Element[] {
  const documents = numbers.flatMap((number) => {
    const document = references[number - 1]
    return document
      ? [link(linkOf(document), `${number} ${cut(document.label, 100)}`, { isSubtle: true })]
      : []
  })
  if (documents.length === 0) return []
  return line(
    ...documents.flatMap((document, at) => [
      words(at === 0 ? 'Sources: ' : ' · ', { isSubtle: true }),
      document,
    ]),
  )
}

/** One link: a line a value. */
export function summary(row: LinkRow): readonly Entry[] {
  const values = summaryOf(row)
  const plain = values.map((pair) => pair.join(': '))
  return values
    .flatMap(([name, value]) => line(words(`${name}: `, { weight: 'Bolder' }), words(value)))
    .map((block, at) => ({ block, ...(at === 0 && { plain }) }))
}
