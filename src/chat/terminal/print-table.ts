import { linkOf, shortDate } from '../../answer/in-words.ts'
import {
  LISTED_MEANS,
  type LinkRow,
  type LinkTable,
  MARK_WORDS,
  type PlaceRow,
  rowWords,
  STANDING_IN_WORDS,
  STANDINGS,
  standingsInWords,
  stateWords,
} from '../../answer/table.ts'
import { columns } from './columns.ts'
import type { Pen } from './pen.ts'

/** An overview: one link as a list of its values, many as a row a link, very many as a row a place. */
export function printTable(table: LinkTable, pen: Pen): string {
  const [first] = table.rows
  if (first && table.rows.length === 1) return one(first, pen)
  const { heads, sections } = table.places ? byPlace(table.places, pen) : byLink(table, pen)
  return laidOut(heads, sections, pen)
}

/** Rows under a heading, as cells. */
type Section = { heading: string; means?: string; rows: readonly (readonly string[])[] }
/** `heads` stand over the columns after the first, which has the headings of the sections. */
type Sections = { heads: readonly string[]; sections: readonly Section[] }

function byPlace(places: readonly PlaceRow[], pen: Pen): Sections {
  const rows = places.map((row) => [
    pen.bold(row.place),
    signed(standingsInWords(row.standings), row, pen),
    evidence(row, pen),
  ])
  return { heads: ['Links', 'Newest evidence'], sections: [{ heading: 'Place', rows }] }
}

/** Under their standing where all links share an end, else under their UK places. */
function byLink({ rows, references }: LinkTable, pen: Pen): Sections {
  const isAround = sharesAnEnd(rows)
  const isTwin = isAround && !sameFor(rows, 'place')
  const cells = (row: LinkRow) => [
    pen.bold(isTwin ? row.place : `${row.twin}, ${row.country}`),
    kindAndSince(row, pen),
    stateAndEvidence(row, isAround, pen),
    numbers(row, references, pen),
  ]
  const sections = isAround
    ? STANDINGS.map((standing) => ({
        heading: STANDING_IN_WORDS[standing],
        ...(standing === 'listed' && { means: LISTED_MEANS }),
        rows: rows.filter((row) => row.standing === standing).map(cells),
      })).filter((section) => section.rows.length > 0)
    : [...Map.groupBy(rows, ({ place }) => place)].map(([heading, own]) => ({
        heading,
        rows: own.map(cells),
      }))
  return { heads: ['Kind, since', 'Newest evidence', 'Sources'], sections }
}

function sharesAnEnd(rows: LinkTable['rows']): boolean {
  return sameFor(rows, 'place') || sameFor(rows, 'twin')
}

function sameFor(rows: LinkTable['rows'], end: 'place' | 'twin'): boolean {
  return rows.every((row) => row[end] === rows[0]?.[end])
}

function kindAndSince(row: LinkRow, pen: Pen): string {
  const { kind, since } = rowWords(row)
  if (row.kind.length === 0 && row.since.length === 0) return kind
  return differing(`${kind}, ${since}`, row.differs.includes('kind') || row.differs.includes('start'), pen)
}

function differing(words: string, differ: boolean, pen: Pen): string {
  return differ ? pen.warning(`${words} ${DIFFER}`) : words
}

/** The state only where the heading over the row does not tell it. */
function stateAndEvidence(row: LinkRow, isUnderItsStanding: boolean, pen: Pen): string {
  const { own, also } = stateWords(row)
  const state = isUnderItsStanding ? own : (own ?? row.standing)
  return [state, also && differing(also, true, pen), evidence(row, pen)].filter(Boolean).join(', ')
}

/** `26 Sep 2011 (15 y)` */
function evidence(row: LinkRow | PlaceRow, pen: Pen): string {
  const words = row.evidence ? shortDate(row.evidence) : 'no date'
  const age = row.years === undefined ? '' : ` (${row.years} y)`
  const dated = row.marks.includes('old') ? pen.warning(words + age) : words
  return row.marks.includes('gone') ? `${dated} ${pen.warning(GONE)}` : dated
}

