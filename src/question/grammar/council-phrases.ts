import type { CouncilsAsked, Period, Tier } from '../../library/ends-of-councils.ts'
import type { Years } from '../../library/link-filter.ts'
import { since, timesByMonth } from './months.ts'
import { compiled, type Phrase } from './phrases.ts'

/** What a phrase says of councils that end: which they are, that they end or follow, whether their day has come, and when. */
export type CouncilPiece =
  | { is: 'councils'; tier?: Tier }
  /** `time`: what the verb says by itself. */
  | { is: 'end'; time?: CouncilsAsked['time'] }
  | { is: 'new' }
  /** How many links they have: the list says so. */
  | { is: 'links' }
  | { is: 'time'; time: NonNullable<CouncilsAsked['time']> }
  | OfPeriod

type OfPeriod = { is: 'period'; period: Period; time?: CouncilsAsked['time'] }

const tier = (of?: Tier): CouncilPiece => ({ is: 'councils', ...(of && { tier: of }) })
const end = (time?: CouncilsAsked['time']): CouncilPiece => ({ is: 'end', ...(time && { time }) })
const time = (of: NonNullable<CouncilsAsked['time']>): CouncilPiece => ({ is: 'time', time: of })

const COUNCILS: readonly Phrase<CouncilPiece>[] = [
  ['councils|authorities', tier()],
  ['city|town|local|metropolitan councils|authorities', tier()],
  ['which|what|any|every|no|each council|authority', tier()],
  ['districts', tier('district')],
  ['boroughs', tier('district')],
  ['districts|district and|or boroughs|borough councils?', tier('district')],
  ['district|borough|shire councils|authorities', tier('district')],
  ['which|what|any|every|no|each district|borough council?', tier('district')],
  ['county councils|authorities', tier('county')],
  ['which|what|any|every|no|each county council|authority', tier('county')],
  ['unitary councils|authorities', tier('unitary')],
]

const NEW: readonly Phrase<CouncilPiece>[] = [
  ['new|successor|replacement unitary?', { is: 'new' }],
  ['become|becomes|becoming|turn|turns|turning|go|goes|going unitary|unitaries', { is: 'new' }],
  ['created|formed|established', { is: 'new' }],
  ['set up', { is: 'new' }],
  ['come|comes|came into being|existence|force', { is: 'new' }],
  ['unitaries', tier()],
]

const ENDS: readonly Phrase<CouncilPiece>[] = [
  [
    'abolished|abolition|abolitions|merged|merger|mergers|dissolved|reorganised|reorganisation|scrapped|replaced|axed|restructured|lgr',
    end(),
  ],
  ['wound up', end()],
  ['under|in consultation', end('proposed')],
  ['abolish|abolishes|abolishing|merge|merges|merging|end|ends|ending|close|closes|closing', end('ahead')],
  ['cease|ceases|stop|stops to? exist|existing?', end('ahead')],
  ['disappear|disappears|disappearing|vanish|vanishes|vanishing|go|goes|die|dies', end('ahead')],
  ['come|comes|coming to an end', end('ahead')],
  ['ended|disappeared|vanished|gone|went|defunct', end('past')],
  ['ceased|stopped to? exist|existing?', end('past')],
  ['no longer exist|exists', end('past')],
  ['came to an end', end('past')],
]

const TIMES: readonly Phrase<CouncilPiece>[] = [
  ['will|shall be?', time('ahead')],
  ['to be', time('ahead')],
  ['going|due|about|set to be?', time('ahead')],
  ['is|are being', time('ahead')],
  ['decided|confirmed|agreed|soon', time('ahead')],
  ['were|was|did|already|former|formerly', time('past')],
  ['has|have|had been?', time('past')],
  ['proposed|proposal|proposals|may|might|could|possibly to? be?', time('proposed')],
  ['consulted|consultation|consultations on?', time('proposed')],
]

const LINKS: readonly Phrase<CouncilPiece>[] = [
  [
    'and|with how|what|which many? links|link|twinnings|twinning|twins|partners have|has|do|does|are? they|each|it|those|these? have|hold|affected?',
    { is: 'links' },
  ],
  ['and|with their|its links|link|twinnings|twinning|twins|partners', { is: 'links' }],
]

const PERIODS: readonly Phrase<CouncilPiece>[] = [
  ['in|during|for|of|from|on? #year', (year) => within(year, year, `in ${year}`)],
  ['in|during|for|of? #relative year', (year) => within(year, year, `in ${year}`)],
  ['since #year', (year) => soFar(within(year, undefined, `since ${year}`))],
  ['after #year', (year) => within(year + 1, undefined, `after ${year}`)],
  ['from #year on|onward|onwards', (year) => within(year, undefined, `after ${year - 1}`)],
  ['before #year', (year) => within(undefined, year - 1, `before ${year}`)],
  ['by|until|till|to|up? #year', (year) => within(undefined, year, `by ${year}`)],
  ['between|from #year and|to|until|till #year', (from, to) => within(from, to, `between ${from} and ${to}`)],
  ['since #month #year', (month, year) => soFar(ofDays(since(year, month)))],
  ...timesByMonth(ofDays),
]

/** `Abolished since 2019` speaks of what has been. */
function soFar(piece: OfPeriod): OfPeriod {
  return { ...piece, time: 'past' }
}

function ofDays({ days }: Years): OfPeriod {
  return period(days?.from, days?.to, days?.words ?? '')
}

function within(from: number | undefined, to: number | undefined, words: string) {
  return period(
    from === undefined ? undefined : `${from}-01-01`,
    to === undefined ? undefined : `${to}-12-31`,
    words,
  )
}

function period(from: string | undefined, to: string | undefined, words: string): OfPeriod {
  return { is: 'period', period: { ...(from && { from }), ...(to && { to }), words } }
}

export const COUNCIL_PHRASES = compiled([...COUNCILS, ...NEW, ...ENDS, ...TIMES, ...LINKS, ...PERIODS])
