import type { LinkFilter, State, Years } from '../../library/link-filter.ts'
import { isAdjective } from '../../places/country-adjectives.ts'
import { LINK_WORDS } from '../../search/words/fillers.ts'
import type { Word } from '../../search/words/fold.ts'
import { AGREEMENT_PHRASES } from './agreement-phrases.ts'
import { timesByMonth } from './months.ts'
import { type Found, PARTS_OF_THE_WORLD, type Phrase } from './phrases.ts'
import type { Want } from './wants.ts'

/**
 * What a phrase narrows the links to. `except` leaves out what follows it, `not` only where that is a phrase: `isn’t Leeds …` asks
 * of Leeds. `generic` says nothing, and `agreement` only where nothing else is asked.
 */
export type FilterPhrase = { filter: LinkFilter } | { is: 'except' | 'not' | 'generic' | 'agreement' }

/** What a phrase of the grammar means: it narrows the links, or asks one thing of them. */
export type Meaning = { filter: FilterPhrase } | { want: Want } | { filter: FilterPhrase; want: Want }

const state = (...states: State[]): FilterPhrase => ({ filter: { state: states } })
const since = (years: Years): FilterPhrase => ({ filter: { since: years } })
const evidenceBefore = (year: number): FilterPhrase => ({ filter: { evidenceBefore: year } })
const kind = (word: string): FilterPhrase => ({ filter: { kind: [word] } })

/** How links stand. Ended is not ending, nor suspended. */
const STATES: readonly Phrase<FilterPhrase>[] = [
  ['still? reported? active|alive|live|living', state('active')],
  [
    'former|formerly|ended|finished|severed|terminated|abandoned|discontinued|dissolved|defunct',
    state('ended'),
  ],
  ['broken|given off|up', state('ended')],
  [
    'which|what? twinning? association|associations|society|societies that? have|has|were|was|are? been? dissolved|wound|closed|folded|disbanded up|down?',
    { filter: { isDissolved: true } },
  ],
  ['cut|cutting|severed|severing|broke|breaking off? all? ties|links|relations', state('ended')],
  ['being|be ended|severed|terminated', state('ending')],
  ['about to end', state('ending')],
  ['no longer active|current|linked|twinned', state('doubt', 'ended')],
  ['inactive|dead|moribund|lapsed', state('doubt', 'ended')],
  ['not|arent|isnt|werent|wasnt active', state('doubt', 'ended')],
  ['suspended|paused|frozen', state('suspended')],
  ['on|under hold|suspension', state('suspended')],
  ['dormant|sleeping', state('dormant')],
  ['ending', state('ending')],
  ['unclear', state('unclear')],
  ['in? doubt|doubtful', state('doubt')],
  ['at|under risk|threat', state('doubt')],
  ['listed', state('listed')],
  ['named in a list', state('listed')],
  ['retained', state('retained')],
  ['current|currently|existing', state('stands')],
  ['still going|valid|extant strong?', state('stands')],
  ['still? in force|effect', state('stands')],
  ['community led|run', { filter: { heldBy: 'association' } }],
  [
    'held|run|managed|led by a|an|the|their? twinning? association|associations|citizens|community|society',
    { filter: { heldBy: 'association' } },
  ],
  ['held|run by the? council|councils', { filter: { heldBy: 'council' } }],
  ['council held|run|led', { filter: { heldBy: 'council' } }],
  ['association held|run|led', { filter: { heldBy: 'association' } }],
]

/** `Partners that are not twins`: which narrows nothing where it is not denied. */
const NOT = ['not|arent|isnt|except|excluding|non', 'other than'].map(
  (not) => `${not} a|an|the|any|just|only|simply|formally?`,
)
const notOf = (word: string): FilterPhrase => ({ filter: { unless: [{ kind: [word] }] } })

