import type { Knowledge } from '../knowledge/records.ts'
import type { ReadQuestion } from '../library/library.ts'
import { concerns } from '../library/records-about-place.ts'
import { atHome, type Locality } from '../places/locality.ts'
import type { Who } from '../places/meant.ts'
import { keptFor } from '../search/lazily.ts'
import { isEnglish, stemOf } from '../search/text/english.ts'
import { FILLERS, LINK_WORDS } from '../search/words/fillers.ts'
import { fold, type Word, withoutPossessive, wordsOf } from '../search/words/fold.ts'
import { aboutCouncil, aboutPlaces, type Begun, everywhere, type Understanding } from './about-places.ts'
import { type Asked, bareYear, howeverTheyStand, wordsIn } from './grammar.ts'
import { isOnRecord } from './on-record.ts'
import { without } from './phrases.ts'
import { ADDS_NOTHING, MATTERS, type Want, wantOf } from './wants.ts'
import { isResolved } from './word-or-place.ts'

/**
 * `Was any money spent on Chengdu`, `minutes on Narnia`: what is asked for is recorded of links alone, so the places named
 * answer it, whatever plain words stand around them, and a name that nothing here knows is told as such. Other places'
 * records would be no answer. Undefined where neither is so.
 */
export function aboutSubject(
  read: Asked,
  readQuestion: ReadQuestion,
  context: Begun,
): Understanding | undefined {
  if (read.everywhere) return undefined
  const byGrammar = OF_RECORDS.has(read.want) && read.rest !== read.whole
  const asked = byGrammar ? read : bySubject(read, readQuestion, context)
  if (!asked) return undefined
  const question = byGrammar ? readQuestion : context.read(asked.rest)
  const typed = question.asTyped()
  if (byGrammar && isResolved(typed) && !isOfPlainWords(typed)) return undefined
  const { names, plain, others } = around(asked.rest, question)
  if (plain.some(({ text }) => !isEnglish(text) && !/^\d+$/.test(text))) return undefined
  if (names.length === 0 && plain.length === others.length)
    return byGrammar ? ofAll(asked, plain, context) : undefined
  const rest = without(asked.rest, new Set(plain.map(({ at }) => at)))
  const named = context.read(rest)
  const who = named.asMeant()
  const meaning = plain.filter(({ text }) => !ADDS_NOTHING.has(text))
  if (!isOfLinks(asked, who, byGrammar, meaning.length > 0, context)) return undefined
  const council = aboutCouncil({ ...asked, rest }, named, context)
  if (council) return council
  const { intent, unused = [] } = aboutPlaces({ ...asked, rest }, who, named, context)
  return { intent, unused: [...unused, ...asTyped(meaning, asked.rest)] }
}

/** `Has any council ended a link over human rights`: all that decided so, and which words played no part. */
function ofAll(asked: Asked, plain: readonly OneWord[], context: Begun): Understanding | undefined {
  const words = wordsOf(asked.whole)
  if (!asked.filter.decided || !words.some(({ text }) => LINK_WORDS.has(text))) return undefined
  if (words.some(({ text }) => MATTERS.has(text))) return undefined
  const meaning = plain.filter(({ text }) => !ADDS_NOTHING.has(text))
  return { intent: everywhere(asked.whole, asked, context), unused: asTyped(meaning, asked.rest) }
}

function asTyped(some: readonly OneWord[], text: string): readonly string[] {
  const words = wordsOf(text)
  return some.map(({ at }) => text.slice(words[at]?.start, words[at]?.end))
}

/** What no text tells, only a record with a place of its own. */
const OF_RECORDS: ReadonlySet<Want> = new Set<Want>([
  ...(['decisions', 'criteria', 'costs', 'visits', 'becomes', 'succession', 'notices'] as const),
  ...(['people', 'holder', 'not recorded'] as const),
])

/** What a word for a record takes the place of: `minutes on the link that ended` asks for no list of links. */
const PLAIN_WANTS: ReadonlySet<Want> = new Set<Want>(['list', 'whether', 'state', 'when'])

/** The same question, asking for records by words that the folder knows for them. */
function bySubject(asked: Asked, question: ReadQuestion, { library }: Begun): Asked | undefined {
  if (!PLAIN_WANTS.has(asked.want)) return undefined
  const words = wordsOf(asked.rest)
  const inNames = new Set(namesOf(question).flatMap((name) => wordsIn(name, words, asked.rest)))
  const found = subjectsIn(words, phrasesOf(library.knowledge)).filter(
    ({ from, to }) => !words.some((_, at) => at >= from && at < to && inNames.has(at)),
  )
  if (found.length === 0) return undefined
  const want = wantOf(
    found.map(({ asks }) => asks),
    false,
  )
  const taken = new Set(
    words.flatMap((_, at) => (found.some(({ from, to }) => at >= from && at < to) ? [at] : [])),
  )
  const filter = {
    ...(want === 'decisions' ? asked.filter : howeverTheyStand(asked.filter, want)),
    ...(isOnRecord(want) && bareYear(words, taken)),
  }
  return { ...asked, want, filter, rest: without(asked.rest, taken), ofLinks: true }
}

