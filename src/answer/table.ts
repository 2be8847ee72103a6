import type { Citation, PartialDate } from './in-words.ts'

/**
 * Where a link stands, by its newest dated statement that says its state: reported active (also: kept by a decision);
 * named in a list and nothing more; in doubt (dormant, suspended, ending, unclear); ended.
 */
export type Standing = 'active' | 'listed' | 'doubt' | 'ended'

/**
 * - `differs`: sources give different values, and all of them stand in the row.
 * - `old`: the newest evidence is over five years old, or has no date.
 * - `second-hand`: a source reports what another one says.
 */
export type RowMark = 'differs' | 'old' | 'second-hand'

/** One link at a glance. Nothing stands in a row that the statements under the answer do not say. */
export type LinkRow = {
  /** The ids of the two places: `E08000035 2935517`. */
  link: string
  place: string
  twin: string
  /** The twin's country, in English. */
  country: string
  /** Every value that a source gives, told apart; empty where none does. */
  kind: readonly string[]
  since: readonly PartialDate[]
  standing: Standing
  /** The sources' own words for the state, newest first: `ended`, `suspended`. */
  states: readonly string[]
  /** The date of the statement by which the link stands where it does; absent where it has none. */
  evidence?: PartialDate
  /** Positions in `references`, from 1: they travel with a copied table. */
  sources: readonly number[]
  marks: readonly RowMark[]
}

/** The overview of an answer: a row a link, and the references that its numbers lead to. */
export type LinkTable = {
  caption: string
  rows: readonly LinkRow[]
  references: readonly Citation[]
}
