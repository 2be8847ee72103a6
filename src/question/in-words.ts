import type { Subject } from '../answer/answer.ts'
import type { Place, Report, Statement } from '../knowledge/records.ts'
import type { Library, ReadQuestion } from '../library/library.ts'
import { recordsAbout } from '../library/records-about-place.ts'
import type { Said } from '../library/said.ts'
import type { Mention } from '../places/meant.ts'
import { keptFor } from '../search/lazily.ts'
import { isEnglish, stemOf } from '../search/text/english.ts'
import { FILLERS, LINK_WORDS } from '../search/words/fillers.ts'
import { fold, wordsOf } from '../search/words/fold.ts'
import { aboutPlaces, type Begun, NOTHING_ASKED, type Understanding } from './about-places.ts'
import { pageOf } from './commands.ts'
import { definitionsFirst } from './definitions.ts'
import { ADDS_NOTHING } from './grammar/wants.ts'
import type { Intent } from './query.ts'
import { findingsOf, reportsMeant } from './reports-meant.ts'
import {
  asCorrected,
  isMistyped,
  isTerm,
  ofThePlaces,
  ordersLinksOfAName,
  placesOnly,
} from './word-or-place.ts'
import { isEverydaySentence } from './written-as-name.ts'

/** What speaks to the words; where they only name places, what is said of those. `…, page 2` asks for the rest of it. */
export function inWords(typed: string, context: Begun, asTyped?: ReadQuestion): Understanding {
  const { words, page } = pageOf(typed)
  if (words === '') return { intent: { is: 'usage', of: 'ask' } }
  const question = words === typed && asTyped ? asTyped : context.read(words)
  const isOfATerm = isTerm(words, question.asTyped(), context.library)
  const who =
    isEverydaySentence(words) || isOfATerm
      ? undefined
      : (placesOnly(question, context.library) ??
        (ordersLinksOfAName(words) ? question.asMeant() : undefined))
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
  const told = definitionsFirst(words, question, context)
  const onWords = named.length === 0 ? orOnTopics(told, topics, context) : told
  const onPlaces = ofThePlaces(onWords, named, context.library)
  const said = withoutTail(
    withoutStrayLinks(withoutChanceNames(onPlaces, named, context.library), words, named, context.library),
  )
  const isOfAName = (word: string) => named.some(({ typed }) => fold(typed).split(' ').includes(fold(word)))
  const passed = passedOver(said, isOfAName)
  // A place that is named has played its part where what is said is of it, whatever it is called there.
  const { statements } = context.library.knowledge
  const isOnPlaces = said.hits.slice(0, FIRST).some(({ id }) => statements.get(id)?.places.length)
  const unplaced = named
    .map(({ typed }) => typed)
    .filter((name) => wordsOf(name).some(({ text }) => passed.includes(text)))
  const unused = [...passed.filter((word) => !isOfAName(word)), ...(isOnPlaces ? [] : unplaced)]
  return {
    intent: { is: 'statements', words, page, said, named, about, topics, unused },
    unused,
  }
}

/**
 * `Role of mayors in city diplomacy`: where too few of the words are held to find anything, but a topic of the folder stands among
 * them, what speaks to that comes closest; outside a report, one of several words.
 */
function orOnTopics(
  said: Said,
  topics: readonly Subject[],
  { read }: Pick<Begun, 'read'>,
  within?: ReadonlySet<string>,
): Said {
  const telling = topics.filter(({ name }) => within !== undefined || name.includes(' '))
  if (said.strength !== 'none' || telling.length === 0) return said
  const { strength, hits } = read(telling.map(({ name }) => name).join(' ')).said(within)
  return strength === 'none' ? said : { ...said, strength: 'closest', hits }
}

/** An answer claims to be on what its first hits hold; so many are looked at. */
const FIRST = 5

/** Words that mean something and played no part in what is found. */
function passedOver({ asked, unknown, hits }: Said, isOfAName = (_: string) => false): readonly string[] {
  if (hits.length === 0) return unknown
  const first = hits.slice(0, FIRST)
  const others = asked.filter((word) => !isOfAName(word))
  const apart = heldApart(others, first)
  return asked.filter(
    (word) =>
      !FILLERS.has(fold(word)) && (apart.has(word) || !first.some(({ holds }) => holds.includes(word))),
  )
}