type Subject = { stems: readonly string[]; asks: Knowledge['asks'][number]['asks'] }

const phrasesOf = keptFor(({ asks }: Knowledge): ReadonlyMap<string, readonly Subject[]> => {
  const all = asks.map(({ says, asks }): Subject => ({ stems: fold(says).split(' ').map(stemOf), asks }))
  return Map.groupBy(
    all.toSorted((one, other) => other.stems.length - one.stems.length),
    ({ stems }) => stems[0] ?? '',
  )
})

/** From left to right, the longest where several begin. */
function subjectsIn(
  words: readonly Word[],
  phrases: ReadonlyMap<string, readonly Subject[]>,
): readonly { asks: Subject['asks']; from: number; to: number }[] {
  const stems = words.map(({ text }) => stemOf(text))
  const found = []
  for (let from = 0; from < stems.length; ) {
    const here = (phrases.get(stems[from] ?? '') ?? []).find((one) =>
      one.stems.every((stem, more) => stems[from + more] === stem),
    )
    const to = from + (here?.stems.length ?? 1)
    if (here) found.push({ asks: here.asks, from, to })
    from = to
  }
  return found
}

/** Names that stand in it, slips that are no words among them. `New city` written small is none. */
function namesOf(question: ReadQuestion): readonly string[] {
  const named = question
    .mentioned()
    .filter(({ typed, localities }) => localities.length > 0 || !isPlain(typed))
  const slips = question.slips().filter(({ typed }) => !fold(typed).split(' ').every(isEnglish))
  return [...named, ...slips].map(({ typed }) => typed)
}

function isPlain(typed: string): boolean {
  return typed === typed.toLowerCase() && fold(typed).split(' ').every(isEnglish)
}

function isOfPlainWords(who: Who): boolean {
  return who.how === 'empty' && isPlain(who.typed)
}

type OneWord = { at: number; text: string }

/** The names in it, and all words beside them that say something; `plain` are those of them that are no unknown name. */
function around(
  text: string,
  question: ReadQuestion,
): { names: readonly string[]; plain: readonly OneWord[]; others: readonly OneWord[] } {
  const words = wordsOf(text)
  const names = namesOf(question)
  const inNames = new Set(names.flatMap((name) => wordsIn(name, words, text)))
  const { unknown } = question.said()
  const others = words
    .map((word, at) => ({ at, text: withoutPossessive(word, text).text }))
    .filter(({ at, text }) => !inNames.has(at) && !FILLERS.has(text))
  const isName = ({ text }: OneWord) => !isEnglish(text) && unknown.some((word) => fold(word) === text)
  return { names, others, plain: others.filter((other) => !isName(other)) }
}

/** What says so; or what names both ends, or of which such a record is held. */
function isOfLinks(
  { whole, want }: Asked,
  who: Who,
  byGrammar: boolean,
  saysMore: boolean,
  { library: { knowledge } }: Begun,
): boolean {
  const words = wordsOf(whole)
  const speaksOfLinks = words.some(({ text }) => LINK_WORDS.has(text))
  const named = who.how === 'meant' ? who.meant.map(({ locality }) => locality) : []
  if (byGrammar) return speaksOfLinks || named.length !== 1 || !named.every(atHome)
  const isPair = named.length > 1 && named.some(atHome) && !named.every(atHome)
  // `Which Newcastle` is asked, where its partner is named beside it.
  const isChoice = who.how === 'several' && who.beside.length > 0
  if (isPair || isChoice || (named.length > 0 && isHeld(want, named, knowledge))) return true
  const isFarPlace = named.length > 0 && named.every((one) => one.is === 'place' && !atHome(one))
  return (speaksOfLinks || isFarPlace) && !saysMore
}

function isHeld(want: Want, named: readonly Locality[], knowledge: Knowledge): boolean {
  const { decisions, costs } = knowledge
  const held = { decisions, criteria: decisions.filter(({ criteria }) => criteria), costs, visits: costs }
  return want in held && held[want as keyof typeof held].some((one) => concerns(one, named, knowledge))
}