/** What links are called. `Sister cities` are twin towns to most who say so, and narrow nothing. */
const KINDS: readonly Phrase<FilterPhrase>[] = [
  ['friendship', kind('friendship')],
  ['sister', kind('sister')],
  ['sister city|cities|town|towns', { is: 'generic' }],
  ['sister city|cities|town|towns only', kind('sister')],
  ['only|just sister city|cities|town|towns', kind('sister')],
  ['join|joined|pair|pairs|paired|team|teamed|hooked|linked up? with', { is: 'generic' }],
  [
    'work|works|working|worked|cooperate|cooperates|cooperating|collaborate|collaborates with',
    { is: 'generic' },
  ],
  ['adoption|adopted|adoptions', kind('adoption')],
  ['agreement|agreements', { is: 'agreement' }],
  ['twinning|twin|partnership|sister|town|city|cities agreement|agreements', { is: 'generic' }],
  ['kind twin', kind('twin')],
  ...NOT.flatMap((not): Phrase<FilterPhrase>[] => [
    [`${not} twin|twins|twinned|twinning|twinnings town|towns|city|cities|link|links?`, notOf('twin')],
    [`${not} sister city|cities|town|towns`, notOf('sister')],
  ]),
  ['kind partner', kind('partner')],
]

/** `Anniversaries coming up in 2027`, `that fall in 2027`, `are there in 2027` */
const COMES =
  'that|which|are|is|will? there|be? coming|come|comes|fall|falls|falling|due|happening|upcoming? up|due?'

/** When they began. */
const TIMES: readonly Phrase<FilterPhrase>[] = [
  ...timesByMonth(since),
  ['since #year', (year) => since({ from: year })],
  ['from #year on|onward|onwards', (year) => since({ from: year })],
  ['after #year', (year) => since({ from: year + 1 })],
  ['before|pre #year', (year) => since({ to: year - 1 })],
  ['up? until|till|to|by #year', (year) => since({ to: year })],
  ['between|from? #year and|to|until|till? #year', (from, to) => since({ from, to })],
  ['in|from|of|during|to? #year', (year) => since({ from: year, to: year })],
  ['in|during|from|since? this century', since({ from: 2000 })],
  ['in|during|from? the? last|20th|twentieth century', since({ from: 1900, to: 1999 })],
  ['in|during|since? the 21st century', since({ from: 2000 })],
  ['back to #year', (year) => since({ from: year, to: year })],
  ['in|of|over|within|during|from? the? last|past #ago years', (year) => since({ from: year })],
  ['in? #relative year', (year) => since({ from: year, to: year })],
  ['turn|turns|turning|reach|reaches|reaching #count years? old? in #year', wasFounded],
  ['turn|turns|turning|reach|reaches|reaching #count years? old? #relative year', wasFounded],
  [`#count year|years? anniversary|anniversaries ${COMES} in|of? #year`, wasFounded],
  [`#count year|years? anniversary|anniversaries ${COMES} #relative year`, wasFounded],
  [
    'with|have|has? no|without|lacking|missing a|any|the? start|starting|founding? year|date|dates|years recorded|given|known|stated?',
    { filter: { isUndated: true } },
  ],
  ['undated', { filter: { isUndated: true } }],
  ['over|more than? #ago years old|ago', (year) => since({ to: year - 1 })],
  ['older than #ago years', (year) => since({ to: year - 1 })],
  ['younger|newer than #ago years', (year) => since({ from: year + 1 })],
  ['in|from|during|of? the? early #decade', (year) => since({ from: year, to: year + 3 })],
  ['in|from|during|of? the? mid|middle #decade', (year) => since({ from: year + 4, to: year + 6 })],
  ['in|from|during|of? the? late|later #decade', (year) => since({ from: year + 7, to: year + 9 })],
  ['since the? mid #decade', (year) => since({ from: year + 4 })],
  ['since the? late #decade', (year) => since({ from: year + 7 })],
  ['in|from|during|of? the? #decade', (year) => since({ from: year, to: year + 9 })],
  ['since the? early? #decade', (year) => since({ from: year })],
  ['before the? #decade', (year) => since({ to: year - 1 })],
  ['after the? #decade', (year) => since({ from: year + 10 })],
]

/** What people date by in place of a year. */
const EVENTS: readonly Phrase<FilterPhrase>[] = [
  ['since|after|following the? full? scale? russian? invasion of ukraine', since({ from: 2022 })],
  ['since|after|following the? war in ukraine', since({ from: 2022 })],
  ['before the? full? scale? russian? invasion of ukraine', since({ to: 2021 })],
  ['since|after the? second|2nd world war', since({ from: 1945 })],
  ['since|after the? ww2|wwii|war', since({ from: 1945 })],
  ['since|after world war 2|two|ii', since({ from: 1945 })],
  ['post war', since({ from: 1945 })],
  ['postwar', since({ from: 1945 })],
  ['before the? second|2nd world war', since({ to: 1938 })],
  ['before the? ww2|wwii|war', since({ to: 1938 })],
  ['before world war 2|two|ii', since({ to: 1938 })],
]

