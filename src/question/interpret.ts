import type { Report } from '../knowledge/records.ts'
import type { Library, ReadQuestion } from '../library/library.ts'
import { everyLink, type Link, scopeOf } from '../library/link.ts'
import { recordsAbout, type Spoken } from '../library/records-about-place.ts'
import type { Said } from '../library/said.ts'
import type { Who } from '../places/meant.ts'
import { styles } from '../reference/reference.ts'
import { fold } from '../search/words/fold.ts'
import {
  answersAlone,
  type CommandWord,
  commandOf,
  commandsBegun,
  commandsNear,
  pageOf,
  type TypedLine,
  typedLine,
} from './commands.ts'
import { definitionsFirst } from './definitions-first.ts'
import { type Asked, askedOf } from './grammar.ts'
import { type AboutPlaces, askOf, type Intent, type Query, readingsOf } from './query.ts'
import { findingsOf, reportsMeant } from './reports-meant.ts'
import { talkIn } from './talk.ts'
import {
  asCorrected,
  type InWords,
  isMistyped,
  isRatherAPlace,
  isResolved,
  ofThePlaces,
  ordersLinksOfAName,
  placesOnly,
} from './word-or-place.ts'

/** What words are read against. */
export type ReadingContext = {
  library: Library
  links: readonly Link[]
  spoken: () => readonly Spoken[]
  commands: readonly CommandWord[]
}

/** A question that is its names and no more. */
const NOTHING_ASKED = { filter: {}, want: 'list', everywhere: false, ofLinks: false } as const

/** The one place where words become meaning. Called once a question; what it finds out travels in the Query. */
export function interpret(typed: string, context: ReadingContext): Query {
  const question = { ...context, read: context.library.reader() }
  const { intent, unused = [] } = understood(typedLine(typed), question)
  return { typed, ask: askOf(intent), intent, readings: readingsOf(intent), unused }
}

/** The same for one question: `read` reads its words, or a part of them, and looks each name up once. */
type Begun = ReadingContext & { read: (words: string) => ReadQuestion }

/** What is asked for, and the words that played no part in it. */
type Understanding = { intent: Intent; unused?: readonly string[] }

/** One grammar for every surface: a command's word and more words; without one, a place or a question in words. */
function understood(line: TypedLine, context: Begun): Understanding {
  const { word, rest, whole, slash } = line
  if (whole === '') return { intent: { is: 'hansa', about: 'help' } }
  const command = commandOf(line, context.commands)
  const talk = slash || command?.means.is === 'twins' ? undefined : talkIn(whole)
  if (talk) return { intent: { is: 'hansa', about: talk } }
  if (command) {
    const told = asCommand(command, rest, context)
    // `twinning since 1949` is a question in words that begins with another name of a command.
    if (slash || word === command.name || !isUnknown(told.intent, context)) return told
    const asWords = inWords(whole, context)
    return finds(asWords.intent, context) ? asWords : told
  }
  if (slash) return { intent: noSuchCommand(word, rest, context.commands) }
  const { asked, question } = reading(whole, context)
  if (asked.everywhere) return { intent: everywhere(whole, asked, context) }
  const who = question.asTyped()
  if (isResolved(who)) return aboutPlaces(asked, who, question, context)
  const told = inWords(whole, context, asked.rest === whole ? question : undefined)
  return isRatherAPlace(whole, question, foundBy(told.intent, context))
    ? aboutPlaces(asked, question.asMeant(), question, context)
    : told
}

/** What the words around the names ask for; and a reading of the names, in what they leave. */
function reading(
  words: string,
  { read }: Begun,
  byCommand = false,
): { asked: Asked; question: ReadQuestion } {
  const question = read(words)
  const asked = isOnlyNames(words, question.asTyped()) ? undefined : askedOf(words, read, byCommand)
  return asked ?? { asked: { ...NOTHING_ASKED, whole: words, rest: words }, question }
}

function isOnlyNames(words: string, who: Who): boolean {
  const names = who.how === 'meant' ? who.meant : isResolved(who) ? [who] : []
  return fold(words) === fold(names.map(({ typed }) => typed).join(' '))
}

function everywhere(words: string, { filter, want }: Asked, { links }: Begun): AboutPlaces {
  return { is: 'links', words, scope: everyLink(links), filter, want, near: [] }
}

function foundBy(intent: Intent, context: Begun): InWords {
  const { hits, corrected } = intent.is === 'statements' ? intent.said : { hits: [], corrected: [] }
  const first = context.library.knowledge.statements.get(hits[0]?.id ?? '')
  return { finds: finds(intent, context), leadsWithALink: first?.link !== undefined, corrected }
}

function asCommand({ means }: CommandWord, rest: string, context: Begun): Understanding {
  const words = /^help$/i.test(rest) ? '' : rest
  switch (means.is) {
    case 'help':
      return { intent: { is: 'hansa', about: 'help' } }
    case 'channel':
      return { intent: { is: 'channel', command: means.command, words: means.words === 'any' ? rest : '' } }
    case 'report':
      return reportOn(means.report, words, context)
    case 'reports':
      return reportsAsked(words, context)
    case 'cite':
      return { intent: words === '' ? { is: 'usage', of: 'cite' } : referenceMeant(words) }
    case 'ask':
      return inWords(words, context)
    case 'twins': {
      if (words === '') return { intent: { is: 'usage', of: 'twins' } }
      const { asked, question } = reading(words, context, true)
      if (asked.everywhere) return { intent: everywhere(words, asked, context) }
      return aboutPlaces(asked, question.asMeant(), question, context)
    }
  }
}

