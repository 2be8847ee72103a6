import { isEnglish } from '../../search/text/english.ts'
import { FILLERS, ORDER_WORDS } from '../../search/words/fillers.ts'
import { type Word, withoutPossessive, wordsOf } from '../../search/words/fold.ts'
import { slipsAllowedIn } from '../../search/words/slips-allowed.ts'
import type { Gazetteer } from '../gazetteer.ts'
import { standsAsName } from './name-position.ts'
import { type NameReading, read } from './reading.ts'
import { joined, type Reader, type Segment, segment } from './segment.ts'

/** A question cut into names, words that say nothing, and what was not understood. */
export type ParsedQuestion = {
  question: string
  words: readonly Word[]
  parts: readonly Segment[]
  readings: readonly NameReading[]
  isUnderstood: boolean
  /** Whether it took the names of places in other languages to understand it. */
  inAnyLanguage: boolean
  /** What was typed and its key, without the words around it that say nothing. */
  typed: string
  key: string
  /** The key with them. */
  whole: string
}

/** Words next to each other, and what they were before they were folded. */
export type Run = { key: string; typed: string }

/** `inAnyLanguage` looks for the names of places in all languages, too, whose large index is built when first needed. */
export function parseQuestion(
  question: string,
  gazetteer: Gazetteer,
  inAnyLanguage: boolean,
): ParsedQuestion {
  const { words, parts, ...how } = readable(question, gazetteer, inAnyLanguage)
  const [first, last] = edges(parts)
  const [from, to] = [first?.from ?? 0, last?.to ?? words.length]
  return {
    question,
    words,
    parts,
    readings: parts.filter(({ is }) => is === 'name').map((part) => read(part, words, question, gazetteer)),
    isUnderstood: isUnderstood(parts),
    inAnyLanguage: how.inAnyLanguage,
    typed: first ? asTyped(question, words, from, to) : question.trim(),
    key: joined(words, from, to),
    whole: joined(words, 0, words.length),
  }
}

export function asTyped(question: string, words: readonly Word[], from: number, to: number): string {
  return question.slice(words[from]?.start, words[to - 1]?.end)
}

/** The question without the words around it that say nothing. */
export function edges(parts: readonly Segment[]): [Segment | undefined, Segment | undefined] {
  const said = parts.filter(({ is }) => is !== 'filler')
  return [said[0], said.at(-1)]
}

type Readable = Pick<ParsedQuestion, 'words' | 'parts' | 'inAnyLanguage'>

/** `Leeds's twins` is about Leeds, and `York's` is not Yorks; but `King's Lynn` is the name of a place as it stands. */
function readable(question: string, gazetteer: Gazetteer, inAnyLanguage: boolean): Readable {
  const words = wordsOf(question)
  const asWritten = understood(question, words, gazetteer, inAnyLanguage)
  const owners = words.map((word) => withoutPossessive(word, question))
  const owning = owners.flatMap((word, at) => (word === words[at] ? [] : [at]))
  const isWritten = ({ is, key, from, to }: Segment) =>
    is === 'name' && gazetteer.existing(key).length > 0 && owning.some((at) => at >= from && at < to)
  const { parts } = asWritten
  if (owning.length === 0 || (isUnderstood(parts) && parts.some(isWritten))) return asWritten
  const others = understood(question, owners, gazetteer, inAnyLanguage)
  return countUnknown(others.parts) <= countUnknown(parts) ? others : asWritten
}

function isUnderstood(parts: readonly Segment[]): boolean {
  return countUnknown(parts) === 0
}

function countUnknown(parts: readonly Segment[]): number {
  return parts.filter(({ is }) => is === 'unknown').length
}

/** First by the names at hand; only where words are left over, by the names in all languages. */
function understood(
  question: string,
  words: readonly Word[],
  gazetteer: Gazetteer,
  inAnyLanguage: boolean,
): Readable {
  // `Tell us` is no country; `Leeds US` is.
  const isFiller = (word: string) =>
    ORDER_WORDS.has(word) ||
    (FILLERS.has(word) && (word === 'us' ? !question.includes('US') : gazetteer.heldAs(word).length === 0))
  // There is a town called Police, but `police in Sheffield` does not ask for it, unless a place is asked for.
  const isWord = (key: string, from: number, to: number) =>
    !inAnyLanguage &&
    words.length > 1 &&
    isEnglish(key) &&
    question.includes(key) &&
    !standsAsName({ words, from, to }, question, isBritish(key, gazetteer))
  const isName = (key: string, from: number, to: number) =>
    gazetteer.heldAs(key).length > 0 ||
    gazetteer.placeAround(key) !== undefined ||
    (gazetteer.existing(key).length > 0 && !isWord(key, from, to))
  const parts = segment(words, { isName, isFiller })
  if (isUnderstood(parts)) return { words, parts, inAnyLanguage: false }
  const isAnyName: Reader['isName'] = (key, from, to) =>
    isName(key, from, to) ||
    gazetteer.foreign(key) !== undefined ||
    (inAnyLanguage && isForeignName(key, gazetteer))
  return { words, parts: segment(words, { isName: isAnyName, isFiller }), inAnyLanguage: true }
}

function isBritish(key: string, gazetteer: Gazetteer): boolean {
  return gazetteer.existing(key).some(({ country }) => country === 'GB')
}

/** `Glasow` is also what Glazov is called in another language, and rather Glasgow with a slip of the pen. */
function isForeignName(key: string, gazetteer: Gazetteer): boolean {
  if (gazetteer.existingByAnyName(key).length === 0) return false
  return slipsAllowedIn(key) === 0 || gazetteer.heldOneSlipFrom(key).length === 0
}
