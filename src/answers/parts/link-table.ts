import type { Finding, Group } from '../../answer/answer.ts'
import type { Citation } from '../../answer/in-words.ts'
import { count, countryName, type Day, monthsBetween, newestFirst, shortDate } from '../../answer/in-words.ts'
import {
  type LinkRow,
  type LinkTable,
  type PlaceRow,
  type Reference,
  type RowMark,
  STANDINGS,
  type Standing,
  standingsInWords,
} from '../../answer/table.ts'
import type { Knowledge, Place } from '../../knowledge/records.ts'
import { differences, isOld, type Link, lastDay } from '../../library/link.ts'
import type { LinkFilter } from '../../library/link-filter.ts'
import { atHome, type Locality, localityName } from '../../places/locality.ts'
import { asksAgain } from '../../question/query.ts'
import type { AnswerContext } from '../answer-context.ts'
import { ofTheDay } from './of-the-day.ts'

/** With more links than this one reads a row a place first. */
const MOST_ROWS = 40
/** With more places than this one reads a row a council area or a region: they fill two screens of a terminal. */
const MOST_PLACES = 30

/** What a table is made of: links, in the order of the groups that hold their statements. */
type Shown = {
  caption: string
  links: readonly Link[]
  groups: readonly Group[]
  /** What was asked for. */
  localities: readonly Locality[]
  /** By what the links were narrowed: what a row opens is narrowed so too. */
  filter?: LinkFilter
}

/** A row a link, out of the statements under it; documents are numbered as they are first used. */
export function linkTable(
  { caption, links, groups, localities, filter = {} }: Shown,
  context: Pick<AnswerContext, 'finding' | 'today' | 'knowledge'>,
): LinkTable {
  const byId = new Map(links.map((link) => [link.id, link]))
  const references = new Map<string, { number: number; reference: Reference }>()
  const numberOf = ({ cite }: Finding): number => {
    const known = references.get(cite.source)
    if (known) return known.number
    const number = references.size + 1
    references.set(cite.source, { number, reference: referenceOf(cite) })
    return number
  }
  const rows = new Map<string, LinkRow>()
  for (const { link: id = '', findings } of groups) {
    const link = byId.get(id)
    if (link && !rows.has(id))
      rows.set(id, { ...rowOf(link, context), sources: [...new Set(findings.map(numberOf))] })
  }
  const all = [...rows.values()]
  const abroad = localities.filter((locality) => !atHome(locality)).map(localityName)
  const opening = (name: string) => asksAgain(['twins', name, ...abroad].join(' '), { filter, want: 'list' })
  const places = all.length > MOST_ROWS && placeRows(all, byId, opening, context)
  return {
    caption,
    rows: all,
    references: [...references.values()].map(({ reference }) => reference),
    ...(places && { places }),
  }
}

/** A row; its sources have their numbers in one answer. */
const rowOf = ofTheDay((link, { finding, today }): LinkRow => {
  const { id, place, twin, standing, decisive, assertions } = link
  const findings = assertions.map(({ id }) => finding(id))
  const evidence = (decisive ?? assertions[0])?.on
  const differs = differences(link).map(({ on }) => on)
  const said = (read: (finding: Finding) => string | undefined) =>
    [...new Set(findings.map(read))].filter((value) => value !== undefined)
  const marks: readonly (RowMark | false)[] = [
    differs.length > 0 && 'differs',
    isOld(evidence, today) && 'old',
    findings.some(({ secondHand }) => secondHand !== undefined) && 'second-hand',
    findings.some(({ cite }) => cite.gone) && 'gone',
  ]
  return {
    link: id,
    place: place.name,
    twin: twin.name,
    country: countryName(twin.country),
    kind: said(({ relation }) => relation).sort(),
    since: mostPrecise(said(({ since }) => since)).sort(),
    standing,
    states: [...new Set([...(decisive?.status ? [decisive.status] : []), ...said(({ status }) => status)])],
    ...aged(evidence, today),
    sources: [],
    differs,
    marks: marks.filter((mark) => mark !== false),
  }
})

/** The same with what else is told of each link in its row: no source is named that is not among the references. */
export function citing(table: LinkTable, told: (row: LinkRow) => readonly Finding[]): LinkTable {
  const references = new Map(table.references.map((one) => [one.source, one]))
  for (const { cite } of table.rows.flatMap(told))
    if (!references.has(cite.source)) references.set(cite.source, referenceOf(cite))
  const numbers = new Map([...references.keys()].map((source, at) => [source, at + 1]))
  const rows = table.rows.map((row) => {
    const also = told(row).flatMap(({ cite }) => numbers.get(cite.source) ?? [])
    return { ...row, sources: [...new Set([...row.sources, ...also])] }
  })
  return { ...table, rows, references: [...references.values()] }
}

