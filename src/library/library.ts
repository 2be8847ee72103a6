import type { Span, Subject } from '../answer/answer.ts'
import type { Knowledge } from '../knowledge/records.ts'
import type { Meant, PlacesNamed, Who } from '../places/meant.ts'
import type { Strength } from '../search/create-search.ts'
import type { Only } from './suggest.ts'

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
  /** Words that no text knows. */
  unknown: readonly string[]
}

/** One question, read as far as somebody wants to know: each way of reading it is gone once. */
export type ReadQuestion = PlacesNamed & {
  /** What is said about it. `within` limits the search to these record ids. */
  said(within?: ReadonlySet<string>): Said
}

export type Library = {
  knowledge: Knowledge
  /** Begins a question, and gives what reads its words, or a part of them. The others are short for one way of reading. */
  reader(): (words: string) => ReadQuestion
  /** The places of a question that is about places; without `guess`, as they are typed. */
  who(question: string, options?: { guess?: boolean }): Who
  /** Places named anywhere in running words, exactly or by another name; never corrected. */
  named(words: string): readonly Meant[]
  /** `within` limits the search to these record ids. */
  said(question: string, options?: { within?: ReadonlySet<string> }): Said
  /** Topics of the folder that stand in running words as they are written here, the longest first. */
  topicsIn(words: string): readonly Subject[]
  /** Completions of a place, country, area, report topic, best first; or of one kind only. */
  suggest(typed: string, k: number, only?: Only): readonly string[]
}
