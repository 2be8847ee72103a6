import { ABOUT_PHRASES } from './about-phrases.ts'
import { HOLDER_PHRASES } from './holder-phrases.ts'
import { OF_RECORDS, type OnRecord } from './on-record.ts'
import { NO_RECORD_PHRASES, ON_RECORD_PHRASES } from './on-record-phrases.ts'
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
  /** Who holds them: a council, an association, both. */
  | 'holder'
  /** What they are about. */
  | 'themes'
  | 'count'
  /** How many of how many. */
  | 'share'
  | 'first'
  | 'latest'
  /** `New links`: the newest, or all where it is said since when. */
  | 'new'
  /** Which place, or which country, has the most or the fewest of them. */
  | 'most'
  | 'fewest'
  | 'most by country'
  | 'most by partner'
  /** Of what is abroad, by partner; else by place. */
  | 'most twinned'
  | 'places'
  /** How many towns are in what is named: here those that have links, abroad the links with them. */
  | 'towns'
  | 'countries'
  | 'shared'
  | 'by year'
  /** What is recorded beside how links stand. */
  | OnRecord
  /** A sheet for a review of all links. */
  | 'review'
  /** Who wrote in or spoke up: private persons, who are not recorded. */
  | 'people'
  /** How many people live there. */
  | 'size'
  /** What is asked is nothing that the folder records of a link; or which places have none. */
  | 'not recorded'
  | 'none'

const LINKS =
  'link|links|twin|twins|partner|partners|partnership|partnerships|twinning|twinnings|connection|connections|ties'

/** No sentence of its own: the list by year shows it. */
const NTH = 'second|third|fourth|fifth|2nd|3rd|4th|5th|next'

export const WANT_PHRASES: readonly Phrase<Want>[] = [
  ['when', 'when'],
  ['since when', 'when'],
  ['since', 'when'],
  ['in? what|which year', 'when'],
  ['start|starting date|year', 'when'],
  ['date', 'when'],
  ['year', 'when'],
  ['current|present? status|state of?', 'state'],
  ['end|ends|suspend|suspends|sever|terminate', 'state'],
  ['and? where|how they|it|these|those stand|stands', 'state'],
  ['and? are|is they|these|those all|both? still? active|alive|live|going|dormant|suspended|ended', 'state'],
  ['year of', 'when'],
  ['the? #nth? anniversary|anniversaries', 'when'],
  ['how old', 'age'],
  ['the? age of', 'age'],
  ['how long', 'age'],
  ['is|was|are it? #count years since', 'age'],
  ['how many years|months|decades ago?', 'age'],
  ['for how many years|decades', 'age'],
  ['how many', 'count'],
  ['the? number of', 'count'],
  ['count|total', 'count'],
  ['what|which|the? share|percentage|proportion|fraction of', 'share'],
  ['what|which share|percentage|proportion|fraction', 'share'],
  [`all|every ${LINKS}`, 'list'],
  [`list|lists of all? the? ${LINKS}`, 'list'],
  ['oldest|earliest|first', 'first'],
  ['the? least recent', 'first'],
  ['longest standing|running|lasting|established?', 'first'],
  ['longstanding', 'first'],
  ['newest|latest|youngest|last', 'latest'],
  ['the? latest on|about|regarding', 'state'],
  ['the? latest|newest? news|update|updates on|about|regarding', 'state'],
  ['the? most recent|recently', 'latest'],
  [`${NTH} oldest|earliest|newest|latest|youngest`, 'by year'],
  [`${NTH} most recent`, 'by year'],
  ['oldest|earliest|newest|latest|youngest #count', 'by year'],
  ['top|first|last #count oldest|earliest|newest|latest|youngest|longest?', 'by year'],
  ['the? most', 'most'],
  ['the? largest|biggest|highest number of?', 'most'],
  [`more ${LINKS} town|towns|city|cities? than`, 'most'],
  [`have|has|got more`, 'most'],
  [`fewer ${LINKS} town|towns|city|cities? than`, 'fewest'],
  ['the? most popular|common|shared|frequent', 'most by partner'],
  ['the? most twinned|linked|connected', 'most twinned'],
  [`new|recent ${LINKS}`, 'new'],
  ['fewest|least', 'fewest'],
  ['which|what|how country|countries|nations', 'countries'],
  ['how many countries|nations', 'countries'],
  ['countries', 'countries'],
  ['by|per country|countries', 'countries'],
  ['which|what country has|have|with? the? most', 'most by country'],
  ['which|what countries has|have|with? the? most', 'most by country'],
  ['the? most popular|common|frequent partner|twin|twinning|link? country|countries', 'most by country'],
  ['the? commonest|top partner|twin|twinning|link? country|countries', 'most by country'],
  ['the? top #count partner|twin|twinning|link? countries|nations', 'countries'],
  ['how many councils|authorities', 'places'],
  ['how many places|towns|cities|districts|boroughs in', 'towns'],
  ['which|what councils|authorities', 'places'],
  ['the? most|fewest countries|nations|continents', 'not recorded'],
  ['in common', 'shared'],
  ['shared|share|both', 'shared'],
  ['by|sorted|ordered by? year|date|age', 'by year'],
  ['chronologically', 'by year'],
  ['with|and their? start|starting? dates|years', 'by year'],
  ['dont|doesnt|not have|has a|any', 'none'],
  [`dont|doesnt|not have|has a|any? ${LINKS}`, 'none'],
  [`without a|any? ${LINKS}`, 'none'],
  ['have|has|with no', 'none'],
  ['not|arent|isnt|never twinned|linked|partnered with|to', 'none'],
  ...ABOUT_PHRASES,
  ...HOLDER_PHRASES,
  ...NO_RECORD_PHRASES,
  ...ON_RECORD_PHRASES,
  ['review', 'review'],
  ['review sheet', 'review'],
]

