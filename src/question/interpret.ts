import type { Reading } from '../answer/answer.ts'
import type { Knowledge } from '../knowledge/records.ts'
import type { ReadQuestion } from '../library/library.ts'
import { recordsOf } from '../library/records-about-place.ts'
import { styles } from '../reference/reference.ts'
import { keptFor } from '../search/lazily.ts'
import { isEnglish, stemOf } from '../search/text/english.ts'
import { edits, lettersOf, undoubled } from '../search/words/edits.ts'
import { FILLERS, LINK_WORDS } from '../search/words/fillers.ts'
import { fold, type Word, wordsOf } from '../search/words/fold.ts'
import {
  aboutCouncil,
  aboutPlaces,
  amongPlainWords,
  type Begun,
  everywhere,
  NOTHING_ASKED,
  type ReadingContext,
  reading,
  type Understanding,
} from './about-places.ts'
import { aboutSubject, bySubject } from './about-subject.ts'
import {
  answersAlone,
  type CommandWord,
  commandOf,
  commandsBegun,
  commandsNear,
  type TypedLine,
  typedLine,
} from './commands.ts'
import { type Asked, GRAMMAR_WORDS } from './grammar.ts'
import { finds, inWords, isEverydaySentence, reportOn, reportsAsked } from './in-words.ts'
import { asksOfOne } from './on-record.ts'
import { askOf, type Intent, type Query, readingsOf } from './query.ts'
import { reportAsked } from './reports-meant.ts'
import { coverageAsked, isToHansa, talkAround } from './talk.ts'
import { ADDS_NOTHING } from './wants.ts'
import { type InWords, isMistyped, isRatherAPlace, isResolved, isTerm, nameApart } from './word-or-place.ts'

/** The one place where words become meaning. Called once a question; what it finds out travels in the Query. */
export function interpret(typed: string, context: ReadingContext): Query {
  const question = { ...context, read: context.library.reader() }
  const { line, corrected } = spelledOut(typedLine(context.talk.withoutAsides(typed)), question)
  const { intent, unused = [] } = understood(line, question)
  const readings = [...corrected, ...readingsOf(intent)]
  return { typed, ask: askOf(intent), intent, readings, unused, corrected }
}

/**
 * `Costs of twining in Aberdeen`: beside a place that is held, a word of the grammar with one slip in it is that word, unless it is a
 * name, a slip from one that is held, or a word of the folder. Of those and of English only what lacks a second letter is.
 */
function spelledOut(line: TypedLine, context: Begun): { line: TypedLine; corrected: readonly Reading[] } {
  const { library, read } = context
  const command = commandOf(line, context.commands)
  if (command ? command.means.is !== 'twins' : line.slash) return { line, corrected: [] }
  const misspelt = wordsOf(line.whole).flatMap(({ text, start, end }) => {
    const typed = line.whole.slice(start, end)
    if (text.length < SHORTEST || (start > 0 && typed !== typed.toLowerCase())) return []
    const near = wordsNear(text, library.knowledge)
    const isKnown = isEnglish(text) || library.isWritten(text)
    const [meant] = isKnown ? near.filter((one) => undoubled(one) === undoubled(text)) : near
    if (!meant || isResolved(read(typed).asTyped()) || read(typed).oneSlipAway().length > 0) return []
    if (isPartOfName(text, read(line.whole))) return []
    return [{ typed, read: meant, start, end }]
  })
  if (misspelt.length === 0 || read(line.whole).named().length === 0) return { line, corrected: [] }
  const whole = misspelt.reduceRight(
    (text, one) => text.slice(0, one.start) + one.read + text.slice(one.end),
    line.whole,
  )
  return {
    line: typedLine(line.slash ? `/${whole}` : whole),
    corrected: misspelt.map(({ typed, read }) => ({ typed, read, as: 'word', how: 'corrected' })),
  }
}

/** `Montes Claros` names no months. */
function isPartOfName(word: string, { mentioned }: ReadQuestion): boolean {
  return mentioned().some(({ typed }) => fold(typed).split(' ').includes(word))
}

const SHORTEST = 5

/** One slip away, where all that are so are forms of one word: those of the grammar, and those by which the folder asks for records. */
function wordsNear(typed: string, knowledge: Knowledge): readonly string[] {
  const all = vocabularyOf(knowledge)
  const near = all.includes(typed) ? [] : all.filter((word) => edits(typed, word, 1) === 1)
  // Letters are doubled and swapped before others are taken.
  const same = near.filter((word) => lettersOf(word) === lettersOf(typed))
  const [first = [], other] = Map.groupBy(same.length > 0 ? same : near, stemOf).values()
  return other ? [] : first
}

const vocabularyOf = keptFor(({ asks }: Knowledge) =>
  [
    ...new Set([...GRAMMAR_WORDS, ...LINK_WORDS, ...asks.flatMap(({ says }) => fold(says).split(' '))]),
  ].filter(({ length }) => length >= SHORTEST),
)

