import type { ChannelCommand, Reading, Subject, Talk } from '../answer/answer.ts'
import type { Area, Report } from '../knowledge/records.ts'
import type { CouncilAsked } from '../library/councils.ts'
import { type CouncilsAsked, councilsInWords } from '../library/ends-of-councils.ts'
import type { Scope } from '../library/link.ts'
import type { LinkFilter } from '../library/link-filter.ts'
import type { Said } from '../library/said.ts'
import { partName } from '../places/countries.ts'
import { type Locality, localityName } from '../places/locality.ts'
import type { LiesIn, Meant, Mention, Who } from '../places/meant.ts'
import type { Style } from '../reference/reference.ts'
import { type CommandWord, reportAsk } from './commands.ts'
import { filterInWords } from './grammar/filter-in-words.ts'
import { WANT_IN_WORDS, type Want } from './grammar/wants.ts'

/** What was asked, as it was understood. Made once; nothing after it reads the typed words, but to show them. */
export type Query<I extends Intent = Intent> = {
  typed: string
  /** The same question as one can type it again: `twins Leeds`. */
  ask: string
  intent: I
  readings: readonly Reading[]
  /** Words that mean something and played no part. */
  unused: readonly string[]
  /** Words of the question itself that were read with a slip in them. */
  corrected: readonly Reading[]
}

export type Intent =
  | AboutPlaces
  /** Records are asked for, and of no place: `who decided it and by what vote`. */
  | WhichPlace
  /** What is said of places, and their links: `ask Leeds`. */
  | { is: 'places'; of: AboutPlaces }
  /** What speaks to words. `named`: other places' statements do not answer it. `about`: of these we hold something. */
  | {
      is: 'statements'
      words: string
      page: number
      said: Said
      named: readonly Mention[]
      about: readonly Meant[]
      /** Topics of the folder that stand in the words. */
      topics: readonly Subject[]
      /** Words that mean something and played no part: while there are any, no answer claims to be on the question. */
      unused: readonly string[]
    }
  /** A report's summary; on a topic, what of it speaks to the words. */
  | { is: 'report'; report: Report; topic?: ReportTopic }
  /** All reports; with words, those whose names hold them, and what all of them say on it. */
  | {
      is: 'reports'
      words: string
      page: number
      named: readonly Report[]
      said?: Said
      unused: readonly string[]
    }
  /** What becomes of a council and its links; `scope` where it is a place that we hold. */
  | { is: 'becomes'; words: string; council: CouncilAsked; scope?: Scope }
  /** Councils by their end: all of which one is recorded, or those in these places. */
  | { is: 'councils'; of: CouncilsAsked; localities: readonly Locality[] }
  | { is: 'reference'; id: string; style: Style }
  /** `area`: of which area of the UK one asks what is held. */
  | { is: 'hansa'; about: Talk; area?: Area }
  /** A command without words: how it is used. */
  | { is: 'usage'; of: 'twins' | 'ask' | 'cite' }
  | ({ is: 'channel' } & ChannelCommand)
  /** A slash and a word that is no command, but may be near one. */
  | { is: 'no such command'; word: string; rest: string; like: readonly CommandWord[] }

/** `unused`: words of it that mean something and that nothing shown holds. */
export type ReportTopic = {
  words: string
  said: Said
  topics: readonly Subject[]
  unused: readonly string[]
}

/** A question about places, whatever became of their names. */
export type AboutPlaces = Links | Unresolved

/** `words` are those about the places, as typed. */
export type Links = {
  is: 'links'
  words: string
  /** Absent where every link of the folder is asked about. */
  who?: Extract<Who, { how: 'meant' }>
  scope: Scope
  filter: LinkFilter
  want: Want
  /** The reason is asked for as well. */
  asksWhy?: true
  /** What is held under names one slip away; looked for where no link is. */
  near: readonly Locality[]
}

export type Unresolved = Asking & Unfound

export type WhichPlace = { is: 'which place'; words: string } & Asking

/** What was asked of the places, whichever is meant. */
export type Asking = Pick<Links, 'filter' | 'want'>

type Unfound =
  | { is: 'choice'; words: string; who: Extract<Who, { how: 'several' | 'near' }> }
  | {
      is: 'not held'
      words: string
      who: Extract<Who, { how: 'inside' | 'empty' | 'elsewhere' }>
      near: readonly Locality[]
    }
  | { is: 'not understood'; words: string; who: Extract<Who, { how: 'unknown' | 'near' }> }

/** The question as one can type it again. */
export function askOf(intent: Intent): string {
  switch (intent.is) {
    case 'links':
      return linksAgain(intent)
    case 'choice':
    case 'not held':
    case 'not understood':
      return `twins ${intent.words}`
    case 'places':
      return `ask ${intent.of.words}`
    case 'which place':
      return intent.words
    case 'statements':
      return `ask ${intent.words}`
    case 'report':
      return reportAsk(intent.report, intent.topic?.words)
    case 'reports':
      return `report ${intent.words}`.trim()
    case 'becomes':
      return `twins ${intent.words} successor`
    case 'councils':
      return `twins ${councilsInWords(intent.of, intent.localities.map(localityName).join(' and '))}`
    case 'reference':
      return intent.style === 'harvard' ? `cite ${intent.id}` : `cite ${intent.id} ${intent.style}`
    case 'hansa':
      return intent.area ? `coverage ${intent.area.name}` : 'help'
    case 'usage':
      return intent.of
    case 'channel':
      return `${intent.command} ${intent.words}`.trim()
    case 'no such command':
      return `/${intent.word} ${intent.rest}`.trim()
  }
}

function linksAgain({ scope, filter, want }: Links): string {
  return asksAgain(scope.ask, { filter, want })
}

/** What is asked of `twins Leeds`, put to it. */
export function asksAgain(ask: string, { filter, want }: Asking): string {
  if (want === 'list' && Object.keys(filter).length === 0) return ask
  const { continents = [], outside = [], outsideContinents = [] } = filter
  const without = [...outside.map(localityName), ...outsideContinents.map(partName)]
  return [
    want === 'whether' ? ask.replace('twins', 'twins is') : ask,
    ...filterInWords(filter),
    ...continents.map(partName),
    ...without.map((name) => `outside ${name}`),
    WANT_IN_WORDS[want] ?? '',
  ]
    .filter(Boolean)
    .join(' ')
}

/** How names and words were read. */
export function readingsOf(intent: Intent): readonly Reading[] {
  if (intent.is === 'places') return readingsOf(intent.of)
  if (intent.is === 'links')
    return (
      intent.who?.meant.flatMap((one) => [...(one.liesIn ? [ofPlace(one.liesIn)] : []), ofPlace(one)]) ?? []
    )
  if (intent.is === 'statements') return [...intent.about.map(ofPlace), ...ofWords(intent.said)]
  if (intent.is === 'reports' && intent.said) return ofWords(intent.said)
  return intent.is === 'report' && intent.topic ? ofWords(intent.topic.said) : []
}

function ofPlace({ typed, locality, how }: LiesIn): Reading {
  return { typed, read: localityName(locality), as: 'place', how }
}

function ofWords({ corrected }: Said): readonly Reading[] {
  return corrected.map(({ typed, read }) => ({ typed, read, as: 'word', how: 'corrected' }))
}
