import type { InformalName, KnownPlace, Place } from '../knowledge/records.ts'
import type { Locality } from './locality.ts'

/** One place named in a question, and how we came to it. */
export type Meant = {
  how: 'exact' | 'alias' | 'corrected'
  /** The words as typed. */
  typed: string
  locality: Locality
  /** It was named informally, or by a university in it. */
  called?: InformalName['is']
  /** Other places of that very name that exist and that we hold nothing on. */
  namesakes: readonly KnownPlace[]
  /** What stands beside it and says where it lies: `Leeds, Yorkshire`. */
  liesIn?: LiesIn
}

export type LiesIn = Pick<Meant, 'how' | 'typed' | 'locality' | 'called'>

/** What one name of the question may stand for. */
export type NameReading = {
  /** Folded, and as it was typed. */
  key: string
  typed: string
  /** Where it stands among the words. */
  from: number
  to: number
  /** `Birmingham, US` is the one there; `Leeds Germany` asks for the links between the two. */
  comma: boolean
  /** Places, areas and countries we hold under the name; the better kind of match only. */
  held: readonly Pick<Meant, 'locality' | 'how' | 'called'>[]
  /** What the name leads to less surely: Boston in Massachusetts, beside the one that is called no more than Boston. */
  lesser?: readonly Pick<Meant, 'locality' | 'how' | 'called'>[]
  inside?: Place
  /** Where the name is an informal one. */
  called?: Meant['called']
  /** Places of that name that exist and that we hold nothing on, largest first. */
  known: readonly KnownPlace[]
  /** Those of them with as good a claim to the name as the place we hold. */
  shared: readonly KnownPlace[]
  liesIn?: LiesIn
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
   * else was understood; `beside` was named with it. `isDoubtful`: what is called so is not known to lie where it is said to.
   */
  | {
      how: 'near'
      typed: string
      choices: readonly Locality[]
      others: readonly KnownPlace[]
      beside: readonly Locality[]
      isSlip: boolean
      isDoubtful?: true
    }
  /** A part of a place we hold: Huddersfield in Kirklees. Its links are not the town's. */
  | { how: 'inside'; typed: string; place: Place }
  /** A place that exists and that we hold nothing on; `beside` is what we do hold and was named with it. */
  | {
      how: 'empty'
      typed: string
      known: readonly [KnownPlace, ...KnownPlace[]]
      called?: InformalName['is']
      beside: readonly Locality[]
      /** Others that were named with it, and that we hold nothing on either. */
      alsoEmpty: readonly KnownPlace[]
    }
  /** `Leeds, Alabama`: we know none in `where`; what is called so lies elsewhere, of which we hold the choices. */
  | {
      how: 'elsewhere'
      typed: string
      where: string
      choices: readonly Locality[]
      others: readonly KnownPlace[]
    }
  | { how: 'unknown'; typed: string }

/** A name in running words: what we hold under it, of which any may be meant; nothing where it is another place's name. */
export type Mention = {
  typed: string
  localities: readonly Locality[]
  /** It is no name, but a slip from those of these places, of which `localities` has the one that is surely meant. */
  slipFrom?: readonly Locality[]
}

/** The places of one question, by each way in which it may be read. Asked twice, each gives the same. */
export type PlacesNamed = {
  /** In a question that is about places, names as they are typed; a blank one is `unknown`. */
  asTyped(): Who
  /** With names in all languages and slips of the pen as well; nothing where they do not explain every word. */
  asCorrected(): Who | undefined
  /** The same, or else what comes near: that is looked for among all names that exist, and costs a hundred times as much. */
  asMeant(): Who
  /** What its few words are the name of without the spaces between them, to be offered: `Ever ton`. */
  runTogether(): Who | undefined
  /** Places named anywhere in running words, exactly or by another name; never corrected. */
  named(): readonly Meant[]
  /** Places that running words name, whether or not we hold them: `universities in New York`, `Newcastle's universities`. */
  mentioned(): readonly Mention[]
  /** Slips in running words from names that we hold; they may be words all the same. */
  slips(): readonly Mention[]
  /** Whether these words of it are, or hold, a name. */
  isNamed(words: string): boolean
  /** What we hold under names one slip from those in a question that is about places. */
  oneSlipAway(): readonly Locality[]
  /** Words around the names of a question about places that are no name and mean something: `oldest`. */
  passedOver(): readonly string[]
}
