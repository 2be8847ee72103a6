import type { KnownPlace, Place } from '../knowledge/records.ts'
import type { Locality } from './locality.ts'

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
   * Nothing of that name; these come near. Or part of the question was not understood. Few; the `others` exist and we hold
   * nothing on them. `choices` may be empty when `others` is not. `isSlip`: the choices are one slip from `typed`, and all
   * else was understood; `beside` was named with it.
   */
  | {
      how: 'near'
      typed: string
      choices: readonly Locality[]
      others: readonly KnownPlace[]
      beside: readonly Locality[]
      isSlip: boolean
    }
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

/**
 * Places named in a question that is about places. Blank questions are `unknown`. Without `guess` names are taken as
 * they are typed, which costs a hundredth of looking for what may have been meant.
 */
export type FindMeant = (question: string, options?: { guess?: boolean }) => Who

/** A name in running words: what we hold under it, of which any may be meant; nothing where it is another place's name. */
export type Mention = { typed: string; localities: readonly Locality[] }
