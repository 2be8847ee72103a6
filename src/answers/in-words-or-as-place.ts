import { type Answer, findingsOf } from '../answer/answer.ts'
import type { Locality } from '../places/locality.ts'
import type { Who } from '../places/meant.ts'
import { isEnglish } from '../search/text/english.ts'
import { edits } from '../search/words/edits.ts'
import { LINK_WORDS, ORDER_WORDS } from '../search/words/fillers.ts'
import { fold } from '../search/words/fold.ts'
import { ask } from './ask.ts'
import type { AnswerContext } from './command.ts'
import { twins } from './twins.ts'

/** Longer questions that the folder speaks to are no name of a place: `what do people say of Dortmnd abroad`. */
const LONGEST_NAME = 4
/** A smaller place is not meant by another of its names: in Bronkhorstspruit nobody is asked for by `erasmus`. */
const KNOWN_BY_ANY_NAME = 100_000

/**
 * A question without a command that names no place as it is typed. `kiev` and `new york` are places nevertheless, and
 * `leds` is rather one than a word; `housing` is a matter, though it resembles some place.
 */
export function inWordsOrAsPlace(question: string, context: AnswerContext): Answer {
  const key = fold(question)
  const words = key.split(' ')
  if (asksForAName(question, words, context)) return twins.answer(question, context)
  const inWords = ask.answer(question, context)
  if (isEveryday(key)) return inWords
  if (inWords.outcome === 'found' && words.length > LONGEST_NAME) return inWords
  if (isFarFetched(question, words, inWords, context)) return twins.answer(question, context)
  return isPlace(context.library.who(question), words, inWords) ? twins.answer(question, context) : inWords
}

/**
 * `Birmingam's oldest twin`, `Soucth Yorkshire Combined Authority`: all but slips in names was understood, or a name is
 * missing that only a place can have. A plain word alone is rather a word: `term` is not Perm.
 */
function asksForAName(question: string, words: readonly string[], { library }: AnswerContext): boolean {
  const owners = ownersOfLinks(question)
  if (owners.some((owner) => !isEnglish(owner) && library.mentioned(owner).length === 0)) return true
  const asksForLinks = words.some((word) => LINK_WORDS.has(word))
  if (!asksForLinks && words.length === 1 && words.every(isEnglish)) return false
  const who = library.who(question)
  if (who.how === 'meant' || (who.how === 'near' && who.isSlip)) return true
  const isName = (typed: string) => !isEnglish(typed) || owners.includes(typed)
  return asksForLinks && who.how === 'empty' && isName(fold(who.typed))
}

/** `Xyzzy's first twin` */
function ownersOfLinks(question: string): readonly string[] {
  return [...question.matchAll(/(\S+)['’]s\s+(\S+)/gi)]
    .filter(([, , owned = '']) => LINK_WORDS.has(fold(owned)) || ORDER_WORDS.has(fold(owned)))
    .map(([, owner = '']) => fold(owner))
}

function isEveryday(key: string): boolean {
  return key.split(' ').every(isEnglish)
}

function isPlace(who: Who, words: readonly string[], inWords: Answer): boolean {
  if (who.how === 'unknown') return words.length === 1 && inWords.outcome !== 'found'
  // There is a town called Police, and `police in Sheffield` does not ask for it.
  if (who.how === 'empty' && isEveryday(fold(who.typed))) return false
  if (who.how === 'empty' && !isReadAsOther(inWords)) {
    return who.known.some(
      ({ name, population }) => fold(name) === fold(who.typed) || population >= KNOWN_BY_ANY_NAME,
    )
  }
  if (who.how !== 'near') return true
  const names = [...who.choices.flatMap(namesOf), ...who.others.map(({ name }) => name)].map(fold)
  // Where the folder speaks to the words, only the whole of them can be a name that was nearly typed.
  const typed = words.length > 1 && inWords.outcome === 'found' ? [words.join(' ')] : words
  return typed.some((word) => names.some((name) => edits(word, name, slips(word)) <= slips(word)))
}

/**
 * One word alone that is no English, and finds a link before all else, or is read as one more than a slip away: `lorth` as
 * `north`, `elling` as `ending`.
 */
function isFarFetched(
  question: string,
  words: readonly string[],
  inWords: Answer,
  context: AnswerContext,
): boolean {
  if (words.length > 1 || inWords.outcome !== 'found') return false
  if (findingsOf(inWords)[0]?.kind === 'twinning') return true
  if (!isReadAsOther(inWords)) return false
  const { corrected } = context.library.said(question)
  return corrected.some(({ typed, read }) => edits(typed, read, slips(typed)) > slips(typed))
}

/** The small print of an answer in words says which were read as others. */
function isReadAsOther({ outcome, note }: Answer): boolean {
  return outcome === 'found' && note !== undefined
}

function namesOf(locality: Locality): readonly string[] {
  if (locality.is === 'country') return [locality.name]
  const { name, also = [] } = locality.is === 'place' ? locality.place : locality.area
  return [name, ...also]
}

/** So many slips in a word of so many letters: `andy burnham` is not in Durham. */
function slips({ length }: { length: number }): number {
  return length < 9 ? 1 : 2
}
