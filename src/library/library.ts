import type { Span } from '../answer/answer.ts'
import type { Area, Knowledge, KnownPlace, Place } from '../knowledge/entries.ts'
import type { Only } from './suggestibles.ts'

/** Something on the map that a question can be about. */
export type Locality =
  | { is: 'place'; place: Place }
  | { is: 'area'; area: Area }
  | { is: 'country'; code: string; name: string }

/** One place named in a question, and how we came to it. */
export type Meant = {
  how: 'exact' | 'alias' | 'corrected'
  /** The words as typed. */
  typed: string
  locality: Locality
  /** Other places of that very name that exist and that we hold nothing on. */
  namesakes: readonly KnownPlace[]
}

/** Who is meant? Never another place: a near miss is a choice, or a correction said openly. */
export type Who =
  /** Every word that says something was understood; one or more places, in the order typed. */
  | { how: 'meant'; meant: readonly [Meant, ...Meant[]] }
  /**
   * The name belongs to several places: ask which. `others` exist and we hold nothing on them. `beside` was named with it.
   */
  | {
      how: 'several'
      typed: string
      choices: readonly Locality[]
      others: readonly KnownPlace[]
      beside: readonly Locality[]
    }
  /**
   * Nothing of that name; these come near. Or part of the question was not understood. At most three in all; the
   * `others` exist and we hold nothing on them. `choices` may be empty when `others` is not.
   */
  | { how: 'near'; typed: string; choices: readonly Locality[]; others: readonly KnownPlace[] }
  /** A part of a place we hold: Huddersfield in Kirklees. Its links are not the town's. */
  | { how: 'inside'; typed: string; place: Place }
  /** A place that exists and that we hold nothing on; `beside` is what we do hold and was named with it. */
  | {
      how: 'empty'
      typed: string
      known: readonly [KnownPlace, ...KnownPlace[]]
      beside: readonly Locality[]
    }
  /** `Leeds, Alabama`: we know none in `where`, and what we hold under that name lies elsewhere. */
  | { how: 'elsewhere'; typed: string; where: string; choices: readonly Locality[] }
  | { how: 'unknown'; typed: string }

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
  strength: 'answer' | 'closest' | 'none'
  hits: readonly Hit[]
  /** Words read as others: `univercities` as `universities`. */
  corrected: readonly { typed: string; read: string }[]
}

export type Library = {
  knowledge: Knowledge
  /**
   * Places named in a question that is about places. Blank questions are `unknown`. Without `guess` names are taken as
   * they are typed, which costs a hundredth of looking for what may have been meant.
   */
  who(question: string, options?: { guess?: boolean }): Who
  /** Places named anywhere in running words, exactly or by another name; never corrected. */
  named(words: string): readonly Meant[]
  /** Whether running words name a place that exists and that we do not hold. */
  namesStranger(words: string): boolean
  /** `within` limits the search to these record ids. */
  said(question: string, options?: { within?: ReadonlySet<string> }): Said
  /** Completions of a place, country, area, report topic, best first; or of one kind only. */
  suggest(typed: string, k: number, only?: Only): readonly string[]
}