function numbers(row: LinkRow, references: LinkTable['references'], pen: Pen): string {
  const shown = row.sources.map((number) => {
    const reference = references[number - 1]
    return pen.link(String(number), reference && linkOf(reference))
  })
  return shown.join(' ') + (row.marks.includes('second-hand') ? ` ${SECOND_HAND}` : '')
}

const DIFFER = '≠'
const SECOND_HAND = '*'
const GONE = '†'

function signed(words: string, { marks }: PlaceRow, pen: Pen): string {
  const signs = [marks.includes('differs') && DIFFER, marks.includes('second-hand') && SECOND_HAND]
  return [words, ...signs.filter(Boolean).map((sign) => pen.warning(String(sign)))].join(' ')
}

/** What the signs and words of an overview mean: a sentence each. */
export function legend({ rows, places }: LinkTable): readonly string[] {
  const has = (mark: LinkRow['marks'][number]) => rows.some(({ marks }) => marks.includes(mark))
  const isOne = rows.length === 1
  const isListed = (isOne || !sharesAnEnd(rows)) && rows.some(({ standing }) => standing === 'listed')
  const [first] = places ?? []
  const words = [
    first && `A row opens as /${first.ask}.`,
    isListed && `${places || isOne ? 'Named in a list' : 'Listed'}: ${LISTED_MEANS}.`,
    has('differs') && `${DIFFER} sources differ.`,
    has('second-hand') && `${SECOND_HAND} second-hand: a source reports another one.`,
    has('gone') && `${GONE} ${MARK_WORDS.gone}.`,
  ]
  return words.filter((sentence) => typeof sentence === 'string')
}

/** The documents that the numbers stand for; where in them, and their words, stands in the evidence. */
export function sources({ references }: LinkTable, pen: Pen): string {
  const numbered = references.map((reference, index) => ({ reference, number: String(index + 1) }))
  const shown = [...Map.groupBy(numbered, ({ reference }) => reference.label)].map(([label, all]) => {
    const numbers = all.map(({ reference, number }) => pen.link(number, linkOf(reference)))
    return `${numbers.join(', ')} ${label}`
  })
  return pen.wrap(pen.dim(`Sources: ${shown.join(' · ')}`))
}

/** The first heading stands in the line of the heads, the others over their rows. */
function laidOut(heads: readonly string[], sections: readonly Section[], pen: Pen): string {
  const titles = sections.map(({ heading, means }) => {
    const title = pen.accent(heading.toUpperCase())
    return means ? pen.wrap(`${title} ${pen.dim(`(${means})`)}`) : title
  })
  const isOverAll = sections[0]?.means === undefined
  const head = [isOverAll ? (titles[0] ?? '') : pen.dim('Link'), ...heads.map(pen.dim)]
  const rows = sections.flatMap((section) => section.rows)
  const [top = [], ...drawn] = columns([head, ...rows], pen.width) ?? [
    [],
    ...rows.map((row) => stacked(row, pen)),
  ]
  const isStacked = top.length === 0
  let next = 0
  const lines = sections.flatMap((section, index) => {
    const own = drawn.slice(next, next + section.rows.length).flat()
    next += section.rows.length
    const isSaid = index === 0 && isOverAll && !isStacked
    return [...(isSaid ? [] : [titles[index]]), ...own]
  })
  return [...top, ...lines].join('\n')
}

/** On a narrow screen the first cell stands over the others. */
function stacked([name = '', ...others]: readonly string[], pen: Pen): readonly string[] {
  return [pen.wrap(name), pen.wrap(others.join(' · '), '  ')]
}

function one(row: LinkRow, pen: Pen): string {
  const { place, twin, country, kind, since, status } = rowWords(row)
  const values = [
    ['Place', place],
    ['Partner', `${twin}, ${country}`],
    ['Kind', differing(kind, row.differs.includes('kind'), pen)],
    ['Since', differing(since, row.differs.includes('start'), pen)],
    ['Status', differing(status, row.differs.includes('state'), pen)],
    ['Newest evidence', evidence(row, pen)],
    ...(row.more ?? []),
  ]
  const list = values.map(([name = '', value = '']) => [pen.dim(name), pen.bold(value)])
  const lines = columns(list, pen.width)?.flat() ?? list.map((pair) => pen.wrap(pair.join(' ')))
  return lines.join('\n')
}