/** One grammar for every surface: a command's word and more words; without one, a place or a question in words. */
function understood(line: TypedLine, context: Begun): Understanding {
  const { word, rest, whole, slash } = line
  if (whole === '') return { intent: { is: 'hansa', about: 'help' } }
  const command = commandOf(line, context.commands)
  const talk = command?.means.is === 'twins' ? undefined : context.talk.talkIn(whole)
  // Answers offer `coverage` as a question, and terminals write a slash before each.
  if (talk && (!slash || (talk === 'coverage' && !command))) return { intent: { is: 'hansa', about: talk } }
  const around = slash || (command && word !== 'report') ? undefined : talkAround(whole)
  if (around && (!command || around === 'mistake')) return { intent: { is: 'hansa', about: around } }
  const area = command ? undefined : coverageAsked(whole, context.library.knowledge)
  if (area) return { intent: { is: 'hansa', about: 'coverage', area } }
  if (command) {
    const told = asCommand(command, rest, context)
    // `twinning since 1949` is a question in words that begins with another name of a command.
    if (slash || word === command.name || !(isUnknown(told.intent, context) || isFarPlace(told.intent)))
      return told
    const asWords = inWords(whole, context)
    return finds(asWords.intent, context) ? asWords : told
  }
  if (slash) return { intent: noSuchCommand(word, rest, context.commands) }
  const ofReport = reportAsked(whole, context.library.knowledge)
  if (ofReport) return reportOn(ofReport.report, ofReport.topic, context)
  const { asked, question } = reading(whole, context)
  const ofCouncil = aboutCouncil(asked, question, context)
  if (ofCouncil) return ofCouncil
  if (asked.ofNobody) return whichPlace(asked, context)
  if (asked.everywhere) return { intent: everywhere(whole, asked, context) }
  const ofSubject = aboutSubject(asked, question, context)
  if (ofSubject) return ofSubject
  const ofNobody = bySubjectOfNobody(asked, question, context)
  if (ofNobody) return ofNobody
  const who = question.asTyped()
  if (isTerm(whole, who, context.library)) return inWords(whole, context, question)
  if (isResolved(who) && !(asked.rest === whole && isEverydaySentence(whole)))
    return aboutPlaces(asked, who, question, context)
  const told = inWords(whole, context, asked.rest === whole ? question : undefined)
  if (isToHansa(whole) && !isHeldByOne(told.intent)) return { intent: { is: 'hansa', about: 'self' } }
  if (isEverydaySentence(whole)) return told
  const plainly = isOn(told) ? undefined : amongPlainWords(asked, question, context)
  if (plainly) return plainly
  const found = foundBy(told.intent, whole, context)
  const apart = nameApart(question, found)
  if (apart) return aboutPlaces(asked, apart, question, context)
  return isRatherAPlace(whole, question, found)
    ? aboutPlaces(asked, question.asMeant(), question, context)
    : told
}

/** As many records as can be read through are told, of whichever place; of more it is asked which. */
const SHORT = 12

/** A question for records of a link that it does not name: what is written elsewhere does not answer it. */
function whichPlace(asked: Asked, context: Begun): Understanding {
  const { want, filter, whole } = asked
  const records = recordsOf(want, context.library.knowledge)
  if (records.length > 0 && records.length <= SHORT) return { intent: everywhere(whole, asked, context) }
  return { intent: { is: 'which place', words: whole, filter, want } }
}

/** The same, asked for by words that the folder knows for records. */
function bySubjectOfNobody(asked: Asked, question: ReadQuestion, context: Begun): Understanding | undefined {
  const { whole } = asked
  if (!asksOfOne(wordsOf(whole), false)) return undefined
  const saysMore = ({ text }: Word) => !FILLERS.has(text) && !ADDS_NOTHING.has(text)
  // `Value for money` is the folder's phrase, though the grammar knows `money`.
  const read = [asked, { ...NOTHING_ASKED, whole, rest: whole }]
    .flatMap((one) => bySubject(one, question, context) ?? [])
    .find(({ rest }) => !wordsOf(rest).some(saysMore))
  return read && whichPlace(read, context)
}

/** All words that mean something played their part. */
function isOn({ intent, unused = [] }: Understanding): boolean {
  return intent.is !== 'statements' || (intent.said.hits.length > 0 && unused.length === 0)
}

/** One statement speaks to all words that mean something. */
function isHeldByOne(intent: Intent): boolean {
  if (intent.is !== 'statements') return true
  const { asked, unknown, hits } = intent.said
  const says = [...asked, ...unknown]
  return says.length > 0 && hits.some(({ holds }) => says.every((word) => holds.includes(word)))
}

function foundBy(intent: Intent, typed: string, context: Begun): InWords {
  const { hits, corrected, asked } =
    intent.is === 'statements' ? intent.said : { hits: [], corrected: [], asked: [] }
  const first = context.library.knowledge.statements.get(hits[0]?.id ?? '')
  const leadsWithALink = first?.link !== undefined
  const isWritten = !isMistyped(typed, context.library)
  const isAllHeld = hits.some(({ holds }) => asked.every((word) => holds.includes(word)))
  return { finds: finds(intent, context), isWritten, isAllHeld, leadsWithALink, corrected }
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
      const ofCouncil = aboutCouncil(asked, question, context)
      if (ofCouncil) return ofCouncil
      if (asked.everywhere) return { intent: everywhere(words, asked, context) }
      return (
        aboutSubject(asked, question, context) ?? aboutPlaces(asked, question.asMeant(), question, context)
      )
    }
  }
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

/** `Twinning budgets cut`: plain words, of which one comes near to some name. */
function isFarPlace(intent: Intent): boolean {
  return intent.is === 'choice' && intent.who.how === 'near' && fold(intent.words).split(' ').every(isEnglish)
}

/** A command's words that name nothing we know of. */
function isUnknown(intent: Intent, { library: { knowledge } }: Begun): boolean {
  if (intent.is === 'not understood') return true
  return (
    intent.is === 'reference' && !knowledge.sources.has(intent.id) && !knowledge.statements.has(intent.id)
  )
}
