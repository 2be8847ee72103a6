import type { Phrase } from './phrases.ts'

/** What is wanted of the links. */
export type Want =
  | 'list'
  /** When they began; how old they are. */
  | 'when'
  | 'age'
  /** Yes or no. */
  | 'whether'
  /** How they stand. */
  | 'state'
  | 'count'
  | 'first'
  | 'latest'
  /** Which place, or which country, has the most or the fewest of them. */
  | 'most'
  | 'fewest'
  | 'most by country'
  | 'places'
  | 'countries'
  | 'shared'
  | 'by year'
  /** What is asked is nothing that the folder records of a link. */
  | 'not recorded'

export const WANT_PHRASES: readonly Phrase<Want>[] = [
  ['when', 'when'],
  ['since when', 'when'],
  ['since', 'when'],
  ['in? what|which year', 'when'],
  ['start|starting date|year', 'when'],
  ['status|state of?', 'state'],
  ['end|ends|suspend|suspends|sever|terminate', 'state'],
  ['year of', 'when'],
  ['the? #nth? anniversary|anniversaries', 'when'],
  ['how old', 'age'],
  ['how long', 'age'],
  ['how many', 'count'],
  ['the? number of', 'count'],
  ['count|total', 'count'],
  ['oldest|earliest|first', 'first'],
  ['longest standing|running|lasting|established?', 'first'],
  ['longstanding', 'first'],
  ['newest|latest|youngest|last', 'latest'],
  ['most recent|recently', 'latest'],
  ['the? most', 'most'],
  ['the? largest|biggest|highest number of?', 'most'],
  ['fewest|least', 'fewest'],
  ['which|what|how country|countries|nations', 'countries'],
  ['how many countries|nations', 'countries'],
  ['countries', 'countries'],
  ['which|what country has|have|with? the? most', 'most by country'],
  ['which|what countries has|have|with? the? most', 'most by country'],
  ['how many councils|authorities', 'places'],
  ['which|what councils|authorities', 'places'],
  ['in common', 'shared'],
  ['shared|share|both', 'shared'],
  ['by|sorted|ordered by? year|date|age', 'by year'],
  ['chronologically', 'by year'],
  ['largest|biggest|smallest|nearest|closest|furthest|farthest|richest|poorest', 'not recorded'],
  ['how far|big|large|much|often', 'not recorded'],
  ['population|distance|cost|costs|budget|mayor|mayors|address|email', 'not recorded'],
]

/** A question that begins so asks for yes or no, where it asks for nothing else. */
export const ASKS_WHETHER: ReadonlySet<string> = new Set(
  'is are was were do does did has have isnt arent doesnt'.split(' '),
)

/** Words beside a phrase that add nothing to it: `twinnings that date from 1969`, `only the ended ones`. */
export const ADDS_NOTHING: ReadonlySet<string> = new Set(
  `any all count date dated dates dating every exist exists established formed founded signed just made one ones only
  recorded record records reported set up there which what not ago some that then than same other year
  years kind kinds type sort list lists names name give shows showing only being become becoming became begin began begun no going`.split(
    /\s+/,
  ),
)

export const WANT_IN_WORDS: Readonly<Partial<Record<Want, string>>> = {
  when: 'when',
  age: 'how old',
  state: 'status',
  count: 'how many',
  first: 'oldest',
  latest: 'newest',
  most: 'the most',
  fewest: 'fewest',
  'most by country': 'which country has the most',
  places: 'which councils',
  countries: 'countries',
  'by year': 'by year',
}
