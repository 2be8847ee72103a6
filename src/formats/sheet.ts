import { type Answer, documentsOf, type Finding, findingsOf, type Group } from '../answer/answer.ts'
import { checkedOnce, type Day, dateInWords, linkOf } from '../answer/in-words.ts'
import { type LinkRow, type Reference, rowWords } from '../answer/table.ts'

/** What is written around an answer that is taken along. */
export type Taking = {
  /** The day on which it was asked. */
  day: Day
  /** What each source says, under the overview, too. */
  full?: boolean
  /** References in full, by the ids of their documents; without one its author, year and title are given. */
  references?: ReadonlyMap<string, string>
}

export const HEADS = [
  'Place',
  'Partner',
  'Country',
  'Kind',
  'Since',
  'Status',
  'Newest evidence',
  'Sources',
] as const

/** An answer as a page to take along: what all formats draw, each in its own way. No text in it reorders or hides others. */
export type Sheet = {
  heading: string
  /** The one sentence that was asked for, and the numbers of what says it. */
  direct?: { sentence: string; sources: readonly number[] }
  paragraphs: readonly string[]
  /** `heads` stand over the cells and over the numbers of references; `rowHead`: which of them names the row. */
  table?: { caption: string; heads: readonly string[]; rowHead: number; rows: readonly SheetRow[] }
  statements: readonly SheetStatement[]
  references: readonly SheetReference[]
  /** Small print, a sentence each. */
  foot: readonly string[]
}

/** `cells` under the heads, but for the last, which are numbers of references; `values` without what is said of them. */
export type SheetRow = {
  cells: readonly string[]
  values: readonly string[]
  sources: readonly number[]
  isSecondHand: boolean
}

export type SheetStatement = {
  /** Over several groups of statements, where it changes. */
  under?: string
  /** Over the statements of one group, before the first. */
  title?: string
  lead?: string
  says?: string
  quote?: string
  secondHand?: string
  locator: string
  unpaged?: true
  source: number
}

/** `url` is http or https. */
export type SheetReference = { number: number; text: string; url?: string }

export function sheetOf(answer: Answer, { day, full = false, references = new Map() }: Taking): Sheet {
  const { heading, direct, lead = [], table, note, ask, kind } = answer
  const groups = table && !full ? answer.groups.filter(({ link }) => link === undefined) : answer.groups
  const documents = documentsOf(answer, groups)
  const numbers = new Map(documents.map(({ source }, index) => [source, index + 1]))
  const isMarked = (mark: LinkRow['marks'][number]) => table?.rows.some(({ marks }) => marks.includes(mark))
  const foot = [
    note,
    isMarked('second-hand') && 'Second-hand: a source reports what another one says.',
    checkedOnce(findingsOf(answer).map(({ cite }) => cite)),
    kind === 'knowledge' && `Asked of Hansa on ${dateInWords(day)}: /${ask}.`,
  ]
  return {
    heading: plain(heading),
    ...(direct && {
      direct: {
        sentence: plain(direct.sentence),
        sources: [...new Set(direct.cites.map(({ source }) => numbers.get(source) ?? 0))],
      },
    }),
    paragraphs: [...lead, ...alone(table)].map(plain),
    ...(table && { table: tableOf(table) }),
    statements: groups.flatMap((group, index) => statementsOf(group, groups[index - 1], numbers)),
    references: documents.map((one, index) => ({
      number: index + 1,
      text: plain(references.get(one.source) ?? shortly(one)),
      ...withUrl(one),
    })),
    foot: foot.filter((sentence) => typeof sentence === 'string').map(plain),
  }
}

/** What is said of a link that stands alone. */
function alone(table: Answer['table']): readonly string[] {
  return (table?.rows ?? []).flatMap(({ more = [] }) => more.map(([head, value]) => `${head}: ${value}.`))
}

/** The links at a glance; a sheet for a review has a column for each of its headings, and what a link is stands in one. */
function tableOf({ caption, rows }: NonNullable<Answer['table']>): NonNullable<Sheet['table']> {
  const headings = (rows[0]?.columns ?? []).map(([head]) => head)
  const isReview = headings.length > 0
  return {
    caption: plain(caption),
    heads: isReview ? ['Link', 'State, kind', 'Since', ...headings, 'Newest evidence', 'Sources'] : HEADS,
    rowHead: isReview ? 0 : HEADS.indexOf('Partner'),
    rows: rows.map((row) => (isReview ? reviewRow(row, !sameHome(rows)) : sheetRow(row))),
  }
}

function sameHome(rows: readonly LinkRow[]): boolean {
  return rows.every(({ place }) => place === rows[0]?.place)
}

function reviewRow(row: LinkRow, namesPlace: boolean): SheetRow {
  const { cells, sources, isSecondHand } = sheetRow(row)
  const [place, twin, country, kind, since = '', status, evidence = ''] = cells
  const link = `${namesPlace ? `${place} – ` : ''}${twin}, ${country}`
  const own = (row.columns ?? []).map(([, value]) => plain(value))
  const review = [
    link,
    `${status}; ${row.kind.length > 0 ? kind : 'kind not known'}`,
    since,
    ...own,
    evidence,
  ]
  return { cells: review, values: review, sources: sources.toSorted((a, b) => a - b), isSecondHand }
}

function sheetRow(row: LinkRow): SheetRow {
  const { place, twin, country, kind, since, status, evidence } = rowWords(row)
  const differing = (words: string, on: LinkRow['differs'][number]) =>
    row.differs.includes(on) ? `${words} (sources differ)` : words
  const differ = [differing(kind, 'kind'), differing(since, 'start'), differing(status, 'state')]
  return {
    cells: [place, twin, country, ...differ, evidence].map(plain),
    values: [place, twin, country, kind, since, status, evidence].map(plain),
    sources: row.sources,
    isSecondHand: row.marks.includes('second-hand'),
  }
}

function statementsOf(
  { under, title, lead, leadIsInTable, findings }: Group,
  before: Group | undefined,
  numbers: ReadonlyMap<string, number>,
): readonly SheetStatement[] {
  return findings.map((finding, index) => ({
    ...(index === 0 && {
      ...(under && under !== before?.under && { under: plain(under) }),
      title: plain(title),
      ...(lead && !leadIsInTable && { lead: plain(lead) }),
    }),
    ...wordsOf(finding),
    source: numbers.get(finding.cite.source) ?? 0,
  }))
}

function wordsOf({ says, quote, secondHand, cite }: Finding) {
  return {
    ...(says && { says: plain(says) }),
    ...(quote && { quote: plain(quote) }),
    ...(secondHand && { secondHand: plain(secondHand) }),
    locator: plain(cite.locator),
    ...(cite.unpaged && { unpaged: cite.unpaged }),
  }
}

function withUrl(reference: Reference): { url?: string } {
  const url = linkOf(reference)
  return url === undefined ? {} : { url }
}

function shortly({ label, title, publisher }: Reference): string {
  return `${[label, title, publisher].filter(Boolean).join(', ')}.`
}

/** One line, and no sign in it that turns the direction of what follows, or is none. */
function plain(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\u061C\u200B\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF\uFFFE\uFFFF]/g, '')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
}