/** `Boris Johnson`: words that are no English stand for one name together, and two statements with one each hold no part of it. */
function heldApart(asked: readonly string[], hits: Said['hits']): ReadonlySet<string> {
  const runs: string[][] = [[]]
  for (const word of asked) {
    if (isEnglish(fold(word)) || FILLERS.has(fold(word))) runs.push([])
    else runs.at(-1)?.push(word)
  }
  const isHeld = (run: readonly string[]) =>
    hits.some(({ holds }) => run.every((word) => holds.includes(word)))
  return new Set(runs.filter((run) => run.length > 1 && !isHeld(run)).flat())
}

/**
 * `What time is it` is not about Time kommune, nor `la` about La Baule: where a question names no place, plain words that stand
 * only in the names of a link's two places have not found it, nor have two letters.
 */
function withoutChanceNames(said: Said, named: readonly Mention[], { knowledge }: Library): Said {
  if (named.length > 0) return said
  const folded = new Map(said.asked.map((word) => [word, fold(word)]))
  const hits = said.hits.filter((hit) => {
    const statement = knowledge.statements.get(hit.id)
    if (statement?.link === undefined) return true
    const words = hit.holds.map((word) => folded.get(word) ?? fold(word)).filter((word) => !FILLERS.has(word))
    if (words.length === 0 || !words.every((word) => isEnglish(word) || word.length <= 2)) return true
    const places = statement.places.flatMap((id) => knowledge.places.get(id) ?? [])
    const stems = words.filter((word) => word.length > 2).map(stemOf)
    if (!stems.every((stem) => places.some((place) => stemsInNames(place).has(stem)))) return true
    return !stemsOf(textOf(statement)).isDisjointFrom(new Set(stems))
  })
  return { ...said, hits }
}

const stemsInNames = keptFor(({ name, also }: Place) => stemsOf([name, ...also]))

export function textOf(statement: Statement | undefined): readonly string[] {
  if (!statement) return []
  const { says = '', quote = '', words, topics } = statement
  return [says, quote, ...words.map(({ text }) => text), ...topics]
}

function stemsOf(texts: readonly string[]): ReadonlySet<string> {
  return new Set(fold(texts.join(' ')).split(' ').map(stemOf))
}

/** Beside what is said of a matter, links are told only where the question names a place or speaks of links. */
function withoutStrayLinks(
  said: Said,
  words: string,
  named: readonly Mention[],
  { knowledge }: Library,
): Said {
  const isLink = ({ id }: { id: string }) => knowledge.statements.get(id)?.link !== undefined
  const [first] = said.hits
  const asksForLinks = fold(words)
    .split(' ')
    .some((word) => LINK_WORDS.has(word))
  if (named.length > 0 || asksForLinks || !first || isLink(first)) return said
  return { ...said, hits: said.hits.filter((hit) => !isLink(hit)) }
}

/** Beside what holds a word that means something, what holds only others (`one council`) is no answer. */
function withoutTail(said: Said): Said {
  const means = (word: string) => !FILLERS.has(fold(word)) && !ADDS_NOTHING.has(fold(word))
  const telling = said.hits.filter(({ holds }) => holds.some(means))
  return telling.length > 0 ? { ...said, hits: telling } : said
}

export function reportOn(report: Report, typed: string, { library, read }: Begun): Understanding {
  // `CEMR report recommendations`, `nesta report summary`
  const words = typed.replace(/^(the )?reports?( (on|about))?\b\s*/i, '')
  if (words === '' || /^(topics?|list|summary)$/i.test(words)) return { intent: { is: 'report', report } }
  const within = new Set(report.findings.map(({ id }) => id))
  const topics = library.topicsIn(words)
  const said = orOnTopics(read(words).said(within), topics, { read }, within)
  const unused = passedOver(said)
  return {
    intent: { is: 'report', report, topic: { words, said, topics, unused } },
    unused,
  }
}

/** `report oecd trends` is `oecd trends`; other words are a part of a report's name, or a topic of any of them. */
export function reportsAsked(typed: string, context: Begun): Understanding {
  const { words, page } = pageOf(typed)
  const { report, rest, named } = reportsMeant(words, context.library.knowledge)
  if (report) return reportOn(report, rest, context)
  if (words === '') return { intent: { is: 'reports', words, page, named, unused: [] } }
  const said = context.read(words).said(findingsOf(context.library.knowledge))
  const unused = passedOver(said)
  return { intent: { is: 'reports', words, page, named, said, unused }, unused }
}

/** Whether there is anything to show. */
export function finds(intent: Intent, { spoken }: Begun): boolean {
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