/** A question that begins so asks for yes or no, where it asks for nothing else. */
export const ASKS_WHETHER: ReadonlySet<string> = new Set(
  'is are was were do does did has have isnt arent doesnt still'.split(' '),
)

/** What stands behind is why: `suspend it over the war`. */
export const GIVES_A_REASON: ReadonlySet<string> = new Set('over because due amid owing given'.split(' '))

/** Words beside a phrase that add nothing to it: `twinnings that date from 1969`, `only the ended ones`. */
export const ADDS_NOTHING: ReadonlySet<string> = new Set(
  `any all count each date dated dates dating every exist exists established agreed arranged concluded created launched formed founded signed just made one ones only
  recorded record records reported set up there which what not ago some that then than same other year
  arrangement arrangements years kind kinds type sort list lists names name give shows showing only being celebrate celebrates celebrating mark marks correct right become becoming became begin began begun starting started added no go going went
  committee councillors put puts putting per annually but either neither nor together full complete soon shortly`.split(
    /\s+/,
  ),
)

export const WANT_IN_WORDS: Readonly<Partial<Record<Want, string>>> = {
  when: 'when',
  age: 'how old',
  state: 'status',
  holder: 'who holds',
  themes: 'themes',
  count: 'how many',
  share: 'what share',
  first: 'oldest',
  latest: 'newest',
  most: 'the most',
  fewest: 'fewest',
  'most by country': 'which country has the most',
  'most by partner': 'the most popular partner',
  'most twinned': 'the most twinned',
  places: 'which councils',
  towns: 'how many towns in',
  countries: 'countries',
  'by year': 'by year',
  decisions: 'decisions',
  costs: 'costs',
  criteria: 'criteria',
  visits: 'visits',
  becomes: 'successor',
  succession: 'successor',
  review: 'review',
  notices: 'notices',
  agreements: 'what was signed',
  size: 'population',
}

/** The most telling of them: `when did the oldest begin` asks for the oldest. */
export function wantOf(wants: readonly Want[], asksWhether: boolean): Want {
  const countries = wants.includes('countries')
  if ((wants.includes('most') || wants.includes('most twinned')) && countries) return 'most by country'
  if (wants.includes('most') && wants.includes('shared')) return 'most by partner'
  const [first] = TELLING.filter((want) => wants.includes(want))
  // `Did the mayor end it`: of the mayor nothing is recorded, of the end it is.
  if (first === 'not recorded' && wants.includes('state')) return 'state'
  return first ?? (asksWhether ? 'whether' : 'list')
}

const TELLING: readonly Want[] = [
  ...([
    // Whoever asks for persons is told of none, whatever of them is asked.
    'people',
    'notices',
    'succession',
    'agreements',
    'criteria',
    'decisions',
    'visits',
    'costs',
    'becomes',
    'review',
    'size',
    'not recorded',
    'none',
    'most by country',
    'most by partner',
    'most twinned',
  ] as const),
  ...(['most', 'fewest', 'first', 'latest', 'new', 'shared'] as const),
  ...([
    'places',
    'towns',
    'countries',
    'holder',
    'themes',
    'age',
    'share',
    'count',
    'state',
    'when',
    'by year',
  ] as const),
]

/** What of records is wanted; why a link stands so, which is asked of it by a state, is told by decisions. */
export function ofRecords(want: Want, words: readonly { text: string }[]): Want | undefined {
  if (want === 'notices') return undefined
  if (OF_RECORDS.has(want)) return want
  return words.some(({ text }) => text === 'why') ? 'decisions' : undefined
}
