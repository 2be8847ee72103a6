import type { types } from '@slack/bolt'
import type { Finding } from '../../../answer/answer.ts'
import { linkOf } from '../../../answer/in-words.ts'
import {
  evidenceWords,
  LISTED_MEANS,
  type LinkRow,
  type LinkTable,
  MARK_WORDS,
  type PlaceRow,
  type Reference,
  type RowMark,
  rowWords,
  STANDING_IN_WORDS,
  standingsInWords,
} from '../../../answer/table.ts'
import type { Unit as UnitOf } from '../../core/pages.ts'
import { TABLE } from './limits.ts'
import { clean, cut, followed, link, type Run, richText, words } from './text.ts'

/** What one can ask a reference for: a statement, or a document by the id of itself. */
export type Cited = { id: string; cite: Pick<Reference, 'source' | 'label' | 'title'> & { locator?: string } }

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

/** Whether the table is shown first and the statements for its rows apart: one link stands with its statements. */
export function isOverview(table: LinkTable | undefined): table is LinkTable {
  return table !== undefined && table.rows.length > 1
}

/** A row of the table as it is shown, and what opens it. */
type Row = { cells: readonly string[]; sources: readonly number[]; plain: string; opens: Opens }

/** The statements of one link of this answer, or another question. */
export type Opens = { label: string; country?: string } & ({ link: string } | { ask: string })

/** The table on as many messages as it needs, each with the documents that its rows name. */
export function tableUnits(table: LinkTable): readonly Unit[] {
  const { heads, rows } = table.places ? byPlace(table.places) : byLink(table.rows)
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

function byPlace(places: readonly PlaceRow[]): { heads: readonly string[]; rows: readonly Row[] } {
  const rows = places.map((row) => {
    const { place, ask, links, standings, marks } = row
    const states = marked(standingsInWords(standings), marks)
    const cells = [place, links.toLocaleString('en-GB'), states, evidenceWords(row)]
    const plain = `${place}: ${states}; newest evidence ${evidenceWords(row)}`
    return { cells, sources: [], plain, opens: { label: place, ask } }
  })
  return { heads: ['Place', 'Links', 'State', 'Newest evidence'], rows }
}

/** The end that all links share is in the heading, and in no row. */
function byLink(links: readonly LinkRow[]): { heads: readonly string[]; rows: readonly Row[] } {
  const isSame = (end: 'place' | 'twin') => links.every((row) => row[end] === links[0]?.[end])
  const isPlaceShown = !isSame('place')
  const isTwinShown = !isPlaceShown || !isSame('twin')
  const rows = links.map((row): Row => {
    const { place, twin, country, kind, since, status } = differing(row)
    const sources = row.sources.join(', ') + (row.marks.includes('second-hand') ? ' (second-hand)' : '')
    const ends = [...(isPlaceShown ? [place] : []), ...(isTwinShown ? [`${twin}, ${country}`] : [])]
    const state = `${status}, ${evidenceWords(row)}`
    const label = [...(isPlaceShown ? [place] : []), ...(isTwinShown ? [twin] : [])].join(' – ')
    return {
      cells: [...ends, kind, since, state, sources],
      sources: row.sources,
      plain: `${ends.join(' – ')}: ${kind}, since ${since}; ${state}; sources ${sources}`,
      opens: { label, country, link: row.link },
    }
  })
  const ends = [...(isPlaceShown ? ['Place'] : []), ...(isTwinShown ? ['Partner'] : [])]
  return { heads: [...ends, 'Kind', 'Since', 'Status, newest evidence', 'Sources'], rows }
}

/** In words: colour alone tells nothing. */
function differing(row: LinkRow): ReturnType<typeof rowWords> {
  const said = rowWords(row)
  const differs = (words: string, on: LinkRow['differs'][number]) =>
    row.differs.includes(on) ? `${words} (${MARK_WORDS.differs})` : words
  return { ...said, kind: differs(said.kind, 'kind'), since: differs(said.since, 'start') }
}

function marked(states: string, marks: readonly RowMark[]): string {
  const said = [
    marks.includes('differs') && MARK_WORDS.differs,
    marks.includes('second-hand') && 'second-hand',
  ]
  const shown = said.filter(Boolean).join('; ')
  return shown === '' ? states : `${states} (${shown})`
}

/** So many rows as one message holds. */
function chunks(rows: readonly Row[], table: LinkTable): readonly (readonly Row[])[] {
  const all: Row[][] = [[]]
  let chunk: Row[] = []
  all[0] = chunk
  for (const row of rows) {
    const weight =
      JSON.stringify(documentsLine(numbersIn([...chunk, row]), table)).length +
      sum([...chunk, row].map(weightOf))
    if (chunk.length > 0 && (chunk.length >= TABLE.rows - 1 || weight > TABLE.weight)) {
      chunk = []
      all.push(chunk)
    }
    chunk.push(row)
  }
  return all
}

function weightOf({ cells }: Row): number {
  return JSON.stringify(cells.map(cell)).length + 1
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}

function cell(text: string): types.RawTextElement {
  return { type: 'raw_text', text: cut(clean(text).replace(/\s+/g, ' ').trim(), TABLE.cell) || '–' }
}

function numbersIn(rows: readonly Row[]): readonly number[] {
  return [...new Set(rows.flatMap(({ sources }) => sources))].sort((one, other) => one - other)
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
  const { twin, country, kind, since, status } = differing(row)
  const values = [
    ['Partner', `${twin}, ${country}`],
    ['Kind', kind],
    ['Since', since],
    ['Status', status],
    ['Newest evidence', evidenceWords(row)],
  ]
  const lines = values.map(([name = '', value = '']) => ({
    line: [...words(`${name}: `, { bold: true }), ...words(value)],
  }))
  const plain = values.map((pair) => pair.join(': '))
  return richText(lines).map((block, at) => ({ block, ...(at === 0 && { plain }) }))
}

/** What the words of a table mean: a sentence each. */
export function legend({ rows }: LinkTable): readonly string[] {
  const isListed = rows.some(({ standing }) => standing === 'listed')
  const isSecondHand = rows.some(({ marks }) => marks.includes('second-hand'))
  const listed = STANDING_IN_WORDS.listed.replace(/^./, (letter) => letter.toUpperCase())
  return [
    ...(isListed ? [`${listed}: ${LISTED_MEANS}.`] : []),
    ...(isSecondHand
      ? [`${MARK_WORDS['second-hand'].replace(/^./, (letter) => letter.toUpperCase())}.`]
      : []),
  ]
}