/** The war that is meant where one of the countries at it is named, and theirs. */
export const THE_WAR: readonly Phrase<FilterPhrase>[] = [
  ['since|after|following the? war', since({ from: 2022 })],
  ['before the? war', since({ to: 2021 })],
]
export const AT_WAR: ReadonlySet<string> = new Set(['UA', 'RU', 'BY'])

const CONTINENTS = PARTS_OF_THE_WORLD.map(
  ([says, parts]): Phrase<FilterPhrase> => [says, { filter: { continents: parts } }],
)

const EXCEPTIONS: readonly Phrase<FilterPhrase>[] = [
  ['outside|minus|beyond of?', { is: 'except' }],
  ['except|excluding|excepting|without for?', { is: 'except' }],
  ['other than', { is: 'except' }],
  ['apart|aside from', { is: 'except' }],
  ['but? not in|with?', { is: 'except' }],
  ['non', { is: 'except' }],
  ['neither|never|arent|isnt|werent|wasnt|havent|hasnt|dont|doesnt|didnt', { is: 'not' }],
]

const ANNIVERSARIES: readonly Phrase<FilterPhrase>[] = [
  [
    `anniversary|anniversaries ${COMES} in|of|for|during? #year`,
    (year) => ({ filter: { anniversary: year } }),
  ],
  [`anniversary|anniversaries ${COMES} #relative year`, (year) => ({ filter: { anniversary: year } })],
]

/** Links that are so old in that year. */
function wasFounded(age: number, year: number): FilterPhrase {
  return since({ from: year - age, to: year - age })
}

/** When anybody last said how they stand. */
const EVIDENCE: readonly Phrase<FilterPhrase>[] = [
  ['not|never updated|confirmed|reported|mentioned|documented since #year', evidenceBefore],
  ['no evidence|news|update since #year', evidenceBefore],
  ['nobody|noone has? updated|confirmed|reported|mentioned|checked since #year', evidenceBefore],
  ['no one has? updated|confirmed|reported|mentioned|checked since #year', evidenceBefore],
  ['evidence|news older? than|before #year', evidenceBefore],
]

/** How many links a place has. */
const COUNTS: readonly Phrase<FilterPhrase>[] = [
  ['has|have|got? more than one', { filter: { atLeast: 2 } }],
  ['has|have|got? more than #count', (links) => ({ filter: { atLeast: links + 1 } })],
  ['at least #count', (links) => ({ filter: { atLeast: links } })],
  ['#count or more', (links) => ({ filter: { atLeast: links } })],
]

/** `More than one German town` counts links, `more than 500 people` does not. */
export function countsLinks(phrase: Found<Meaning>, words: readonly Word[]): boolean {
  if (filterOf(phrase)?.atLeast === undefined) return true
  const next = words.slice(phrase.to).find(({ text }) => !isAdjective(text) && text !== 'european')
  return next !== undefined && (LINK_WORDS.has(next.text) || PARTNERS.has(next.text))
}

const PARTNERS: ReadonlySet<string> = new Set(['town', 'towns', 'city', 'cities'])

export const FILTER_PHRASES = [
  ...STATES,
  ...KINDS,
  ...TIMES,
  ...EVENTS,
  ...CONTINENTS,
  ...EXCEPTIONS,
  ...ANNIVERSARIES,
  ...AGREEMENT_PHRASES,
  ...EVIDENCE,
  ...COUNTS,
]

export function filterOf({ means }: Found<Meaning>): LinkFilter | undefined {
  return 'filter' in means && 'filter' in means.filter ? means.filter.filter : undefined
}

/** Who still runs it, and whether all are still active, is asked of links however they stand. */
export function stillStands(words: readonly Word[], filter: LinkFilter, want: Want): LinkFilter {
  const isStill = want !== 'holder' && want !== 'state' && words.some(({ text }) => text === 'still')
  return isStill && !filter.state && !filter.agreement ? { ...filter, state: ['stands'] } : filter
}