/** The links of the places named, or why they cannot be told. */
function aboutPlaces(
  { whole, rest, filter, want }: Asked,
  who: Who,
  question: ReadQuestion,
  { links }: Begun,
): { intent: AboutPlaces; unused: readonly string[] } {
  switch (who.how) {
    case 'meant': {
      const localities = who.meant.map(({ locality }) => locality)
      const scope = scopeOf(localities, links)
      const near = scope.links.length > 0 ? [] : question.oneSlipAway()
      // `Wakefield Belgorod ended` asks of that one link whether it is.
      const isOfOne = want === 'list' && filter.state && localities.length > 1 && scope.links.length === 1
      const told = { scope, filter, want: isOfOne ? 'whether' : want, near } as const
      const intent = { is: 'links', words: rest, who, ...told } as const
      return { intent, unused: question.passedOver() }
    }
    case 'inside':
    case 'empty':
    case 'elsewhere': {
      const near = who.how === 'elsewhere' ? [] : question.oneSlipAway()
      return { intent: { is: 'not held', words: whole, who, near }, unused: question.passedOver() }
    }
    case 'several':
      return { intent: { is: 'choice', words: whole, who }, unused: question.passedOver() }
    case 'near': {
      const is = who.choices.length > 0 ? 'choice' : 'not understood'
      return { intent: { is, words: whole, who }, unused: [who.typed] }
    }
    case 'unknown':
      return { intent: { is: 'not understood', words: whole, who }, unused: [who.typed] }
  }
}

/** What speaks to the words; where they only name places, what is said of those. `…, page 2` asks for the rest of it. */
function inWords(typed: string, context: Begun, asTyped?: ReadQuestion): Understanding {
  const { words, page } = pageOf(typed)
  if (words === '') return { intent: { is: 'usage', of: 'ask' } }
  const question = words === typed && asTyped ? asTyped : context.read(words)
  const who =
    placesOnly(question, context.library) ?? (ordersLinksOfAName(words) ? question.asMeant() : undefined)
  if (who) {
    const { intent, unused } = aboutPlaces(
      { ...NOTHING_ASKED, whole: words, rest: words },
      who,
      question,
      context,
    )
    return { intent: { is: 'places', of: intent }, unused }
  }
  const slips = question.slips().filter(({ typed }) => isMistyped(typed, context.library))
  const named = [...question.mentioned(), ...slips]
  const about = [...question.named(), ...slips.flatMap(asCorrected)]
  const topics = context.library.topicsIn(words)
  const said = ofThePlaces(definitionsFirst(words, question, context), named, context.library)
  return {
    intent: { is: 'statements', words, page, said, named, about, topics },
    unused: said.unknown.filter((word) => !named.some(({ typed }) => fold(typed).split(' ').includes(word))),
  }
}

function reportOn(report: Report, words: string, { library, read }: Begun): Understanding {
  if (words === '' || /^(topics?|list|summary)$/i.test(words)) return { intent: { is: 'report', report } }
  const said = read(words).said(new Set(report.findings.map(({ id }) => id)))
  return {
    intent: { is: 'report', report, topic: { words, said, topics: library.topicsIn(words) } },
    unused: said.unknown,
  }
}

/** `report oecd trends` is `oecd trends`; other words are a part of a report's name, or a topic of any of them. */
function reportsAsked(typed: string, context: Begun): Understanding {
  const { words, page } = pageOf(typed)
  const { report, rest, named } = reportsMeant(words, context.library.knowledge)
  if (report) return reportOn(report, rest, context)
  if (words === '') return { intent: { is: 'reports', words, page, named } }
  const said = context.read(words).said(findingsOf(context.library.knowledge))
  return { intent: { is: 'reports', words, page, named, said }, unused: said.unknown }
}

/** `ransom-2020 apa`: an id has no spaces, so a last word that names a style is one. */
function referenceMeant(words: string): Intent {
  const [, id, last] = /^(.+)\s+(\S+)$/.exec(words) ?? []
  const style = styles.find((one) => one === last?.toLowerCase())
  return id && style ? { is: 'reference', id, style } : { is: 'reference', id: words, style: 'harvard' }
}

function noSuchCommand(word: string, rest: string, all: readonly CommandWord[]): Intent {
  const commands = all.filter(answersAlone)
  const begun = commandsBegun(word, commands)
  const like = begun.length > 0 ? begun : commandsNear(word, commands)
  return { is: 'no such command', word, rest, like }
}

/** A command's words that name nothing we know of. */
function isUnknown(intent: Intent, { library: { knowledge } }: Begun): boolean {
  if (intent.is === 'not understood') return true
  return (
    intent.is === 'reference' && !knowledge.sources.has(intent.id) && !knowledge.statements.has(intent.id)
  )
}

/** Whether there is anything to show. */
function finds(intent: Intent, { spoken }: Begun): boolean {
  if (intent.is === 'statements') return speaks(intent.said)
  if (intent.is !== 'places') return false
  const { of } = intent
  return (
    (of.is === 'links' && (of.scope.links.length > 0 || of.scope.shared !== undefined)) ||
    (of.who !== undefined && recordsAbout(of.who, spoken()).length > 0)
  )
}

function speaks({ strength, hits }: Said): boolean {
  return strength !== 'none' && hits.length > 0
}
