import type { Span } from '../answer/answer.ts'
import type { Knowledge } from '../knowledge/records.ts'
import type { Locality } from '../places/locality.ts'
import type { FindMeant, Meant, Mention } from '../places/meant.ts'
import type { Strength } from '../search/create-search.ts'
import type { Only } from './suggestibles.ts'

/** A record that holds words of the question. */
export type Hit = {
  /** Id of a claim, an assertion or a report's finding. */
  id: string
  score: number
  /** Fields of the record (`says`, `quote`) → where the question's words stand in the original text. */
  marks: { says?: readonly Span[]; quote?: readonly Span[] }
}

/** What is said about it? Best first. `none`: the folder does not hold enough of the question's words. */
export type Said = {
  strength: Strength
  hits: readonly Hit[]
  /** Words read as others: `univercities` as `universities`. */
  corrected: readonly { typed: string; read: string }[]
}

export type Library = {
  knowledge: Knowledge
  who: FindMeant
  /** Places named anywhere in running words, exactly or by another name; never corrected. */
  named(words: string): readonly Meant[]
  /** Places that running words name, whether or not we hold them: `universities in New York`, `Newcastle's universities`. */
  mentioned(words: string): readonly Mention[]
  /** What we hold under names one slip from those in a question that is about places. */
  oneSlipFrom(question: string): readonly Locality[]
  /** `within` limits the search to these record ids. */
  said(question: string, options?: { within?: ReadonlySet<string> }): Said
  /** Completions of a place, country, area, report topic, best first; or of one kind only. */
  suggest(typed: string, k: number, only?: Only): readonly string[]
}
