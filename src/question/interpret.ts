import type { Report } from '../knowledge/records.ts'
import type { ReadQuestion } from '../library/library.ts'
import { recordsOf } from '../library/records-about-place.ts'
import { styles } from '../reference/reference.ts'
import { lazily } from '../search/lazily.ts'
import { isEnglish } from '../search/text/english.ts'
import { FILLERS } from '../search/words/fillers.ts'
import { fold, type Word, wordsOf } from '../search/words/fold.ts'
import { aboutCouncil } from './about-councils.ts'
import {
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
import type { Asked } from './grammar/asked.ts'
import { setsKindsApart } from './grammar/of-words.ts'
import { asksOfOne } from './grammar/on-record.ts'
import { ADDS_NOTHING } from './grammar/wants.ts'
import { finds, inWords, reportOn, reportsAsked, textOf } from './in-words.ts'
import { listOfCouncils } from './list-of-councils.ts'
import { spelledOut } from './misspelt-words.ts'
import { askOf, type Intent, type Query, readingsOf } from './query.ts'
import { otherOfBody, type ReportsAsked, reportCalled, reportsAskedFor } from './reports-meant.ts'
import { writtenOut } from './shorthand.ts'
import { coverageAsked, isToHansa, talkAround } from './talk.ts'
import { type InWords, isMistyped, isRatherAPlace, isResolved, isTerm, nameApart } from './word-or-place.ts'
import { isEverydaySentence, isWrittenAsName } from './written-as-name.ts'

/** The one place where words become meaning. Called once a question; what it finds out travels in the Query. */
export function interpret(typed: string, context: ReadingContext): Query {
  const question = { ...context, read: context.library.reader() }
  const placesIn = (words: string) =>
    question
      .read(words)
      .mentioned()
      .map(({ typed }) => typed)
  const asked = context.talk.withoutAsides(writtenOut(typed, context.library.knowledge, placesIn), placesIn)
  const { line, corrected } = spelledOut(typedLine(asked), question)
  const { intent, unused = [] } = understood(line, question)
  const readings = [...corrected, ...readingsOf(intent)]
  return { typed, ask: askOf(intent), intent, readings, unused, corrected }
}

/** One grammar for every surface: a command's word and more words; without one, a place or a question in words. */
function understood(line: TypedLine, context: Begun): Understanding {
  const { word, rest, whole, slash } = line
  if (whole === '') return { intent: { is: 'hansa', about: 'help' } }
  const begun = commandOf(line, context.commands)
  const command = begun && beginsName(line, begun, context) ? undefined : begun
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
    if (
      slash ||
      word === command.name ||
      !(isUnknown(told.intent, context) || isFarPlace(told.intent, context))
    )
      return told
    // `Twin towns near me`
    if (wordsOf(whole).every(({ text }) => FILLERS.has(text)) && !setsKindsApart(whole))
      return { intent: { is: 'usage', of: 'twins' } }
    // `Partners wanted`
    const { asked } = reading(whole, context)
    if (asked.everywhere && isUnknown(told.intent, context)) return everywhere(whole, asked, context)
    const asWords = inWords(whole, context)
    const isName = isWrittenAsName(whole, context.read(whole), foundBy(asWords.intent, whole, context))
    return !isName && finds(asWords.intent, context) ? asWords : told
  }
  if (slash) return { intent: noSuchCommand(word, rest, context.commands) }
  const ofReports = reportsAskedFor(whole, context.library.knowledge)
  if (ofReports) return reportOn(mostOn(ofReports, context), ofReports.topic, context)
  const called = reportCalled(whole, context.library.knowledge)
  if (called) return reportOn(called, '', context)
  const councils = listOfCouncils(whole, context)
  if (councils) return { intent: councils }
  const { asked, question } = reading(whole, context)
  const ofCouncil = aboutCouncil(asked, question, context)
  if (ofCouncil) return ofCouncil
  if (asked.ofNobody) return whichPlace(asked, context)
  if (asked.everywhere) return everywhere(whole, asked, context)
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

/** `twin falls`: the other word of a command begins the name of a place. */
function beginsName({ word, whole, slash }: TypedLine, { name }: CommandWord, { read }: Begun): boolean {
  if (slash || word === name) return false
  return read(whole)
    .mentioned()
    .some(({ typed }) => whole.startsWith(typed) && fold(typed).startsWith(`${word} `))
}

/** Of several reports by one body that which speaks to it most. */
function mostOn({ reports, topic }: ReportsAsked, { read }: Begun): Report {
  const findings = new Set(reports.flatMap(({ findings }) => findings.map(({ id }) => id)))
  const [best] = reports.length > 1 ? read(topic).said(findings).hits : []
  return reports.find(({ findings }) => findings.some(({ id }) => id === best?.id)) ?? reports[0]
}

/** As many records as can be read through are told, of whichever place; of more it is asked which. */
const SHORT = 12

/** A question for records of a link that it does not name: what is written elsewhere does not answer it. */
function whichPlace(asked: Asked, context: Begun): Understanding {
  const { want, filter, whole } = asked
  const records = recordsOf(want, context.library.knowledge)
  if (records.length > 0 && records.length <= SHORT) return everywhere(whole, asked, context)
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
  const texts = lazily(() =>
    hits.map(({ id }) => fold(textOf(context.library.knowledge.statements.get(id)).join(' . '))),
  )
  const says = (words: string) => texts().some((text) => ` ${text} `.includes(` ${fold(words)} `))
  return { finds: finds(intent, context), isWritten, isAllHeld, says, leadsWithALink, corrected }
}

function asCommand({ means }: CommandWord, rest: string, context: Begun): Understanding {
  const words = /^help$/i.test(rest) ? '' : rest
  switch (means.is) {
    case 'help':
      return { intent: { is: 'hansa', about: 'help' } }
    case 'channel':
      return { intent: { is: 'channel', command: means.command, words: means.words === 'any' ? rest : '' } }
    case 'report': {
      const other = otherOfBody(means.report, words, context.library.knowledge)
      return other ? reportOn(other.report, other.topic, context) : reportOn(means.report, words, context)
    }
    case 'reports':
      return reportsAsked(words, context)
    case 'cite':
      return { intent: words === '' ? { is: 'usage', of: 'cite' } : referenceMeant(words) }
    case 'ask':
      return inWords(words, context)
    case 'twins': {
      if (words === '') return { intent: { is: 'usage', of: 'twins' } }
      const councils = listOfCouncils(words, context)
      if (councils) return { intent: councils }
      const { asked, question } = reading(words, context, true)
      const ofCouncil = aboutCouncil(asked, question, context)
      if (ofCouncil) return ofCouncil
      if (asked.everywhere) return everywhere(words, asked, context)
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

/** `Twinning budgets cut`, `twinning and Brexit`: words, of which one comes near to some name. */
function isFarPlace(intent: Intent, { library, read }: Begun): boolean {
  if (intent.is !== 'choice' || intent.who.how !== 'near') return false
  const isWord = (word: string) => isEnglish(word) || (library.isWritten(word) && !read(word).isNamed(word))
  return fold(intent.words).split(' ').every(isWord)
}

/** A command's words that name nothing we know of. */
function isUnknown(intent: Intent, { library: { knowledge } }: Begun): boolean {
  if (intent.is === 'not understood') return true
  return (
    intent.is === 'reference' && !knowledge.sources.has(intent.id) && !knowledge.statements.has(intent.id)
  )
}
