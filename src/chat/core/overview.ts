import type { Answer, Finding, Group } from '../../answer/answer.ts'
import { dateInWords } from '../../answer/in-words.ts'
import {
  evidenceWords,
  LISTED_MEANS,
  type LinkRow,
  type LinkTable,
  MARK_WORDS,
  type PlaceRow,
  type RowMark,
  rowWords,
  STANDING_IN_WORDS,
  standingsInWords,
} from '../../answer/table.ts'

/** Whether the table is shown first and the statements for its rows apart: one link stands with its statements. */
export function isOverview(table: LinkTable | undefined): table is LinkTable {
  return table !== undefined && table.rows.length > 1
}

/** The statements of one link of this answer, or another question. */
export type Opens = { label: string; country?: string } & ({ link: string } | { ask: string })

/** A row of the table as it is shown, and what opens it. */
export type Row = { cells: readonly string[]; sources: readonly number[]; plain: string; opens: Opens }

/** The table as it is shown everywhere: a row a place where there are too many links, else a row a link. */
export function shownTable(table: LinkTable): { heads: readonly string[]; rows: readonly Row[] } {
  return table.places ? byPlace(table.places) : byLink(table.rows)
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

/** The numbers of the documents that rows name, each once, in their order. */
export function numbersIn(rows: readonly Row[]): readonly number[] {
  return [...new Set(rows.flatMap(({ sources }) => sources))].sort((one, other) => one - other)
}

/** One link: a name and a value a line. */
export function summaryOf(row: LinkRow): readonly (readonly [name: string, value: string])[] {
  const { twin, country, kind, since, status } = differing(row)
  return [
    ['Partner', `${twin}, ${country}`],
    ['Kind', kind],
    ['Since', since],
    ['Status', status],
    ['Newest evidence', evidenceWords(row)],
    ...(row.more ?? []),
  ]
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

/** Of an answer with an overview: that, unless it is said; or the statements for its rows; or those for one of its links. */
export type View = 'evidence' | { link: string }

/** The statements alone; without what stands under the overview. */
export function evidenceOf(answer: Answer, view: View): Answer {
  const { heading, groups, table } = answer
  const one = view === 'evidence' ? undefined : groups.filter(({ link }) => link === view.link)
  const row = one && table?.rows.find(({ link }) => link === view.link)
  return {
    ...answer,
    heading: one ? (one[0]?.title ?? heading) : `Sources and words – ${heading}`,
    lead: [],
    naming: undefined,
    direct: undefined,
    table: row && table && { ...table, rows: [row] },
    groups: one ?? groups.filter(({ link }) => link !== undefined),
    note: undefined,
    unread: undefined,
  }
}

/** Of the documents, where they have some in a table. */
export function numbersOf({ table }: Answer): ReadonlyMap<string, number> {
  return new Map(isOverview(table) ? table.references.map(({ source }, at) => [source, at + 1]) : [])
}

/** The statements about one link stand under its title; repeating it over each would only be noise. */
export function isOneLink({ title, findings: [first, ...others] }: Group): boolean {
  if (title === first?.title && others.length === 0) return true
  return (
    first?.kind === 'twinning' &&
    others.every((other) => other.place === first.place && other.twin === first.twin)
  )
}

/** The status where our words do not tell it. */
export function statusLine({ status, saysStatus, statusOn, since }: Finding): string {
  if (status === undefined || saysStatus) return ''
  const start = since ? `Since ${dateInWords(since)} · ` : ''
  return `${start}${status} ${statusOn ? `as of ${dateInWords(statusOn)}` : '(undated)'}`
}

/** A block of a platform, with whatever belongs to it. A page holds one that is `alone`. */
type Entry = { block: unknown; alone?: true }

/** What should stay together on a page. `again` stands in front when it must be continued on the next one. */
export type Unit<Of extends Entry> = { entries: readonly Of[]; again: readonly Of[] }

/** What fits on a page: so many blocks, and so many characters of their JSON. */
type PageLimits = { blocks: number; weight: number }

type Page<Of> = { entries: Of[]; weight: number }

/** The units in their order on as few pages as they fit. Nothing is left out; a unit is torn only if it fits no page. */
export function paged<Of extends Entry>(
  units: readonly Unit<Of>[],
  limits: PageLimits,
): readonly (readonly Of[])[] {
  const pages: Page<Of>[] = []
  let page: Page<Of> = { entries: [], weight: 0 }
  pages.push(page)
  for (const { entries, again } of units) {
    const weights = entries.map(weight)
    const fresh = (): Page<Of> => ({ entries: [...again], weight: sum(again.map(weight)) })
    const turn = () => {
      page = fresh()
      pages.push(page)
    }
    const whole = { blocks: entries.length, weight: sum(weights) }
    const isAlone = entries.some(({ alone }) => alone) && page.entries.some(({ alone }) => alone)
    if (isAlone || (!fits(page, whole, limits) && fits(fresh(), whole, limits))) turn()
    for (const [at, entry] of entries.entries()) {
      const heavy = weights[at] ?? 0
      if (!fits(page, { blocks: 1, weight: heavy }, limits)) turn()
      page.entries.push(entry)
      page.weight += heavy
    }
  }
  return pages.map(({ entries }) => entries)
}

function fits(page: Page<unknown>, more: PageLimits, limits: PageLimits): boolean {
  return page.entries.length + more.blocks <= limits.blocks && page.weight + more.weight <= limits.weight
}

/** As JSON, with a comma. */
function weight({ block }: Entry): number {
  return JSON.stringify(block).length + 1
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