/** What a document says of itself, without the place in it that one statement points to. */
function referenceOf({ source, label, author, title, publisher, date, url, archived }: Citation): Reference {
  return { source, label, author, title, publisher, date, url, archived }
}

/** `1980` says no other thing than `1980-10-25`, and less. */
function mostPrecise(dates: readonly string[]): string[] {
  return dates.filter((date) => !dates.some((other) => other.startsWith(`${date}-`)))
}

function aged(evidence: string | undefined, today: Day): Pick<LinkRow, 'evidence' | 'years'> {
  if (evidence === undefined) return {}
  if (!isOld(evidence, today)) return { evidence }
  return { evidence, years: Math.floor(monthsBetween(lastDay(evidence), today) / 12) }
}

/** Where links are at home, from near to far: the place; its council area; its region, or its nation where it has none. */
const LEVELS: readonly ((place: Place, knowledge: Knowledge) => { name: string } | undefined)[] = [
  (place) => place,
  (place, { places }) => places.get(place.within.at(-1) ?? '') ?? place,
  (place, { areas }) => areas.get(place.region ?? place.nation ?? '') ?? place,
  (place, { areas }) => areas.get(place.nation ?? '') ?? place,
]

/** A row a place; where those are too many themselves, a row for what they lie in. Nothing where that tells no less. */
function placeRows(
  rows: readonly LinkRow[],
  links: ReadonlyMap<string, Link>,
  opening: (name: string) => string,
  { today, knowledge }: Pick<AnswerContext, 'today' | 'knowledge'>,
): readonly PlaceRow[] | undefined {
  const homeOf = ({ link }: LinkRow) => links.get(link)?.place
  const telling = LEVELS.map((levelOf) =>
    Map.groupBy(rows, (row) => {
      const home = homeOf(row)
      return home && levelOf(home, knowledge)
    }),
  ).filter(({ size }) => size > 1 && size < rows.length)
  const found = telling.find(({ size }) => size <= MOST_PLACES) ?? telling.at(-1)
  const isOfAreas = telling.length > 0 && found !== telling[0]
  const inOrder = found && [...found].sort(([one], [other]) => (isOfAreas ? byName(one, other) : 0))
  return inOrder?.map(([at, own]) => {
    const place = at?.name ?? ''
    const evidence = newest(own)
    const marks: readonly (RowMark | false)[] = [
      own.some(({ differs }) => differs.length > 0) && 'differs',
      isOld(evidence, today) && 'old',
      own.some(({ marks }) => marks.includes('second-hand')) && 'second-hand',
    ]
    return {
      place,
      ask: opening(place),
      links: own.length,
      standings: standings(own),
      ...aged(evidence, today),
      marks: marks.filter((mark) => mark !== false),
    }
  })
}

function byName(one: { name: string } | undefined, other: { name: string } | undefined): number {
  return (one?.name ?? '').localeCompare(other?.name ?? '', 'en')
}

function newest(rows: readonly Pick<LinkRow, 'evidence'>[]): string | undefined {
  let found: string | undefined
  for (const { evidence } of rows) if (newestFirst(evidence, found) < 0) found = evidence
  return found
}

function standings(rows: readonly Pick<LinkRow, 'standing'>[]): Readonly<Record<Standing, number>> {
  const of = (standing: Standing) => rows.filter((row) => row.standing === standing).length
  return Object.fromEntries(STANDINGS.map((standing) => [standing, of(standing)])) as Record<Standing, number>
}

/** `6 reported active, 3 named in a list; newest evidence 12 Feb 2021.` */
export function totals({ rows }: LinkTable): string {
  const evidence = newest(rows)
  const dated = evidence ? `newest evidence ${shortDate(evidence)}` : 'no evidence has a date'
  return `${standingsInWords(standings(rows))}; ${dated}.`
}

/** `17 statements from 11 sources.` */
export function readIn(links: readonly Link[]): string {
  const statements = links.flatMap(({ assertions }) => assertions)
  const sources = new Set(statements.map(({ source }) => source))
  return `${count(statements.length, 'statement')} from ${count(sources.size, 'source')}.`
}
