import { type Citation, type PartialDate, shortDate } from './in-words.ts'

/**
 * Where a link stands, by its newest dated statement that says its state: reported active (also: kept by a decision);
 * named in a list and nothing more; in doubt (dormant, suspended, ending, unclear); ended.
 */
export const STANDINGS = ['active', 'listed', 'doubt', 'ended'] as const

export type Standing = (typeof STANDINGS)[number]

export const STANDING_IN_WORDS: Readonly<Record<Standing, string>> = {
  active: 'reported active',
  listed: 'named in a list',
  doubt: 'in doubt',
  ended: 'ended',
}

/** What a standing does not tell, where people could take it for more. */
export const LISTED_MEANS = 'the source says nothing of their state'

/**
 * - `differs`: sources give different values, and all of them stand in the row.
 * - `old`: the newest evidence is over five years old, or has no date.
 * - `second-hand`: a source reports what another one says.
 * - `gone`: somebody looked, and a source does not say so any more.
 */
export type RowMark = 'differs' | 'old' | 'second-hand' | 'gone'

/** One link at a glance. Nothing stands in a row that the statements under the answer do not say. */
export type LinkRow = {
  /** The ids of the two places, `E08000035 2935517`: the same as in the group that holds its statements. */
  link: string
  place: string
  twin: string
  /** The twin's country, in English. */
  country: string
  /** Every value that a source gives, told apart; empty where none does. */
  kind: readonly string[]
  since: readonly PartialDate[]
  standing: Standing
  /** The sources' own words for the state: the one by which the link stands, then the others, newest first. */
  states: readonly string[]
  /** The date of the statement by which the link stands where it does; absent where it has none. */
  evidence?: PartialDate
  /** Whole years since `evidence`, where it is marked `old`. */
  years?: number
  /** Positions in `references`, from 1: they travel with a copied table. */
  sources: readonly number[]
  /** On what the sources do not agree. */
  differs: readonly ('start' | 'kind' | 'state')[]
  marks: readonly RowMark[]
  /** Where the row stands alone: what is recorded beside how the link stands. No value is empty. */
  more?: readonly (readonly [head: string, value: string])[]
  /** In a sheet for a review: what stands under each of its headings, the same headings in every row. */
  columns?: readonly (readonly [head: string, value: string])[]
}

/** The links of one UK place in a line, where there are too many to show each; of a council area, region or nation, where
 * the places are too many as well. */
export type PlaceRow = {
  place: string
  /** The question that opens it: `twins Bradford`, `twins Bradford Germany`, `twins London ended`. */
  ask: string
  links: number
  standings: Readonly<Record<Standing, number>>
  /** The newest of its links' evidence; absent where none has a date. */
  evidence?: PartialDate
  years?: number
  marks: readonly RowMark[]
}

/** A document that says something in the table, without the place in it. */
export type Reference = Pick<
  Citation,
  'source' | 'label' | 'author' | 'title' | 'publisher' | 'date' | 'url' | 'archived'
>

/** The overview of an answer: a row a link, and the references that its numbers lead to, each document once. */
export type LinkTable = {
  caption: string
  rows: readonly LinkRow[]
  references: readonly Reference[]
  /** Stands where one answer has more links than one reads: show these first, and each opens. `rows` has all links. */
  places?: readonly PlaceRow[]
}

/** What a table says where no source says anything: a cell is never empty. */
export const NOT_KNOWN = 'not known'

/** A row in words, the same on every surface. */
export type RowWords = Readonly<
  Record<'place' | 'twin' | 'country' | 'kind' | 'since' | 'status' | 'evidence', string>
>

export function rowWords(row: LinkRow): RowWords {
  const { place, twin, country, kind, since } = row
  return {
    place,
    twin,
    country,
    kind: kind.join(' / ') || NOT_KNOWN,
    since: since.map(shortDate).join(' / ') || NOT_KNOWN,
    status: statusWords(row),
    evidence: evidenceWords(row),
  }
}

/** `in doubt: suspended`, `ended; also said: active`. */
function statusWords(row: LinkRow): string {
  const { own, also } = stateWords(row)
  return [STANDING_IN_WORDS[row.standing] + (own ? `: ${own}` : ''), also].filter(Boolean).join('; ')
}

/** What the standing does not tell: the source's own word for the state, and what others say where they contradict it. */
export function stateWords({ standing, states, differs }: LinkRow): { own?: string; also?: string } {
  const [own, ...others] = states
  return {
    ...(own !== standing && { own }),
    ...(differs.includes('state') && { also: `also said: ${others.join(', ')}` }),
  }
}

/** `12 Feb 2021`, `Aug 2015 (11 years old)`, `no date`; `…; a source no longer says so`. */
export function evidenceWords({
  evidence,
  years,
  marks,
}: Pick<LinkRow, 'evidence' | 'years' | 'marks'>): string {
  const age = years === undefined ? '' : ` (${years} years old)`
  const dated = evidence === undefined ? 'no date' : shortDate(evidence) + age
  return marks.includes('gone') ? `${dated}; ${MARK_WORDS.gone}` : dated
}

/** Marks that no value of the row shows by itself. */
export const MARK_WORDS: Readonly<Record<RowMark, string>> = {
  differs: 'sources differ',
  old: 'evidence over five years old, or undated',
  'second-hand': 'second-hand: a source reports another one',
  gone: 'a source no longer says so',
}

/** `3 reported active, 1 ended` */
export function standingsInWords(standings: Readonly<Record<Standing, number>>): string {
  return STANDINGS.filter((standing) => standings[standing] > 0)
    .map((standing) => `${standings[standing].toLocaleString('en-GB')} ${STANDING_IN_WORDS[standing]}`)
    .join(', ')
}
